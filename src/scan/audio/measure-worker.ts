import { parentPort, workerData } from 'node:worker_threads';
import { adoptKernel } from './kernel/kernel.js';
import { type MeasureJob, measureFile } from './measure-file.js';

/** How often the main thread hears that a long file goes on. */
const ALIVE_EVERY_MS = 1000;

adoptKernel((workerData as { readonly kernel: object | null }).kernel);

// One file at a time: the next job comes when this one's outcome has gone out.
parentPort?.on('message', async (job: MeasureJob) => {
  let toldAt = performance.now();
  const breathe = async (): Promise<void> => {
    if (performance.now() - toldAt < ALIVE_EVERY_MS) return;
    toldAt = performance.now();
    parentPort?.postMessage('alive');
  };
  parentPort?.postMessage(await measureFile(job, breathe));
});
