import type { Clipping } from '../../../model/measurements.js';
import type { FlatTops } from './flat-tops.js';

const FULL_SCALE = 1 - 2.2 / 32768;
/** At full scale: a lone top is no defect, three are, and one of six frames. */
const RUNS_AT_FULL_SCALE = 3;
const LONGEST_AT_FULL_SCALE = 6;
const HARD_RUNS = 10;
const HARD_LONGEST = 12;
/** Below full scale the flat tops of a synthesiser's pulse look alike, so more are asked for. */
const RUNS_TURNED_DOWN = 10;
const LONGEST_TURNED_DOWN = 4;
const MOST_OF_ACTIVE = 0.3;
const LOWEST_CEILING = 0.05;
const MOST_SPANS = 32;

/**
 * Clipping of a file from the flat tops of its channels.
 *
 * @param activeSamples samples of all channels in groups that exceed 1 % of full scale
 * @returns clipping at full scale where there is any, else turned down, else wraps alone; null where there is none
 */
export function clippingOf(
  tops: readonly FlatTops[],
  wraps: number,
  peak: number,
  activeSamples: number,
): Clipping | null {
  const loud = tops.filter(({ top, runs }) => top >= LOWEST_CEILING && runs > 0);
  const full = together(loud.filter(({ top }) => top >= FULL_SCALE));
  if (full.runs >= RUNS_AT_FULL_SCALE || full.longestFrames >= LONGEST_AT_FULL_SCALE) {
    const hard = full.runs >= HARD_RUNS || full.longestFrames >= HARD_LONGEST;
    const { top, ...counts } = full;
    return { ...counts, ceilingDbfs: 20 * Math.log10(top), atFullScale: true, hard, wraps };
  }
  const own = together(loud.filter(({ top }) => top < FULL_SCALE));
  const isCeiling = own.runs >= RUNS_TURNED_DOWN && own.longestFrames >= LONGEST_TURNED_DOWN;
  if (isCeiling && own.clippedSamples < MOST_OF_ACTIVE * activeSamples) {
    const { top, ...counts } = own;
    return { ...counts, ceilingDbfs: 20 * Math.log10(top), atFullScale: false, hard: false, wraps };
  }
  if (wraps === 0) return null;
  const none = { runs: 0, longestFrames: 0, clippedSamples: 0, spans: [] };
  return { ...none, ceilingDbfs: 20 * Math.log10(peak), atFullScale: peak >= FULL_SCALE, hard: false, wraps };
}

function together(tops: readonly FlatTops[]) {
  const spans = tops.flatMap((top) => top.spans);
  const longestFirst = [...spans].sort(
    (a, b) => b.toFrame - b.fromFrame - (a.toFrame - a.fromFrame) || a.fromFrame - b.fromFrame,
  );
  return {
    top: Math.max(0, ...tops.map(({ top }) => top)),
    runs: tops.reduce((sum, { runs }) => sum + runs, 0),
    longestFrames: Math.max(0, ...tops.map(({ longestFrames }) => longestFrames)),
    clippedSamples: tops.reduce((sum, { clippedSamples }) => sum + clippedSamples, 0),
    spans: longestFirst.slice(0, MOST_SPANS).sort((a, b) => a.fromFrame - b.fromFrame),
  };
}
