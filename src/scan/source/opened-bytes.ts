import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { loadArchiveOf, openPacked } from './zip-source.js';

/** A file that is open for reading, on disk or inside an archive. */
export type OpenedBytes = {
  readonly size: number;
  /** false for a pipe, a device or a folder */
  readonly isFile: boolean;
  /** Fills the array from `atByte` on; returns how many bytes came, 0 behind the end. */
  read(target: Uint8Array, atByte: number): number;
  /** what happened to it since it was opened; null where it is as it was */
  changed(): 'changed' | 'vanished' | null;
  close(): void;
};

// Without O_NONBLOCK a pipe that took the file's place since the listing would wait for a writer for ever.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file by its path; where a file of this path's beginning is a ZIP, the entry of its rest.
 *
 * @throws an error of the file system; of an entry that cannot be unpacked, one with the code EIO
 */
export async function openBytes(path: string): Promise<OpenedBytes> {
  try {
    return openBytesNow(path);
  } catch (error) {
    if (!isNotThere(error)) throw error;
    await loadArchiveOf(path);
    return openBytesNow(path);
  }
}

/** The same at once, for archives that this thread has loaded before. */
export function openBytesNow(path: string): OpenedBytes {
  try {
    return openOnDisk(path);
  } catch (error) {
    if (!isNotThere(error)) throw error;
    const packed = openPacked(path);
    if (packed === null) throw error;
    if ('message' in packed) throw Object.assign(new Error(packed.message), { code: 'EIO', syscall: 'inflate' });
    return packed;
  }
}

/** Whether the disk knows no such path: what lies inside a file has none of its own. */
export function isNotThere(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** What the disk says of a file beside its bytes. */
type OnDisk = OpenedBytes & {
  /** blocks of 512 bytes that it takes on the disk */
  readonly blocks: number;
};

/** @throws an error of the file system, for what lies inside a file too */
export function openOnDisk(path: string): OnDisk {
  const descriptor = openSync(path, FLAGS);
  try {
    const before = fstatSync(descriptor);
    return {
      size: before.size,
      isFile: before.isFile(),
      blocks: before.blocks,
      read: (target, atByte) => readSync(descriptor, target, 0, target.length, atByte),
      changed: () => {
        const after = fstatSync(descriptor);
        if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) return 'changed';
        return after.nlink === 0 ? 'vanished' : null;
      },
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}
