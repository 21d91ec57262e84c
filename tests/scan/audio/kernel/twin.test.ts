import { describe, expect, it } from 'vitest';
import type { Measurements } from '../../../../src/model/measurements.js';
import { kernelRuns } from '../../../../src/scan/audio/kernel/kernel.js';
import { kernelPass } from '../../../../src/scan/audio/kernel/kernel-pass.js';
import { plainPass } from '../../../../src/scan/audio/meters/plain-pass.js';
import type { SampleFormat } from '../../../../src/scan/audio/meters/sample-format.js';
import { measure } from '../measure.js';
import { noise, sine } from '../pcm.js';

const RATE = 48_000;
const burst = Float64Array.from(
  noise(3 * RATE, 0.5, 7),
  (value, i) => value * Math.exp(-((i % 9000) / 900)) + 0.2 * Math.sin(i / 70),
);
const limited = Float64Array.from(noise(2 * RATE, 1, 3), (value, i) =>
  Math.max(-0.9, Math.min(0.9, 2 * value * Math.sin(i / 5000))),
);
const gapped = burst.slice();
gapped.fill(0, 50_000, 50_700);
gapped.copyWithin(80_000, 80_000 - 256, 80_000);
gapped.fill(gapped[100_000]!, 100_000, 100_100);
const clicked = sine(3 * RATE, 49, 0.5);
clicked[70_000]! += 0.1;
/** Each buffer size played twice once, at places that no multiple of 64 meets, and one lag that goes on for five. */
const stuttered = noise(6 * RATE, 0.4, 12);
for (const [i, lag] of [64, 128, 256, 441, 480, 512, 960, 1024, 2048, 4096].entries()) {
  const at = 12_345 + i * 26_011;
  stuttered.copyWithin(at, at - lag, at);
}
for (let i = 1; i <= 5; i++) stuttered.copyWithin(5000 + 512 * i, 5000, 5512);
const halfSilent = Float64Array.from(burst, (value, i) => (i > 40_000 && i < 110_000 ? 0 : value));
const wrapped = sine(RATE, 220, 1.2).map((value) => ((((value + 1) % 2) + 2) % 2) - 1);

const SOUNDS: Record<string, readonly Float64Array[]> = {
  'mono bursts': [burst],
  'stereo noise': [noise(RATE, 0.9, 5), noise(RATE, 0.4, 6)],
  'limited stereo': [limited, limited.map((value, i) => 0.5 * value + 0.1 * Math.sin(i / 3))],
  'holes, repeats and held samples': [gapped, gapped],
  'buffers that were played twice': [stuttered, stuttered.map((value) => -0.5 * value)],
  'a click': [clicked, sine(3 * RATE, 49, 0.5)],
  'long silences': [halfSilent, halfSilent.map((value) => -value)],
  'a dead side': [burst, new Float64Array(burst.length)],
  'an overflow': [wrapped],
  zeros: [new Float64Array(20_000), new Float64Array(20_000)],
  'one frame': [[0.25], [-0.5]].map((frame) => Float64Array.from(frame)),
  'odd length': [noise(12_345, 0.3, 9)],
  'exactly one hop': [noise(4096, 0.3, 10), noise(4096, 0.3, 11)],
  'a low tone at full scale': [sine(2 * RATE, 30, 1)],
};
const FORMATS: Record<string, Partial<SampleFormat>> = {
  '24 bit': { containerBits: 24 },
  '16 bit at 44.1 kHz': { containerBits: 16, sampleRate: 44_100 },
  '32 bit big endian at 96 kHz': { containerBits: 32, bigEndian: true, sampleRate: 96_000 },
  'unsigned 8 bit': { containerBits: 8, coding: 'unsigned' },
  float: { containerBits: 32, coding: 'float' },
  'double big endian at 192 kHz': { containerBits: 64, coding: 'float', bigEndian: true, sampleRate: 192_000 },
  '24 bit big endian at 8 kHz': { containerBits: 24, bigEndian: true, sampleRate: 8000 },
};

describe.skipIf(!kernelRuns(RATE))('the kernel measures what the plain meters measure', () => {
  for (const [formatName, format] of Object.entries(FORMATS)) {
    it.each(Object.keys(SOUNDS))(`%s in ${formatName}`, (name) => {
      const sound = SOUNDS[name]!;
      expectEqual(measure(sound, format, kernelPass), measure(sound, format, plainPass));
    });
  }

  it('each buffer size that was played twice, and no loop', () => {
    const found = measure([stuttered], {}, kernelPass).dropouts.map(({ blockFrames }) => blockFrames);
    expect(found).toEqual([64, 128, 256, 441, 480, 512, 960, 1024, 2048, 4096]);
  });
  it('eight channels, pair by pair', () => {
    const channels = Array.from({ length: 8 }, (_, i) => noise(RATE, 0.1 * (i + 1), 20 + i));
    expectEqual(measure(channels, {}, kernelPass), measure(channels, {}, plainPass));
  });
  it('samples that are no numbers', () => {
    const bad = burst.slice();
    bad.set([Number.NaN, Number.POSITIVE_INFINITY, 1e9, 1e-40, 1.5, -3], 30_000);
    const format = { coding: 'float', containerBits: 32 } as const;
    expectEqual(measure([bad, burst], format, kernelPass), measure([bad, burst], format, plainPass));
  });
});

/**
 * Integers, hashes and places exactly; sums of f32 lanes to 1e-4 dB, the f32 true peak to 2e-5 dB. Means that are zero
 * but for the rounding of such sums have no sign and no level.
 */
function expectEqual(fast: Measurements, plain: Measurements): void {
  const flat = flatten(settled(fast));
  const expected = flatten(settled(plain));
  expect(Object.keys(flat).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) {
    const own = flat[key];
    if (typeof value === 'number' && typeof own === 'number' && !(Number.isInteger(value) && Number.isInteger(own))) {
      const tolerance = key.startsWith('truePeak') ? 2e-5 : key.startsWith('hum') ? 1e-2 : 1e-4;
      expect(Math.abs(own - value), `${key}: ${own} instead of ${value}`).toBeLessThan(tolerance);
    } else expect(own, key).toEqual(value);
  }
}

function settled(measured: Measurements): Measurements {
  return {
    ...measured,
    dcDbfs: measured.dcDbfs === null || measured.dcDbfs < -120 ? null : measured.dcDbfs,
    dc: measured.dc.map((channel) =>
      Math.abs(channel.offset) < 1e-6 ? { ...channel, offset: 0, oneSignShare: 0 } : channel,
    ),
    // White noise that is cut off jumps so often that both lists are full, of other jumps.
    clipping: measured.clipping && { ...measured.clipping, wraps: Math.min(100, measured.clipping.wraps) },
  };
}

function flatten(value: unknown, path = '', into: Record<string, unknown> = {}): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, path === '' ? key : `${path}.${key}`, into);
  } else into[path] = value;
  return into;
}
