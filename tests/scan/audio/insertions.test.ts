import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { flacFile } from '../../../fixtures/flac-file.js';
import type { AudioHeader } from '../../../src/model/delivery.js';
import { measureAll } from '../../../src/scan/audio/index.js';
import { noise } from './pcm.js';

const RATE = 48_000;
const BLOCK_FRAMES = 4096;
const folder = mkdtempSync(join(tmpdir(), 'stemcheck-insertions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a FLAC file', () => {
  it.each([1, 2, 5, 4096])('whose last block holds %i frames is whole', async (last) => {
    const frames = 3 * BLOCK_FRAMES + last;
    const { measured, faults } = await measureFlac(flacFile([noise(frames, 0.5)], form), frames);
    expect(faults).toEqual([]);
    expect(measured?.frames).toBe(frames);
  });

  it('whose last block is gone is not', async () => {
    const whole = flacFile([noise(3 * BLOCK_FRAMES, 0.5)], form);
    const header = 42;
    const { faults } = await measureFlac(
      whole.subarray(0, header + Math.floor((2 * (whole.length - header)) / 3)),
      3 * BLOCK_FRAMES,
    );
    expect(faults.map(({ id }) => id)).toContain('sound-frames');
  });
});

const form = { sampleRate: RATE, bits: 16, wrongSum: false } as const;

async function measureFlac(bytes: Uint8Array, frames: number) {
  const absolutePath = join(folder, `${bytes.length}.flac`);
  writeFileSync(absolutePath, bytes);
  const header: AudioHeader = {
    container: 'flac',
    codec: 'flac',
    sampleRate: RATE,
    channels: 1,
    bitDepth: 16,
    float: false,
    frames,
    seconds: frames / RATE,
    lossy: false,
  };
  const job = { absolutePath, path: 'Take.flac', bytes: bytes.length, header };
  const outcome = (await measureAll([job], { jobs: 1, cache: null })).get(job.path);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}
