import type { FrameSums, GainTable } from '../rough/frame-sums.js';
import { hannWindow } from '../signal/windows.js';
import { fourierTables } from './fourier.js';
import type { Kernel } from './kernel.js';

type Places = ReturnType<typeof placesOf> & { readonly key: string };
let shared: Places | null = null;

/** The kernel's sums of frames; the twin is the plain one. */
export function kernelFrameSums(
  kernel: Kernel,
  size: number,
  channels: number,
  frames: number,
  bins: number,
): FrameSums {
  const key = `${size} ${channels} ${frames} ${bins}`;
  if (shared?.key !== key) shared = { key, ...placesOf(kernel, size, channels, frames, bins) };
  const { window, samples, block, real, imaginary, a, b, gains, sums, power, plane } = shared;
  const { twiddles, turns } = fourierTables(kernel, size);
  const sumAt = (set: number, channel: number, frame: number): number =>
    sums + 4 * (2 * (set * channels + channel) * plane + frame * bins);
  const add = (source: Float32Array, at: number, first: number, second: number, weighted: number): void => {
    kernel.values(samples, size).set(source.subarray(at, at + size));
    kernel.run.addFrame(
      samples,
      window,
      block,
      real,
      imaginary,
      size / 2,
      a,
      b,
      twiddles,
      turns,
      gains,
      bins,
      plane,
      first,
      second,
      weighted,
    );
  };
  return {
    bins,
    clear() {
      kernel.values(sums, 2 * 3 * channels * plane).fill(0);
      kernel.values(power, plane).fill(0);
    },
    setGains(tables: readonly GainTable[]) {
      const values = kernel.values(gains, 5 * bins);
      const weights = values.subarray(4 * bins);
      weights.fill(0);
      for (const [channel, [re, im]] of tables.entries()) {
        values.set(re, 2 * channel * bins);
        values.set(im, (2 * channel + 1) * bins);
        for (let k = 0; k < bins; k++) weights[k]! += re[k]! ** 2 + im[k]! ** 2;
      }
    },
    addMix: (channel, frame, source, at) => add(source, at, sumAt(0, channel, frame), 0, 0),
    addStem(frame, source, at, { located, present }) {
      const set = located ? 1 : 2;
      const second = channels === 2 ? sumAt(set, 1, frame) : 0;
      add(source, at, sumAt(set, 0, frame), second, present ? power + 4 * frame * bins : 0);
    },
    sum(set, channel) {
      const from = sumAt(['mix', 'located', 'others'].indexOf(set), channel, 0);
      return [kernel.values(from, plane), kernel.values(from + 4 * plane, plane)];
    },
    power: () => kernel.values(power, plane),
  };
}

function placesOf(kernel: Kernel, size: number, channels: number, frames: number, bins: number) {
  const plane = frames * bins;
  const half = size / 2 + 16;
  const places = {
    window: kernel.room(size),
    samples: kernel.room(size),
    block: kernel.room(size),
    real: kernel.room(half),
    imaginary: kernel.room(half),
    a: kernel.room(size),
    b: kernel.room(size),
    gains: kernel.room(5 * bins),
    sums: kernel.room(2 * 3 * channels * plane),
    power: kernel.room(plane),
    plane,
  };
  kernel.values(places.window, size).set(hannWindow(size));
  return places;
}
