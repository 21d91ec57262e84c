export type Peak = {
  readonly at: number /** over the rms of what is left */;
  readonly ratio: number;
  readonly sign: number;
};

/**
 * The two largest |values|, each with a guard around it.
 *
 * @param guard values on either side that belong to a peak
 * @returns both in units of the rms of everything outside of the two
 */
export function twoPeaks(values: Float32Array, guard: number): { first: Peak; second: Peak; rms: number } {
  const one = largest(values, 0, -1);
  const other = largest(values, one - guard, one + guard);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(i - one) > guard && Math.abs(i - other) > guard) squares += values[i]! * values[i]!;
  }
  const rms = Math.sqrt(squares / values.length) + 1e-12;
  const peak = (at: number): Peak => ({ at, ratio: Math.abs(values[at]!) / rms, sign: Math.sign(values[at]!) });
  return { first: peak(one), second: peak(other), rms };
}

/** Index of the largest |value| outside of from … to. */
function largest(values: Float32Array, from: number, to: number): number {
  let best = 0;
  let top = -1;
  for (let i = 0; i < values.length; i++) {
    if (i >= from && i <= to) continue;
    const size = Math.abs(values[i]!);
    if (size > top) {
      top = size;
      best = i;
    }
  }
  return best;
}

/** How far the top of a parabola through three |values| lies from the middle one, −0.5 … 0.5. */
export function parabolaTop(values: Float32Array, at: number): number {
  if (at <= 0 || at >= values.length - 1) return 0;
  const p = Math.abs(values[at - 1]!);
  const q = Math.abs(values[at]!);
  const r = Math.abs(values[at + 1]!);
  return Math.min(0.5, Math.max(-0.5, (p - r) / (2 * (p - 2 * q + r) + 1e-20)));
}

export function largestAbsolute(values: Float32Array, from: number, to: number): number {
  let top = 0;
  for (let i = Math.max(0, from); i < Math.min(values.length, to); i++) top = Math.max(top, Math.abs(values[i]!));
  return top;
}
