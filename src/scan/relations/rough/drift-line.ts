import type { LagPoint } from './fine.js';

export type LagLine = { readonly lagAtStart: number; readonly slope: number };
type Fitted = LagLine & { readonly inliers: readonly LagPoint[]; readonly score: number };

const STEEPEST = 1200e-6;

/**
 * The line through most points, of a slope that a clock can have.
 *
 * @param leastSpan two points that are nearer than this in time say nothing about a slope; frames
 * @param tolerance in the unit of the points' lags
 */
export function bestLine(points: readonly LagPoint[], leastSpan: number, tolerance: number): Fitted | null {
  const sharpest = [...points].sort((a, b) => b.psr - a.psr).slice(0, 50);
  let best: Fitted | null = null;
  for (const [i, one] of sharpest.entries()) {
    for (const other of sharpest.slice(0, i)) {
      const span = one.atFrame - other.atFrame;
      if (Math.abs(span) < leastSpan) continue;
      const slope = (one.lag - other.lag) / span;
      if (Math.abs(slope) >= STEEPEST) continue;
      const lagAtStart = one.lag - slope * one.atFrame;
      let score = 0;
      for (const { atFrame, lag, psr } of points) {
        if (Math.abs(lag - lagAtStart - slope * atFrame) < tolerance) score += Math.min(psr, 20);
      }
      if (best === null || score > best.score) best = { lagAtStart, slope, score, inliers: [] };
    }
  }
  if (best === null) return null;
  const { lagAtStart, slope, score } = best;
  return {
    lagAtStart,
    slope,
    score,
    inliers: points.filter(({ atFrame, lag }) => Math.abs(lag - lagAtStart - slope * atFrame) < tolerance),
  };
}

/** The drift that is left on a located stem, from the segments of its fine search; null where too few agree. */
export function leftOverSlope(
  all: readonly LagPoint[],
  mixFrames: number,
): (LagLine & { readonly error: number }) | null {
  const points = all.filter(({ psr }) => psr > 5.5);
  if (points.length < 8) return null;
  const line = bestLine(points, 0.3 * mixFrames, 1.5);
  if (line === null || line.inliers.length < 8) return null;
  return weightedLine(line.inliers, mixFrames);
}

function weightedLine(points: readonly LagPoint[], mixFrames: number): LagLine & { readonly error: number } {
  const weights = points.map(({ psr }) => Math.min(psr, 30) ** 2);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = (of: (point: LagPoint) => number): number =>
    points.reduce((sum, point, i) => sum + weights[i]! * of(point), 0) / total;
  const [meanTime, meanLag] = [mean(({ atFrame }) => atFrame), mean(({ lag }) => lag)];
  const spread = mean(({ atFrame }) => (atFrame - meanTime) ** 2);
  const slope = mean(({ atFrame, lag }) => (atFrame - meanTime) * (lag - meanLag)) / (spread + 1e-9);
  const lagAtStart = meanLag - slope * meanTime;
  const residual = mean(({ atFrame, lag }) => (lag - lagAtStart - slope * atFrame) ** 2);
  const error = Math.sqrt(residual / Math.max(1, points.length - 2) / (spread + 1e-9));
  return { lagAtStart, slope, error: Math.max(error, 0.3 / mixFrames) };
}
