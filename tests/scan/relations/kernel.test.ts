import { describe, expect, it } from 'vitest';
import { sampleRoom } from '../../../src/scan/relations/kernel/decoding.js';
import { columnProducts, plainProducts } from '../../../src/scan/relations/rough/products.js';
import {
  decimate,
  decimationLead,
  decimationOf,
  plainDecimate,
} from '../../../src/scan/relations/signal/decimation.js';
import { plainFourier, realFourier, spectrumOf } from '../../../src/scan/relations/signal/fourier.js';
import { randomOf } from './parts.js';

const noise = (seed: number, length: number): Float32Array => {
  const random = randomOf(seed);
  return Float32Array.from({ length }, () => random() - 0.5);
};

describe('the transform', () => {
  it.each([8, 64, 128, 4096, 65_536])('of %i samples is the sum that defines it', (size) => {
    const block = noise(size, size);
    for (const plan of [realFourier(size), plainFourier(size)]) {
      const spectrum = spectrumOf(size);
      plan.forward(block, spectrum);
      for (const bin of [0, 1, size / 4, size / 2 - 1, size / 2]) {
        let [real, imaginary] = [0, 0];
        for (let n = 0; n < size; n++) {
          const angle = (2 * Math.PI * ((bin * n) % size)) / size;
          real += block[n]! * Math.cos(angle);
          imaginary -= block[n]! * Math.sin(angle);
        }
        expect(Math.abs(spectrum.real[bin]! - real)).toBeLessThan(1e-5 * Math.sqrt(size));
        expect(Math.abs(spectrum.imaginary[bin]! - imaginary)).toBeLessThan(1e-5 * Math.sqrt(size));
      }
    }
  });

  it('gives the block again on the way back, and fills a short block up with silence', () => {
    const block = noise(3, 1000);
    const [spectrum, again] = [spectrumOf(2048), new Float32Array(2048)];
    realFourier(2048).forward(block, spectrum);
    realFourier(2048).inverse(spectrum, again);
    for (let n = 0; n < 2048; n++) expect(Math.abs(again[n]! - (block[n] ?? 0))).toBeLessThan(1e-6);
  });
});

describe('thinning', () => {
  it.each([8000, 32_000, 44_100, 96_000, 192_000])('at %i Hz is the same in the kernel and in plain code', (rate) => {
    const decimation = decimationOf(rate);
    const source = noise(rate, 20_000 * decimation.step + 2 * decimationLead(decimation));
    const [fast, plain] = [new Float32Array(20_000), new Float32Array(20_000)];
    decimate(decimation, source, fast);
    plainDecimate(decimation, source, plain);
    for (let i = 0; i < plain.length; i++) expect(Math.abs(fast[i]! - plain[i]!)).toBeLessThan(1e-6);
  });

  it('keeps a low tone and its place, and takes a tone away that would fold over', () => {
    const decimation = decimationOf(48_000);
    const lead = decimationLead(decimation);
    const tone = (hertz: number) =>
      Float32Array.from({ length: 8000 + 2 * lead }, (_, n) => Math.sin((2 * Math.PI * hertz * (n - lead)) / 48_000));
    const [low, high] = [new Float32Array(2000), new Float32Array(2000)];
    decimate(decimation, tone(500), low);
    decimate(decimation, tone(11_000), high);
    for (let i = 0; i < 2000; i++) {
      expect(Math.abs(low[i]! - Math.sin((2 * Math.PI * 500 * 4 * i) / 48_000))).toBeLessThan(0.03);
      expect(Math.abs(high[i]!)).toBeLessThan(0.05);
    }
  });
});

describe('products of columns', () => {
  it('are the sums that define them, for lengths that fill no whole vector', () => {
    const columns = [1, 2].map((seed) => [noise(seed, 1003), noise(seed + 10, 1003)] as const);
    const [fast, plain] = [columnProducts(2, 2000), plainProducts()];
    for (const [i, column] of columns.entries()) {
      fast.put(i, column);
      plain.put(i, column);
    }
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [1, 0],
    ] as const) {
      expect(fast.of(i, j)[0]).toBeCloseTo(plain.of(i, j)[0], 4);
      expect(fast.of(i, j)[1]).toBeCloseTo(plain.of(i, j)[1], 4);
    }
  });
});

describe('decoding', () => {
  it.each([16, 24, 32] as const)('%i-bit integers fill full scale from −1 on', (bits) => {
    const shape = {
      coding: 'signed',
      containerBits: bits,
      bigEndian: false,
      sampleRate: 48_000,
      bitDepth: bits,
    } as const;
    const codes = [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1, 0, 1, -1, 2 ** (bits - 2), 3];
    const room = sampleRoom({ ...shape, channels: 2 })!;
    const bytes = room.bytes(codes.length);
    for (const [frame, code] of codes.entries()) {
      for (const [channel, value] of [code, -1].entries()) {
        const at = ((2 * frame + channel) * bits) / 8;
        for (let byte = 0; byte < bits / 8; byte++) bytes[at + byte] = (value >> (8 * byte)) & 255;
      }
    }
    const [left, right] = room.samples(codes.length);
    expect([...left!]).toEqual(codes.map((code) => Math.fround(code / 2 ** (bits - 1))));
    expect([...right!]).toEqual(codes.map(() => Math.fround(-1 / 2 ** (bits - 1))));
  });

  it('leaves floats and big-endian samples to the plain decoder', () => {
    const shape = { containerBits: 32, channels: 1, sampleRate: 48_000, bitDepth: 32 } as const;
    expect(sampleRoom({ ...shape, coding: 'float', bigEndian: false })).toBeNull();
    expect(sampleRoom({ ...shape, coding: 'signed', bigEndian: true })).toBeNull();
  });
});
