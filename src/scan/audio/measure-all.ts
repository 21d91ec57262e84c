import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type CacheSettings, type MeasureCache, measureCache } from '../cache/index.js';
import { compiledKernel } from './kernel/kernel.js';
import { type MeasureJob, type MeasureOutcome, measureFile, unread } from './measure-file.js';
import { METERS_VERSION } from './meters/version.js';

type MeasureOptions = {
  /** threads at most; 1 measures in this thread */
  readonly jobs: number;
  /** null: nothing is looked up or kept */
  readonly cache: CacheSettings | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number, path: string) => void;
};

/** A worker costs as much to start as measuring some megabytes, so a small delivery is measured faster without. */
const WORTH_WORKERS_BYTES = 100_000_000;
/** A file that gives nothing for so long hangs: a network drive that is gone, a pipe that nobody writes to. */
const HANGS_AFTER_MS = 60_000;
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
  const threads = Math.min(options.jobs, queue.length);
  const bytes = queue.reduce((sum, job) => sum + job.bytes, 0);
  const worker = threads < 2 || bytes < WORTH_WORKERS_BYTES ? null : workerFile();
  if (worker === null) await measureHere(queue, keep, options.signal);
  else await measureInWorkers(queue, keep, threads, worker, options.signal);
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

type Keep = (job: MeasureJob, outcome: MeasureOutcome) => void;

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
    const outcome = await measureFile(job, breathe);
    signal?.throwIfAborted();
    keep(job, outcome);
  }
}

async function measureInWorkers(
  queue: MeasureJob[],
  keep: Keep,
  threads: number,
  file: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const workers = new Set<Worker>();
  const stop = (): void => {
    for (const worker of workers) void worker.terminate();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(Array.from({ length: threads }, () => lane()));
    signal?.throwIfAborted();
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }

  async function lane(): Promise<void> {
    let worker: Worker | null = null;
    for (let job = queue.shift(); job !== undefined && !signal?.aborted; job = queue.shift()) {
      if (worker === null) {
        worker = new Worker(file, { workerData: { kernel: compiledKernel() } });
        workers.add(worker);
      }
      const outcome = await askWorker(worker, job);
      if (typeof outcome !== 'string') {
        keep(job, outcome);
        continue;
      }
      // A worker that hangs or died is not asked again; the next file gets a new one.
      workers.delete(worker);
      void worker.terminate();
      worker = null;
      if (signal?.aborted) return;
      if (outcome === 'hangs')
        keep(job, unread(job, 'timed-out', `it gave no data for ${HANGS_AFTER_MS / 1000} seconds`));
      else keep(job, unread(job, 'unreadable', 'reading it ended the thread that read it'));
    }
  }
}

/** The worker's answer; or that it gave none in time, or ended before it did. */
function askWorker(worker: Worker, job: MeasureJob): Promise<MeasureOutcome | 'hangs' | 'ended'> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => settle('hangs'), HANGS_AFTER_MS);
    const onMessage = (message: MeasureOutcome | 'alive'): void => {
      clearTimeout(timer);
      if (message === 'alive') timer = setTimeout(() => settle('hangs'), HANGS_AFTER_MS);
      else settle(message);
    };
    const onEnd = (): void => settle('ended');
    const settle = (outcome: MeasureOutcome | 'hangs' | 'ended'): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      worker.on('error', () => {}); // a late one must not end the program
      resolve(outcome);
    };
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    worker.postMessage(job);
  });
}
