import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Brief } from '../model/brief.js';
import type { DeliveredFile } from '../model/delivery.js';
import type { Relations } from '../model/relations.js';
import { countingRoughMix } from '../model/rough-mix.js';
import { METERS_VERSION } from './audio/meters/version.js';
import { type CacheSettings, digest, fileState, keptValues } from './cache/index.js';
import { copiesAmong, withCopies } from './relations/copies.js';
import { RELATIONS_VERSION } from './relations/version.js';
import { type RelateJob, relateHere, type SoundJob } from './relations-job.js';
import type { RelateMessage } from './relations-worker.js';

export type RelateSettings = {
  /** null: what was found is not kept between runs */
  readonly cache?: CacheSettings | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number, path: string | null) => void;
};
export type SoundRelations = Pick<Relations, 'rough' | 'roughBecause' | 'twins' | 'buses'>;

/** A comparison that is made in less than a second needs no thread of its own. */
const WORTH_A_WORKER_BYTES = 10_000_000;

/**
 * Holds the stems of a delivery against its rough mix and against each other, in a thread of its own.
 *
 * @param known which files hold the same sound, and which are dry versions
 * @param root the delivered folder
 * @returns facts; where nothing was compared, `roughBecause` says why
 * @throws the reason of `signal` when it aborts
 */
export async function relateDelivery(
  files: readonly DeliveredFile[],
  brief: Brief,
  known: Pick<Relations, 'dryTwins' | 'sameSound'>,
  root: string,
  settings: RelateSettings = {},
): Promise<SoundRelations> {
  const paths = files.flatMap(({ path, kind }) => (kind === 'stem' ? [path] : []));
  const copies = copiesAmong(known.sameSound, paths, new Set(known.dryTwins.map(({ dry }) => dry)));
  const once = files.filter(({ path }) => !copies.has(path));
  const job = jobOf(once, brief, known.dryTwins, root);
  if (job.stems.length === 0 || (job.rough === null && job.stems.length < 2)) {
    return {
      rough: null,
      roughBecause: job.roughBecause ?? 'There is no stem to hold against it.',
      twins: [],
      buses: [],
    };
  }
  settings.signal?.throwIfAborted();
  const related = await relateOnce(job, settings);
  return { ...related, rough: withCopies(related.rough, copies, paths) };
}

/** The comparison itself, or what an earlier run found between the same files in the same state. */
async function relateOnce(job: RelateJob, settings: RelateSettings): Promise<SoundRelations> {
  const cache = settings.cache ? keptValues<SoundRelations>(settings.cache) : null;
  const key = cache === null ? null : keyOf(job);
  const kept = key === null ? null : (cache?.lookUp(key) ?? null);
  if (kept !== null) return kept;
  const bytes = job.stems.reduce((sum, stem) => sum + stem.bytes, 0);
  const worker = bytes < WORTH_A_WORKER_BYTES ? null : workerFile();
  const related = await (worker === null ? relateInThisThread(job, settings) : relateInWorker(job, worker, settings));
  // A file that changed while it was compared is in no state that a later run could ask for.
  if (key !== null && keyOf(job) === key) await cache?.keep(key, related);
  cache?.close();
  return related;
}

/** Names these files in their states, with what is known of them; null where that cannot be told. */
function keyOf(job: RelateJob): string | null {
  const sounds = job.rough === null ? job.stems : [...job.stems, job.rough];
  const states = sounds.map(({ absolutePath }) => fileState(absolutePath));
  if (states.includes(null)) return null;
  return digest(JSON.stringify([RELATIONS_VERSION, METERS_VERSION, states, job]));
}

function jobOf(
  files: readonly DeliveredFile[],
  brief: Brief,
  dryTwins: Relations['dryTwins'],
  root: string,
): RelateJob {
  const dry = new Set(dryTwins.map((twin) => twin.dry));
  const stems = files.flatMap((file): SoundJob[] =>
    file.kind === 'stem' ? soundJob(root, file, dry.has(file.path)) : [],
  );
  const counting = countingRoughMix(files, brief);
  const [rough] = counting === null ? [] : soundJob(root, counting, false);
  const isThere = files.some(({ kind }) => kind === 'rough-mix');
  const roughBecause =
    rough !== undefined
      ? null
      : counting !== null
        ? 'The rough mix could not be read.'
        : isThere
          ? 'It cannot be told which of the rough mixes counts.'
          : 'There is no rough mix.';
  return { rough: rough ?? null, stems, dryTwins, roughBecause };
}

/** None where the file's sound was not read. */
function soundJob(root: string, file: DeliveredFile, isDryTwin: boolean): SoundJob[] {
  const { path, bytes, header, measured } = file;
  if (header === undefined || measured === undefined) return [];
  const { islands, overview } = measured;
  const levels = overview?.rms ?? null;
  return [{ absolutePath: join(root, path), path, bytes, header, islands, levels, isDryTwin }];
}

function workerFile(): string | null {
  for (const place of ['relations-worker.js', '../relations-worker.js']) {
    const path = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(path)) return path;
  }
  return null;
}

async function relateInThisThread(job: RelateJob, { signal, onProgress }: RelateSettings): Promise<SoundRelations> {
  return relateHere(job, {
    pause: async () => {
      await new Promise<void>((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
    onProgress: onProgress ?? (() => undefined),
  });
}

function relateInWorker(job: RelateJob, file: string, { signal, onProgress }: RelateSettings): Promise<SoundRelations> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: job });
    const end = (): void => {
      signal?.removeEventListener('abort', stop);
      void worker.terminate();
    };
    const stop = (): void => {
      end();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: RelateMessage) => {
      if (message.is === 'progress') {
        onProgress?.(message.done, message.of, message.path);
        return;
      }
      end();
      resolve(message.relations);
    });
    worker.once('error', (error) => {
      end();
      reject(error);
    });
  });
}
