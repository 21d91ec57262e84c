import { join, resolve } from 'node:path';
import type { Brief } from '../model/brief.js';
import type { ArchiveFacts, DeliveredFile, Delivery, SessionFacts, Unread } from '../model/delivery.js';
import { NO_RELATIONS, type Relations } from '../model/relations.js';
import { archivesIn, damagedFiles } from './archives/archive-facts.js';
import { type ManifestsRead, readManifests } from './archives/manifests.js';
import type { CacheSettings, MeasureOutcome } from './audio/index.js';
import { gatherWords, type NamedBrief } from './gather-words.js';
import { type AssignedKind, assignKinds, type Candidate } from './kinds.js';
import { labelNames } from './names/index.js';
import { openPlace, type Place, zipItself } from './place.js';
import { dryTwinsByName } from './relations/dry-twins-by-name.js';
import { withRoughFigures } from './relations/rough-figures.js';
import { sameReferences, sameSound } from './relations/same-sound.js';
import { sameBytes } from './same-bytes.js';
import { formOfName } from './sniff.js';
import { commonSong } from './song.js';
import { songFolders } from './songs.js';
import { type FileFacts, readFileFacts } from './source/read-file.js';
import { wholeFile } from './source/whole-file.js';
import { byCodePoints, type Listing } from './walk.js';

export type ScanOptions = {
  /** names, headers and words only: no sample is read */
  readonly quick?: boolean;
  /** files measured at one time; 0: as many as the machine has cores */
  readonly jobs?: number;
  /** null: measurements are not kept between runs */
  readonly cache?: CacheSettings | null;
  /** false: the stems are not held against the rough mix */
  readonly rough?: boolean;
  /** a handoff file that the caller names: it stands in for the delivered one */
  readonly brief?: NamedBrief;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScanProgress) => void;
};
export type ScanProgress = {
  readonly step: 'list' | 'headers' | 'words' | 'sums' | 'sound' | 'rough-mix';
  readonly done: number;
  readonly of: number;
  readonly path: string | null;
};

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

/** Not here, or not given by the disk: reading it again would fetch it or fail again. */
function isOutOfReach({ form, faults }: FileFacts): boolean {
  return form.is === 'placeholder' || form.is === 'unfinished' || faults.some(({ is }) => is === 'unavailable');
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

async function relate(
  root: string,
  files: readonly DeliveredFile[],
  brief: Brief,
  options: ScanOptions,
): Promise<Relations> {
  const dryTwins = dryTwinsByName(files);
  if (options.quick) return { ...NO_RELATIONS, dryTwins };
  const stems = files.filter(({ kind }) => kind === 'stem');
  const haveEqualBytes = (a: string, b: string) => sameBytes(join(root, a), join(root, b));
  const printed = files.filter(({ kind }) => kind === 'stem' || kind === 'rough-mix');
  const same = [...sameSound(printed, haveEqualBytes), ...sameReferences(files, printed, haveEqualBytes)];
  options.signal?.throwIfAborted();
  const known = { ...NO_RELATIONS, sameSound: same, dryTwins };
  if (options.rough === false || stems.length === 0) return known;
  try {
    const { relateDelivery } = await import('./relations-node.js');
    const related = await relateDelivery(files, brief, dryTwins, root, {
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: (done, of, path) => options.onProgress?.({ step: 'rough-mix', done, of, path }),
    });
    return { ...known, ...related };
  } catch (error) {
    options.signal?.throwIfAborted();
    // A fault of ours in the heaviest step must not take away what all the others found; the report says what is missing.
    return { ...known, roughBecause: `the comparison with the rough mix broke off (${String(error)})` };
  }
}

function unreadOf(
  listing: Listing,
  facts: ReadonlyMap<string, FileFacts>,
  measured: ReadonlyMap<string, MeasureOutcome> | null,
  words: readonly Unread[],
): Unread[] {
  const files = [...facts].flatMap(([path, fact]): Unread[] => unreadFact(path, fact));
  const sounds = [...(measured?.values() ?? [])].flatMap(({ unread }) => (unread ? [unread] : []));
  const known = new Set(files.map(({ path }) => path));
  return [...listing.unread, ...files, ...sounds.filter(({ path }) => !known.has(path)), ...words].sort((a, b) =>
    byCodePoints(a.path, b.path),
  );
}

function unreadFact(path: string, { form, faults, header }: FileFacts): Unread[] {
  if (form.is === 'placeholder' || form.is === 'unfinished') {
    return [
      {
        path,
        because: 'not-local',
        message: `${path} is ${form.name}; reading it would start a transfer, so it was left alone.`,
      },
    ];
  }
  const fault =
    faults.find(({ is }) => is === 'unavailable') ??
    (header === undefined ? faults.find(({ is }) => is === 'unsupported' || is === 'wrong') : undefined);
  if (fault === undefined) return [];
  const because =
    UNREAD_BY_FAULT[fault.id] ??
    (fault.is === 'unavailable' ? 'disk-error' : fault.is === 'unsupported' ? 'unsupported' : 'unreadable');
  return [{ path, because, message: fault.message }];
}

const UNREAD_BY_FAULT: Readonly<Record<string, Unread['because']>> = {
  'no-permission': 'no-permission',
  vanished: 'vanished',
  changed: 'changed',
};

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

/** The folder's own name, where it is more than a word for a folder of stems. */
function songOfFolder(name: string): string | null {
  return name === '' ||
    /^(?:stems?|multi ?tracks?|audio ?files?|export|bounces?|upload|delivery|mix|files|wav|new folder)$/i.test(name)
    ? null
    : name;
}
