import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { EntryMetaData } from '@zip.js/zip.js';
import type { Coverage, Fault, FaultClass, Unread } from '../../model/delivery.js';
import { grouped } from '../../model/grouped.js';
import { counted, formatCount, listed } from '../../model/units.js';

/** One file inside a ZIP: where its bytes lie, and what they come to. */
export type ZipFile = {
  /** as it is written in the archive, '/' between parts */
  readonly path: string;
  readonly headerAtByte: number;
  readonly dataAtByte: number;
  /** bytes in the archive, and bytes of the file */
  readonly packedBytes: number;
  readonly bytes: number;
  /** false: the file's bytes stand in the archive as they are */
  readonly isPacked: boolean;
  readonly crc32: number | null;
};
export type ZipDirectory = {
  /** files that can be read, in the order of the archive */
  readonly files: readonly ZipFile[];
  readonly folders: readonly string[];
  readonly specials: Coverage['specials'];
  /** files that are not read, with the reason */
  readonly refused: readonly Unread[];
  readonly faults: readonly Fault[];
  /** files that the archive lists, refused ones among them */
  readonly entries: number;
};

const LOCAL_HEADER_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 100_000;
/** DEFLATE cannot shrink anything further: a match of 258 bytes takes two bits. */
const MOST_RATIO = 1032;
/** Silence shrinks a thousandfold, so a silent stem is no bomb; a whole delivery of it, larger than any drive, is. */
const BOMB_BYTES = 64 * 2 ** 30;
const BOMB_RATIO = 100;
const FILE_TYPE = 0o170000;
const SPECIAL_TYPES: ReadonlyMap<number, Coverage['specials'][number]['is']> = new Map([
  [0o120000, 'link'],
  [0o010000, 'fifo'],
  [0o140000, 'socket'],
  [0o020000, 'device'],
  [0o060000, 'device'],
]);

/**
 * Reads the directory of a ZIP and refuses by name what could do harm or cannot be read: paths that lead out, links,
 * passwords, methods other than stored and deflated, entries that share bytes, sizes that cannot be.
 *
 * @param archive absolute path
 * @returns a Fault where there is no directory, or the archive as a whole is refused
 * @throws an error of the file system where the archive cannot be opened
 * Source: PKWARE APPNOTE 6.3.10
 */
export async function readZipDirectory(archive: string): Promise<ZipDirectory | Fault> {
  const descriptor = openSync(archive, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = fstatSync(descriptor);
    const entries = await entriesOf(descriptor, size);
    return 'message' in entries ? entries : sorted(entries, descriptor, size);
  } finally {
    closeSync(descriptor);
  }
}

async function entriesOf(descriptor: number, size: number): Promise<EntryMetaData[] | Fault> {
  const { Reader, ZipReader } = await import('@zip.js/zip.js');
  class DescriptorReader extends Reader<number> {
    constructor() {
      super(descriptor);
      this.size = size;
    }
    override async readUint8Array(atByte: number, bytes: number): Promise<Uint8Array> {
      return bytesAt(descriptor, atByte, Math.max(0, Math.min(bytes, size - atByte)));
    }
  }
  const zip = new ZipReader(new DescriptorReader(), { useWebWorkers: false });
  const entries: EntryMetaData[] = [];
  try {
    for await (const entry of zip.getEntriesGenerator({ strictness: 'balanced', filenameValidation: 'tolerant' })) {
      if (entries.push(entry) > MOST_ENTRIES)
        return broken('zip-many', `It lists more than ${formatCount(MOST_ENTRIES)} files, more than any delivery has.`);
    }
    return entries;
  } catch (error) {
    // The package throws errors of its own for every way in which a ZIP can be broken; the disk's have a code.
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    return broken('zip-broken', 'It has no readable directory at its end, so it was cut off or is no ZIP.');
  } finally {
    await zip.close().catch(() => undefined);
  }
}

function broken(id: string, message: string): Fault {
  return { id, is: 'wrong', atByte: 0, message };
}

type Refusal = { readonly id: string; readonly is: FaultClass; readonly atByte: number; readonly path: string };

function sorted(entries: readonly EntryMetaData[], descriptor: number, size: number): ZipDirectory | Fault {
  const files: ZipFile[] = [];
  const folders: string[] = [];
  const specials: { path: string; is: Coverage['specials'][number]['is'] }[] = [];
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const written = nameOf(entry);
    const path = written.replace(/\/$/, '');
    const refuse = (id: string, is: FaultClass = 'wrong') => refusals.push({ id, is, atByte: entry.offset, path });
    const special = SPECIAL_TYPES.get((entry.externalFileAttributes >>> 16) & FILE_TYPE);
    if (leadsOut(path)) refuse('zip-path-outside');
    else if (entry.symlink || special !== undefined) specials.push({ path, is: special ?? 'link' });
    else if (written.endsWith('/')) folders.push(path);
    else if (seen.has(path.normalize('NFC'))) refuse('zip-name-twice');
    else if (entry.encrypted) refuse('zip-encrypted');
    else if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      refuse('zip-method', 'unsupported');
    else {
      seen.add(path.normalize('NFC'));
      const file = placed(entry, path, descriptor);
      if (file === null) refuse('zip-entry-lost');
      else if (file.dataAtByte + file.packedBytes > size) refuse('zip-cut');
      else if (isImpossible(file)) refuse('zip-size');
      else files.push(file);
    }
  }
  const bomb = bombIn(files, size);
  if (bomb !== null) return bomb;
  const shared = sharing(files);
  for (const { path, headerAtByte } of shared)
    refusals.push({ id: 'zip-overlap', is: 'wrong', atByte: headerAtByte, path });
  return {
    files: files.filter((file) => !shared.has(file)),
    folders,
    specials,
    refused: refusals.map(({ path, id, is }) => ({
      path,
      because: is === 'unsupported' ? 'unsupported' : 'unreadable',
      message: `${path} was not read from the archive: ${WHY[id]?.one ?? ''}.`,
    })),
    faults: faultsOf(refusals),
    entries: files.length + specials.length + refusals.length - shared.size,
  };
}

