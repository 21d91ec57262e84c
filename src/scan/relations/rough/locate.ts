import { resampled } from '../signal/resample.js';
import type { MonoView } from '../sound-reader.js';
import { type Coarse, coarseLag, psrAt } from './coarse.js';
import { leftOverSlope } from './drift-line.js';
import { driftLines } from './drift-search.js';
import { sharpestLine } from './drift-stack.js';
import { type Fine, fineLag, isGood } from './fine.js';
import { FINE_REACH, type Grid } from './grid.js';
import type { MixSpectra } from './mix-spectra.js';
import type { Voter } from './vote.js';

/** Where a stem lies in the rough mix, before anything is claimed. */
export type Place = {
  readonly state: 'silent' | 'unlocked' | 'locked' | 'drift' | 'rate';
  /** mix[n] ↔ stem[n + lag]; with a drift or another rate, of the stem that was set right */
  readonly lag: number;
  readonly ppm: number;
  /** true rate over labelled rate */
  readonly rate: number;
  readonly sign: number;
  readonly within: number;
  readonly fine: Fine | null;
};

export type Searched = {
  readonly view: MonoView;
  readonly blocks: readonly number[];
  readonly coarse: Coarse | null;
  /** at the coarse lag */
  readonly own: Fine | null;
};
export type Mix = { readonly view: MonoView; readonly spectra: MixSpectra; readonly grid: Grid };

const NOWHERE: Place = { state: 'unlocked', lag: 0, ppm: 0, rate: 1, sign: 0, within: 0, fine: null };
const SILENT: Place = { ...NOWHERE, state: 'silent' };
const COARSE_PSR = 13;
/** Frames that a line through the fine search may run, and its middle may lie, from the lag. */
const FINE_LINE = { drift: 160, place: FINE_REACH - 160 } as const;
const COARSE_RATIO = 1.35;
/** 44,100 labelled 48,000 and the other way round; film speed and back. */
const RATES: readonly number[] = [48_000 / 44_100, 44_100 / 48_000, 1.001, 1 / 1.001];

export function search(view: MonoView, mix: Mix, blocks: readonly number[]): Searched {
  const coarse = coarseLag(view, mix.spectra, mix.grid, blocks);
  const own = coarse !== null && coarse.psr >= 9 ? fineLag(view, mix.spectra, mix.grid, blocks, coarse.lag) : null;
  return { view, blocks, coarse, own };
}

export function voterOf({ coarse, own }: Searched): Voter | null {
  if (coarse === null || own === null || coarse.psr < 12 || coarse.ratio < 1.2 || own.ratio < 1.2) return null;
  return { lag: own.lag, weight: Math.min(own.psr, 60) / 60, within: own.within };
}

/**
 * Where the stem lies.
 *
 * @param common the lag that the stems share; null: none
 * @param isDeep also looks for another clock or rate where it is not found, which takes ten times as long
 */
export function decide(searched: Searched, mix: Mix, common: number | null, isDeep: boolean): Place {
  const { view, blocks, coarse, own } = searched;
  if (coarse === null) return SILENT;
  const { spectra, grid } = mix;
  const atCommon = common === null ? null : own?.lag === common ? own : fineLag(view, spectra, grid, blocks, common);
  const best = bestPlace(coarse, own, atCommon, common, grid);
  if (best !== null) {
    const isWeak = best.psr < 9 && best.within > 8;
    const locked: Place = {
      ...NOWHERE,
      state: 'locked',
      lag: best.lag,
      sign: best.sign,
      within: isWeak ? Math.max(best.within, 8) : best.within,
      fine: best,
    };
    const left = sharpestLine(best.curves, best.near, FINE_LINE);
    const drifts =
      left !== null && left.gain >= 1.2 && Math.abs(left.slope) > 4e-6 && Math.abs(left.slope) * grid.mixFrames > 2.5;
    if (!isWeak && !drifts) return locked;
    return driftPlace(searched, mix, common, best, atCommon, drifts ? [left] : []) ?? locked;
  }
  if (!isDeep) return NOWHERE;
  return driftPlace(searched, mix, common, null, atCommon, []) ?? ratePlace(searched, mix) ?? NOWHERE;
}

