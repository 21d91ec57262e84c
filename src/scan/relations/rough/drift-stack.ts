import { twoPeaks } from '../signal/peaks.js';
import type { LagLine } from './drift-line.js';

/** The correlation of one segment at some lags around a middle one. */
export type Curve = { readonly atFrame: number; readonly curve: Float32Array; readonly weight: number };

/**
 * The slope at which the segments' correlations add up to the sharpest peak. Segments that say nothing by themselves
 * count as well, so it finds a drift where no line can be laid through single peaks.
 *
 * @param lag the lag at the middle of each curve
 * @param reach the farthest that the line may run from it at either end of the song, and that the lag in the middle of
 *        the song may lie from `lag`; both together within the curves
 * @returns the line and how much sharper it is than no drift at all; null with fewer than six segments
 */
export function sharpestLine(
  curves: readonly Curve[],
  lag: number,
  reach: { readonly drift: number; readonly place: number },
): (LagLine & { readonly gain: number; readonly psr: number }) | null {
  if (curves.length < 6) return null;
  const times = curves.map(({ atFrame }) => atFrame);
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const middle = (start + end) / 2;
  const half = (end - start) / 2;
  if (half <= 0) return null;
  const center = (curves[0]!.curve.length - 1) / 2;
  const sum = new Float32Array(2 * reach.place + 1);
  // Heights, not sharpness: a smeared peak lowers its own surroundings too.
  const stack = (ends: number): { height: number; psr: number; at: number } => {
    sum.fill(0);
    for (const { atFrame, curve, weight } of curves) {
      const from = center - reach.place + Math.round((ends * (atFrame - middle)) / half);
      for (let i = 0; i < sum.length; i++) sum[i]! += weight * curve[from + i]!;
    }
    const { first } = twoPeaks(sum, 8);
    return { height: Math.abs(sum[first.at]!), psr: first.ratio, at: first.at };
  };
  const still = stack(0);
  let best = { ends: 0, ...still };
  for (let ends = -reach.drift; ends <= reach.drift; ends += 0.5) {
    const one = stack(ends);
    if (one.height > best.height) best = { ends, ...one };
  }
  const slope = best.ends / half;
  const lagAtMiddle = lag + best.at - reach.place;
  return { lagAtStart: lagAtMiddle - slope * middle, slope, gain: best.height / still.height, psr: best.psr };
}
