import { type SoundReader, takeChannels } from '../sound-reader.js';
import { FRAME, HOP } from './bands.js';
import { bandWeight, type Fit, smoothedGains } from './fit.js';
import { type FrameSums, frameSums, type GainTable, type Pair } from './frame-sums.js';
import type { MixLevels } from './mix-pass.js';

/** Frames that are worked on at once. */
export const RUN = 32;

/** Spectra of some frames: of the mix, and of what the stems give to it. Good until the next ones are asked for. */
type RunOfFrames = {
  /** one a channel of the mix; index frame · bins + bin */
  readonly parts: readonly MixPart[];
  /** of the stems that are present, as if none of them met in phase */
  readonly power: Float32Array;
  /** the common gain of every frame */
  readonly gains: Float64Array;
};
export type FrameRuns = {
  readonly bins: number;
  readonly bandOfBin: Int32Array;
  /** up to RUN frames from `first` on, `step` apart */
  readonly run: (first: number, count: number) => RunOfFrames;
};

/** @param least bins that count, from 0 on */
export function frameRuns(mix: SoundReader, levels: MixLevels, fit: Fit, least: number, step: number): FrameRuns {
  const { edges } = levels;
  const channels = Math.min(2, mix.channels);
  const sums = frameSums(channels, RUN, least);
  const { bins } = sums;
  const bandOfBin = Int32Array.from({ length: bins }, (_, k) => {
    const above = edges.findIndex((edge) => edge > k);
    return above < 0 ? edges.length - 2 : above - 1;
  });
  const one: GainTable = [new Float32Array(bins).fill(1), new Float32Array(bins)];
  const tables = fit.owner.map((_, column) => gainTables(fit, column, bandOfBin));
  const samples = [0, 1].map(() => new Float32Array((RUN - 1) * step * HOP + FRAME));
  const gains = new Float64Array(RUN);
  return {
    bins,
    bandOfBin,
    run(first, count) {
      sums.clear();
      sums.setGains([one]);
      takeChannels(mix, first * HOP, samples.slice(0, channels));
      for (let channel = 0; channel < channels; channel++) {
        for (let frame = 0; frame < count; frame++) sums.addMix(channel, frame, samples[channel]!, frame * step * HOP);
      }
      addStems(sums, fit, first, count, step, tables, samples);
      const parts = partsOf(sums, channels);
      gainsOfRun(parts, levels, first, step, count, bandOfBin, gains);
      return { parts, power: sums.power(), gains };
    },
  };
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
