import type { Pair } from './coherence.js';

export type Levels = {
  /** rms of equal stretches over the whole length; any scale */
  readonly levels: readonly number[];
  readonly seconds: number;
};

const LEAST_CORRELATION = 0.7;
const LONGEST_LAG_SECONDS = 3;
/** Of 480 stretches; a stem that hardly plays has no envelope to tell by. */
const FEWEST_SOUNDING = 12;
const MOST_PAIRS = 400;

/**
 * Pairs of stems whose levels rise and fall together, at some lag of up to three seconds: where no rough mix tells
 * more, these are the ones to listen to.
 *
 * @returns indices of stems, a < b, the most alike first
 */
export function alikeInLevel(stems: readonly (Levels | null)[]): Pair[] {
  const changes = stems.map((stem) => (stem === null ? null : changesOf(stem)));
  const pairs: (Pair & { readonly likeness: number })[] = [];
  for (const [a, one] of changes.entries()) {
    if (one === null) continue;
    for (let b = a + 1; b < changes.length; b++) {
      const other = changes[b];
      // Stretches of other lengths do not lie on each other.
      if (!other || Math.abs(other.seconds - one.seconds) > 0.01 * one.seconds) continue;
      const likeness = bestCorrelation(one, other);
      if (likeness >= LEAST_CORRELATION) pairs.push({ a, b, likeness });
    }
  }
  return pairs.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b).slice(0, MOST_PAIRS);
}

type Changes = { readonly steps: Float64Array; readonly seconds: number };

function changesOf({ levels, seconds }: Levels): Changes | null {
  if (levels.filter((level) => level > 0).length < FEWEST_SOUNDING) return null;
  const log = levels.map((level) => Math.log10(level + 0.5));
  return { steps: Float64Array.from(log.slice(1), (level, i) => level - log[i]!), seconds };
}

function bestCorrelation({ steps: a, seconds }: Changes, { steps: b }: Changes): number {
  const reach = Math.ceil((LONGEST_LAG_SECONDS * (a.length + 1)) / Math.max(seconds, 1e-3));
  let best = 0;
  for (let lag = -Math.min(reach, a.length >> 1); lag <= Math.min(reach, a.length >> 1); lag++) {
    let [xy, xx, yy] = [0, 0, 0];
    for (let i = Math.max(0, -lag); i < a.length && i + lag < b.length; i++) {
      const [x, y] = [a[i]!, b[i + lag]!];
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
    best = Math.max(best, xy / Math.sqrt(xx * yy + 1e-20));
  }
  return best;
}
