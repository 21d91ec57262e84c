import { kernelForward } from '../kernel/fourier.js';
import { relationsKernel } from '../kernel/kernel.js';

/** Half a spectrum of a real block: bins 0 … size / 2. */
export type Spectrum = { readonly real: Float32Array; readonly imaginary: Float32Array };
export type RealFourier = {
  readonly size: number;
  /** block of `size` samples (shorter ones are filled up with zeros) → size / 2 + 1 bins, into `into` */
  readonly forward: (block: Float32Array, into: Spectrum) => void;
  /** size / 2 + 1 bins → `size` samples, scaled so that forward and back give the block again */
  readonly inverse: (spectrum: Spectrum, into: Float32Array) => void;
};

const plans = new Map<number, RealFourier>();

/** The transform of real blocks of one length, a power of two from 8 on; its tables are kept. */
export function realFourier(size: number): RealFourier {
  const known = plans.get(size);
  if (known !== undefined) return known;
  const plain = plainFourier(size);
  const kernel = size < LEAST_KERNEL_SIZE ? null : relationsKernel();
  const plan = kernel === null ? plain : { ...plain, forward: kernelForward(kernel, size) };
  plans.set(size, plan);
  return plan;
}

/** Shorter blocks have too few neighbours to be taken four at a time. */
const LEAST_KERNEL_SIZE = 64;

export function spectrumOf(size: number): Spectrum {
  return { real: new Float32Array(size / 2 + 1), imaginary: new Float32Array(size / 2 + 1) };
}

/**
 * The transform in plain TypeScript, the kernel's twin. Two neighbours make one complex number: half the length, and
 * the halves are told apart afterwards.
 */
