import { HOP } from './bands.js';
import type { Fit } from './fit.js';
import type { MixLevels } from './mix-pass.js';

/** Seconds in which the located stems leave less than this of the bands hold no missing part. */
export const LEAST_LEFT = 0.009;
/** A tail may reach this far into a stretch. */
const LEAD_SECONDS = 2;

export type Span = { readonly fromFrame: number; readonly toFrame: number };
/** Frames of the short-time transform; those before `countFrom` only lead in. */
export type Stretch = { readonly from: number; readonly countFrom: number; readonly to: number };

/**
 * Where the located stems leave enough of the mix to hold a missing part.
 *
 * @param keep spans of the mix, in frames, that are wanted in any case
 * @param isHeadCut the mix begins after the stems: what rings in it at first was played before
 */
export function stretchesToHear(
  { frames }: MixLevels,
  { leftShares, stride }: Fit,
  keep: readonly Span[],
  sampleRate: number,
  isHeadCut: boolean,
): Stretch[] {
  const perSecond = sampleRate / HOP;
  const seconds = Math.ceil(frames / perSecond);
  const [sums, counts] = [new Float64Array(seconds), new Float64Array(seconds)];
  for (const [i, share] of leftShares.entries()) {
    const second = Math.min(seconds - 1, Math.floor((i * stride) / perSecond));
    sums[second]! += share;
    counts[second]!++;
  }
  const isWanted = Array.from({ length: seconds }, (_, second) => sums[second]! >= LEAST_LEFT * counts[second]!);
  for (const { fromFrame, toFrame } of keep) {
    for (let second = Math.floor(fromFrame / sampleRate); second < Math.min(seconds, toFrame / sampleRate); second++) {
      isWanted[second] = true;
    }
  }
  const stretches: Stretch[] = [];
  for (let second = 0; second < seconds; second++) {
    if (!isWanted[second]) continue;
    let end = second + 1;
    while (end < seconds && isWanted.slice(end, end + LEAD_SECONDS + 1).includes(true)) end++;
    stretches.push({
      from: Math.max(0, Math.floor((second - LEAD_SECONDS) * perSecond)),
      countFrom: Math.floor(Math.max(second, isHeadCut ? LEAD_SECONDS : 0) * perSecond),
      to: Math.min(frames, Math.ceil(end * perSecond)),
    });
    second = end;
  }
  return stretches;
}
