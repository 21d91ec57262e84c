import { describe, expect, it } from 'vitest';
import { startMeasuring } from '../../../src/scan/audio/meters/measure-samples.js';
import { plainPass } from '../../../src/scan/audio/meters/plain-pass.js';
import type { SampleFormat } from '../../../src/scan/audio/meters/sample-format.js';
import { soundPass } from '../../../src/scan/audio/sound-passes.js';
import { encode, format, noise, sine } from './pcm.js';

function measure(channels: readonly ArrayLike<number>[], change: Partial<SampleFormat> = {}, passOf = plainPass) {
  const shape = format({ channels: channels.length, ...change });
  const measuring = startMeasuring(shape, null, passOf);
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
  const passes = { 'the plain pass': plainPass, 'the kernel': soundPass };
  const cases = Object.keys(passes).flatMap((name) => [1, 7, 4096, 65_536].map((size) => [name, size] as const));
  it.each(cases)('changes nothing for %s at %i bytes', (name, size) => {
    const shape = format({ channels: 2 });
    const bytes = encode([noise(19_000, 0.9), sine(19_000, 440)], shape);
    const pass = passes[name as keyof typeof passes];
    const whole = startMeasuring(shape, null, pass);
    whole.push(bytes);
    const parts = startMeasuring(shape, null, pass);
    for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
    expect(parts.finish()).toEqual(whole.finish());
  });
});

describe('a file of floats', () => {
  it('keeps its overs: a sine at +6 dB peaks at +6.02 dBFS', () => {
    const over = measure([sine(48_000, 997, 2)], { coding: 'float', containerBits: 32 });
    expect(over.peakDbfs).toBeCloseTo(6.02, 2);
    expect(over.truePeakDbtp).toBeCloseTo(6.02, 1);
    expect(over.badSamples.overs).toBeGreaterThan(30_000);
  });

  it('with samples that are no numbers in one channel still has the figures of both', () => {
    const [left, right] = [sine(48_000, 440, 0.5), sine(48_000, 660, 0.25)];
    const hurt = left.map((value, i) => (i % 1000 === 500 ? Number.NaN : value));
    const measured = measure([hurt, right], { coding: 'float', containerBits: 32 }, soundPass);
    expect(measured.badSamples.nan).toBe(48);
    expect(measured.channelPeaksDbfs[0]).toBeCloseTo(-6.02, 2);
    expect(measured.channelPeaksDbfs[1]).toBeCloseTo(-12.04, 2);
    expect(Number.isFinite(measured.integratedLufs)).toBe(true);
    expect(Number.isFinite(measured.truePeakDbtp)).toBe(true);
  });
});
