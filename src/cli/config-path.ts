import { existsSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { isDelivered } from './is-delivered.js';

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

function foldersUp(from: string): string[] {
  const { root } = parse(from);
  const folders = [from];
  for (let at = from; at !== root; at = dirname(at)) folders.push(dirname(at));
  return folders;
}
