import { realFourier, type Spectrum, spectrumOf } from '../signal/fourier.js';
import { type SoundReader, takeChannels } from '../sound-reader.js';
import { FRAME, HOP } from './bands.js';
import { bandWeight, type Fit, smoothedGains } from './fit.js';
import type { MixLevels } from './mix-pass.js';
import { windowInto } from './windowed-frame.js';

/** What the mix holds that no located stem gives, second by second and band by band. */
export type Explained = {
  /** mean over the bands of the unexplained share of their energy */
  readonly share: number;
  /** energies; index second · bands + band */
  readonly unexplained: Float64Array;
  readonly whole: Float64Array;
  /** left over by the whole fit, per second */
  readonly left: Float64Array;
  readonly seconds: number;
  readonly bands: number;
  readonly edges: readonly number[];
  /** what is left of the mix, mono, from `atFrame` on */
  readonly residual: readonly { readonly atFrame: number; readonly samples: Float32Array }[];
};

const RUN = 32;
const TOP_HZ = 8000;
const FALL_DB_PER_SECOND = 20;
/** A bin stands out when it lies 10 dB above all that the stems can give. */
const OVER = 10;

/** Seconds in which the located stems leave less than this of the bands hold no missing part. */
const LEAST_LEFT = 0.005;
/** A tail may reach this far into a stretch. */
const LEAD_SECONDS = 2;

/**
 * Holds the mix against what the located stems can give, wherever they leave something of it.
 *
 * @param keep spans of the mix, in frames, of which the residual is kept
 */
export async function explainMix(
  mix: SoundReader,
  levels: MixLevels,
  fit: Fit,
  keep: readonly Span[],
  pause: () => Promise<void>,
): Promise<Explained> {
  const { edges } = levels;
  const topBin = edges[edges.length - 1]!;
  // Frames that do not overlap tell as much, but cannot be put together to a sound again.
  const step = keep.length > 0 ? 1 : 2;
  const judge = judgeOf(levels, step, mix.sampleRate);
  const residual = keep.map(({ fromFrame, toFrame }) => ({
    atFrame: fromFrame,
    samples: new Float32Array(toFrame - fromFrame),
  }));
  const channels = Math.min(2, mix.channels);
  const parts = Array.from({ length: channels }, () => ({
    mix: spectraOf(topBin),
    all: spectraOf(topBin),
    located: spectraOf(topBin),
  }));
  const power = new Float32Array(RUN * topBin);
  const samples = [0, 1].map(() => new Float32Array((RUN - 1) * step * HOP + FRAME));
  const [cross, own, gains] = [new Float64Array(RUN), new Float64Array(RUN), new Float64Array(RUN)];
  const spectrum = spectrumOf(FRAME);
  const block = new Float32Array(FRAME);
  const bandOfBin = Int32Array.from({ length: topBin }, (_, k) => edges.findIndex((edge) => edge > k) - 1);
  const forward = (source: Float32Array, frame: number): Spectrum => {
    windowInto(source, frame * step * HOP, block);
    realFourier(FRAME).forward(block, spectrum);
    return spectrum;
  };

  for (const { first, stretch } of runsOf(stretchesToHear(levels, fit, keep, mix.sampleRate), step)) {
    const count = Math.min(RUN, Math.ceil((stretch.to - first) / step));
    if (first === stretch.from) judge.restart();
    power.fill(0);
    for (const { all, located } of parts) for (const list of [all, located]) for (const one of list) one.fill(0);
    takeChannels(mix, first * HOP, samples.slice(0, channels));
    for (const [channel, { mix: into }] of parts.entries()) {
      for (let frame = 0; frame < count; frame++) {
        const { real, imaginary } = forward(samples[channel]!, frame);
        into[0].set(real.subarray(0, topBin), frame * topBin);
        into[1].set(imaginary.subarray(0, topBin), frame * topBin);
      }
    }
    let column = 0;
    for (const lane of fit.lanes) {
      const isHeard = lane.take(first * HOP, samples.slice(0, lane.columns));
      for (let i = 0; i < lane.columns; i++, column++) {
        if (!isHeard) continue;
        const gainOf = gainTables(fit, column, bandOfBin);
        for (let frame = 0; frame < count; frame++) {
          const { real, imaginary } = forward(samples[i]!, frame);
          for (const [channel, { all, located }] of parts.entries()) {
            const target = lane.located ? located : all;
            addScaled(target, frame * topBin, real, imaginary, gainOf[channel]!, topBin);
          }
          if (lane.located) addPower(power, frame * topBin, real, imaginary, gainOf, topBin);
        }
      }
    }
    // "All" is what the located stems and the others give together.
    for (const { all, located } of parts) {
      for (const side of [0, 1] as const) for (let k = 0; k < count * topBin; k++) all[side][k]! += located[side][k]!;
    }
    sumsOverTime(parts, levels, first, step, count, bandOfBin, topBin, cross, own);
    smoothedGains(cross.subarray(0, count), own.subarray(0, count), step === 1 ? 2 : 1, gains.subarray(0, count));
    for (let frame = 0; frame < count; frame++) {
      const at = frame * topBin;
      const index = first + frame * step;
      judge.add(index, index >= stretch.countFrom, parts, power, at, gains[frame]!);
      addResidual(residual, index * HOP, parts, at, gains[frame]!, topBin);
    }
    await pause();
  }
  return { ...judge.finish(), residual };
}

