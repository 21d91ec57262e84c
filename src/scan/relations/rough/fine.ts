import { realFourier, type Spectrum, spectrumOf } from '../signal/fourier.js';
import { parabolaTop, twoPeaks } from '../signal/peaks.js';
import { meanCross } from '../signal/phat.js';
import { type MonoView, takeMono } from '../sound-reader.js';
import type { Curve } from './drift-stack.js';
import { FINE_REACH, type Grid, SEGMENT } from './grid.js';
import { type MixSpectra, windowed } from './mix-spectra.js';

export type Fine = {
  readonly lag: number;
  readonly sign: number;
  readonly psr: number;
  readonly ratio: number;
  /** of the peak, 1 where all segments and bins agree on it */
  readonly height: number;
  /** half width of the peak at 70 % of its height, frames: what the place is good for */
  readonly within: number;
  /** share of four interleaved groups of segments that say the same */
  readonly agree: number;
  /** the two best places of every segment: what a drift is read from */
  readonly points: readonly LagPoint[];
  /** every segment's correlation around `near` */
  readonly curves: readonly Curve[];
  readonly near: number;
};
export type LagPoint = { readonly atFrame: number; readonly lag: number; readonly psr: number };

/** Segments with sound that are looked at: half a minute. */
const MOST_SEGMENTS = 20;
const LENGTH = SEGMENT - 2 * FINE_REACH;
/** Only lags near 0 are wanted, so groups of this many bins are one. */
const GROUP = 16;
const SHORT = SEGMENT / GROUP;

export function isGood(fine: Fine | null): fine is Fine {
  return fine !== null && fine.psr >= 7.5 && fine.ratio >= 1.3 && fine.agree >= 0.75;
}

/**
 * The sample-exact lag near a given one, at full rate.
 *
 * @param blocks the blocks in which the stem sounds
 * @returns null where stem or mix are silent in all segments
 */
export function fineLag(
  stem: MonoView,
  mix: MixSpectra,
  grid: Grid,
  blocks: readonly number[],
  lag: number,
): Fine | null {
  const near = Math.round(lag);
  const segments = soundingSegments(stem, mix, grid, blocks, near);
  if (segments.length === 0) return null;
  const meanEnergy = segments.reduce((sum, { energy }) => sum + energy, 0) / segments.length;
  const curves = segments.map(({ correlation, energy, atFrame }) => ({
    atFrame: atFrame + LENGTH / 2,
    curve: correlation,
    weight: Math.sqrt(Math.min(1, energy / meanEnergy)),
  }));
  const sum = stacked(curves);
  const { first, second } = twoPeaks(sum, 8);
  const weights = curves.reduce((total, { weight }) => total + weight, 0);
  const groups = [0, 1, 2, 3]
    .slice(0, Math.min(4, curves.length))
    .map((group) => twoPeaks(stacked(curves.filter((_, i) => i % 4 === group)), 8).first);
  const agreeing = groups.filter(({ at, sign }) => Math.abs(at - first.at) <= 1 && sign === first.sign);
  return {
    lag: near + first.at - FINE_REACH,
    sign: first.sign,
    psr: first.ratio,
    ratio: first.ratio / Math.max(second.ratio, 1e-12),
    height: Math.abs(sum[first.at]!) / weights,
    within: halfWidth(sum, first.at),
    agree: agreeing.length / groups.length,
    curves,
    near,
    points: curves.flatMap(({ atFrame, curve }) => pointsOf(atFrame, curve, near)),
  };
}

type Segment = { readonly atFrame: number; readonly correlation: Float32Array; readonly energy: number };

function soundingSegments(
  stem: MonoView,
  mix: MixSpectra,
  grid: Grid,
  blocks: readonly number[],
  lag: number,
): Segment[] {
  const samples = new Float32Array(SEGMENT);
  const spectrum = spectrumOf(SEGMENT);
  const plan = realFourier(SEGMENT);
  const found: Segment[] = [];
  const perBlock = Math.ceil(MOST_SEGMENTS / Math.max(1, blocks.length));
  for (const block of blocks) {
    let count = 0;
    for (const place of placesIn(grid.blockFrames / SEGMENT)) {
      const atFrame = block * grid.blockFrames + place * SEGMENT;
      if (count >= perBlock || atFrame >= grid.mixFrames - LENGTH / 2) continue;
      takeMono(stem, atFrame + lag - FINE_REACH, samples);
      const energy = windowed(samples) / SEGMENT;
      // -90 dBFS: nothing plays here.
      if (energy < 1e-9) continue;
      const part = mix.segment(atFrame);
      if (part.energy / LENGTH < 1e-9) continue;
      plan.forward(samples, spectrum);
      found.push({ atFrame, correlation: nearCorrelation(spectrum, part.spectrum), energy });
      count++;
    }
  }
  const mean = found.reduce((sum, { energy }) => sum + energy, 0) / Math.max(1, found.length);
  return found.filter(({ energy }) => energy >= 1e-3 * mean).sort((a, b) => a.atFrame - b.atFrame);
}

