import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AudioHeader } from '../../../src/model/delivery.js';
import type { MeasureJob, MeasureOutcome } from '../../../src/scan/audio/index.js';
import { measureInWorkers } from '../../../src/scan/audio/worker-lanes.js';

const folder = mkdtempSync(join(tmpdir(), 'stemcheck-lanes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'worker.mjs');
// Stands in for the measuring: what a file is called says how reading it goes.
writeFileSync(
  file,
  `import { parentPort } from 'node:worker_threads';
   parentPort.on('message', ({ path }) => {
     if (path.startsWith('hangs')) for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     if (path.startsWith('dies')) throw new Error('out of luck');
     if (path.startsWith('slow')) {
       const alive = setInterval(() => parentPort.postMessage('alive'), 50);
       setTimeout(() => { clearInterval(alive); parentPort.postMessage({ path, faults: [] }); }, 900);
     } else parentPort.postMessage({ path, faults: [] });
   });`,
);

describe('files that are measured side by side', () => {
  it('are given up one by one when they hang, and the others go on', async () => {
    const outcomes = await run(['hangs.wav', 'a.wav', 'b.wav', 'hangs too.wav', 'c.wav']);
    expect(outcomes.get('hangs.wav')?.unread).toMatchObject({
      because: 'timed-out',
      message: 'hangs.wav was not measured: it gave no data for 0.5 seconds.',
    });
    expect(outcomes.get('hangs too.wav')?.unread?.because).toBe('timed-out');
    for (const path of ['a.wav', 'b.wav', 'c.wav']) expect(outcomes.get(path)).toEqual({ path, faults: [] });
  });

  it('print nothing, however many there are', async () => {
    const warnings: string[] = [];
    const note = ({ message }: Error): unknown => warnings.push(message);
    process.on('warning', note);
    await run(Array.from({ length: 40 }, (_, at) => `${at}.wav`));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('are waited for as long as they go on', async () => {
    expect((await run(['slow.wav'])).get('slow.wav')).toEqual({ path: 'slow.wav', faults: [] });
  });

  it('cost only themselves when their thread ends', async () => {
    const outcomes = await run(['dies.wav', 'a.wav']);
    expect(outcomes.get('dies.wav')?.unread?.because).toBe('unreadable');
    expect(outcomes.get('a.wav')?.unread).toBeUndefined();
  });

  it('are left within a second when a person stops the run', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    const started = performance.now();
    await expect(run(['hangs.wav', 'hangs too.wav', 'a.wav'], 60_000, stop.signal)).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(1300);
  });
});

async function run(paths: readonly string[], hangsAfterMs = 500, signal?: AbortSignal) {
  const outcomes = new Map<string, MeasureOutcome>();
  const queue = paths.map((path): MeasureJob => ({ absolutePath: path, path, bytes: 1, header: {} as AudioHeader }));
  const keep = (job: MeasureJob, outcome: MeasureOutcome): unknown => outcomes.set(job.path, outcome);
  await measureInWorkers(queue, keep, { threads: 2, file, signal, hangsAfterMs });
  return outcomes;
}
