import { realFourier, spectrumOf } from '../signal/fourier.js';
import { type SoundReader, takeChannels } from '../sound-reader.js';
import { chosenBins, FRAME, HOP } from './bands.js';
import { hermitianInverse, type Matrix, matrixOf, timesVector } from './hermitian.js';
import type { Lane } from './lanes.js';
import type { MixLevels } from './mix-pass.js';
import { type Column, columnProducts } from './products.js';
import { windowInto } from './windowed-frame.js';

type Complex = readonly [Float64Array, Float64Array];
export type BandFit = {
  /** Gram matrix of the columns, with the regularisation on its diagonal */
  readonly gram: Matrix;
  readonly inverse: Matrix;
  /** gains of the columns, one vector a channel of the mix */
  readonly gains: readonly Complex[];
  readonly right: readonly Complex[];
  readonly total: number;
  readonly bins: number;
};
export type Fit = {
  readonly lanes: readonly Lane[];
  /** lane of every column */
  readonly owner: readonly number[];
  readonly bands: readonly BandFit[];
  readonly frames: number;
  /** frames that two chosen ones lie apart */
  readonly stride: number;
  /** mean over the bands of the share that the fit leaves, frame by chosen frame */
  readonly leftShares: Float64Array;
};

const MOST_FRAMES = 700;
const MOST_BINS = 32;
/** 160 MiB of spectra at most. */
const MOST_VALUES = 20e6;

type Spectra = { readonly real: Float32Array[]; readonly imaginary: Float32Array[] };
type Gathered = { readonly columns: readonly Spectra[]; readonly mix: readonly Spectra[] };

/**
 * Fits gains to all stems at once, band by band, so that their sum comes nearest to the mix; twice, the second time
 * with the gain over time that the first one shows, which a bus compressor leaves.
 */
export async function fitStems(
  mix: SoundReader,
  levels: MixLevels,
  lanes: readonly Lane[],
  pause: () => Promise<void>,
): Promise<Fit> {
  const owner = lanes.flatMap(({ columns }, lane) => (columns === 2 ? [lane, lane] : [lane]));
  const bins = chosenBins(levels.edges, MOST_BINS);
  const perFrame = (owner.length + 2) * bins.reduce((sum, { length }) => sum + length, 0);
  const most = Math.max(64, Math.min(MOST_FRAMES, Math.floor(MOST_VALUES / perFrame)));
  const stride = Math.max(2, Math.ceil(levels.frames / most));
  const chosen = Array.from({ length: Math.ceil(levels.frames / stride) }, (_, i) => i * stride);
  const gathered = await gather(mix, lanes, chosen, bins, pause);
  const frameGains = new Float64Array(chosen.length).fill(1);
  const first = await solve(gathered, levels, chosen, bins, frameGains, owner.length, pause);
  gainsOverTime(gathered, levels, chosen, first, stride, frameGains);
  const bands = await solve(gathered, levels, chosen, bins, frameGains, owner.length, pause);
  const isLocated = owner.map((lane) => lanes[lane]!.located);
  const leftShares = sharesLeft(gathered, bands, frameGains, isLocated);
  return { lanes, owner, bands, frames: chosen.length, stride, leftShares };
}

async function gather(
  mix: SoundReader,
  lanes: readonly Lane[],
  chosen: readonly number[],
  bins: readonly (readonly number[])[],
  pause: () => Promise<void>,
): Promise<Gathered> {
  const empty = (): Spectra => ({
    real: bins.map(({ length }) => new Float32Array(length * chosen.length)),
    imaginary: bins.map(({ length }) => new Float32Array(length * chosen.length)),
  });
  const block = new Float32Array(FRAME);
  const spectrum = spectrumOf(FRAME);
  const keep = (spectra: Spectra, samples: Float32Array, at: number): void => {
    windowInto(samples, 0, block);
    realFourier(FRAME).forward(block, spectrum);
    for (const [band, { length }] of bins.entries()) {
      const list = bins[band]!;
      const [real, imaginary] = [spectra.real[band]!, spectra.imaginary[band]!];
      for (let i = 0; i < length; i++) {
        real[at * length + i] = spectrum.real[list[i]!]!;
        imaginary[at * length + i] = spectrum.imaginary[list[i]!]!;
      }
    }
  };
  const columns: Spectra[] = [];
  for (const lane of lanes) {
    const own = Array.from({ length: lane.columns }, empty);
    const samples = own.map(() => new Float32Array(FRAME));
    for (const [at, frame] of chosen.entries()) {
      if (!lane.take(frame * HOP, samples)) continue;
      for (const [column, spectra] of own.entries()) keep(spectra, samples[column]!, at);
    }
    columns.push(...own);
    await pause();
  }
  const mixSpectra = Array.from({ length: Math.min(2, mix.channels) }, empty);
  const samples = mixSpectra.map(() => new Float32Array(FRAME));
  for (const [at, frame] of chosen.entries()) {
    takeChannels(mix, frame * HOP, samples);
    for (const [channel, spectra] of mixSpectra.entries()) keep(spectra, samples[channel]!, at);
  }
  return { columns, mix: mixSpectra };
}

