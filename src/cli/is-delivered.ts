import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Whether a file lies in one of the delivered folders, or would if it were written, whatever links lead there. */
export function isDelivered(path: string, deliveries: readonly string[]): boolean {
  return deliveries.some((delivery) => liesIn(real(path), real(delivery)) || liesIn(resolve(path), resolve(delivery)));
}

function real(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    // Not there yet: it would lie where the folder above it lies.
    return dirname(whole) === whole ? whole : join(real(dirname(whole)), basename(whole));
  }
}

function liesIn(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
