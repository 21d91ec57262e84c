import type { Diff, DiffSide } from '../../model/diff.js';
import { counted } from '../../model/units.js';

/** "Better, and not ready yet": what the new delivery is against the old one. */
export function headlineWords({ old, new: now, gaps }: Diff): string {
  if (now.verdict === 'cannot-check') return 'The new delivery cannot be checked';
  if (now.verdict === 'ready') return old.verdict === 'ready' ? 'Ready to mix, as before' : 'Ready to mix now';
  const end = now.verdict === 'not-ready' ? 'not ready yet' : 'ready with questions';
  const change = weight(now) - weight(old);
  if (change < 0) return `Better, and ${end}`;
  if (change > 0) return `More gaps than before, and ${end}`;
  const isSame = gaps.closed.length + gaps.opened.length === 0;
  return isSame ? `The same gaps as before, and ${end}` : `Other gaps than before, and ${end}`;
}

/** "4 errors → 1, 6 warnings → 2". */
export function countsChange({ old, new: now }: Diff, arrow = '→'): string {
  const one = (name: string, was: number, is: number) =>
    was + is === 0 ? [] : [was === is ? counted(is, name) : `${counted(was, name)} ${arrow} ${is}`];
  return [
    ...one('error', old.counts.error, now.counts.error),
    ...one('warning', old.counts.warning, now.counts.warning),
  ].join(', ');
}

/** The two folders by what tells them apart: their last names, or their paths where these are equal. */
export function sideNames({ old, new: now }: Diff): { readonly was: string; readonly now: string } {
  const [was, is] = [lastName(old.root), lastName(now.root)];
  return was === is ? { was: old.root, now: now.root } : { was, now: is };
}

function lastName(root: string): string {
  return root.split(/[/\\]/).findLast((part) => part !== '') ?? root;
}

// An error outweighs any number of warnings that a delivery has.
function weight({ counts, verdict }: DiffSide): number {
  return verdict === 'cannot-check' ? Number.MAX_SAFE_INTEGER : counts.error * 10_000 + counts.warning;
}