/** Loud bars do not own the fit. */
export function bandWeight({ bandEnergy, meanBandEnergy }: MixLevels, frame: number, band: number): number {
  const mean = meanBandEnergy[band]!;
  return 1 / Math.sqrt(bandEnergy[frame * meanBandEnergy.length + band]! + 0.02 * mean + 1e-20);
}

async function solve(
  { columns, mix }: Gathered,
  levels: MixLevels,
  chosen: readonly number[],
  bins: readonly (readonly number[])[],
  frameGains: Float64Array,
  size: number,
  pause: () => Promise<void>,
): Promise<BandFit[]> {
  const bands: BandFit[] = [];
  const longest = Math.max(...bins.map(({ length }) => length)) * chosen.length;
  const products = columnProducts(size + mix.length, longest);
  for (const [band, list] of bins.entries()) {
    const weights = Float64Array.from(chosen, (frame) => bandWeight(levels, frame, band));
    const inner = weights.map((weight, i) => weight * frameGains[i]!);
    const isHeard = [...columns, ...mix].map(({ real, imaginary }, index) => {
      const column = weighted(real[band]!, imaginary[band]!, index < size ? inner : weights, list.length);
      if (column !== null) products.put(index, column);
      return column !== null;
    });
    const gram = matrixOf(size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; isHeard[i] && j <= i; j++) if (isHeard[j]) setProduct(gram, i, j, products.of(i, j));
      if (i % 8 === 0) await pause();
    }
    regularise(gram);
    const inverse = hermitianInverse(gram);
    const right = mix.map((_, channel): Complex => {
      const vector: Complex = [new Float64Array(size), new Float64Array(size)];
      for (let i = 0; isHeard[size + channel] && i < size; i++) {
        if (isHeard[i]) [vector[0][i], vector[1][i]] = products.of(i, size + channel);
      }
      return vector;
    });
    const gains = right.map((vector): Complex => timesVector(inverse, vector));
    const total = mix.reduce(
      (sum, _, channel) => sum + (isHeard[size + channel] ? products.of(size + channel, size + channel)[0] : 0),
      0,
    );
    bands.push({ gram, inverse, gains, right, total, bins: list.length });
  }
  return bands;
}

/** Null where the column is silent in the whole band. */
function weighted(real: Float32Array, imaginary: Float32Array, weights: Float64Array, bins: number): Column | null {
  const [re, im] = [new Float32Array(real.length), new Float32Array(real.length)];
  let sum = 0;
  for (let frame = 0, at = 0; frame < weights.length; frame++) {
    const weight = weights[frame]!;
    for (let i = 0; i < bins; i++, at++) {
      re[at] = real[at]! * weight;
      im[at] = imaginary[at]! * weight;
      sum += re[at]! * re[at]! + im[at]! * im[at]!;
    }
  }
  return sum > 0 ? [re, im] : null;
}

function setProduct(
  { size, real, imaginary }: Matrix,
  i: number,
  j: number,
  [re, im]: readonly [number, number],
): void {
  real[i * size + j] = re;
  imaginary[i * size + j] = i === j ? 0 : im;
  real[j * size + i] = re;
  imaginary[j * size + i] = i === j ? 0 : -im;
}

