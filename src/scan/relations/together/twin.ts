import type { Twin } from '../../../model/relations.js';
import { bandEdges, FRAME } from '../rough/bands.js';
import { type Coarse, coarseLag } from '../rough/coarse.js';
import { type Fine, fineLag, isGood } from '../rough/fine.js';
import { type Grid, gridOf, REACH } from '../rough/grid.js';
import { mixSpectra } from '../rough/mix-spectra.js';
import { windowInto } from '../rough/windowed-frame.js';
import { realFourier, spectrumOf } from '../signal/fourier.js';
import { largestAbsolute, twoPeaks } from '../signal/peaks.js';
import { type MonoView, takeMono } from '../sound-reader.js';

const LONGEST_LAG_SECONDS = 3;
/** Below this the two have no sharp place in common. */
const LEAST_PSR = 9;
const SHARP_PSR = 40;
const SPAN = 2 ** 16;
/** −90 dBFS. */
const LEAST_POWER = 1e-9;

/**
 * What two stems have in common.
 *
 * @param blocks in which both sound
 * @returns null where they are two sounds, or where that cannot be told; lagFrames: how much later b lies than a
 */
export function twinOf(
  a: { readonly path: string; readonly view: MonoView },
  b: { readonly path: string; readonly view: MonoView },
  blocks: readonly number[],
): Twin | null {
  const grid = gridOf(a.view.sound.sampleRate, a.view.sound.frames);
  const spectra = mixSpectra(a.view, grid);
  const coarse = coarseLag(b.view, spectra, grid, blocks);
  if (coarse === null) return null;
  const near = nearest(coarse, grid);
  if (near.psr < LEAST_PSR) return null;
  const fine = fineLag(b.view, spectra, grid, blocks, near.lag);
  if (fine === null) return null;
  const { gain, nullDb, bandNullDb } = nulls(a.view, b.view, grid, blocks, fine.lag);
  const kind = kindOf(near.psr, nullDb, bandNullDb);
  if (kind === null) return null;
  return {
    a: a.path,
    b: b.path,
    kind,
    lagFrames: fine.lag,
    gainDb: rounded(20 * Math.log10(Math.abs(gain) + 1e-9)),
    inverted: signOf(kind, gain, fine),
    nullDb: rounded(kind === 'copy' ? nullDb : bandNullDb),
  };
}

function kindOf(psr: number, nullDb: number, bandNullDb: number): Twin['kind'] | null {
  if (nullDb <= -50) return 'copy';
  if (psr < SHARP_PSR) return null;
  if (bandNullDb <= -12) return 'processed-copy';
  return bandNullDb <= -3.5 ? 'same-performance' : null;
}

function signOf(kind: Twin['kind'], gain: number, fine: Fine): boolean | null {
  if (kind !== 'same-performance') return gain < 0;
  return isGood(fine) ? fine.sign < 0 : null;
}

/** Lag 0 first, where it is half as sharp as the sharpest. */
function nearest({ correlation }: Coarse, { decimation, sampleRate }: Grid): { lag: number; psr: number } {
  const reach = Math.min(REACH, Math.round((LONGEST_LAG_SECONDS * sampleRate) / decimation.step));
  const near = correlation.subarray(REACH - reach, REACH + reach + 1);
  const { first } = twoPeaks(near, 12);
  const psr = Math.abs(near[first.at]!);
  const atZero = largestAbsolute(correlation, REACH - 3, REACH + 4);
  return atZero > 0.5 * psr ? { lag: 0, psr } : { lag: (first.at - reach) * decimation.step, psr };
}

/** How far one gain, and one gain a band, take a away from b: dB under b. */
function nulls(
  a: MonoView,
  b: MonoView,
  { blockFrames, sampleRate }: Grid,
  blocks: readonly number[],
  lag: number,
): { gain: number; nullDb: number; bandNullDb: number } {
  const edges = bandEdges(sampleRate);
  const bands = edges.slice(1).map(() => ({ aa: 0, bb: 0, real: 0, imaginary: 0 }));
  const [x, y] = [new Float32Array(SPAN), new Float32Array(SPAN)];
  const [frame, sx, sy] = [new Float32Array(FRAME), spectrumOf(FRAME), spectrumOf(FRAME)];
  let [xx, yy, xy] = [0, 0, 0];
  let frames = 0;
  for (const block of blocks) {
    for (const part of [0, 0.25, 0.5, 0.75]) {
      const from = Math.round((block + part) * blockFrames);
      // Only where both exist.
      if (from + lag < 0 || from + SPAN > a.sound.frames || from + lag + SPAN > b.sound.frames) continue;
      takeMono(a, from, x);
      takeMono(b, from + lag, y);
      frames += SPAN;
      for (let i = 0; i < SPAN; i++) {
        xx += x[i]! * x[i]!;
        yy += y[i]! * y[i]!;
        xy += x[i]! * y[i]!;
      }
      for (let at = 0; at + FRAME <= SPAN; at += FRAME) {
        windowInto(x, at, frame);
        realFourier(FRAME).forward(frame, sx);
        windowInto(y, at, frame);
        realFourier(FRAME).forward(frame, sy);
        for (const [band, sums] of bands.entries()) {
          for (let k = edges[band]!; k < edges[band + 1]!; k++) {
            const [ar, ai, br, bi] = [sx.real[k]!, sx.imaginary[k]!, sy.real[k]!, sy.imaginary[k]!];
            sums.aa += ar * ar + ai * ai;
            sums.bb += br * br + bi * bi;
            sums.real += ar * br + ai * bi;
            sums.imaginary += ar * bi - ai * br;
          }
        }
      }
    }
  }
  // Where one of them is silent, nothing was compared, and nothing is a perfect copy of nothing.
  if (!(Math.min(xx, yy) > LEAST_POWER * frames)) return { gain: 0, nullDb: 0, bandNullDb: 0 };
  let [left, total] = [0, 0];
  for (const { aa, bb, real, imaginary } of bands) {
    left += Math.max(0, bb - (real * real + imaginary * imaginary) / (aa + 1e-20));
    total += bb;
  }
  const gain = xy / (xx + 1e-20);
  return {
    gain,
    nullDb: decibels((yy - gain * xy) / (yy + 1e-20)),
    bandNullDb: total > 0 ? decibels(left / total) : 0,
  };
}

const decibels = (ratio: number): number => 10 * Math.log10(Math.max(1e-14, ratio));
const rounded = (value: number): number => Math.round(value * 10) / 10;
