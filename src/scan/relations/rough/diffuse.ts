import type { SoundReader } from '../sound-reader.js';
import { HOP, hertzOfBin } from './bands.js';
import { bandWeight, type Fit } from './fit.js';
import { frameRuns, RUN } from './frame-runs.js';
import { type Matrix, matrixOf } from './hermitian.js';
import type { MixLevels } from './mix-pass.js';

/** How far what the stems leave of the mix is a linear echo of them. */
type Echo = {
  /** of what is left, what sounds of the stems from before can give, beyond what those of now do; 0 … 1 */
  readonly past: number;
  /** the same of sounds from after: chance and steady notes give as much of either */
  readonly future: number;
  /** bands in which the past gives more than the future, of all */
  readonly bands: number;
  /** level of the echo under the mix, in dB */
  readonly levelDb: number;
};

const FROM_HZ = 150;
const TO_HZ = 6000;
const BINS = 160;
/** Steps of 46 ms into the past: those that do not overlap the frame. */
const LAGS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const LAG_SECONDS = 2048 / 44_100;
const STRETCHES = 4;
/** Runs of 32 frames a stretch: 10 s at 44,1 kHz. */
const RUNS = 7;

/** Below this nothing is left that a space could be told from. */
const LEAST_NULL_DB = -30;
/** Mixes without effects of their own, through EQ, limiting and MP3, stay below 0.05, 0.05 and −34 dB. */
const LEAST_SHARE = 0.08;
const LEAST_BANDS = 0.55;
const LEAST_LEVEL_DB = -30;

/**
 * Whether what the stems leave of the mix follows them, as reverb or echoes do that are in none of them.
 *
 * A space is linear: each bin of what is left is a sum of what the stems gave some hundred milliseconds before. Codec
 * noise, a limiter and an EQ's errors depend on what sounds now, steady notes are told as well from what comes after,
 * and a missing part from neither.
 *
 * @param nullDb how far the fit explains the mix
 */
export async function hasEffectsOfItsOwn(
  mix: SoundReader,
  levels: MixLevels,
  fit: Fit,
  nullDb: number,
  pause: () => Promise<void>,
): Promise<boolean> {
  if (nullDb < LEAST_NULL_DB) return false;
  const echo = await echoOf(mix, levels, fit, pause);
  return (
    echo !== null &&
    echo.past - echo.future >= LEAST_SHARE &&
    echo.bands >= LEAST_BANDS &&
    echo.levelDb >= LEAST_LEVEL_DB
  );
}

/**
 * Listens to some stretches of the mix without a break.
 *
 * @returns null where the mix is shorter than a few seconds
 */
async function echoOf(mix: SoundReader, levels: MixLevels, fit: Fit, pause: () => Promise<void>): Promise<Echo | null> {
  const lags = LAGS.map((lag) => Math.round((lag * LAG_SECONDS * mix.sampleRate) / HOP));
  const reach = Math.max(...lags);
  const bins = chosenBins(levels, mix.sampleRate);
  const runs = frameRuns(mix, levels, fit, bins[bins.length - 1]! + 1, 1);
  const sums = bins.map(() => ({ past: sumsOf(lags.length), future: sumsOf(lags.length), mix: 0 }));
  for (const { from, frames } of stretchesOf(levels.frames, reach)) {
    const given = bins.map(() => [new Float32Array(frames), new Float32Array(frames)] as const);
    const left = bins.map(() => [new Float32Array(frames), new Float32Array(frames)] as const);
    const whole = bins.map(() => new Float32Array(frames));
    for (let first = 0; first < frames; first += RUN) {
      const count = Math.min(RUN, frames - first);
      const { parts, gains } = runs.run(from + first, count);
      for (const [i, bin] of bins.entries()) {
        for (let frame = 0; frame < count; frame++) {
          const at = frame * runs.bins + bin;
          for (const c of [0, 1] as const) {
            let [stems, all] = [0, 0];
            for (const { mix: m, located, others } of parts) {
              stems += located[c][at]! + others[c][at]!;
              all += m[c][at]!;
            }
            given[i]![c][first + frame] = stems;
            left[i]![c][first + frame] = all - gains[frame]! * stems;
            whole[i]![first + frame]! += all * all;
          }
        }
      }
      await pause();
    }
    for (const [i, bin] of bins.entries()) {
      const band = runs.bandOfBin[bin]!;
      const weights = Float64Array.from({ length: frames }, (_, frame) => bandWeight(levels, from + frame, band) ** 2);
      const { past, future } = sums[i]!;
      addProducts(
        past,
        given[i]!,
        left[i]!,
        weights,
        lags.map((lag) => -lag),
        reach,
      );
      addProducts(future, given[i]!, left[i]!, weights, lags, reach);
      for (let frame = reach; frame < frames - reach; frame++) sums[i]!.mix += weights[frame]! * whole[i]![frame]!;
    }
    await pause();
  }
  return figuresOf(
    sums,
    bins.map((bin) => runs.bandOfBin[bin]!),
  );
}