/** Names without the flag for UTF-8 are CP437 by the standard; macOS writes UTF-8 and does not say so. */
function nameOf({ filename, rawFilename, filenameUTF8 }: EntryMetaData): string {
  if (filenameUTF8 || rawFilename.every((byte) => byte < 0x80)) return slashed(filename);
  try {
    return slashed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawFilename));
  } catch (error) {
    if (error instanceof TypeError) return slashed(filename);
    throw error;
  }
}

/** Some Windows programs write backslashes between the parts, which the standard does not allow. */
function slashed(name: string): string {
  return name.includes('/') ? name : name.replaceAll('\\', '/');
}

function leadsOut(path: string): boolean {
  const parts = path.split(/[/\\]/);
  return path === '' || path.includes('\0') || parts[0] === '' || /^[A-Za-z]:/.test(path) || parts.includes('..');
}

function placed(entry: EntryMetaData, path: string, descriptor: number): ZipFile | null {
  const header = bytesAt(descriptor, entry.offset, LOCAL_HEADER_BYTES);
  if (header.length < LOCAL_HEADER_BYTES) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
  return {
    path,
    headerAtByte: entry.offset,
    dataAtByte: entry.offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true),
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    isPacked: entry.compressionMethod === DEFLATED,
    crc32: entry.signature ?? null,
  };
}

function isImpossible({ isPacked, packedBytes, bytes }: ZipFile): boolean {
  if (!Number.isSafeInteger(packedBytes) || !Number.isSafeInteger(bytes)) return true;
  return isPacked ? bytes > (packedBytes + 1) * MOST_RATIO : bytes !== packedBytes;
}

function bombIn(files: readonly ZipFile[], size: number): Fault | null {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= BOMB_BYTES || total <= size * BOMB_RATIO) return null;
  const gigabytes = formatCount(Math.round(total / 2 ** 30));
  return broken(
    'zip-bomb',
    `Its ${formatCount(size)} bytes would unpack to ${gigabytes} GB, so nothing of it was read.`,
  );
}

/** Entries whose bytes are also those of another entry: honest writers put one behind the other. */
function sharing(files: readonly ZipFile[]): ReadonlySet<ZipFile> {
  const shared = new Set<ZipFile>();
  let furthest: ZipFile | null = null;
  for (const file of [...files].sort((a, b) => a.headerAtByte - b.headerAtByte)) {
    if (furthest !== null && endOf(furthest) > file.headerAtByte) shared.add(furthest).add(file);
    if (furthest === null || endOf(file) > endOf(furthest)) furthest = file;
  }
  return shared;
}

function endOf({ dataAtByte, packedBytes }: ZipFile): number {
  return dataAtByte + packedBytes;
}

/** What is wrong with one entry, and with several: each completes a sentence. */
const WHY: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  'zip-path-outside': { one: 'its path leads out of the folder', many: 'would be written outside of the folder' },
  'zip-name-twice': { one: 'another file has the same name', many: 'stand in it a second time' },
  'zip-encrypted': { one: 'it is locked with a password', many: 'are locked with a password' },
  'zip-method': {
    one: 'it is packed in a way that is not read here',
    many: 'are packed in a way that few programs unpack',
  },
  'zip-entry-lost': { one: 'it does not lie where the directory says', many: 'do not lie where the directory says' },
  'zip-cut': { one: 'the archive ends before it does', many: 'are cut off by the end of the archive' },
  'zip-size': { one: 'its stated sizes cannot be', many: 'are stated with sizes that cannot be' },
  'zip-overlap': { one: 'its bytes are also those of another file', many: 'are made of the same bytes as others' },
  'zip-damaged': {
    one: 'its bytes do not give the sum that the archive states',
    many: 'do not give the sums that the archive states',
  },
};

/** One fault a kind, with the names of the first. */
export function faultsOf(refusals: readonly Refusal[]): Fault[] {
  return [...grouped(refusals, ({ id }) => id)].map(([id, some]) => ({
    id,
    is: some[0]?.is ?? 'wrong',
    atByte: some[0]?.atByte ?? 0,
    message: `${counted(some.length, 'file')} in it ${some.length === 1 ? `cannot be taken out, since ${WHY[id]?.one ?? ''}` : (WHY[id]?.many ?? '')}: ${listed(some.map(({ path }) => path))}.`,
  }));
}

function bytesAt(descriptor: number, atByte: number, bytes: number): Uint8Array {
  const buffer = new Uint8Array(bytes);
  let filled = 0;
  while (filled < bytes) {
    const got = readSync(descriptor, buffer, filled, bytes - filled, atByte + filled);
    if (got === 0) break;
    filled += got;
  }
  return buffer.subarray(0, filled);
}
