import { join, resolve } from 'node:path';
import type { Brief } from '../model/brief.js';
import type { ArchiveFacts, DeliveredFile, Delivery, SessionFacts } from '../model/delivery.js';
import { archivesIn, damagedFiles } from './archives/archive-facts.js';
import { type ManifestsRead, readManifests } from './archives/manifests.js';
import type { MeasureOutcome } from './audio/index.js';
import { gatherWords } from './gather-words.js';
import { type AssignedKind, assignKinds, type Candidate } from './kinds.js';
import { labelNames } from './names/index.js';
import { openPlace, type Place, zipItself } from './place.js';
import { relate } from './relate.js';
import { withRoughFigures } from './relations/rough-figures.js';
import type { ScanOptions } from './scan-options.js';
import { formOfName } from './sniff.js';
import { commonSong, songOfFolder } from './song.js';
import { songFolders } from './songs.js';
import { type FileFacts, readFileFacts } from './source/read-file.js';
import { wholeFile } from './source/whole-file.js';
import { isOutOfReach, unreadOf } from './unread.js';
import type { Listing } from './walk.js';

/**
 * Reads what lies in a delivered folder or ZIP: walk → sniff → headers → words → kinds → measure → relate. Facts only.
 *
 * @param folder the delivered folder or ZIP, as the caller wrote it
 * @returns the Delivery; files that could not be read stand in its coverage
 * @throws FolderUnreadableError where the folder itself cannot be listed
 */
export async function scan(folder: string, options: ScanOptions = {}): Promise<Delivery> {
  const root = resolve(folder);
  const progress = options.onProgress ?? (() => undefined);
  progress({ step: 'list', done: 0, of: 0, path: null });
  const place = await openPlace(root);
  const { listing, name } = place;
  const facts = await readHeaders(root, listing, options);
  progress({ step: 'words', done: 0, of: 0, path: null });
  const labels = labelNames(listing.files);
  const candidates = listing.files.flatMap((path): Candidate[] => {
    const fact = facts.get(path);
    const label = labels.get(path);
    return fact === undefined || label === undefined
      ? []
      : [{ path, form: fact.form, label, ...(fact.header ? { header: fact.header } : {}) }];
  });
  const words = await gatherWords(root, candidates, options.brief);
  const kinds = assignKinds(candidates, words.brief, songNames(words.brief, audioPaths(candidates), name));
  const files = candidates.map((candidate) => delivered(place, candidate, facts, kinds));
  const sessions = await readSessions(place, files);
  const archives = await readArchives(place, files, options);
  const sums = await compareManifests(place, files, facts, options);
  const measured = options.quick ? null : await measure(root, files, options);
  const heard = files.map((file) => withSound(file, measured?.get(file.path)));
  const songs = songFolders(heard);
  // Stems of several songs have no common start, and no rough mix holds them all.
  const relations = await relate(root, heard, words.brief, songs.length > 0 ? { ...options, rough: false } : options);
  return {
    schemaVersion: 1,
    root: folder,
    song: words.brief.song[0]?.value ?? commonSong(stemPaths(heard)) ?? songOfFolder(name),
    files: withRoughFigures(heard, relations.rough),
    songs,
    brief: words.brief,
    sessions,
    archives,
    manifests: sums.manifests,
    relations,
    coverage: {
      quick: options.quick === true,
      unread: unreadOf(listing, facts, measured, [...words.unread, ...sums.unread]),
      specials: listing.specials,
    },
  };
}

async function readHeaders(
  root: string,
  listing: Listing,
  { signal, onProgress }: ScanOptions,
): Promise<Map<string, FileFacts>> {
  const facts = new Map<string, FileFacts>();
  const of = listing.files.length;
  for (const [done, path] of listing.files.entries()) {
    if (done % 100 === 0) {
      signal?.throwIfAborted();
      onProgress?.({ step: 'headers', done, of, path });
    }
    const form = formOfName(path);
    if (form !== null) {
      facts.set(path, { form, faults: [] });
      continue;
    }
    // Plain PCM is read without a promise: a promise a file costs four times as much as the read itself.
    const read = readFileFacts(join(root, path), path);
    facts.set(path, read instanceof Promise ? await read : read);
  }
  return facts;
}