function regularise({ size, real }: Matrix): void {
  let top = 0;
  for (let i = 0; i < size; i++) top = Math.max(top, real[i * size + i]!);
  for (let i = 0; i < size; i++) real[i * size + i]! += 1e-5 * real[i * size + i]! + 1e-9 * (top + 1e-20);
}

/** What the columns give together in one band and channel of the mix. */
function predicted(
  columns: readonly Spectra[],
  band: number,
  [gr, gi]: Complex,
  length: number,
  takes: (column: number) => boolean,
): [Float64Array, Float64Array] {
  const [sumReal, sumImaginary] = [new Float64Array(length), new Float64Array(length)];
  for (const [column, { real, imaginary }] of columns.entries()) {
    if (!takes(column)) continue;
    const [xr, xi, ar, ai] = [real[band]!, imaginary[band]!, gr[column]!, gi[column]!];
    for (let k = 0; k < length; k++) {
      sumReal[k]! += ar * xr[k]! - ai * xi[k]!;
      sumImaginary[k]! += ar * xi[k]! + ai * xr[k]!;
    }
  }
  return [sumReal, sumImaginary];
}

/** How much of each band the located stems leave, frame by frame, as a mean over the bands. */
function sharesLeft(
  { columns, mix }: Gathered,
  bands: readonly BandFit[],
  frameGains: Float64Array,
  isLocated: readonly boolean[],
): Float64Array {
  const shares = new Float64Array(frameGains.length);
  for (const [band, { gains, bins }] of bands.entries()) {
    const [left, whole] = [new Float64Array(frameGains.length), new Float64Array(frameGains.length)];
    for (const [channel, gain] of gains.entries()) {
      const [pr, pi] = predicted(columns, band, gain, bins * frameGains.length, (column) => isLocated[column]!);
      const [mr, mi] = [mix[channel]!.real[band]!, mix[channel]!.imaginary[band]!];
      for (let frame = 0, k = 0; frame < frameGains.length; frame++) {
        const common = frameGains[frame]!;
        for (let i = 0; i < bins; i++, k++) {
          left[frame]! += (mr[k]! - common * pr[k]!) ** 2 + (mi[k]! - common * pi[k]!) ** 2;
          whole[frame]! += mr[k]! ** 2 + mi[k]! ** 2;
        }
      }
    }
    for (let frame = 0; frame < shares.length; frame++) {
      shares[frame]! += Math.min(1, left[frame]! / (whole[frame]! + 1e-12)) / bands.length;
    }
  }
  return shares;
}

/** The common gain of each chosen frame: what a compressor on the bus did. */
function gainsOverTime(
  { columns, mix }: Gathered,
  levels: MixLevels,
  chosen: readonly number[],
  bands: readonly BandFit[],
  stride: number,
  into: Float64Array,
): void {
  const [cross, own] = [new Float64Array(chosen.length), new Float64Array(chosen.length)];
  for (const [band, { gains, bins }] of bands.entries()) {
    for (const [channel, gain] of gains.entries()) {
      const [sumReal, sumImaginary] = predicted(columns, band, gain, bins * chosen.length, () => true);
      const [mr, mi] = [mix[channel]!.real[band]!, mix[channel]!.imaginary[band]!];
      for (let frame = 0, k = 0; frame < chosen.length; frame++) {
        const weight = bandWeight(levels, chosen[frame]!, band) ** 2;
        for (let i = 0; i < bins; i++, k++) {
          cross[frame]! += weight * (sumReal[k]! * mr[k]! + sumImaginary[k]! * mi[k]!);
          own[frame]! += weight * (sumReal[k]! ** 2 + sumImaginary[k]! ** 2);
        }
      }
    }
  }
  smoothedGains(cross, own, stride <= 2 ? 1 : 0, into);
}

/** Ratio of two sums over neighbours, within what a bus does. */
export function smoothedGains(cross: Float64Array, own: Float64Array, reach: number, into: Float64Array): void {
  for (let frame = 0; frame < into.length; frame++) {
    let [up, down] = [0, 0];
    for (let i = Math.max(0, frame - reach); i <= Math.min(into.length - 1, frame + reach); i++) {
      up += cross[i]!;
      down += own[i]!;
    }
    into[frame] = Math.min(3, Math.max(0.1, up / (down + 1e-9)));
  }
}
