import { realFourier, spectrumOf } from '../signal/fourier.js';
import { largestAbsolute, twoPeaks } from '../signal/peaks.js';
import { addWhitened } from '../signal/phat.js';
import type { MonoView } from '../sound-reader.js';
import { BLOCK, type Grid, REACH } from './grid.js';
import { type MixSpectra, thinnedBlocks, windowed } from './mix-spectra.js';

export type Coarse = {
  /** at full rate, to within some samples */
  readonly lag: number;
  /** peak over the rms of the rest */
  readonly psr: number;
  /** first over second peak */
  readonly ratio: number;
  /** the correlation in units of its rms; lag d · step at index d + REACH */
  readonly correlation: Float32Array;
};

const SIZE = BLOCK + 2 * REACH;
/** The highest bins hold what folded over. */
const BINS = Math.round(0.92 * (SIZE / 2));

/**
 * The whitened correlation of a stem with the mix over some blocks.
 *
 * @returns null where none of the blocks has sound in both
 */
export function coarseLag(stem: MonoView, mix: MixSpectra, grid: Grid, blocks: readonly number[]): Coarse | null {
  const plan = realFourier(SIZE);
  const sum = spectrumOf(SIZE);
  const spectrum = spectrumOf(SIZE);
  const thinnedBlock = thinnedBlocks(stem, grid);
  let used = 0;
  for (const block of blocks) {
    const part = mix.block(block);
    const thin = thinnedBlock(block);
    const weight = Math.sqrt(windowed(thin) * part.energy);
    if (weight <= 1e-9) continue;
    plan.forward(thin, spectrum);
    addWhitened(sum, spectrum, part.spectrum, Math.sqrt(weight), BINS);
    used++;
  }
  if (used === 0) return null;
  const long = new Float32Array(SIZE);
  plan.inverse(sum, long);
  const correlation = long.slice(0, 2 * REACH + 1);
  const { first, second, rms } = twoPeaks(correlation, 12);
  for (let i = 0; i < correlation.length; i++) correlation[i]! /= rms;
  return {
    lag: (first.at - REACH) * grid.decimation.step,
    psr: first.ratio,
    ratio: first.ratio / Math.max(second.ratio, 1e-12),
    correlation,
  };
}

/** The correlation's height near one lag (at full rate); 0 where it was not searched. */
export function psrAt({ correlation }: Coarse, lag: number, { decimation }: Grid): number {
  const at = Math.round(lag / decimation.step) + REACH;
  return at < 3 || at >= 2 * REACH - 3 ? 0 : largestAbsolute(correlation, at - 3, at + 4);
}