function delivered(
  place: Place,
  { path, label, header }: Candidate,
  facts: ReadonlyMap<string, FileFacts>,
  kinds: ReadonlyMap<string, AssignedKind>,
): DeliveredFile {
  const fact = facts.get(path);
  const assigned = kinds.get(path);
  return {
    path,
    bytes: fact?.bytes ?? place.sizeOf(path),
    kind: assigned?.kind ?? 'other',
    kindBecause: assigned?.because ?? 'nothing says what it is',
    label,
    ...(header ? { header } : {}),
    ...(fact?.tags ? { tags: fact.tags } : {}),
    faults: fact?.faults ?? [],
  };
}

async function readSessions({ root, zip }: Place, files: readonly DeliveredFile[]): Promise<SessionFacts[]> {
  const paths = files.filter(
    ({ kind, path, faults }) =>
      (kind === 'session' || kind === 'midi') &&
      formOfName(path) === null &&
      !faults.some(({ id }) => id === 'vanished'),
  );
  if (paths.length === 0) return [];
  const { readSession } = await import('./sessions/index.js');
  return Promise.all(
    paths.map(async ({ path }) => readSession(zip === null ? join(root, path) : await sessionIn(root, path), path)),
  );
}

/** All of a session that lies in an archive; the path, which opens nothing, where it cannot be taken out. */
async function sessionIn(root: string, path: string): Promise<string | Uint8Array> {
  const absolutePath = join(root, path);
  try {
    return (await wholeFile(absolutePath, MOST_PACKED_SESSION_BYTES)) ?? absolutePath;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return absolutePath;
    throw error;
  }
}

/** The ZIP that the delivery lies in, then the archives that lie in the delivery. */
async function readArchives(
  place: Place,
  files: readonly DeliveredFile[],
  { quick, signal, onProgress }: ScanOptions,
): Promise<ArchiveFacts[]> {
  const { zip, root } = place;
  const isVerified = quick !== true && zip !== null && !('message' in zip);
  const damaged = isVerified
    ? await damagedFiles(zip, signal, (done, of, path) => onProgress?.({ step: 'sums', done, of, path }))
    : [];
  return [...zipItself(place, damaged), ...(await archivesIn(files, (path) => join(root, path)))];
}

async function compareManifests(
  { piecesOf }: Place,
  files: readonly DeliveredFile[],
  facts: ReadonlyMap<string, FileFacts>,
  options: ScanOptions,
): Promise<ManifestsRead> {
  return readManifests(files, {
    piecesOf,
    unopened: new Set([...facts].flatMap(([path, fact]) => (isOutOfReach(fact) ? [path] : []))),
    quick: options.quick === true,
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: (done, of, path) => options.onProgress?.({ step: 'sums', done, of, path }),
  });
}

const MOST_PACKED_SESSION_BYTES = 64 << 20;
const SOUNDING: readonly string[] = ['stem', 'rough-mix'];

async function measure(
  root: string,
  files: readonly DeliveredFile[],
  options: ScanOptions,
): Promise<Map<string, MeasureOutcome>> {
  const jobs = files.flatMap(({ path, bytes, kind, header }) =>
    header !== undefined && SOUNDING.includes(kind) ? [{ absolutePath: join(root, path), path, header, bytes }] : [],
  );
  if (jobs.length === 0) return new Map();
  const { measureAll } = await import('./audio/index.js');
  return measureAll(jobs, {
    jobs: options.jobs ?? 0,
    cache: options.cache ?? null,
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: (done, of, path) => options.onProgress?.({ step: 'sound', done, of, path }),
  });
}

function withSound(file: DeliveredFile, outcome: MeasureOutcome | undefined): DeliveredFile {
  if (outcome === undefined) return file;
  return {
    ...file,
    ...(outcome.measured ? { measured: outcome.measured } : {}),
    faults: [...file.faults, ...outcome.faults],
  };
}

function songNames(brief: Brief, paths: readonly string[], folderName: string): string[] {
  return [...brief.song.map(({ value }) => value), commonSong(paths), songOfFolder(folderName)].filter(
    (name) => name !== null,
  );
}

function audioPaths(candidates: readonly Candidate[]): string[] {
  return candidates.filter(({ form }) => form.is === 'audio').map(({ path }) => path);
}

function stemPaths(files: readonly DeliveredFile[]): string[] {
  return files.filter(({ kind }) => kind === 'stem').map(({ path }) => path);
}
