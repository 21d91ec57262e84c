import { FRAME, HOP } from './bands.js';
import type { MixPart } from './frame-runs.js';
import type { MixLevels } from './mix-pass.js';

/** What the mix holds that no located stem gives, second by second and band by band. */
export type Judged = {
  /** mean over the bands of the unexplained share of their energy */
  readonly share: number;
  /** energies; index second · bands + band */
  readonly unexplained: Float64Array;
  readonly whole: Float64Array;
  /** left over by the located stems, per second */
  readonly left: Float64Array;
  readonly seconds: number;
  readonly bands: number;
  readonly edges: readonly number[];
  /**
   * how loud a part has to be to stand out: shares of the band by level, in steps of 1 dB from LOWEST_DB on, of a part
   * that is spread as the mix's own mean spectrum is; index band · LEVELS + level; all 0 where nothing was heard
   */
  readonly openFrom: Float64Array;
};

export const LOWEST_DB = -60;
/** Up to 0 dB, and above. */
export const LEVELS = 62;

const TOP_HZ = 8000;
const FALL_DB_PER_SECOND = 16;
/** A bin stands out when it lies 10 dB above all that the stems can give. */
const OVER = 10;
/** Of the bins, one in so many tells from which level on a part stands out. */
const SAMPLED = 8;

/** Bins in which a missing part is looked for. */
export function judgedBins({ edges }: MixLevels, sampleRate: number): number {
  return Math.min(edges[edges.length - 1]!, Math.round((TOP_HZ * FRAME) / sampleRate));
}

type Judge = {
  /** a new stretch begins: what rang before is not known */
  readonly restart: () => void;
  readonly add: (
    frame: number,
    counts: boolean,
    parts: readonly MixPart[],
    power: Float32Array,
    at: number,
    gain: number,
  ) => void;
  readonly finish: () => Judged;
};
type Row = {
  readonly frame: number;
  readonly counts: boolean;
  readonly given: Float32Array;
  readonly mix: Float32Array;
};

/** Frames in order of time; each is judged when the next one is known, since a window reaches half into it. */
export function judgeOf(levels: MixLevels, step: number, sampleRate: number): Judge {
  const { edges, meanRow, frames, bandEnergy } = levels;
  const bins = judgedBins(levels, sampleRate);
  const bands = edges.filter((edge) => edge < bins).length;
  const seconds = Math.max(1, Math.ceil(((frames - 1) * HOP + FRAME) / sampleRate));
  const secondOf = (frame: number): number => Math.min(seconds - 1, Math.floor((frame * HOP + FRAME / 2) / sampleRate));
  const [unexplained, whole] = [new Float64Array(seconds * bands), new Float64Array(seconds * bands)];
  const left = new Float64Array(seconds);
  const allBands = edges.length - 1;
  for (let frame = 0; frame < frames; frame++) {
    for (let band = 0; band < bands; band++) {
      whole[secondOf(frame) * bands + band]! += bandEnergy[frame * allBands + band]!;
    }
  }
  const floor = smoothed(levels.meanPower, 20).map((value) => 1e-3 * value);
  const fall = 10 ** ((-FALL_DB_PER_SECOND * step * HOP) / sampleRate / 10);
  const decayed = new Float32Array(bins);
  const openFrom = new Float64Array(bands * LEVELS);
  let last: Row | null = null;
  const levelOf = (k: number): number => {
    const needed = Math.max(floor[k]!, OVER * decayed[k]!) / (levels.meanPower[k]! + 1e-20);
    return Math.max(0, Math.min(LEVELS - 1, Math.ceil(10 * Math.log10(needed + 1e-9)) - LOWEST_DB));
  };
  const judgeRow = (row: Row, next: Float32Array | null): void => {
    let sum = 0;
    for (let k = 0; k < bins; k++) {
      const here = next === null ? row.given[k]! : Math.max(row.given[k]!, next[k]!);
      decayed[k] = Math.max(here, decayed[k]! * fall);
      sum += row.mix[k]!;
    }
    if (!row.counts || sum <= 1e-4 * meanRow) return;
    const second = secondOf(row.frame);
    // Below 60 Hz a compressor makes sound of its own.
    for (let band = 1; band < bands; band++) {
      for (let k = edges[band]!; k < Math.min(bins, edges[band + 1]!); k++) {
        const power = row.mix[k]!;
        if (power > floor[k]! && power > OVER * decayed[k]!) unexplained[second * bands + band]! += step * power;
        if ((k + row.frame) % SAMPLED === 0) openFrom[band * LEVELS + levelOf(k)]! += levels.meanPower[k]!;
      }
    }
  };
  const settle = (next: Float32Array | null): void => {
    if (last !== null) judgeRow(last, next);
    last = null;
  };
  return {
    restart() {
      settle(null);
      decayed.fill(0);
    },
    add(frame, counts, parts, power, at, gain) {
      const mix = new Float32Array(bins);
      let over = 0;
      for (const { mix: m, located } of parts) {
        for (let k = 0; k < bins; k++) {
          mix[k]! += m[0][at + k]! ** 2 + m[1][at + k]! ** 2;
          over += (m[0][at + k]! - gain * located[0][at + k]!) ** 2 + (m[1][at + k]! - gain * located[1][at + k]!) ** 2;
        }
      }
      if (counts) left[secondOf(frame)]! += step * over;
      const given = spreadOver(power.subarray(at, at + bins), gain * gain);
      settle(given);
      last = { frame, counts, given, mix };
    },
    finish() {
      settle(null);
      let share = 0;
      for (let band = 0; band < bands; band++) {
        let [out, all] = [0, 0];
        for (let second = 0; second < seconds; second++) {
          out += unexplained[second * bands + band]!;
          all += whole[second * bands + band]!;
        }
        share += out / (all + 1e-20) / bands;
      }
      for (let band = 0; band < bands; band++) {
        const own = openFrom.subarray(band * LEVELS, (band + 1) * LEVELS);
        const sum = own.reduce((total, value) => total + value, 0);
        if (sum > 0) for (let level = 0; level < LEVELS; level++) own[level]! /= sum;
      }
      return { share, unexplained, whole, left, seconds, bands, edges, openFrom };
    },
  };
}

/** A window smears each bin over its neighbours. */
function spreadOver(power: Float32Array, gain: number): Float32Array {
  const spread = power.map((value) => value * gain);
  for (const [apart, share] of [
    [1, 0.5],
    [2, 0.1],
    [3, 0.03],
  ] as const) {
    for (let k = 0; k < power.length; k++) {
      const value = share * gain * power[k]!;
      if (k + apart < power.length && spread[k + apart]! < value) spread[k + apart] = value;
      if (k >= apart && spread[k - apart]! < value) spread[k - apart] = value;
    }
  }
  return spread;
}

function smoothed(values: Float64Array, reach: number): Float64Array {
  return values.map((_, at) => {
    let sum = 0;
    for (let k = Math.max(0, at - reach); k <= Math.min(values.length - 1, at + reach); k++) sum += values[k]!;
    return sum / (2 * reach + 1);
  });
}
