import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { flacFile } from '../../../fixtures/flac-file.js';
import type { AudioHeader } from '../../../src/model/delivery.js';
import { measureAll } from '../../../src/scan/audio/index.js';
import { measure } from './measure.js';
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

describe('a defect just large enough, and one just too small', () => {
  it('three tops cut flat for three frames are clipping, two are not', () => {
    expect(measure([flatTops(3)]).clipping).toMatchObject({ runs: 3, longestFrames: 3, atFullScale: true });
    expect(measure([flatTops(2)]).clipping).toBeNull();
  });

  it('a hole of 5 ms is a drop-out, one whose edges were faded is not', () => {
    const at = { fromFrame: 100_000, toFrame: 100_240 };
    const holed = holeAt(music(), at, 0);
    expect(measure([holed]).dropouts).toMatchObject([{ kind: 'gap', ...at }]);
    expect(measure([holeAt(music(), at, 480)]).dropouts).toEqual([]);
  });

  it('a block of 64 frames that plays twice is a drop-out', () => {
    const stuttering = music().copyWithin(100_000, 99_936, 100_000);
    expect(measure([stuttering]).dropouts).toMatchObject([{ kind: 'repeat', fromFrame: 100_000, blockFrames: 64 }]);
  });

  it('a side 61 dB below the other is dead, one 59 dB below is soft', () => {
    const left = music();
    expect(measure([left, left.map((x) => x * 10 ** (-61 / 20))]).silentSide).toBe('R');
    expect(measure([left, left.map((x) => x * 10 ** (-59 / 20))]).silentSide).toBeNull();
  });
});

/** Six seconds of noise and two tones, nothing in it near full scale. */
function music(): Float64Array {
  return noise(6 * RATE, 0.1, 7).map((x, i) => x + 0.3 * Math.sin(i / 30) + 0.2 * Math.sin(i / 11));
}

function flatTops(places: number): Float64Array {
  const sound = music();
  for (let place = 0; place < places; place++) sound.fill(1, 20_000 * (place + 1), 20_000 * (place + 1) + 3);
  return sound;
}

/** Digital silence, with fades of so many frames into it and out of it. */
function holeAt(
  sound: Float64Array,
  { fromFrame, toFrame }: { fromFrame: number; toFrame: number },
  fadeFrames: number,
): Float64Array {
  return sound.map((x, i) => {
    const away = i < fromFrame ? fromFrame - i : i - toFrame + 1;
    return away <= 0 ? 0 : x * Math.min(1, away / Math.max(1, fadeFrames));
  });
}

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
