import type { RoughComparison, UnexplainedSpan } from '../../../model/relations.js';
import { hertzOfBin } from './bands.js';
import type { Explained } from './explain.js';
import type { Fit } from './fit.js';
import { LEVELS, LOWEST_DB } from './judge-frames.js';
import { LEAST_LEFT } from './stretches.js';

/**
 * Mean share of the bands from which on a part is missing, by what the fit leaves where it fits best: a plain sum shows
 * a soft part, a mix with much reverb of its own has stretches that look like one.
 */
const LEAST_SHARES = [
  { leftBelow: 0.003, share: 0.0005 },
  { leftBelow: 0.03, share: 0.001 },
  { leftBelow: 0.1, share: 0.002 },
  { leftBelow: 0.15, share: 0.004 },
  { leftBelow: Number.POSITIVE_INFINITY, share: 0.01 },
] as const;
/** The same within one second: elsewhere in such a mix it is 0. */
const LEAST_SHARE_OF_SECOND = 0.02;
/** What a stretch has to leave to be listened to, in dB. */
const GATE_DB = Math.ceil(10 * Math.log10(LEAST_LEFT));
const MOST_SPANS = 200;
/** What stands 10 dB above all stems is only the top of a part: it is this much louder at most, in dB. */
const HIDDEN_DB = 6;

/** The stretches in which the mix holds what no located stem gives. */
export function unexplainedOf(
  explained: Explained,
  { leftShares }: Fit,
  sampleRate: number,
): RoughComparison['unexplained'] {
  const { share, seconds, bands, unexplained, whole } = explained;
  if (share < leastShare(leftShares)) return { share: rounded(share, 5), spans: [], levelDb: null };
  const isHit = Array.from({ length: seconds }, (_, second) => {
    let sum = 0;
    for (let at = second * bands; at < (second + 1) * bands; at++) sum += unexplained[at]! / (whole[at]! + 1e-20);
    return sum / bands >= LEAST_SHARE_OF_SECOND;
  });
  const spans: UnexplainedSpan[] = [];
  for (let second = 0; second < seconds && spans.length < MOST_SPANS; second++) {
    if (!isHit[second]) continue;
    let end = second + 1;
    // A rest of one second does not end a part.
    while (end < seconds && (isHit[end] || isHit[end + 1])) end++;
    spans.push(spanOf(explained, sampleRate, second, end));
    second = end;
  }
  return {
    share: rounded(share, 5),
    spans,
    levelDb: spans.length > 0 ? Math.max(...spans.map(({ levelDb }) => levelDb)) : null,
  };
}

/** A part has its energy in a fifth of the bins: there it stands this much above its mean, in dB. */
const SPARSE_DB = 7;

/**
 * The level under the mix from which on a missing part shows, in this mix: a part with the mix's own mean spectrum has
 * to stand out in as many bins as a claim needs.
 *
 * @returns in dB, rounded up; null where even a part as loud as the mix would not show
 */
export function floorDbOf({ bands, openFrom }: Explained, { leftShares }: Fit): number | null {
  // Where nothing is left, the gate decides: what is softer leaves too little to be listened to.
  if (openFrom.every((value) => value === 0)) return GATE_DB;
  const least = leastShare(leftShares);
  const openUpTo = (top: number): number => {
    let sum = 0;
    for (let band = 0; band < bands; band++) {
      for (let level = 0; level <= top; level++) sum += openFrom[band * LEVELS + level]!;
    }
    return sum / bands;
  };
  for (let decibels = GATE_DB; decibels <= 0; decibels++) {
    const open = openUpTo(Math.min(LEVELS - 2, decibels + SPARSE_DB - LOWEST_DB));
    if (10 ** (decibels / 10) * open >= least) return decibels;
  }
  return null;
}

/** The share is taken where a quarter of the frames fit better: there no part is missing. */
function leastShare(leftShares: Float64Array): number {
  const quiet = [...leftShares].sort((a, b) => a - b)[leftShares.length >> 2] ?? 0;
  return LEAST_SHARES.find(({ leftBelow }) => quiet < leftBelow)!.share;
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

const decibels = (ratio: number): number => 10 * Math.log10(ratio);

function spanOf(explained: Explained, sampleRate: number, fromSecond: number, toSecond: number): UnexplainedSpan {
  const { bands, unexplained, whole, edges } = explained;
  const byBand = Array.from({ length: bands }, (_, band) => {
    let total = 0;
    for (let second = fromSecond; second < toSecond; second++) total += unexplained[second * bands + band]!;
    return total;
  });
  const out = byBand.reduce((total, value) => total + value, 0);
  let [all, left] = [0, 0];
  for (let i = fromSecond * bands; i < toSecond * bands; i++) all += whole[i]!;
  for (let second = fromSecond; second < toSecond; second++) left += explained.left[second]!;
  const top = Math.max(...byBand);
  const heard = byBand.flatMap((value, band) => (value >= 0.1 * top ? [band] : []));
  return {
    fromSeconds: fromSecond,
    toSeconds: toSecond,
    fromHz: Math.round(hertzOfBin(edges[heard[0] ?? 0]!, sampleRate)),
    toHz: Math.round(hertzOfBin(edges[(heard[heard.length - 1] ?? 0) + 1]!, sampleRate)),
    levelDb: rounded(Math.min(decibels(left / all), decibels(out / all) + HIDDEN_DB), 1),
  };
}