type Span = { readonly fromFrame: number; readonly toFrame: number };
/** Frames of the short-time transform; those before `countFrom` only lead in. */
type Stretch = { readonly from: number; readonly countFrom: number; readonly to: number };

function stretchesToHear({ frames }: MixLevels, fit: Fit, keep: readonly Span[], sampleRate: number): Stretch[] {
  const perSecond = sampleRate / HOP;
  const seconds = Math.ceil(frames / perSecond);
  const [sums, counts] = [new Float64Array(seconds), new Float64Array(seconds)];
  for (const [i, share] of fit.leftShares.entries()) {
    const second = Math.min(seconds - 1, Math.floor((i * fit.stride) / perSecond));
    sums[second]! += share;
    counts[second]!++;
  }
  const isWanted = Array.from({ length: seconds }, (_, second) => sums[second]! >= LEAST_LEFT * counts[second]!);
  for (const { fromFrame, toFrame } of keep) {
    for (let second = Math.floor(fromFrame / sampleRate); second < Math.min(seconds, toFrame / sampleRate); second++) {
      isWanted[second] = true;
    }
  }
  const stretches: Stretch[] = [];
  for (let second = 0; second < seconds; second++) {
    if (!isWanted[second]) continue;
    let end = second + 1;
    while (end < seconds && isWanted.slice(end, end + LEAD_SECONDS + 1).includes(true)) end++;
    stretches.push({
      from: Math.max(0, Math.floor((second - LEAD_SECONDS) * perSecond)),
      countFrom: Math.floor(second * perSecond),
      to: Math.min(frames, Math.ceil(end * perSecond)),
    });
    second = end;
  }
  return stretches;
}

function* runsOf(stretches: readonly Stretch[], step: number): Generator<{ first: number; stretch: Stretch }> {
  for (const stretch of stretches) {
    for (let first = stretch.from; first < stretch.to; first += RUN * step) yield { first, stretch };
  }
}

type Pair = readonly [Float32Array, Float32Array];
type Part = { readonly mix: Pair; readonly all: Pair; readonly located: Pair };

function spectraOf(bins: number): Pair {
  return [new Float32Array(RUN * bins), new Float32Array(RUN * bins)];
}

type GainTable = readonly [Float32Array, Float32Array];

function gainTables({ bands }: Fit, column: number, bandOfBin: Int32Array): GainTable[] {
  return (bands[0]?.gains ?? []).map((_, channel) => {
    const byBand = bands.map(({ gains }) => [gains[channel]![0][column]!, gains[channel]![1][column]!] as const);
    return [
      Float32Array.from(bandOfBin, (band) => byBand[band]![0]),
      Float32Array.from(bandOfBin, (band) => byBand[band]![1]),
    ] as const;
  });
}