function bestPlace(
  coarse: Coarse,
  own: Fine | null,
  atCommon: Fine | null,
  common: number | null,
  grid: Grid,
): Fine | null {
  const candidates: Fine[] = [];
  const isSharp = coarse.psr >= COARSE_PSR && coarse.ratio >= COARSE_RATIO;
  if (common !== null && atCommon !== null) {
    const psr = psrAt(coarse, common, grid);
    // The common lag first: loops peak in many places, and a stem that also fits there lies there.
    const fits = (psr >= 12 && atCommon.psr >= 3.5) || isGood(atCommon);
    // Where the coarse search shows nothing, a clear peak to the sample at the very place is enough.
    const isClear = !isSharp && atCommon.psr >= 9 && atCommon.ratio >= 1.5 && atCommon.agree >= 0.75;
    if ((fits && psr >= 0.5 * coarse.psr) || isClear) candidates.push(atCommon);
  }
  const isNear = common !== null && own !== null && Math.abs(own.lag - common) < 256;
  const isAtCommon = isNear && Math.abs(own.lag - common) <= own.within && own.psr >= 3.5;
  // One that fits at the common lag is taken with less.
  if (own !== null && (isAtCommon ? isSharp || (isNear && isGood(own)) : isGood(own) && (isSharp || isNear))) {
    candidates.push(own);
  }
  return candidates.reduce<Fine | null>((best, one) => (best === null || one.psr > best.psr ? one : best), null);
}

/** A straight line of lags, where undoing it sharpens the peak; null where it does not. */
function driftPlace(
  { view, blocks, coarse }: Searched,
  { view: mixView, spectra, grid }: Mix,
  common: number | null,
  best: Fine | null,
  atCommon: Fine | null,
  known: readonly { readonly lagAtStart: number; readonly slope: number }[],
): Place | null {
  const lines = [...known, ...driftLines(view, mixView, grid, blocks, common ?? coarse?.lag ?? 0)];
  const floor = Math.max(best?.psr ?? 0, 0.8 * (atCommon?.psr ?? 0));
  const lowest = 1.2 * Math.max(best?.height ?? 0, 0.8 * (atCommon?.height ?? 0));
  for (const { lagAtStart, slope } of lines) {
    if (Math.abs(slope) < 3e-6) continue;
    if (best !== null && Math.abs(slope) * grid.mixFrames < Math.max(4, 3 * Math.min(best.within, 8))) continue;
    let ratio = 1 + slope;
    const atRatio = (q: number): MonoView => ({ ...view, sound: resampled(view.sound, q) });
    let fine = fineLag(atRatio(ratio), spectra, grid, blocks, lagAtStart / ratio);
    // The claim has to sharpen the peak.
    if (!isGood(fine) || fine.psr <= 1.3 * floor || fine.height <= lowest) continue;
    const left = leftOverSlope(fine.points, grid.mixFrames);
    if (left !== null && 2 * left.error < Math.abs(left.slope) && Math.abs(left.slope) < 30e-6) {
      const finer = ratio * (1 + left.slope);
      const again = fineLag(atRatio(finer), spectra, grid, blocks, fine.lag);
      if (isGood(again) && again.psr > fine.psr) {
        fine = again;
        ratio = finer;
      }
    }
    return { ...placeOf(fine), state: 'drift', ppm: (ratio - 1) * 1e6 };
  }
  return null;
}

function ratePlace({ view, blocks }: Searched, { spectra, grid }: Mix): Place | null {
  for (const rate of RATES) {
    const other = { ...view, sound: resampled(view.sound, rate) };
    const coarse = coarseLag(other, spectra, grid, blocks);
    if (coarse === null || coarse.psr < COARSE_PSR || coarse.ratio < COARSE_RATIO) continue;
    const fine = fineLag(other, spectra, grid, blocks, coarse.lag);
    if (fine === null || !(isGood(fine) || coarse.psr >= 20)) continue;
    return Math.abs(rate - 1) < 0.01
      ? { ...placeOf(fine), state: 'drift', ppm: (rate - 1) * 1e6 }
      : { ...placeOf(fine), state: 'rate', rate };
  }
  return null;
}

function placeOf(fine: Fine): Place {
  return { ...NOWHERE, lag: fine.lag, sign: fine.sign, within: fine.within, fine };
}
