import { describe, expect, it } from 'vitest';
import type { Measurements } from '../../../../src/model/measurements.js';
import { placeExcerpts } from '../../../../src/scan/audio/meters/excerpts.js';
import { measure } from '../measure.js';
import { noise, sine } from '../pcm.js';

const RATE = 48_000;

type Looked = { framesRead: number; clipping?: number[]; dropout?: number[]; stereo?: number[] };

/** What a second look at channels of samples gives for what was measured of them, and how many frames were read. */
function lookAgain(channels: readonly Float64Array[], measured: Measurements = measure(channels)): Looked {
  let framesRead = 0;
  const excerpts = placeExcerpts(measured, (fromFrame, frames) => {
    framesRead += frames;
    const cut = channels.map((samples) => Float32Array.from(samples.subarray(fromFrame, fromFrame + frames)));
    return { frames, channels: cut, words: [] };
  });
  return { ...measured.excerpts, ...excerpts, framesRead };
}

describe('what is kept for drawing', () => {
  it('of a clean file is nothing, and nothing of it is read again', () => {
    const clean = [noise(2 * RATE, 0.3, 1), noise(2 * RATE, 0.3, 2)].map((samples) =>
      samples.map((value, i) => value * Math.sin((Math.PI * i) / samples.length)),
    );
    expect(lookAgain(clean)).toEqual({ framesRead: 0 });
  });

  it('of a clipped file are 144 samples with the longest run in their middle', () => {
    const wave = sine(RATE, 440, 1.4).map((value) => Math.max(-1, Math.min(1, value)));
    wave.fill(1, 20_007, 20_060);
    const { clipping, framesRead } = lookAgain([wave]);
    expect(framesRead).toBe(144);
    expect(clipping).toHaveLength(144);
    expect(clipping!.slice(50, 94)).toEqual(Array.from({ length: 44 }, () => 1));
  });

  it('of a hole of 32 samples is the sound on both sides of it', () => {
    const holed = sine(2 * RATE, 300, 0.5);
    holed.fill(0, 40_000, 40_032);
    const { dropout } = lookAgain([holed]);
    expect(dropout).toHaveLength(192);
    expect(dropout!.slice(80, 112)).toEqual(Array.from({ length: 32 }, () => 0));
    expect(dropout![79]).toBeCloseTo(holed[39_999]!, 4);
  });

  it('of a hole of 200 ms are 192 points, a third of them silent', () => {
    const holed = sine(4 * RATE, 300, 0.5);
    holed.fill(0, 50_020, 59_620);
    const { dropout } = lookAgain([holed]);
    expect(dropout).toHaveLength(192);
    expect(dropout!.filter((value) => value === 0).length).toBeGreaterThanOrEqual(63);
  });

  it('of two equal sides are pairs of equal numbers, of a side upside down opposite ones', () => {
    const voice = noise(2 * RATE, 0.4, 5);
    const same = lookAgain([voice, voice]).stereo!;
    expect(same).toHaveLength(200);
    for (let i = 0; i < 200; i += 2) expect(same[i]).toBe(same[i + 1]);
    const turned = lookAgain([voice, voice.map((value) => -value)]).stereo!;
    for (let i = 0; i < 200; i += 2) expect(turned[i]! + turned[i + 1]!).toBe(0);
  });

  it('of a sound that stands at once and stops at once are its first and last 4 ms', () => {
    const cut = sine(35 * RATE, 110, 0.5, RATE, 1.2);
    const { head, tail } = measure([cut]).excerpts ?? {};
    expect(head).toHaveLength(192);
    expect(head![0]).toBeCloseTo(0.5 * Math.sin(1.2), 4);
    expect(tail?.at(-1)).toBeUndefined(); // a tone that never pauses has no floor that it could be above
    const rung = cut.map((value, i) => (i < 10 * RATE ? 0.0001 * value : value));
    expect(measure([rung]).excerpts?.tail).toHaveLength(192);
    expect(measure([rung]).excerpts?.tail?.at(-1)).toBeCloseTo(rung.at(-1)!, 4);
  });

  it('of a last frame that is clipped lies within the file', () => {
    const short = new Float64Array(100).fill(0.2);
    short.fill(1, 40, 60);
    const { clipping } = lookAgain([short]);
    expect(clipping).toHaveLength(100);
  });
});
