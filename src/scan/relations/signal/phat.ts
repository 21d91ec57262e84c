import type { Spectrum } from './fourier.js';

/** Keeps bins without energy from counting as much as the others. */
const FLOOR = 1e-3;

/** Adds weight · S·M* / (|S·M*| + ε·mean) to `sum`, bin by bin up to `bins`: only the phase is left, whatever an EQ did. */
export function addWhitened(sum: Spectrum, s: Spectrum, m: Spectrum, weight: number, bins: number): void {
  const floor = FLOOR * meanCross(s, m, bins) + 1e-20;
  for (let k = 0; k < bins; k++) {
    const sr = s.real[k]!;
    const si = s.imaginary[k]!;
    const mr = m.real[k]!;
    const mi = m.imaginary[k]!;
    const real = sr * mr + si * mi;
    const imaginary = si * mr - sr * mi;
    const scale = weight / (Math.sqrt(real * real + imaginary * imaginary) + floor);
    sum.real[k]! += real * scale;
    sum.imaginary[k]! += imaginary * scale;
  }
}

export function meanCross(s: Spectrum, m: Spectrum, bins: number): number {
  let sum = 0;
  for (let k = 0; k < bins; k++) {
    const power = (s.real[k]! ** 2 + s.imaginary[k]! ** 2) * (m.real[k]! ** 2 + m.imaginary[k]! ** 2);
    sum += Math.sqrt(power);
  }
  return sum / bins;
}
