import { kernelFrameSums } from '../kernel/frame-sums.js';
import { relationsKernel } from '../kernel/kernel.js';
import { realFourier, spectrumOf } from '../signal/fourier.js';
import { FRAME } from './bands.js';
import type { Lane } from './lanes.js';
import { windowInto } from './windowed-frame.js';

/** Real and imaginary gain of every bin. */
export type GainTable = readonly [Float32Array, Float32Array];
export type Pair = readonly [Float32Array, Float32Array];
/** Spectra of some frames: of the mix, and of what the stems give to each of its channels; index frame · bins + bin. */
export type FrameSums = {
  readonly bins: number;
  readonly clear: () => void;
  /** of the column that is added next, for every channel of the mix */
  readonly setGains: (tables: readonly GainTable[]) => void;
  /** the gains are to be 1 */
  readonly addMix: (channel: number, frame: number, samples: Float32Array, at: number) => void;
  readonly addStem: (frame: number, samples: Float32Array, at: number, lane: Pick<Lane, 'located' | 'present'>) => void;
  /** good until the next call of any other */
  readonly sum: (of: 'mix' | 'located' | 'others', channel: number) => Pair;
  /** of the stems that are present, as if none of them met in phase */
  readonly power: () => Float32Array;
};

/** @param bins bins that count; the sums have a multiple of four */
export function frameSums(channels: number, frames: number, bins: number): FrameSums {
  const kernel = relationsKernel();
  const whole = Math.min(FRAME / 2, (bins + 3) & ~3);
  return kernel === null
    ? plainFrameSums(channels, frames, whole)
    : kernelFrameSums(kernel, FRAME, channels, frames, whole);
}

/** The same in plain TypeScript, the kernel's twin. */
function plainFrameSums(channels: number, frames: number, bins: number): FrameSums {
  const spectra = (): Pair => [new Float32Array(frames * bins), new Float32Array(frames * bins)];
  const sums = { mix: [] as Pair[], located: [] as Pair[], others: [] as Pair[] };
  for (const list of Object.values(sums)) for (let channel = 0; channel < channels; channel++) list.push(spectra());
  const power = new Float32Array(frames * bins);
  const [block, spectrum] = [new Float32Array(FRAME), spectrumOf(FRAME)];
  let gains: readonly GainTable[] = [];
  const forward = (samples: Float32Array, at: number): void => {
    windowInto(samples, at, block);
    realFourier(FRAME).forward(block, spectrum);
  };
  const add = ([tr, ti]: Pair, at: number, [gr, gi]: GainTable): void => {
    const { real, imaginary } = spectrum;
    for (let k = 0; k < bins; k++) {
      tr[at + k]! += gr[k]! * real[k]! - gi[k]! * imaginary[k]!;
      ti[at + k]! += gr[k]! * imaginary[k]! + gi[k]! * real[k]!;
    }
  };
  return {
    bins,
    clear() {
      for (const list of Object.values(sums)) for (const pair of list) for (const one of pair) one.fill(0);
      power.fill(0);
    },
    setGains(tables) {
      gains = tables;
    },
    addMix(channel, frame, samples, at) {
      forward(samples, at);
      add(sums.mix[channel]!, frame * bins, gains[0]!);
    },
    addStem(frame, samples, at, { located, present }) {
      forward(samples, at);
      for (const [channel, table] of gains.entries()) {
        add((located ? sums.located : sums.others)[channel]!, frame * bins, table);
        for (let k = 0; present && k < bins; k++) {
          const own = spectrum.real[k]! ** 2 + spectrum.imaginary[k]! ** 2;
          power[frame * bins + k]! += (table[0][k]! ** 2 + table[1][k]! ** 2) * own;
        }
      }
    },
    sum: (of, channel) => sums[of][channel]!,
    power: () => power,
  };
}