function addScaled(
  [tr, ti]: Pair,
  at: number,
  real: Float32Array,
  imaginary: Float32Array,
  [gr, gi]: GainTable,
  bins: number,
): void {
  for (let k = 0; k < bins; k++) {
    tr[at + k]! += gr[k]! * real[k]! - gi[k]! * imaginary[k]!;
    ti[at + k]! += gr[k]! * imaginary[k]! + gi[k]! * real[k]!;
  }
}

function addPower(
  power: Float32Array,
  at: number,
  real: Float32Array,
  imaginary: Float32Array,
  gains: readonly GainTable[],
  bins: number,
): void {
  for (const [gr, gi] of gains) {
    for (let k = 0; k < bins; k++) {
      power[at + k]! += (gr[k]! ** 2 + gi[k]! ** 2) * (real[k]! ** 2 + imaginary[k]! ** 2);
    }
  }
}

function sumsOverTime(
  parts: readonly Part[],
  levels: MixLevels,
  first: number,
  step: number,
  count: number,
  bandOfBin: Int32Array,
  bins: number,
  cross: Float64Array,
  own: Float64Array,
): void {
  cross.fill(0);
  own.fill(0);
  for (let frame = 0; frame < count; frame++) {
    const weights = levels.edges.slice(1).map((_, band) => bandWeight(levels, first + frame * step, band) ** 2);
    for (const { mix, all } of parts) {
      for (let k = 0, at = frame * bins; k < bins; k++, at++) {
        const weight = weights[bandOfBin[k]!]!;
        cross[frame]! += weight * (mix[0][at]! * all[0][at]! + mix[1][at]! * all[1][at]!);
        own[frame]! += weight * (all[0][at]! ** 2 + all[1][at]! ** 2);
      }
    }
  }
}

/** Adds a frame of what is left to the kept spans, mono. */
function addResidual(
  spans: readonly { readonly atFrame: number; readonly samples: Float32Array }[],
  atFrame: number,
  parts: readonly Part[],
  at: number,
  gain: number,
  bins: number,
): void {
  const wanted = spans.filter((span) => atFrame + FRAME > span.atFrame && atFrame < span.atFrame + span.samples.length);
  if (wanted.length === 0) return;
  const left = spectrumOf(FRAME);
  for (const { mix, located } of parts) {
    for (let k = 0; k < bins; k++) {
      left.real[k]! += (mix[0][at + k]! - gain * located[0][at + k]!) / parts.length;
      left.imaginary[k]! += (mix[1][at + k]! - gain * located[1][at + k]!) / parts.length;
    }
  }
  const block = new Float32Array(FRAME);
  realFourier(FRAME).inverse(left, block);
  for (const { atFrame: start, samples } of wanted) {
    const from = Math.max(0, start - atFrame);
    const to = Math.min(FRAME, start + samples.length - atFrame);
    for (let i = from; i < to; i++) samples[atFrame + i - start]! += block[i]!;
  }
}

type Judge = {
  /** a new stretch begins: what rang before is not known */
  readonly restart: () => void;
  readonly add: (
    frame: number,
    counts: boolean,
    parts: readonly Part[],
    power: Float32Array,
    at: number,
    gain: number,
  ) => void;
  readonly finish: () => Omit<Explained, 'residual'>;
};
type Row = {
  readonly frame: number;
  readonly counts: boolean;
  readonly given: Float32Array;
  readonly mix: Float32Array;
};

/** Frames in order of time; each is judged when the next one is known, since a window reaches half into it. */
function judgeOf(levels: MixLevels, step: number, sampleRate: number): Judge {
  const { edges, meanRow, frames, bandEnergy } = levels;
  const bins = Math.min(edges[edges.length - 1]!, Math.round((TOP_HZ * FRAME) / sampleRate));
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
  let last: Row | null = null;
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
      return { share, unexplained, whole, left, seconds, bands, edges };
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
