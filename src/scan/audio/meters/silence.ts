import type { Measurements } from '../../../model/measurements.js';
import { amplitudeOf } from './decibels.js';
import type { SampleBlock } from './decode-samples.js';
import type { Levels } from './levels.js';

/** Two steps of 16 bit, −84.3 dBFS: below it there is dither at most. */
export const SILENT_PEAK = 2.01 / 32768;
/** Noise above this is a recording that someone wanted. */
const NOISE_PEAK = amplitudeOf(-50);
const NOISE_BLOCKS = 20;
const NOISE_SPREAD_DB = 3;
const NOISE_KURTOSIS = 3;
const KURTOSIS_APART = 0.4;

/** Fourth and second powers of a file that has stayed below −50 dBFS so far: noise gives 3, a soft tone 1.5. */
export function kurtosisMeter() {
  const sums = { samples: 0, squares: 0, fourths: 0 };
  return {
    wants: (peak: number): boolean => peak < NOISE_PEAK,
    push({ channels, frames }: SampleBlock): void {
      let { squares, fourths } = sums;
      for (const channel of channels) {
        for (let i = 0; i < frames; i++) {
          const square = channel[i]! * channel[i]!;
          squares += square;
          fourths += square * square;
        }
        sums.samples += frames;
      }
      sums.squares = squares;
      sums.fourths = fourths;
    },
    finish: (): number => (sums.squares === 0 ? 0 : (sums.samples * sums.fourths) / sums.squares ** 2),
  };
}

/** Why a file is to be called silent: nothing in it, dither only, steady noise only; null where there is sound. */
export function silenceOf(peak: number, levels: Levels, kurtosis: number): Measurements['silence'] {
  if (peak === 0) return { kind: 'digital', noiseRmsDbfs: null };
  if (peak <= SILENT_PEAK) return { kind: 'dither', noiseRmsDbfs: null };
  const { blocks, loudestDb, medianDb } = levels;
  if (peak >= NOISE_PEAK || blocks < NOISE_BLOCKS || loudestDb === null || medianDb === null) return null;
  const isNoise = loudestDb - medianDb < NOISE_SPREAD_DB && Math.abs(kurtosis - NOISE_KURTOSIS) < KURTOSIS_APART;
  return isNoise ? { kind: 'noise', noiseRmsDbfs: medianDb } : null;
}
