import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve } from 'node:path';

const NAMES = ['stemcheck.config.yaml', 'stemcheck.config.yml', 'stemcheck.config.json'];

/**
 * Where the settings of a run lie: the nearest file in `cwd` or above, else the user's own; null where there is none.
 * A file inside a delivered folder is never read: what is judged does not choose how.
 *
 * @param userFolder the user's folder for settings of programs
 * @param deliveries the delivered folders
 */
export function configPath(cwd: string, userFolder: string, deliveries: readonly string[]): string | null {
  const candidates = [...foldersUp(cwd), userFolder].flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return candidates.find((path) => existsSync(path) && !isDelivered(path, deliveries)) ?? null;
}

/** Whether a file lies in one of the delivered folders, whatever links lead there. */
export function isDelivered(path: string, deliveries: readonly string[]): boolean {
  return deliveries.some((delivery) => liesIn(real(path), real(delivery)) || liesIn(resolve(path), resolve(delivery)));
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path); // not there: whoever reads it says so
  }
}

function foldersUp(from: string): string[] {
  const { root } = parse(from);
  const folders = [from];
  for (let at = from; at !== root; at = dirname(at)) folders.push(dirname(at));
  return folders;
}

function liesIn(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
}
