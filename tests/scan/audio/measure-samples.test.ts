import { describe, expect, it } from 'vitest';
import { startMeasuring } from '../../../src/scan/audio/meters/measure-samples.js';
import type { SampleFormat } from '../../../src/scan/audio/meters/sample-format.js';
import { encode, format, noise, sine } from './pcm.js';

function measure(channels: readonly ArrayLike<number>[], change: Partial<SampleFormat> = {}) {
  const shape = format({ channels: channels.length, ...change });
  const measuring = startMeasuring(shape, null);
  measuring.push(encode(channels, shape));
  return measuring.finish();
}

describe('the same sound in another container', () => {
  const sound = Float64Array.from(noise(10_001), (value) => Math.round(value * 32_000) / 32_768);

  it('has one hash as 16 and 24 bit, in either byte order', () => {
    const hashes = [
      measure([sound, sound], { containerBits: 16 }),
      measure([sound, sound], { containerBits: 16, bigEndian: true }),
      measure([sound, sound], { containerBits: 24 }),
      measure([sound, sound], { containerBits: 24, bigEndian: true }),
      measure([sound, sound], { containerBits: 32 }),
    ].map(({ pcmHash }) => pcmHash);
    expect(new Set(hashes).size).toBe(1);
  });

  it('has another hash at another rate, and where one bit, the order or the length differs', () => {
    const changedBit = Float64Array.from(sound, (value, i) => (i === 5000 ? value + 1 / 32_768 : value));
    const swapped = Float64Array.from(sound, (_, i) => sound[i < 32 ? (i + 16) % 32 : i]!);
    const hashes = [
      measure([sound]),
      measure([sound], { sampleRate: 44_100 }),
      measure([changedBit]),
      measure([swapped]),
      measure([sound.subarray(0, 10_000)]),
      measure([[...sound, 0]]),
    ].map(({ pcmHash }) => pcmHash);
    expect(new Set(hashes).size).toBe(6);
  });
});

describe('levels', () => {
  it('of a sine are its amplitude, and its amplitude over √2', () => {
    const { peakDbfs, rmsDbfs } = measure([sine(48_000, 1000, 0.5)]);
    expect(peakDbfs).toBeCloseTo(-6.0206, 3);
    expect(rmsDbfs).toBeCloseTo(-9.0309, 3);
  });
  it('of zeros are no numbers but digital silence', () => {
    const { peakDbfs, rmsDbfs, silence } = measure([new Float64Array(4800)]);
    expect({ peakDbfs, rmsDbfs, silence }).toEqual({
      peakDbfs: null,
      rmsDbfs: null,
      silence: { kind: 'digital', noiseRmsDbfs: null },
    });
  });
  it('of a single sample is that sample', () => {
    expect(measure([[0.25]])).toMatchObject({ frames: 1, peakAtFrame: 0, firstSoundFrame: 0, lastSoundFrame: 0 });
  });
});

describe('the block size of the reader', () => {
  it.each([1, 7, 4096, 65_536])('changes nothing at %i bytes', (size) => {
    const shape = format({ channels: 2 });
    const bytes = encode([noise(9000), sine(9000, 440)], shape);
    const whole = startMeasuring(shape, null);
    whole.push(bytes);
    const parts = startMeasuring(shape, null);
    for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
    expect(parts.finish()).toEqual(whole.finish());
  });
});
