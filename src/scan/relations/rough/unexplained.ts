import type { RoughComparison, UnexplainedSpan } from '../../../model/relations.js';
import { hertzOfBin } from './bands.js';
import type { Explained } from './explain.js';

/** Mean share of the bands from which on a part is missing. */
const LEAST_SHARE = 0.001;
const LEAST_SHARE_OF_SECOND = 0.05;
const MOST_SPANS = 200;

/** The stretches in which the mix holds what no located stem gives. */
export function unexplainedOf(explained: Explained, sampleRate: number): RoughComparison['unexplained'] {
  const { share, seconds, bands, unexplained, whole } = explained;
  if (share < LEAST_SHARE) return { share, spans: [], levelDb: null };
  const sum = (of: Float64Array, second: number): number => {
    let total = 0;
    for (let band = 0; band < bands; band++) total += of[second * bands + band]!;
    return total;
  };
  const hits = Array.from({ length: seconds }, (_, second) => {
    const all = sum(whole, second);
    if (all > 0 && sum(unexplained, second) / all > LEAST_SHARE_OF_SECOND) return true;
    // A soft part of a narrow band is nothing beside a loud bass: its own band says more.
    return false;
  });
  const spans: UnexplainedSpan[] = [];
  for (let second = 0; second < seconds; second++) {
    if (!hits[second]) continue;
    let end = second + 1;
    // A rest of one second does not end a part.
    while (end < seconds && (hits[end] || (end + 1 < seconds && hits[end + 1]))) end++;
    spans.push(spanOf(explained, sampleRate, second, end));
    second = end;
  }
  const out = unexplained.reduce((total, value) => total + value, 0);
  const all = whole.reduce((total, value) => total + value, 0);
  return { share, spans: spans.slice(0, MOST_SPANS), levelDb: out > 0 ? decibels(out / all) : null };
}

const decibels = (ratio: number): number => 10 * Math.log10(ratio);

function spanOf(explained: Explained, sampleRate: number, fromSecond: number, toSecond: number): UnexplainedSpan {
  const { bands, unexplained, whole, edges } = explained;
  const byBand = Array.from({ length: bands }, (_, band) => {
    let total = 0;
    for (let second = fromSecond; second < toSecond; second++) total += unexplained[second * bands + band]!;
    return total;
  });
  const out = byBand.reduce((total, value) => total + value, 0);
  let all = 0;
  for (let i = fromSecond * bands; i < toSecond * bands; i++) all += whole[i]!;
  const top = Math.max(...byBand);
  const heard = byBand.flatMap((value, band) => (value >= 0.1 * top ? [band] : []));
  return {
    fromSeconds: fromSecond,
    toSeconds: toSecond,
    fromHz: hertzOfBin(edges[heard[0] ?? 0]!, sampleRate),
    toHz: hertzOfBin(edges[(heard[heard.length - 1] ?? 0) + 1]!, sampleRate),
    levelDb: decibels(out / all),
  };
}