/** 0, 2, 4 … then 1, 3, 5 …: the first few already lie all over the block. */
function placesIn(segments: number): number[] {
  const all = Array.from({ length: segments }, (_, i) => i);
  return [...all.filter((i) => i % 2 === 0), ...all.filter((i) => i % 2 === 1)];
}

/**
 * The whitened correlation at lags −FINE_REACH … FINE_REACH. Bins are summed with triangular weights before the way
 * back, which only dims lags far outside of these.
 */
function nearCorrelation(s: Spectrum, m: Spectrum): Float32Array {
  const bins = SEGMENT / 2;
  const floor = 1e-3 * meanCross(s, m, bins) + 1e-20;
  const short = spectrumOf(SHORT);
  const [cosines, sines] = turns();
  for (let k = 1; k < bins; k++) {
    const sr = s.real[k]!;
    const si = s.imaginary[k]!;
    const mr = m.real[k]!;
    const mi = m.imaginary[k]!;
    const real = sr * mr + si * mi;
    const imaginary = si * mr - sr * mi;
    const scale = 1 / (Math.sqrt(real * real + imaginary * imaginary) + floor);
    // The stem was read FINE_REACH frames early: turned back, lag 0 is that of the caller.
    const turn = k & 255;
    const turnedReal = (real * cosines[turn]! - imaginary * sines[turn]!) * scale;
    const turnedImaginary = (real * sines[turn]! + imaginary * cosines[turn]!) * scale;
    const low = k >> 4;
    const share = (k & 15) / GROUP;
    short.real[low]! += turnedReal * (1 - share);
    short.imaginary[low]! += turnedImaginary * (1 - share);
    short.real[low + 1]! += turnedReal * share;
    short.imaginary[low + 1]! += turnedImaginary * share;
  }
  // The first group also holds the mirrored bins.
  short.real[0]! *= 2;
  short.imaginary[0] = 0;
  const circular = new Float32Array(SHORT);
  realFourier(SHORT).inverse(short, circular);
  return Float32Array.from({ length: 2 * FINE_REACH + 1 }, (_, i) => circular[(i - FINE_REACH + SHORT) % SHORT]!);
}

let turnTables: readonly [Float32Array, Float32Array] | null = null;
function turns(): readonly [Float32Array, Float32Array] {
  turnTables ??= [
    Float32Array.from({ length: 256 }, (_, k) => Math.cos((2 * Math.PI * k) / 256)),
    Float32Array.from({ length: 256 }, (_, k) => Math.sin((2 * Math.PI * k) / 256)),
  ];
  return turnTables;
}

function stacked(curves: readonly { readonly curve: Float32Array; readonly weight: number }[]): Float32Array {
  const sum = new Float32Array(2 * FINE_REACH + 1);
  for (const { curve, weight } of curves) for (let i = 0; i < sum.length; i++) sum[i]! += curve[i]! * weight;
  return sum;
}

function halfWidth(curve: Float32Array, at: number): number {
  let reach = 0;
  for (let i = Math.max(0, at - 63); i < Math.min(curve.length, at + 64); i++) {
    if (Math.abs(curve[i]!) > 0.7 * Math.abs(curve[at]!)) reach = Math.max(reach, Math.abs(i - at));
  }
  return reach;
}

function pointsOf(atFrame: number, curve: Float32Array, near: number): LagPoint[] {
  const { first, second } = twoPeaks(curve, 6);
  return [first, second].map(({ at, ratio }) => ({
    atFrame,
    lag: near + at - FINE_REACH + parabolaTop(curve, at),
    psr: ratio,
  }));
}
