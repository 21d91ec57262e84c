import { closeSync, constants, createReadStream, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Fault, Unread } from '../../model/delivery.js';
import { readZipDirectory, type ZipDirectory, type ZipFile } from '../archives/zip-directory.js';
import { byCodePoints } from '../path-order.js';
import type { Listing } from '../walk.js';
import type { OpenedBytes } from './opened-bytes.js';

/** A ZIP as a delivered folder: its files by the path that they would have in it. */
export type ZipFolder = {
  readonly archive: string;
  /** the one folder in which everything lies, as archives of a folder have it; null: there is none, or it is a part */
  readonly top: string | null;
  readonly files: ReadonlyMap<string, ZipFile>;
  readonly listing: Listing;
  readonly directory: ZipDirectory;
};

/** Packed files are unpacked into memory one by one; a longer one is not read. Half an hour of 24 bit stereo fits. */
const MOST_UNPACKED_BYTES = 1 << 29;
/** All that a comparison may hold open at a time. */
const MOST_HELD_BYTES = 1 << 30;
/** Folders that are a part of a delivery and not the delivery. */
const LAYOUT =
  /^(?:stems?|multi ?tracks?|audio ?files?|audio|wavs?|dry|wet|tracks?|rough(?: ?mix)?|refs?|references?)$/i;

const known = new Map<string, { readonly stamp: string; readonly reading: Promise<ZipFolder | Fault> }>();
const loaded = new Map<string, ZipFolder>();
let heldBytes = 0;

/**
 * Reads the directory of a ZIP, once a thread as long as the archive stays what it is.
 *
 * @throws an error of the file system where the archive cannot be opened
 */
export async function zipFolder(archive: string): Promise<ZipFolder | Fault> {
  const { size, mtimeMs } = statSync(archive);
  const stamp = `${size} ${mtimeMs}`;
  const before = known.get(archive);
  if (before?.stamp === stamp) return before.reading;
  loaded.delete(archive);
  const reading = readZipDirectory(archive).then((directory) => {
    if ('message' in directory) return directory;
    const folder = folderOf(archive, directory);
    loaded.set(archive, folder);
    return folder;
  });
  known.set(archive, { stamp, reading });
  return reading;
}

function folderOf(archive: string, directory: ZipDirectory): ZipFolder {
  const { files, folders, specials, refused } = directory;
  const top = topFolder(
    archive,
    [...files, ...specials].map(({ path }) => path),
  );
  const inside = (path: string) => (top !== null && path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path);
  const byPath = new Map(files.map((file) => [inside(file.path), file]));
  return {
    archive,
    top,
    files: byPath,
    directory,
    listing: {
      files: [...byPath.keys()].sort(byCodePoints),
      folders: folders
        .filter((path) => path !== top)
        .map(inside)
        .sort(byCodePoints),
      specials: specials
        .map(({ path, is }) => ({ path: inside(path), is }))
        .sort((a, b) => byCodePoints(a.path, b.path)),
      unread: refused.map((one): Unread => ({ ...one, path: inside(one.path) })),
    },
  };
}

/** Whoever packs a folder gets an archive with this one folder in it; macOS puts its leftovers beside. */
function topFolder(archive: string, paths: readonly string[]): string | null {
  const own = paths.filter((path) => !path.startsWith('__MACOSX/'));
  const [first = ''] = own;
  const top = first.slice(0, Math.max(0, first.indexOf('/')));
  if (top === '' || !own.every((path) => path.startsWith(`${top}/`))) return null;
  const isNamesake =
    top.normalize('NFC') ===
    basename(archive)
      .replace(/\.zip$/i, '')
      .normalize('NFC');
  return isNamesake || !LAYOUT.test(top) ? top : null;
}

/** Brings the directory of the archive in which this path lies into memory; nothing for a path on disk. */
export async function loadArchiveOf(path: string): Promise<void> {
  const archive = archiveAbove(path);
  if (archive !== null) await zipFolder(archive);
}

/**
 * Opens a file by the path that it has below its archive, "Night Drive.zip/Stems/01 Kick.wav".
 *
 * @returns null where no archive of this path was loaded, or it holds no such file; a Fault where it cannot be unpacked
 */
export function openPacked(path: string): OpenedBytes | Fault | null {
  const found = entryAt(path);
  return found === null ? null : opened(found.archive, found.file);
}

/**
 * Bytes of a file in an archive in pieces, however long it is.
 *
 * @returns null as `openPacked`
 */