export function plainFourier(size: number): RealFourier {
  const half = size / 2;
  const cosines = Float32Array.from({ length: half + 1 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sines = Float32Array.from({ length: half + 1 }, (_, k) => Math.sin((2 * Math.PI * k) / size));
  const [aReal, aImaginary, bReal, bImaginary] = [0, 0, 0, 0].map(() => new Float32Array(half)) as Four;
  const transform = complexFourier(half);

  return {
    size,
    forward(block, { real, imaginary }) {
      const whole = Math.min(half, block.length >> 1);
      for (let i = 0; i < whole; i++) {
        aReal[i] = block[2 * i]!;
        aImaginary[i] = block[2 * i + 1]!;
      }
      aReal.fill(0, whole);
      aImaginary.fill(0, whole);
      if (block.length & 1 && whole < half) aReal[whole] = block[2 * whole]!;
      const [re, im] = transform(aReal, aImaginary, bReal, bImaginary);
      const quarter = half >> 1;
      const [firstReal, firstImaginary] = [re[0]!, im[0]!];
      for (let k = 1, j = half - 1; k <= quarter; k++, j--) {
        const evenReal = (re[k]! + re[j]!) * 0.5;
        const evenImaginary = (im[k]! - im[j]!) * 0.5;
        const oddReal = (im[k]! + im[j]!) * 0.5;
        const oddImaginary = (re[j]! - re[k]!) * 0.5;
        const turnedReal = oddReal * cosines[k]! + oddImaginary * sines[k]!;
        const turnedImaginary = oddImaginary * cosines[k]! - oddReal * sines[k]!;
        real[k] = evenReal + turnedReal;
        imaginary[k] = evenImaginary + turnedImaginary;
        real[j] = evenReal - turnedReal;
        imaginary[j] = turnedImaginary - evenImaginary;
      }
      real[0] = firstReal + firstImaginary;
      imaginary[0] = 0;
      real[half] = firstReal - firstImaginary;
      imaginary[half] = 0;
    },
    inverse({ real, imaginary }, into) {
      // The conjugate of a forward transform of the conjugate is the inverse one.
      const scale = 0.5 / half;
      aReal[0] = (real[0]! + real[half]!) * scale;
      aImaginary[0] = -(real[0]! - real[half]!) * scale;
      const quarter = half >> 1;
      for (let k = 1, j = half - 1; k <= quarter; k++, j--) {
        const evenReal = real[k]! + real[j]!;
        const evenImaginary = imaginary[k]! - imaginary[j]!;
        const differenceReal = real[k]! - real[j]!;
        const differenceImaginary = imaginary[k]! + imaginary[j]!;
        const oddReal = differenceReal * cosines[k]! - differenceImaginary * sines[k]!;
        const oddImaginary = differenceImaginary * cosines[k]! + differenceReal * sines[k]!;
        aReal[k] = (evenReal - oddImaginary) * scale;
        aImaginary[k] = -(evenImaginary + oddReal) * scale;
        aReal[j] = (evenReal + oddImaginary) * scale;
        aImaginary[j] = (evenImaginary - oddReal) * scale;
      }
      const [re, im] = transform(aReal, aImaginary, bReal, bImaginary);
      for (let i = 0; i < half; i++) {
        into[2 * i] = re[i]!;
        into[2 * i + 1] = -im[i]!;
      }
    },
  };
}
type Four = [Float32Array, Float32Array, Float32Array, Float32Array];
type Complex = [Float32Array, Float32Array];

/** Stockham's transform, radix 4 with one radix-2 step at the end where it is needed: in order, without bit reversal. */
function complexFourier(
  size: number,
): (aReal: Float32Array, aImaginary: Float32Array, bReal: Float32Array, bImaginary: Float32Array) => Complex {
  const cosines = Float32Array.from({ length: size }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sines = Float32Array.from({ length: size }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
  return (aReal, aImaginary, bReal, bImaginary) => {
    let from: Complex = [aReal, aImaginary];
    let to: Complex = [bReal, bImaginary];
    let stride = 1;
    for (let length = size; length >= 4; length /= 4, stride *= 4) {
      radix4(from[0], from[1], to[0], to[1], length >> 2, stride, cosines, sines);
      [from, to] = [to, from];
    }
    if (stride < size) {
      radix2(from[0], from[1], to[0], to[1], stride);
      from = to;
    }
    return from;
  };
}

function radix4(
  xr: Float32Array,
  xi: Float32Array,
  yr: Float32Array,
  yi: Float32Array,
  quarter: number,
  stride: number,
  cosines: Float32Array,
  sines: Float32Array,
): void {
  const [x1, x2, x3] = [stride * quarter, 2 * stride * quarter, 3 * stride * quarter];
  for (let p = 0; p < quarter; p++) {
    const [w1r, w1i] = [cosines[p * stride]!, sines[p * stride]!];
    const [w2r, w2i] = [cosines[2 * p * stride]!, sines[2 * p * stride]!];
    const [w3r, w3i] = [cosines[3 * p * stride]!, sines[3 * p * stride]!];
    let to = 4 * p * stride;
    const end = (p + 1) * stride;
    for (let at = p * stride; at < end; at++, to++) {
      const ar = xr[at]!;
      const ai = xi[at]!;
      const br = xr[at + x1]!;
      const bi = xi[at + x1]!;
      const cr = xr[at + x2]!;
      const ci = xi[at + x2]!;
      const dr = xr[at + x3]!;
      const di = xi[at + x3]!;
      const sumACr = ar + cr;
      const sumACi = ai + ci;
      const lessACr = ar - cr;
      const lessACi = ai - ci;
      const sumBDr = br + dr;
      const sumBDi = bi + di;
      const turnBDr = di - bi;
      const turnBDi = br - dr;
      yr[to] = sumACr + sumBDr;
      yi[to] = sumACi + sumBDi;
      const oneR = lessACr - turnBDr;
      const oneI = lessACi - turnBDi;
      yr[to + stride] = oneR * w1r - oneI * w1i;
      yi[to + stride] = oneR * w1i + oneI * w1r;
      const twoR = sumACr - sumBDr;
      const twoI = sumACi - sumBDi;
      yr[to + 2 * stride] = twoR * w2r - twoI * w2i;
      yi[to + 2 * stride] = twoR * w2i + twoI * w2r;
      const threeR = lessACr + turnBDr;
      const threeI = lessACi + turnBDi;
      yr[to + 3 * stride] = threeR * w3r - threeI * w3i;
      yi[to + 3 * stride] = threeR * w3i + threeI * w3r;
    }
  }
}

function radix2(xr: Float32Array, xi: Float32Array, yr: Float32Array, yi: Float32Array, stride: number): void {
  for (let at = 0; at < stride; at++) {
    yr[at] = xr[at]! + xr[at + stride]!;
    yi[at] = xi[at]! + xi[at + stride]!;
    yr[at + stride] = xr[at]! - xr[at + stride]!;
    yi[at + stride] = xi[at]! - xi[at + stride]!;
  }
}