function chosenBins({ edges }: MixLevels, sampleRate: number): number[] {
  const top = edges[edges.length - 1]! - 1;
  const bins = Array.from({ length: BINS }, (_, i) => {
    const hertz = FROM_HZ * (TO_HZ / FROM_HZ) ** (i / (BINS - 1));
    return Math.min(top, Math.round(hertz / hertzOfBin(1, sampleRate)));
  });
  return [...new Set(bins)];
}

function stretchesOf(frames: number, reach: number): { from: number; frames: number }[] {
  const most = RUNS * RUN;
  if (frames < 4 * reach) return [];
  if (frames <= STRETCHES * most) return [{ from: 0, frames }];
  return Array.from({ length: STRETCHES }, (_, i) => ({
    from: Math.floor(((i + 0.5) * frames) / STRETCHES - most / 2),
    frames: most,
  }));
}

/** Products of the columns: three of now, the lagged ones, and last what is left. */
function sumsOf(lags: number): Matrix {
  return matrixOf(3 + lags + 1);
}

type Series = readonly [Float32Array, Float32Array];

function addProducts(
  { size, real, imaginary }: Matrix,
  given: Series,
  left: Series,
  weights: Float64Array,
  lags: readonly number[],
  reach: number,
): void {
  const shifts = [-1, 0, 1, ...lags];
  const frames = weights.length;
  for (let i = 0; i < size; i++) {
    const [ar, ai] = i === size - 1 ? left : given;
    const a = i === size - 1 ? 0 : shifts[i]!;
    for (let j = 0; j <= i; j++) {
      const [br, bi] = j === size - 1 ? left : given;
      const b = j === size - 1 ? 0 : shifts[j]!;
      let [re, im] = [0, 0];
      for (let t = reach; t < frames - reach; t++) {
        const weight = weights[t]!;
        const [xr, xi, yr, yi] = [ar[t + a]!, ai[t + a]!, br[t + b]!, bi[t + b]!];
        re += weight * (xr * yr + xi * yi);
        im += weight * (xr * yi - xi * yr);
      }
      real[i * size + j]! += re;
      imaginary[i * size + j]! += im;
    }
  }
}

/** What remains of the last column when none, one, two … of the others are taken away, in their order. */
function leftAfter(gram: Matrix): readonly number[] {
  const { size } = gram;
  const [real, imaginary] = [gram.real.slice(), gram.imaginary.slice()];
  const last = size - 1;
  const left = [real[last * size + last]!];
  const own = Float64Array.from({ length: size }, (_, i) => real[i * size + i]!);
  for (let k = 0; k < last; k++) {
    const pivot = real[k * size + k]!;
    // A column that the ones before hold already gives nothing.
    if (pivot > 1e-6 * own[k]! && pivot > 0) {
      for (let i = k + 1; i < size; i++) {
        const [cr, ci] = [real[i * size + k]! / pivot, imaginary[i * size + k]! / pivot];
        for (let j = k + 1; j <= i; j++) {
          const [dr, di] = [real[j * size + k]!, imaginary[j * size + k]!];
          real[i * size + j]! -= cr * dr + ci * di;
          imaginary[i * size + j]! -= ci * dr - cr * di;
        }
      }
    }
    left.push(Math.max(0, real[last * size + last]!));
  }
  return left;
}

function figuresOf(
  sums: readonly { readonly past: Matrix; readonly future: Matrix; readonly mix: number }[],
  bandOfBin: readonly number[],
): Echo | null {
  const byBand = new Map<number, { past: number; future: number; left: number; mix: number }>();
  for (const [i, { past, future, mix }] of sums.entries()) {
    const [p, f] = [leftAfter(past), leftAfter(future)];
    const band = byBand.get(bandOfBin[i]!) ?? { past: 0, future: 0, left: 0, mix: 0 };
    byBand.set(bandOfBin[i]!, band);
    band.left += p[3]!;
    band.past += p[3]! - p[p.length - 1]!;
    band.future += f[3]! - f[f.length - 1]!;
    band.mix += mix;
  }
  const bands = [...byBand.values()].filter(({ left }) => left > 0);
  if (bands.length === 0) return null;
  const mean = (of: (band: (typeof bands)[number]) => number): number =>
    bands.reduce((sum, band) => sum + of(band), 0) / bands.length;
  const echo = mean(({ past, future, mix }) => Math.max(0, past - future) / mix);
  return {
    past: mean(({ past, left }) => past / left),
    future: mean(({ future, left }) => future / left),
    bands: mean(({ past, future }) => (past > 1.5 * future ? 1 : 0)),
    levelDb: 10 * Math.log10(echo + 1e-12),
  };
}
