import { Worker } from 'node:worker_threads';
import { compiledKernel } from './kernel/kernel.js';
import { type MeasureJob, type MeasureOutcome, unread } from './measure-file.js';

export type Keep = (job: MeasureJob, outcome: MeasureOutcome) => void;
type Lanes = {
  readonly threads: number;
  /** the worker's own file */
  readonly file: string;
  readonly signal: AbortSignal | undefined;
  readonly hangsAfterMs?: number;
};

/** A file that gives nothing for so long hangs: a network drive that is gone, a pipe that nobody writes to. */
const HANGS_AFTER_MS = 60_000;

/** Takes jobs from the queue until it is empty; each outcome is handed on when it comes. */
export async function measureInWorkers(
  queue: MeasureJob[],
  keep: Keep,
  { threads, file, signal, hangsAfterMs = HANGS_AFTER_MS }: Lanes,
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
        worker.on('error', () => {}); // one that comes late, when nobody asks it any more, must not end the program
        workers.add(worker);
      }
      const outcome = await askWorker(worker, job, hangsAfterMs);
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
        keep(job, unread(job, 'timed-out', `it gave no data for ${hangsAfterMs / 1000} seconds`));
      else keep(job, unread(job, 'unreadable', 'reading it ended the thread that read it'));
    }
  }
}

/** The worker's answer; or that it gave none in time, or ended before it did. */
function askWorker(worker: Worker, job: MeasureJob, hangsAfterMs: number): Promise<MeasureOutcome | 'hangs' | 'ended'> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => settle('hangs'), hangsAfterMs);
    const onMessage = (message: MeasureOutcome | 'alive'): void => {
      clearTimeout(timer);
      if (message === 'alive') timer = setTimeout(() => settle('hangs'), hangsAfterMs);
      else settle(message);
    };
    const onEnd = (): void => settle('ended');
    const settle = (outcome: MeasureOutcome | 'hangs' | 'ended'): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      resolve(outcome);
    };
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    worker.postMessage(job);
  });
}
