import { realFourier, spectrumOf } from '../signal/fourier.js';
import { parabolaTop } from '../signal/peaks.js';
import { addWhitened } from '../signal/phat.js';
import type { MonoView } from '../sound-reader.js';
import { bestLine, type LagLine } from './drift-line.js';
import { type Curve, sharpestLine } from './drift-stack.js';
import type { LagPoint } from './fine.js';
import type { Grid } from './grid.js';
import { thinned, windowed } from './mix-spectra.js';

/** 1.4 s of the mix with 2 s of lag on either side, in thinned samples. */
const LENGTH = 2 ** 14;
const SIZE = 2 ** 16;
const REACH = (SIZE - LENGTH) / 2;
const MOST_SEGMENTS = 48;
/** A stem from another clock begins near the others: lags that are added up, and how far the ends may run apart. */
const NEAR = 1200;
const NEAR_DRIFT = 800;

/** Lines on which the places of single segments lie: what a stem from another clock leaves. Lags at full rate. */
export function driftLines(
  stem: MonoView,
  mix: MonoView,
  grid: Grid,
  blocks: readonly number[],
  nearLag: number,
): LagLine[] {
  const { step } = grid.decimation;
  const base = Math.round(nearLag / step);
  const points: LagPoint[] = [];
  const curves: Curve[] = [];
  for (const at of segmentStarts(grid, blocks)) {
    const curve = segmentCurve(stem, mix, grid, at, base);
    if (curve === null) continue;
    const atFrame = at / step + LENGTH / 2;
    // Near the common lag the segments are added up; farther off each has to say its place itself.
    curves.push({ atFrame, curve: curve.slice(REACH - NEAR, REACH + NEAR + 1), weight: 1 });
    points.push(...placesIn(curve, atFrame, base));
  }
  const segments = curves.length;
  const stacked = sharpestLine(curves, base, { drift: NEAR_DRIFT, place: NEAR - NEAR_DRIFT });
  const near = stacked !== null && stacked.psr >= 7 && stacked.gain >= 1.2 ? [atFullRate(stacked, step)] : [];
  if (points.length < 6) return near;
  const line = bestLine(points, 0.25 * (grid.mixFrames / step), 3);
  if (line === null || line.inliers.length < Math.max(6, 0.2 * segments)) return near;
  const throughCommon = throughBase(line, points, base, grid.mixFrames / step);
  return [...near, ...(throughCommon === null ? [] : [atFullRate(throughCommon, step)]), atFullRate(line, step)];
}

function segmentStarts({ blockFrames, decimation, mixFrames }: Grid, blocks: readonly number[]): number[] {
  const frames = LENGTH * decimation.step;
  const starts = blocks.flatMap((block) =>
    Array.from({ length: blockFrames / frames }, (_, i) => block * blockFrames + i * frames),
  );
  return starts.filter((at) => at < mixFrames - frames / 2).slice(0, MOST_SEGMENTS);
}

function atFullRate({ lagAtStart, slope }: LagLine, step: number): LagLine {
  return { lagAtStart: lagAtStart * step, slope };
}

/** The whitened correlation of a segment, in units of its rms; null where nothing plays. */
function segmentCurve(stem: MonoView, mix: MonoView, grid: Grid, atFrame: number, base: number): Float32Array | null {
  const { step } = grid.decimation;
  const mixPart = thinned(mix, grid, atFrame, LENGTH);
  const stemPart = thinned(stem, grid, atFrame + (base - REACH) * step, SIZE);
  if (windowed(mixPart) / LENGTH < 1e-9 || windowed(stemPart) / SIZE < 1e-9) return null;
  const plan = realFourier(SIZE);
  const [s, m, sum] = [spectrumOf(SIZE), spectrumOf(SIZE), spectrumOf(SIZE)];
  plan.forward(stemPart, s);
  plan.forward(mixPart, m);
  addWhitened(sum, s, m, 1, Math.round(0.92 * (SIZE / 2)));
  const long = new Float32Array(SIZE);
  plan.inverse(sum, long);
  const curve = long.subarray(0, 2 * REACH + 1);
  const rms = Math.sqrt(curve.reduce((total, value) => total + value * value, 0) / curve.length) + 1e-12;
  return curve.map((value) => value / rms);
}

function placesIn(curve: Float32Array, atFrame: number, base: number): LagPoint[] {
  const points: LagPoint[] = [];
  for (let i = 0; i < 3; i++) {
    let top = 0;
    for (let k = 1; k < curve.length; k++) if (Math.abs(curve[k]!) > Math.abs(curve[top]!)) top = k;
    const psr = Math.abs(curve[top]!);
    if (psr <= 4.5) break;
    points.push({
      atFrame,
      lag: base + top - REACH + parabolaTop(curve, top),
      psr,
    });
    curve.fill(0, Math.max(0, top - 6), top + 7);
  }
  return points;
}

/** Loops give parallel lines: of these the one through the common lag. */
function throughBase(
  line: LagLine & { readonly inliers: readonly LagPoint[] },
  points: readonly LagPoint[],
  base: number,
  length: number,
): LagLine | null {
  const starts = points.map(({ atFrame, lag }) => lag - line.slope * atFrame);
  const near = starts.filter((at) => Math.abs(at - base) < Math.max(4, Math.abs(line.slope) * length * 0.1));
  if (near.length < Math.max(6, 0.4 * line.inliers.length)) return null;
  near.sort((a, b) => a - b);
  return { lagAtStart: near[near.length >> 1]!, slope: line.slope };
}
