import type { DeliveredFile, ManifestFacts, Unread } from '../../model/delivery.js';
import { counted, fileName } from '../../model/units.js';
import { compareSums, type SumResult } from './compare-sums.js';
import { digestOf, type Pieces } from './digest.js';
import { readManifestLines, type StatedSums } from './manifest-lines.js';
import { readMediaHashList } from './media-hash-list.js';
import { byName, type PlacedSum, placeEntries } from './place-entries.js';

export type ManifestOptions = {
  /** bytes of a delivered file; throws an error of the file system where the disk does not give them */
  readonly piecesOf: (path: string) => Pieces;
  /** files that are not opened: placeholders, and what could not be read before */
  readonly unopened: ReadonlySet<string>;
  /** true: the manifests are read and nothing is summed */
  readonly quick: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number, path: string) => void;
};
export type ManifestsRead = { readonly manifests: readonly ManifestFacts[]; readonly unread: readonly Unread[] };

// A line a file, of a hundred bytes: more than any delivery has.
const MOST_BYTES = 8 << 20;

type Read = { readonly path: string; readonly sums: StatedSums; readonly entries: readonly PlacedSum[] };

/**
 * Reads the manifests of a delivery and sums the files that they list.
 *
 * @param files of the delivery; those of kind manifest are read
 * @returns one entry a manifest that states sums; those that cannot be used stand in `unread` with the reason
 */
export async function readManifests(files: readonly DeliveredFile[], options: ManifestOptions): Promise<ManifestsRead> {
  const paths = files.filter(({ kind }) => kind === 'manifest').map(({ path }) => path);
  if (paths.length === 0) return { manifests: [], unread: [] };
  const unread: Unread[] = [];
  const here = byName(files.filter(({ kind }) => kind !== 'junk').map(({ path }) => path));
  const junk = byName(files.filter(({ kind }) => kind === 'junk').map(({ path }) => path));
  const read: Read[] = [];
  for (const path of paths) {
    const sums = await statedSums(path, options);
    if ('because' in sums) unread.push(sums);
    else read.push({ path, sums, entries: ownEntries(path, sums, here, junk) });
  }
  if (options.quick) return { manifests: read.map((one) => factsOf(one, [])), unread };
  const digests = await digestsOf(read, files, options);
  const manifests: ManifestFacts[] = [];
  for (const one of read) {
    const results = compareSums(one.entries, digests.get(one.sums.algorithm) ?? new Map());
    if (isAnotherAlgorithm(one, results)) unread.push(anotherAlgorithm(one));
    else manifests.push(factsOf(one, results));
  }
  return { manifests: withExtras(manifests, files), unread };
}

async function statedSums(path: string, { piecesOf, unopened }: ManifestOptions): Promise<StatedSums | Unread> {
  const unusable = (message: string, because: Unread['because'] = 'not-checked'): Unread => ({
    path,
    because,
    message,
  });
  if (unopened.has(path)) return unusable(`${path} was not opened, so its sums were not compared.`);
  let text = '';
  let bytes = 0;
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const piece of piecesOf(path)) {
      bytes += piece.length;
      if (bytes > MOST_BYTES)
        return unusable(`${path} is longer than ${MOST_BYTES >> 20} MB, so it was not read.`, 'too-large');
      text += decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    return unusable(`${path} could not be read (${diskCode(error)}).`, 'disk-error');
  }
  const name = fileName(path);
  const sums = /\.mhl$/i.test(name) ? readMediaHashList(text) : readManifestLines(text, name);
  return sums ?? unusable(`${path} states no sum that is known here, so no file was compared with it.`);
}

/** Lines about files, without those about the manifest itself and about leftovers of the system. */
function ownEntries(
  path: string,
  sums: StatedSums,
  here: ReadonlyMap<string, string>,
  junk: ReadonlyMap<string, string>,
): PlacedSum[] {
  return placeEntries(path, sums.entries, here).filter(
    (entry) => entry.here !== path && !(entry.here === null && (junk.has(entry.place) || isLeftover(entry.place))),
  );
}

