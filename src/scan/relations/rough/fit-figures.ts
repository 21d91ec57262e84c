import type { BandFit, Fit } from './fit.js';
import { subMatrix } from './hermitian.js';

type Side = { readonly sign: number; readonly evidence: number };
/** What the fit says about one stem. */
export type StemFit = {
  /** energy that would be left unexplained without it, dB under the mix */
  readonly contributionDb: number;
  /** its own level in the mix, dB under the mix */
  readonly levelDb: number;
  /** its mean gain in the mix */
  readonly gainDb: number | null;
  /** the level that it would have in the mix at a gain of 1, dB under the mix */
  readonly ownDb: number;
  /** near ±1 for a stem that is there, the sign its polarity */
  readonly sign: number;
  /** evidence for its presence */
  readonly evidence: number;
  /** how far the other stems give its own spectrum, 0 … 1 */
  readonly explained: number;
  /** the same as `sign` and `evidence`, of the left channel in the mix's left one and the right in the right; null: not two */
  readonly sides: readonly [Side, Side] | null;
  /** −1 left … 1 right, of what it adds to the mix; null where the mix is mono */
  readonly pan: number | null;
};

const decibels = (value: number): number => 10 * Math.log10(value + 1e-12);

/** How far the fit leaves the mix unexplained, dB under it. */
export function nullDepthDb({ bands }: Fit): number {
  const total = bands.reduce((sum, band) => sum + band.total, 0);
  return decibels(bands.reduce((sum, band) => sum + leftOf(band), 0) / (total + 1e-30));
}

/** One entry a lane of the fit. */
export function fitFigures(fit: Fit): readonly StemFit[] {
  const total = fit.bands.reduce((sum, band) => sum + band.total, 0) + 1e-30;
  const channels = fit.bands[0]?.gains.length ?? 1;
  return fit.lanes.map((_, lane) => {
    const columns = fit.owner.flatMap((owner, column) => (owner === lane ? [column] : []));
    const sums = {
      gain: 0,
      level: 0,
      sign: 0,
      evidence: 0,
      alone: 0,
      own: 0,
      squared: [0, 0],
      sides: [sideOf(), sideOf()] as const,
    };
    for (const band of fit.bands) addBand(sums, band, columns, fit.frames);
    const [left, right] = sums.squared as [number, number];
    // A mono stem is in both channels of the mix: the mean of the two.
    const own = sums.own * (columns.length === 1 ? channels : 1);
    return {
      contributionDb: decibels(sums.gain / total),
      levelDb: decibels(sums.level / total),
      gainDb: own > 0 ? decibels(sums.level / own) : null,
      ownDb: decibels(own / total),
      sign: sums.sign / (sums.gain + 1e-20),
      evidence: sums.evidence,
      explained: sums.own > 0 ? 1 - sums.alone / sums.own : 0,
      sides: columns.length === 2 && channels === 2 ? [sideFigures(sums.sides[0]), sideFigures(sums.sides[1])] : null,
      pan: channels < 2 ? null : (right - left) / (right + left + 1e-30),
    };
  });
}

type Sums = {
  gain: number;
  level: number;
  sign: number;
  evidence: number;
  alone: number;
  own: number;
  readonly squared: number[];
  readonly sides: readonly [SideSums, SideSums];
};
type SideSums = { gain: number; sign: number; evidence: number };

const sideOf = (): SideSums => ({ gain: 0, sign: 0, evidence: 0 });
const sideFigures = ({ gain, sign, evidence }: SideSums): Side => ({ sign: sign / (gain + 1e-20), evidence });

function addBand(sums: Sums, band: BandFit, columns: readonly number[], frames: number): void {
  const left = leftOf(band);
  // What of each column the others cannot give: the Schur complement, by the inverse's own block.
  const alone = smallInverse(subMatrix(band.inverse, columns));
  const grams = subMatrix(band.gram, columns);
  let [gain, sumReal, sumImaginary] = [0, 0, 0];
  for (const [channel, [gr, gi]] of band.gains.entries()) {
    const [xr, xi] = [columns.map((column) => gr[column]!), columns.map((column) => gi[column]!)];
    gain += form(alone, xr, xi);
    const level = form(grams, xr, xi);
    sums.level += level;
    sums.squared[channel]! += level;
    sumReal += xr.reduce((sum, value) => sum + value, 0);
    sumImaginary += xi.reduce((sum, value) => sum + value, 0);
  }
  sums.gain += gain;
  sums.sign += (sumReal / (Math.hypot(sumReal, sumImaginary) + 1e-20)) * gain;
  sums.evidence += frames * band.bins * 2 * Math.log1p(gain / left) - 4 * columns.length;
  if (columns.length === 2 && band.gains.length === 2) {
    for (const [i, side] of sums.sides.entries()) addSide(side, band, columns[i]!, i, left, frames);
  }
  for (const i of columns.keys()) {
    sums.alone += alone.real[i * columns.length + i]!;
    sums.own += grams.real[i * columns.length + i]!;
  }
}

/** One column in the mix's channel of its side. */
function addSide(side: SideSums, band: BandFit, column: number, channel: number, left: number, frames: number): void {
  const { inverse, gains, bins } = band;
  const [real, imaginary] = [gains[channel]![0][column]!, gains[channel]![1][column]!];
  const gain = (real * real + imaginary * imaginary) / (inverse.real[column * inverse.size + column]! + 1e-300);
  side.gain += gain;
  side.sign += (real / (Math.hypot(real, imaginary) + 1e-20)) * gain;
  side.evidence += frames * bins * 2 * Math.log1p(gain / left) - 4;
}

function leftOf({ total, gains, right }: BandFit): number {
  let explained = 0;
  for (const [channel, [gr, gi]] of gains.entries()) {
    const [rr, ri] = right[channel]!;
    for (let i = 0; i < gr.length; i++) explained += gr[i]! * rr[i]! + gi[i]! * ri[i]!;
  }
  return Math.max(total - explained, 1e-9 * total, 1e-30);
}

type Small = { readonly size: number; readonly real: Float64Array; readonly imaginary: Float64Array };

/** Of one or two columns. */
function smallInverse({ size, real, imaginary }: Small): Small {
  if (size === 1) return { size, real: Float64Array.of(1 / (real[0]! + 1e-300)), imaginary: Float64Array.of(0) };
  const determinant = real[0]! * real[3]! - (real[1]! ** 2 + imaginary[1]! ** 2);
  const scale = 1 / Math.max(determinant, 1e-12 * real[0]! * real[3]! + 1e-300);
  return {
    size,
    real: Float64Array.of(real[3]! * scale, -real[1]! * scale, -real[2]! * scale, real[0]! * scale),
    imaginary: Float64Array.of(0, -imaginary[1]! * scale, -imaginary[2]! * scale, 0),
  };
}

/** xᴴ · matrix · x of a Hermitian matrix. */
function form({ size, real, imaginary }: Small, xr: readonly number[], xi: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [ar, ai] = [real[i * size + j]!, imaginary[i * size + j]!];
      const [yr, yi] = [ar * xr[j]! - ai * xi[j]!, ar * xi[j]! + ai * xr[j]!];
      sum += xr[i]! * yr + xi[i]! * yi;
    }
  }
  return sum;
}
