import type { Fault } from '../../model/delivery.js';
import type { Result } from '../../model/result.js';
import { type FaultId, type Faults, note } from '../headers/faults.js';
import type { ByteSource } from './byte-source.js';
import { isNotThere, type OpenedBytes, openOnDisk } from './opened-bytes.js';
import { openPacked } from './zip-source.js';

export type PathSource = ByteSource<'now'> & {
  /** true for a file whose bytes lie in a cloud: reading it would fetch it */
  readonly isOnlineOnly: boolean;
  /** what happened to the file since it was opened; null where it is as it was */
  changed(): 'changed' | 'vanished' | null;
  close(): void;
};

// Below this, a file system may keep the bytes in its own tables and count no block for them.
const INLINE_BYTES = 4096;

/**
 * Opens a file for reading; the calls are synchronous, since these cost a quarter of the others.
 *
 * @returns a Fault where the disk does not give it
 */
export function openPath(path: string): Result<PathSource, Fault> {
  try {
    const opened = openOnDisk(path);
    return { ok: true, value: { ...sourceOf(opened), isOnlineOnly: isOnlineOnly(process.platform, opened) } };
  } catch (error) {
    return (isNotThere(error) ? packedSource(path) : null) ?? { ok: false, error: diskFault(error) };
  }
}

/** A file inside an archive that was loaded before; null where there is none. */
function packedSource(path: string): Result<PathSource, Fault> | null {
  const packed = openPacked(path);
  if (packed === null) return null;
  return 'message' in packed
    ? { ok: false, error: packed }
    : { ok: true, value: { ...sourceOf(packed), isOnlineOnly: false } };
}

function sourceOf(opened: OpenedBytes): Omit<PathSource, 'isOnlineOnly'> {
  const { size, changed, close } = opened;
  return { size, read: (atByte, bytes) => bytesOf(opened, atByte, bytes), changed, close };
}

function bytesOf(opened: OpenedBytes, atByte: number, bytes: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(bytes);
  let filled = 0;
  while (filled < bytes) {
    const got = opened.read(filled === 0 ? buffer : buffer.subarray(filled), atByte + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled === bytes ? buffer : buffer.subarray(0, filled);
}

/**
 * True for a placeholder of a cloud drive that has the real name and size: it counts no blocks on the disk.
 *
 * @param platform only macOS and Windows have such files; elsewhere, no blocks are a file of zeros
 */
export function isOnlineOnly(platform: string, stat: { readonly size: number; readonly blocks: number }): boolean {
  return (platform === 'darwin' || platform === 'win32') && stat.size > INLINE_BYTES && stat.blocks === 0;
}

/** An error of the file system as a Fault; whatever else was thrown is ours, and thrown again. */
export function diskFault(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null || code.startsWith('ERR_')) throw error;
  const [id, message] = DISK_FAULTS[code] ?? ['disk-error', `The disk gave an error (${code}) when the file was read.`];
  const faults: Faults = [];
  note(faults, id, 0, message);
  return faults[0] as Fault;
}

const DISK_FAULTS: Readonly<Record<string, readonly [FaultId, string]>> = {
  EACCES: ['no-permission', 'The file cannot be opened: this account has no permission to read it.'],
  EPERM: ['no-permission', 'The file cannot be opened: this account has no permission to read it.'],
  ENOENT: ['vanished', 'The file was there when the folder was listed and is gone now.'],
};
