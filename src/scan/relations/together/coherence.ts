import type { Fit } from '../rough/fit.js';

export type Pair = { readonly a: number; readonly b: number };

/** A stem that another one gives to this share is worth a closer look. */
const LEAST_SHARE = 0.5;

/**
 * Pairs of stems of which one gives half of the other's spectrum, at the places where they lie in the mix.
 *
 * @returns indices of stems, a < b
 */
export function alikeInFit({ lanes, owner, bands }: Fit): Pair[] {
  const first = lanes.map((_, lane) => owner.indexOf(lane));
  const pairs: Pair[] = [];
  for (const [i, { stem: one }] of lanes.entries()) {
    for (const [j, { stem: other }] of lanes.entries()) {
      if (j <= i) continue;
      let [shared, shareOne, shareOther] = [0, 0, 0];
      let [energyOne, energyOther] = [0, 0];
      for (const { gram } of bands) {
        const [x, y] = [first[i]!, first[j]!];
        const xx = gram.real[x * gram.size + x]!;
        const yy = gram.real[y * gram.size + y]!;
        shared = gram.real[x * gram.size + y]! ** 2 + gram.imaginary[x * gram.size + y]! ** 2;
        energyOne += xx;
        energyOther += yy;
        shareOne += yy > 0 ? shared / yy : 0;
        shareOther += xx > 0 ? shared / xx : 0;
      }
      if (Math.max(shareOne / (energyOne + 1e-30), shareOther / (energyOther + 1e-30)) >= LEAST_SHARE)
        pairs.push({ a: Math.min(one, other), b: Math.max(one, other) });
    }
  }
  return pairs;
}
