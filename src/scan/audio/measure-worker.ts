import { parentPort } from 'node:worker_threads';
import { type MeasureJob, measureFile } from './measure-file.js';

// One file at a time: the next job comes when this one's outcome has gone out.
parentPort?.on('message', (job: MeasureJob) => {
  parentPort?.postMessage(measureFile(job));
});
