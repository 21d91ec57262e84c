import { kernelDecimate } from '../kernel/decimation.js';
import { relationsKernel } from '../kernel/kernel.js';

/** The search works near this rate: enough for a place to within some samples, and a fifth of the work. */
const SEARCH_RATE_HZ = 12_000;

export type Decimation = { readonly step: number; readonly taps: Float32Array };

/** How a sound is thinned for the search: every `step`th value (a power of two) behind a low-pass. */
export function decimationOf(sampleRate: number): Decimation {
  const step = 2 ** Math.max(0, Math.round(Math.log2(sampleRate / SEARCH_RATE_HZ)));
  const reach = 4 * step;
  // Windowed sinc; what little folds over folds in both sounds alike.
  const taps = Float32Array.from({ length: reach + 1 }, (_, i) => {
    const x = (0.9 * i) / step;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return ((0.9 * sinc) / step) * (0.5 + 0.5 * Math.cos((Math.PI * i) / (reach + 1)));
  });
  return { step, taps };
}

/** Samples that `decimate` wants before its first value. */
export function decimationLead({ taps }: Decimation): number {
  return taps.length - 1;
}

/** Value i is the low-passed sample i · step + lead of `source`; fills `into`. */
export function decimate(decimation: Decimation, source: Float32Array, into: Float32Array): void {
  const kernel = relationsKernel();
  if (kernel === null) plainDecimate(decimation, source, into);
  else kernelDecimate(kernel, decimation, source, into);
}

/** The same in plain TypeScript, the kernel's twin. */
export function plainDecimate({ step, taps }: Decimation, source: Float32Array, into: Float32Array): void {
  const reach = taps.length - 1;
  const [middle] = taps;
  for (let i = 0, at = reach; i < into.length; i++, at += step) {
    let sum = middle! * source[at]!;
    for (let k = 1; k <= reach; k++) sum += taps[k]! * (source[at - k]! + source[at + k]!);
    into[i] = sum;
  }
}
