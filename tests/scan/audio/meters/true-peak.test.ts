import { describe, expect, it } from 'vitest';
import { truePeakMeter } from '../../../../src/scan/audio/meters/true-peak.js';
import { soundPass } from '../../../../src/scan/audio/sound-passes.js';
import { measure } from '../measure.js';
import { noise, sine } from '../pcm.js';

const RATE = 48_000;
const limited = noise(RATE, 3, 8).map((value, i) => Math.max(-0.9, Math.min(0.9, value + 2 * Math.sin(i / 25))));
/** Decaying notes of several partials with a breath of noise: few blocks of it come near its peak. */
const played = noise(2 * RATE, 0.02, 9).map((value, i) => {
  const since = i % 12_000;
  const note = [1, 2, 3, 5].reduce((sum, k) => sum + Math.sin(0.031 * k * i * (1 + Math.floor(i / 12_000) / 7)) / k, 0);
  return value + 0.35 * note * Math.exp(-since / 4000);
});
const SOUNDS: Record<string, Float64Array> = {
  noise: noise(RATE, 1, 3),
  'a limited wave': limited,
  'played notes': played,
  'a tone at half of its highest frequency, between the samples': sine(RATE, 12_000, 0.7, RATE, Math.PI / 4),
  'silence and one sample': new Float64Array(20_000).map((_, i) => (i === 9999 ? 1 : 0)),
};

describe('the true peak that is only looked for where the bound allows it', () => {
  it.each(Object.keys(SOUNDS))('equals that of every block: %s', (name) => {
    const samples = Float32Array.from(SOUNDS[name]!);
    const [some, all] = [truePeakMeter(), truePeakMeter(false)];
    for (const meter of [some, all]) {
      for (let at = 0; at < samples.length; at += 4096) {
        const block = samples.subarray(at, at + 4096);
        meter.push(block, block.length);
      }
    }
    const highest = all.finish();
    expect(some.finish()).toBe(highest);
    const kernel = measure([samples], { coding: 'float', containerBits: 32 }, soundPass).truePeakDbtp!;
    expect(kernel).toBeCloseTo(20 * Math.log10(highest), 4);
  });

  it('of a tone at a quarter of the rate, sampled beside its tops, is its own 3 dB more', () => {
    const tone = sine(RATE, 12_000, 0.5, RATE, Math.PI / 4);
    const { peakDbfs, truePeakDbtp } = measure([tone], {}, soundPass);
    expect(peakDbfs).toBeCloseTo(-9.03, 2);
    expect(Math.abs(truePeakDbtp! - -6.02)).toBeLessThan(0.1);
  });
});
