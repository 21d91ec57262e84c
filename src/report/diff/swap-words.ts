import type { Diff, SoundChange, SoundKind } from '../../model/diff.js';
import { countWord, listed, stemName } from '../../model/units.js';

const MOST_NAMES = 8;

/** What a mix that was begun on the old delivery has to swap: one or two sentences; null where nothing was compared. */
export function swapWords({ sounds, new: now, old }: Diff): string | null {
  if (now.quick || old.quick || sounds.length === 0) return null;
  const swaps = of(sounds, 'moved', 'level', 'changed', 'not-compared');
  const parts = [
    swaps.length > 0 ? `swaps ${files(swaps, 'now')}` : '',
    of(sounds, 'new').length > 0 ? `takes in ${files(of(sounds, 'new'), 'now')}` : '',
    of(sounds, 'gone').length > 0 ? `drops ${files(of(sounds, 'gone'), 'was')}` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'A mix that was begun on the old delivery can go on: all files hold the same sound.';
  const rest = of(sounds, 'same', 'renamed', 'exported').length > 0 ? ' All others hold the same sound.' : '';
  return `A mix that was begun on the old delivery ${listed(parts)}.${rest}`;
}

function of(sounds: readonly SoundChange[], ...kinds: readonly SoundKind[]): SoundChange[] {
  return sounds.filter(({ is }) => kinds.includes(is));
}

function files(changes: readonly SoundChange[], side: 'was' | 'now'): string {
  const names = changes.flatMap((change) => (change[side] === null ? [] : [stemName(change[side])]));
  const count = `${countWord(names.length)} ${names.length === 1 ? 'file' : 'files'}`;
  return `${count} (${names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')}, …` : names.join(', ')})`;
}
