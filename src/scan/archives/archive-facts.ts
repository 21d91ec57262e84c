import { basename } from 'node:path';
import type { ArchiveFacts, DeliveredFile, Fault } from '../../model/delivery.js';
import { isAudioName } from '../sniff.js';
import { piecesOf, type ZipFolder, zipFolder } from '../source/zip-source.js';
import { digestOf } from './digest.js';
import { faultsOf } from './zip-directory.js';

/** What a delivered ZIP says about itself. `broken`: its directory could not be read. */
export function factsOfZip(path: string, zip: ZipFolder | Fault, damaged: readonly Fault[] = []): ArchiveFacts {
  if ('message' in zip) return { path, format: 'zip', entries: null, audioEntries: null, faults: [zip] };
  const { directory, listing } = zip;
  const names = [...listing.files, ...directory.refused.map((one) => one.path)];
  const audio = names.filter((name) => isAudioName(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name));
  return {
    path,
    format: 'zip',
    entries: directory.entries,
    audioEntries: audio.length,
    faults: [...directory.faults, ...damaged],
  };
}

/**
 * Sums every file of a ZIP against the sum that its directory states.
 *
 * @returns one fault for all that differ; none where all agree
 */
export async function damagedFiles(
  { archive, files }: ZipFolder,
  signal: AbortSignal | undefined,
  onProgress: (done: number, of: number, path: string) => void,
): Promise<Fault[]> {
  const damaged = [];
  let done = 0;
  for (const [path, file] of files) {
    signal?.throwIfAborted();
    onProgress(done++, files.size, path);
    const stated = file.crc32?.toString(16).padStart(8, '0');
    if (stated !== undefined && (await sumOf(archive, file, signal)) !== stated)
      damaged.push({ id: 'zip-damaged', is: 'wrong' as const, atByte: file.headerAtByte, path });
  }
  return faultsOf(damaged);
}

/** Null where the packed bytes break off. */
async function sumOf(
  archive: string,
  file: Parameters<typeof piecesOf>[1],
  signal: AbortSignal | undefined,
): Promise<string | null> {
  try {
    return await digestOf(piecesOf(archive, file), 'crc32', signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** The archives among the files of a folder: how much lies in them, where that can be seen without unpacking. */
export async function archivesIn(
  files: readonly DeliveredFile[],
  absolute: (path: string) => string,
): Promise<ArchiveFacts[]> {
  const facts: ArchiveFacts[] = [];
  for (const { path, kind } of files) {
    if (kind !== 'archive') continue;
    const format = /\.([a-z0-9]{1,5})$/i.exec(basename(path))?.[1]?.toLowerCase() ?? 'archive';
    facts.push(
      format === 'zip'
        ? await nestedZip(path, absolute(path))
        : { path, format, entries: null, audioEntries: null, faults: [] },
    );
  }
  return facts;
}

async function nestedZip(path: string, absolutePath: string): Promise<ArchiveFacts> {
  try {
    return factsOfZip(path, await zipFolder(absolutePath));
  } catch (error) {
    // The header step names what the disk does not give; an archive inside an archive is left closed.
    if (error instanceof Error && 'syscall' in error)
      return { path, format: 'zip', entries: null, audioEntries: null, faults: [] };
    throw error;
  }
}