export function packedPieces(path: string): AsyncIterable<Uint8Array> | null {
  const found = entryAt(path);
  if (found === null) return null;
  return piecesOf(found.archive, found.file);
}

export async function* piecesOf(archive: string, file: ZipFile): AsyncIterable<Uint8Array> {
  if (file.bytes === 0 || file.packedBytes === 0) return;
  const { dataAtByte, packedBytes, isPacked, bytes } = file;
  const source = createReadStream(archive, {
    start: dataAtByte,
    end: dataAtByte + packedBytes - 1,
    highWaterMark: 1 << 18,
  });
  if (!isPacked) {
    yield* source;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 1 << 18 });
  source.on('error', (error) => inflate.destroy(error));
  let given = 0;
  try {
    for await (const piece of source.pipe(inflate) as AsyncIterable<Uint8Array>) {
      given += piece.length;
      // What the directory states is what it may give: a lie about the size ends here.
      if (given > bytes) break;
      yield piece;
    }
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

function entryAt(path: string): { readonly archive: string; readonly file: ZipFile } | null {
  for (const [archive, { files }] of loaded) {
    if (!path.startsWith(archive + sep)) continue;
    const file = files.get(relative(archive, path).split(sep).join('/'));
    if (file !== undefined) return { archive, file };
  }
  return null;
}

/** The file that stands where this path needs a folder; null where there is none. */
function archiveAbove(path: string): string | null {
  for (let above = dirname(path); above !== dirname(above); above = dirname(above)) {
    const stats = statOrNull(above);
    if (stats !== null) return stats.isFile() ? above : null;
  }
  return null;
}

function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null; // nothing there, or nothing for us
    throw error;
  }
}

function opened(archive: string, file: ZipFile): OpenedBytes | Fault {
  if (file.isPacked && file.bytes > MOST_UNPACKED_BYTES)
    return fault(
      'zip-file-long',
      `It is packed, and ${MOST_UNPACKED_BYTES >> 20} MB are the most that is unpacked to look at.`,
      'unsupported',
    );
  if (file.isPacked && heldBytes + file.bytes > MOST_HELD_BYTES)
    return fault('zip-held', 'More of the archive would have to be unpacked at a time than is.', 'unsupported');
  const descriptor = openSync(archive, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const before = fstatSync(descriptor);
    const base = { size: file.bytes, isFile: true, changed: () => changeOf(before, fstatSync(descriptor)) };
    if (!file.isPacked) {
      return {
        ...base,
        read: (target, atByte) => {
          const bytes = Math.max(0, Math.min(target.length, file.bytes - atByte));
          return bytes === 0 ? 0 : readSync(descriptor, target, 0, bytes, file.dataAtByte + atByte);
        },
        close: () => closeSync(descriptor),
      };
    }
    const unpacked = unpack(descriptor, file);
    if ('message' in unpacked) {
      closeSync(descriptor);
      return unpacked;
    }
    heldBytes += file.bytes;
    return {
      ...base,
      read: (target, atByte) => {
        const part = unpacked.subarray(atByte, atByte + target.length);
        target.set(part);
        return part.length;
      },
      close: () => {
        heldBytes -= file.bytes;
        closeSync(descriptor);
      },
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function unpack(descriptor: number, { dataAtByte, packedBytes, bytes }: ZipFile): Uint8Array | Fault {
  const packed = Buffer.allocUnsafe(packedBytes);
  const got = packedBytes === 0 ? 0 : readSync(descriptor, packed, 0, packedBytes, dataAtByte);
  try {
    const unpacked = inflateRawSync(packed.subarray(0, got), { maxOutputLength: Math.max(1, bytes) });
    return unpacked.length === bytes ? unpacked : damaged(`gives ${unpacked.length} bytes and not ${bytes}`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return damaged(
      code === 'ERR_BUFFER_TOO_LARGE' ? `gives more than the ${bytes} bytes that are stated` : 'breaks off',
    );
  }
}

function damaged(how: string): Fault {
  return fault('zip-damaged', `Unpacking it ${how}, so it was damaged in the archive.`, 'wrong');
}

function fault(id: string, message: string, is: Fault['is']): Fault {
  return { id, is, atByte: 0, message };
}

function changeOf(before: Stats, after: Stats): 'changed' | 'vanished' | null {
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) return 'changed';
  return after.nlink === 0 ? 'vanished' : null;
}
