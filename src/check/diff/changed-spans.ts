import type { Differs } from '../../model/diff.js';
import type { Overview } from '../../model/measurements.js';

// Columns are signed bytes: one step is rounding, and a resampled peak falls between two samples.
const STEPS_LEAST = 3;
// Changes a column or two apart are one change to whoever listens for it.
const JOINED_COLUMNS = 2;
const MOST_SPANS = 8;
const THROUGHOUT_SHARE = 0.6;

/**
 * Where the coarse pictures of two sounds of one length differ.
 *
 * @param seconds length of both
 * @returns the widest stretches in their order, or `throughout`; nothing where one has no picture
 */
export function changedSpans(was: Overview | null, now: Overview | null, seconds: number): Differs {
  if (was === null || now === null || was.max.length !== now.max.length || now.max.length === 0) return {};
  const columns = now.max.map((_, column) => differsAt(was, now, column));
  const share = columns.filter(Boolean).length / columns.length;
  if (share >= THROUGHOUT_SHARE) return { throughout: true };
  const columnSeconds = seconds / columns.length;
  const spans = runsOf(columns)
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .slice(0, MOST_SPANS)
    .sort((a, b) => a.from - b.from);
  return { spans: spans.map(({ from, to }) => ({ fromSeconds: from * columnSeconds, toSeconds: to * columnSeconds })) };
}

function differsAt(was: Overview, now: Overview, column: number): boolean {
  const by = (field: keyof Overview) => Math.abs((was[field][column] ?? 0) - (now[field][column] ?? 0));
  return by('min') >= STEPS_LEAST || by('max') >= STEPS_LEAST || by('rms') >= STEPS_LEAST;
}

function runsOf(columns: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [column, differs] of columns.entries()) {
    if (!differs) continue;
    const last = runs.at(-1);
    if (last !== undefined && column - last.to <= JOINED_COLUMNS) last.to = column + 1;
    else runs.push({ from: column, to: column + 1 });
  }
  return runs;
}
