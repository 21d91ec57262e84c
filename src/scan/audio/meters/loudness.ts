import { loudestMean } from './levels.js';

export type Loudness = {
  readonly integratedLufs: number | null;
  readonly loudnessRangeLu: number | null;
  readonly momentaryMaxLufs: number | null;
  readonly shortTermMaxLufs: number | null;
};

const OFFSET_DB = -0.691;
const ABSOLUTE_GATE_LUFS = -70;
const INTEGRATED_GATE_LU = -10;
const RANGE_GATE_LU = -20;
const STEPS_PER_LU = 100;
const STEPS = 120 * STEPS_PER_LU;

/**
 * Loudness from K-weighted power in stretches of 10 ms, summed over channels with their weights.
 * A mono file is one channel: it reads 3 dB below the same sound in both channels of a stereo file.
 * Momentary maximum on a grid of 10 ms and short-term on one of 50 ms, since a 0.4 s tone between the points of a
 * coarser grid reads too low (Tech 3341, case 13); integrated and range on 100 ms, as the standards say.
 * Source: ITU-R BS.1770-5, Annex 1; EBU Tech 3341; EBU Tech 3342
 */
export function loudnessMeter() {
  const ring = new Float64Array(60); // sums of 50 ms: 3 s
  const momentary = loudestMean(40);
  const integrated = gatedPowers();
  const range = gatedPowers();
  const state = { sum: 0, shortTermMax: 0 };
  let pushed = 0;
  let at = 0; // where the next sum goes
  /** mean power of the last so many stretches of 50 ms */
  const meanOf = (sums: number): number => {
    let sum = 0;
    for (let i = at - 1; i >= Math.max(0, at - sums); i--) sum += ring[i]!;
    for (let i = 59; i >= at + 60 - sums; i--) sum += ring[i]!;
    return sum / (5 * sums);
  };
  const endSum = (sum: number): void => {
    ring[at] = sum;
    if (++at === 60) at = 0;
    const isTenth = pushed % 10 === 0;
    if (isTenth && pushed >= 40) integrated.add(meanOf(8));
    if (pushed < 300) return;
    const shortTerm = meanOf(60);
    if (shortTerm > state.shortTermMax) state.shortTermMax = shortTerm;
    if (isTenth) range.add(shortTerm);
  };
  return {
    push(powers: Float64Array): void {
      let sum = state.sum;
      for (let i = 0; i < powers.length; i++) {
        momentary.push(powers[i]!);
        sum += powers[i]!;
        if (++pushed % 5 !== 0) continue;
        endSum(sum);
        sum = 0;
      }
      state.sum = sum;
    },
    finish(): Loudness {
      return {
        integratedLufs: integrated.gatedMean(INTEGRATED_GATE_LU),
        loudnessRangeLu: range.spread(RANGE_GATE_LU),
        momentaryMaxLufs: lufs(momentary.loudest()),
        shortTermMaxLufs: lufs(state.shortTermMax),
      };
    },
  };
}

function lufs(power: number): number | null {
  return power > 0 ? OFFSET_DB + 10 * Math.log10(power) : null;
}

/** Powers above the absolute gate in steps of 0.01 LU with their sums: constant memory, exact means. */
function gatedPowers() {
  const counts = new Uint32Array(STEPS);
  const sums = new Float64Array(STEPS);
  const stepOf = (loudness: number): number =>
    Math.max(0, Math.min(STEPS - 1, Math.floor((loudness - ABSOLUTE_GATE_LUFS) * STEPS_PER_LU)));
  /** from the first step above the relative gate */
  const gate = (belowLu: number): { from: number; count: number; sum: number } => {
    const all = total(counts, sums, 0);
    if (all.count === 0) return { from: 0, ...all };
    const from = stepOf((lufs(all.sum / all.count) ?? ABSOLUTE_GATE_LUFS) + belowLu);
    return { from, ...total(counts, sums, from) };
  };
  return {
    add(power: number): void {
      const loudness = lufs(power);
      if (loudness === null || loudness < ABSOLUTE_GATE_LUFS) return;
      counts[stepOf(loudness)]!++;
      sums[stepOf(loudness)]! += power;
    },
    gatedMean(belowLu: number): number | null {
      const { count, sum } = gate(belowLu);
      return count === 0 ? null : lufs(sum / count);
    },
    /** between the 10th and the 95th of a hundred */
    spread(belowLu: number): number | null {
      const { from, count } = gate(belowLu);
      if (count === 0) return null;
      return (stepAt(counts, from, 0.95 * (count - 1)) - stepAt(counts, from, 0.1 * (count - 1))) / STEPS_PER_LU;
    },
  };
}

function total(counts: Uint32Array, sums: Float64Array, from: number): { count: number; sum: number } {
  let count = 0;
  let sum = 0;
  for (let step = from; step < STEPS; step++) {
    count += counts[step]!;
    sum += sums[step]!;
  }
  return { count, sum };
}

function stepAt(counts: Uint32Array, from: number, rank: number): number {
  let seen = 0;
  for (let step = from; step < STEPS; step++) {
    seen += counts[step]!;
    if (seen > Math.round(rank)) return step;
  }
  return from;
}