function isLeftover(place: string): boolean {
  return /(?:^|\/)(?:\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(place) || /(?:^|\/)__MACOSX\//i.test(place);
}

/** Sums each listed file once an algorithm; the others only where something is missing or changed. */
async function digestsOf(
  read: readonly Read[],
  files: readonly DeliveredFile[],
  options: ManifestOptions,
): Promise<Map<string, Map<string, string>>> {
  const digests = new Map<string, Map<string, string>>();
  for (const algorithm of new Set(read.map(({ sums }) => sums.algorithm))) {
    const entries = read.filter(({ sums }) => sums.algorithm === algorithm).flatMap((one) => one.entries);
    const listed = new Set(entries.flatMap(({ here }) => (here === null ? [] : [here])));
    const found = new Map<string, string>();
    digests.set(algorithm, found);
    await sum([...listed], algorithm, found, options);
    if (entries.some(({ here, digest }) => here === null || (found.has(here) && found.get(here) !== digest))) {
      const others = files.filter(({ path, kind }) => kind !== 'junk' && kind !== 'manifest' && !listed.has(path));
      await sum(
        others.map(({ path }) => path),
        algorithm,
        found,
        options,
      );
    }
  }
  return digests;
}

async function sum(
  paths: readonly string[],
  algorithm: string,
  found: Map<string, string>,
  { piecesOf, unopened, signal, onProgress }: ManifestOptions,
): Promise<void> {
  for (const [done, path] of paths.entries()) {
    signal?.throwIfAborted();
    onProgress?.(done, paths.length, path);
    if (unopened.has(path)) continue;
    try {
      found.set(path, await digestOf(piecesOf(path), algorithm, signal));
    } catch (error) {
      signal?.throwIfAborted();
      diskCode(error); // the step that reads headers names what the disk does not give
    }
  }
}

/** Not one of several sums fits, and only their length says which algorithm they are: another one has this length, too. */
function isAnotherAlgorithm({ sums }: Read, results: readonly SumResult[]): boolean {
  const there = results.filter(({ is }) => is !== 'missing');
  return !sums.isNamed && there.length > 1 && there.every(({ is }) => is === 'changed');
}

function anotherAlgorithm({ path, sums }: Read): Unread {
  return {
    path,
    because: 'not-checked',
    message: `None of the ${counted(sums.entries.length, 'sum')} in ${path} is the ${sums.algorithm} of its file, so they are of another kind and nothing was compared.`,
  };
}

function factsOf({ path, sums, entries }: Read, results: readonly SumResult[]): ManifestFacts {
  return {
    path,
    algorithm: sums.algorithm,
    entries: entries.map(({ here, place, digest, line }) => ({ path: here ?? place, digest, line })),
    results,
  };
}

/** Files that lie where a manifest lists files and that none of the manifests lists; each is named once. */
function withExtras(manifests: readonly ManifestFacts[], files: readonly DeliveredFile[]): ManifestFacts[] {
  const named = new Set(
    manifests.flatMap(({ entries, results }) => [...entries, ...results].flatMap((one) => namesIn(one))),
  );
  return manifests.map((manifest) => {
    const folder = coveredFolder(manifest);
    if (folder === null) return manifest;
    const extra = files.filter(
      ({ path, kind }) =>
        kind !== 'junk' && kind !== 'manifest' && path.normalize('NFC').startsWith(folder) && !named.has(path),
    );
    for (const { path } of extra) named.add(path);
    return {
      ...manifest,
      results: [...manifest.results, ...extra.map(({ path }) => ({ path, is: 'extra' as const }))],
    };
  });
}

function namesIn({ path, now }: { readonly path: string; readonly now?: string }): string[] {
  return now === undefined ? [path] : [path, now];
}

/** The folder that holds all files of a manifest, with its '/'; null for a sum beside one file ("Kick.wav.md5"). */
function coveredFolder({ path, entries }: ManifestFacts): string | null {
  const [first] = entries;
  if (first === undefined || (entries.length === 1 && fileName(path).startsWith(fileName(first.path)))) return null;
  let folder = first.path.slice(0, first.path.lastIndexOf('/') + 1).normalize('NFC');
  for (const entry of entries) {
    while (!entry.path.normalize('NFC').startsWith(folder))
      folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder;
}

function diskCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null || code.startsWith('ERR_')) throw error;
  return code;
}
