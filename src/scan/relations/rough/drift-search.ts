import { realFourier, spectrumOf } from '../signal/fourier.js';
import { parabolaTop } from '../signal/peaks.js';
import { addWhitened } from '../signal/phat.js';
import type { MonoView } from '../sound-reader.js';
import { bestLine, type LagLine } from './drift-line.js';
import type { LagPoint } from './fine.js';
import type { Grid } from './grid.js';
import { thinned, windowed } from './mix-spectra.js';

/** 1.4 s of the mix with 2 s of lag on either side, in thinned samples. */
const LENGTH = 2 ** 14;
const SIZE = 2 ** 16;
const REACH = (SIZE - LENGTH) / 2;
const MOST_SEGMENTS = 48;

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
  let segments = 0;
  for (const at of segmentStarts(grid, blocks)) {
    const found = placesOfSegment(stem, mix, grid, at, base);
    if (found === null) continue;
    segments++;
    points.push(...found);
  }
  if (points.length < 6) return [];
  const line = bestLine(points, 0.25 * (grid.mixFrames / step), 3);
  if (line === null || line.inliers.length < Math.max(6, 0.2 * segments)) return [];
  return [throughBase(line, points, base, grid.mixFrames / step), line].flatMap((one) =>
    one === null ? [] : [{ lagAtStart: one.lagAtStart * step, slope: one.slope }],
  );
}

function segmentStarts({ blockFrames, decimation, mixFrames }: Grid, blocks: readonly number[]): number[] {
  const frames = LENGTH * decimation.step;
  const starts = blocks.flatMap((block) =>
    Array.from({ length: blockFrames / frames }, (_, i) => block * blockFrames + i * frames),
  );
  return starts.filter((at) => at < mixFrames - frames / 2).slice(0, MOST_SEGMENTS);
}

function placesOfSegment(stem: MonoView, mix: MonoView, grid: Grid, atFrame: number, base: number): LagPoint[] | null {
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
  const points: LagPoint[] = [];
  for (let i = 0; i < 3; i++) {
    let top = 0;
    for (let k = 1; k < curve.length; k++) if (Math.abs(curve[k]!) > Math.abs(curve[top]!)) top = k;
    const psr = Math.abs(curve[top]!) / rms;
    if (psr <= 4.5) break;
    points.push({
      atFrame: atFrame / step + LENGTH / 2,
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
