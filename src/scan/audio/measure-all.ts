import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type CacheSettings, type MeasureCache, measureCache } from '../cache/index.js';
import { type MeasureJob, type MeasureOutcome, measureFile, unread } from './measure-file.js';
import { METERS_VERSION } from './meters/version.js';
import { type Keep, measureInWorkers } from './worker-lanes.js';

type MeasureOptions = {
  /** threads at most; 1 measures in this thread, 0: one a core */
  readonly jobs: number;
  /** null: nothing is looked up or kept */
  readonly cache: CacheSettings | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number, path: string) => void;
};

/** A worker costs as much to start as measuring some megabytes, so a small delivery is measured faster without. */
const WORTH_WORKERS_BYTES = 100_000_000;
/** More only wait for the same disk, and each holds some ten megabytes. */
const MOST_THREADS = 8;
const PAUSE_EVERY_MS = 50;

/**
 * Measures many files, the largest first, each once.
 *
 * @returns an outcome for every job, by its path; the same whatever `jobs` is
 * @throws the reason of `signal` when it aborts
 */
export async function measureAll(
  jobs: readonly MeasureJob[],
  options: MeasureOptions,
): Promise<Map<string, MeasureOutcome>> {
  const outcomes = new Map<string, MeasureOutcome>();
  const tell = (outcome: MeasureOutcome): void => {
    outcomes.set(outcome.path, outcome);
    options.onProgress?.(outcomes.size, jobs.length, outcome.path);
  };
  const cache = options.cache === null ? null : measureCache(options.cache, METERS_VERSION);
  const keys = new Map(jobs.map((job) => [job.path, cache?.keyOf(job.absolutePath, job.header) ?? null]));
  const missing = jobs.filter((job) => {
    const key = keys.get(job.path) ?? null;
    const kept = key === null ? null : (cache?.lookUp(key) ?? null);
    if (kept !== null) tell({ path: job.path, ...kept });
    return kept === null;
  });
  const queue = missing.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const writes: Promise<void>[] = [];
  const keep = (job: MeasureJob, outcome: MeasureOutcome): void => {
    tell(outcome);
    if (cache !== null) writes.push(keepOutcome(cache, keys.get(job.path) ?? null, job, outcome));
  };
  const threads = Math.min(options.jobs || Math.min(MOST_THREADS, availableParallelism()), queue.length);
  const bytes = queue.reduce((sum, job) => sum + job.bytes, 0);
  const worker = threads < 2 || bytes < WORTH_WORKERS_BYTES ? null : workerFile();
  if (worker === null) await measureHere(queue, keep, options.signal);
  else await measureInWorkers(queue, keep, { threads, file: worker, signal: options.signal });
  await Promise.all(writes);
  cache?.close();
  return outcomes;
}

/** Keeps what was measured, if the file is still in the state that its key names. */
async function keepOutcome(
  cache: MeasureCache,
  key: string | null,
  job: MeasureJob,
  outcome: MeasureOutcome,
): Promise<void> {
  const { measured, faults } = outcome;
  if (key === null || measured === undefined || cache.keyOf(job.absolutePath, job.header) !== key) return;
  await cache.keep(key, { measured, faults });
}

/** The built worker stands beside the bundle; from sources there is none. */
function workerFile(): string | null {
  for (const place of ['measure-worker.js', '../measure-worker.js']) {
    const path = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(path)) return path;
  }
  return null;
}

async function measureHere(queue: readonly MeasureJob[], keep: Keep, signal: AbortSignal | undefined): Promise<void> {
  let pausedAt = performance.now();
  const breathe = async (): Promise<void> => {
    if (performance.now() - pausedAt < PAUSE_EVERY_MS) return;
    await new Promise<void>((resolve) => setImmediate(resolve)); // lets a key press and the progress line through
    pausedAt = performance.now();
    signal?.throwIfAborted();
  };
  for (const job of queue) {
    signal?.throwIfAborted();
    const outcome = await measureFile(job, breathe).catch((error: unknown) => {
      signal?.throwIfAborted();
      // A fault of ours on one file must not take away what all the others hold; a thread of its own would end alone.
      return unread(job, 'unreadable', `measuring it broke off (${String(error)})`);
    });
    signal?.throwIfAborted();
    keep(job, outcome);
  }
}
