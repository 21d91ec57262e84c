import { type BigIntStats, statSync } from 'node:fs';
import { isSystemError } from './kept-values.js';

/** A change within one tick of the file system's clock could leave the times as they were. */
const SETTLED_AFTER_MS = 100;

/**
 * What tells a file in this state from every other: device, inode, size and both times in nanoseconds. The time of the
 * last status change cannot be set back, so a byte that was changed in place is seen.
 *
 * @returns null where it cannot be told: what was found in the file is then neither looked up nor kept
 */
export function fileState(absolutePath: string): string | null {
  const stat = statOf(absolutePath);
  if (stat === null || Date.now() - Number(stat.ctimeMs) < SETTLED_AFTER_MS) return null;
  const { dev, ino, size, mtimeNs, ctimeNs } = stat;
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

function statOf(absolutePath: string): BigIntStats | null {
  try {
    return statSync(absolutePath, { bigint: true });
  } catch (error) {
    if (isSystemError(error)) return null; // gone or closed to us: reading it will say so
    throw error;
  }
}
