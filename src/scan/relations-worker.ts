import { parentPort, workerData } from 'node:worker_threads';
import { type RelateJob, relateHere } from './relations-job.js';
import type { SoundRelations } from './relations-node.js';

export type RelateMessage =
  | { readonly is: 'progress'; readonly done: number; readonly of: number; readonly path: string | null }
  | { readonly is: 'done'; readonly relations: SoundRelations };

const say = (message: RelateMessage): void => parentPort?.postMessage(message);

// One comparison, then the thread ends.
const relations = await relateHere(workerData as RelateJob, {
  pause: async () => undefined,
  onProgress: (done, of, path) => say({ is: 'progress', done, of, path }),
});
say({ is: 'done', relations });
