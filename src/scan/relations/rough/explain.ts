import { realFourier, spectrumOf } from '../signal/fourier.js';
import { type SoundReader, takeChannels } from '../sound-reader.js';
import { FRAME, HOP } from './bands.js';
import { bandWeight, type Fit, smoothedGains } from './fit.js';
import { type FrameSums, frameSums, type GainTable, type Pair } from './frame-sums.js';
import { type Judged, judgedBins, judgeOf } from './judge-frames.js';
import type { MixLevels } from './mix-pass.js';
import { type Span, type Stretch, stretchesToHear } from './stretches.js';

/** What the mix holds that no located stem gives; and what is left of the mix, mono, in the spans that were asked for. */
export type Explained = Judged & {
  readonly residual: readonly { readonly atFrame: number; readonly samples: Float32Array }[];
};

const RUN = 32;
/** From this length on only every second frame is heard: a part lasts longer than a tenth of a second. */
const LONG_SECONDS = 120;

/**
 * Holds the mix against what the located stems can give, wherever they leave something of it.
 *
 * @param keep spans of the mix, in frames, of which the residual is kept
 * @param isHeadCut the mix begins after the stems
 */
export async function explainMix(
  mix: SoundReader,
  levels: MixLevels,
  fit: Fit,
  keep: readonly Span[],
  isHeadCut: boolean,
  pause: () => Promise<void>,
): Promise<Explained> {
  const { edges } = levels;
  const channels = Math.min(2, mix.channels);
  // Frames that do not overlap tell as much, but cannot be put together to a sound again.
  const step = keep.length > 0 ? 1 : mix.frames > LONG_SECONDS * mix.sampleRate ? 4 : 2;
  const top = keep.length > 0 ? edges[edges.length - 1]! : judgedBins(levels, mix.sampleRate);
  const sums = frameSums(channels, RUN, top);
  const { bins } = sums;
  const bandOfBin = Int32Array.from({ length: bins }, (_, k) => {
    const above = edges.findIndex((edge) => edge > k);
    return above < 0 ? edges.length - 2 : above - 1;
  });
  const one: GainTable = [new Float32Array(bins).fill(1), new Float32Array(bins)];
  const tables = fit.owner.map((_, column) => gainTables(fit, column, bandOfBin));
  const judge = judgeOf(levels, step, mix.sampleRate);
  const residual = keep.map(({ fromFrame, toFrame }) => ({
    atFrame: fromFrame,
    samples: new Float32Array(toFrame - fromFrame),
  }));
  const samples = [0, 1].map(() => new Float32Array((RUN - 1) * step * HOP + FRAME));
  const gains = new Float64Array(RUN);

  for (const { first, stretch } of runsOf(stretchesToHear(levels, fit, keep, mix.sampleRate, isHeadCut), step)) {
    const count = Math.min(RUN, Math.ceil((stretch.to - first) / step));
    if (first === stretch.from) judge.restart();
    sums.clear();
    sums.setGains([one]);
    takeChannels(mix, first * HOP, samples.slice(0, channels));
    for (let channel = 0; channel < channels; channel++) {
      for (let frame = 0; frame < count; frame++) sums.addMix(channel, frame, samples[channel]!, frame * step * HOP);
    }
    addStems(sums, fit, first, count, step, tables, samples);
    const parts = partsOf(sums, channels);
    gainsOfRun(parts, levels, first, step, count, bandOfBin, gains);
    for (let frame = 0; frame < count; frame++) {
      const at = frame * bins;
      const index = first + frame * step;
      judge.add(index, index >= stretch.countFrom, parts, sums.power(), at, gains[frame]!);
      addResidual(residual, index * HOP, parts, at, gains[frame]!, bins);
    }
    await pause();
  }
  return { ...judge.finish(), residual };
}

function* runsOf(stretches: readonly Stretch[], step: number): Generator<{ first: number; stretch: Stretch }> {
  for (const stretch of stretches) {
    for (let first = stretch.from; first < stretch.to; first += RUN * step) yield { first, stretch };
  }
}

function addStems(
  sums: FrameSums,
  fit: Fit,
  first: number,
  count: number,
  step: number,
  tables: readonly (readonly GainTable[])[],
  samples: readonly Float32Array[],
): void {
  let column = 0;
  for (const lane of fit.lanes) {
    const isHeard = lane.take(first * HOP, samples.slice(0, lane.columns));
    for (let i = 0; i < lane.columns; i++, column++) {
      if (!isHeard) continue;
      sums.setGains(tables[column]!);
      for (let frame = 0; frame < count; frame++) sums.addStem(frame, samples[i]!, frame * step * HOP, lane);
    }
  }
}

function gainTables({ bands }: Fit, column: number, bandOfBin: Int32Array): GainTable[] {
  return (bands[0]?.gains ?? []).map((_, channel) => {
    const byBand = bands.map(({ gains }) => [gains[channel]![0][column]!, gains[channel]![1][column]!] as const);
    return [
      Float32Array.from(bandOfBin, (band) => byBand[band]![0]),
      Float32Array.from(bandOfBin, (band) => byBand[band]![1]),
    ] as const;
  });
}

export type MixPart = { readonly mix: Pair; readonly located: Pair; readonly others: Pair };

function partsOf(sums: FrameSums, channels: number): MixPart[] {
  return Array.from({ length: channels }, (_, channel) => ({
    mix: sums.sum('mix', channel),
    located: sums.sum('located', channel),
    others: sums.sum('others', channel),
  }));
}

/** The common gain of every frame, from all that the stems give together. */
function gainsOfRun(
  parts: readonly MixPart[],
  levels: MixLevels,
  first: number,
  step: number,
  count: number,
  bandOfBin: Int32Array,
  into: Float64Array,
): void {
  const [cross, own] = [new Float64Array(count), new Float64Array(count)];
  const bins = bandOfBin.length;
  for (let frame = 0; frame < count; frame++) {
    const weights = levels.edges.slice(1).map((_, band) => bandWeight(levels, first + frame * step, band) ** 2);
    for (const { mix, located, others } of parts) {
      for (let k = 0, at = frame * bins; k < bins; k++, at++) {
        const weight = weights[bandOfBin[k]!]!;
        const real = located[0][at]! + others[0][at]!;
        const imaginary = located[1][at]! + others[1][at]!;
        cross[frame]! += weight * (mix[0][at]! * real + mix[1][at]! * imaginary);
        own[frame]! += weight * (real * real + imaginary * imaginary);
      }
    }
  }
  smoothedGains(cross, own, step === 1 ? 2 : step === 2 ? 1 : 0, into.subarray(0, count));
}

/** Adds a frame of what is left to the kept spans, mono. */
function addResidual(
  spans: readonly { readonly atFrame: number; readonly samples: Float32Array }[],
  atFrame: number,
  parts: readonly MixPart[],
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
