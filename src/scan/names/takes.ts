import type { Label } from '../../model/label.js';
import { familyOf } from '../../model/roles.js';
import type { Item } from './read-words.js';

const MOST_TAKES = 999;
// Behind a version may still stand what a program or a person adds at the very end.
const MAY_FOLLOW = new Set(['file', 'left', 'right', 'stereo', 'final', 'dry', 'wet']);
const ABOUT_THE_FILE = new Set(['final', 'comp', 'tuned', 'mix', 'master', 'rough', 'demo']);

/** The take's number, 'alt' for an alternate take; null where the name says neither. */
export function takeOf(items: readonly Item[]): Label['take'] {
  for (const [place, item] of items.entries()) {
    if (item.cue === 'alternate') return 'alt';
    const next = items[place + 1];
    if (item.cue === 'take' && next?.is === 'number' && Number(next.text) <= MOST_TAKES) return Number(next.text);
  }
  return null;
}

export type Version = {
  readonly value: string | number | null /** where its "v" stands */;
  readonly place: number | null;
};

/**
 * The file's version: "v2" at the very end or behind FINAL, "version 2", and the number of a mix.
 *
 * In front of or inside the name of a part a V counts verses; a capital V right behind a voice does too.
 */
export function versionOf(items: readonly Item[], role: string | null): Version {
  const isMix = familyOf(role) === 'mix' && role !== 'beat' && role !== 'reference';
  for (const [place, item] of items.entries()) {
    const number = items[place + 1];
    if (number?.is !== 'number') continue;
    if (item.cue === 'v' && number.glued && place > 0) {
      if (isVersionAt(items, place, role)) return { value: withDecimals(items, place + 1), place };
    }
    if (item.text === 'version' || (isMix && item.cue === 'reverse-or-reverb'))
      return { value: Number(number.text), place };
    if (
      isMix &&
      place + 2 === items.length &&
      number.text.length < 3 &&
      ABOUT_THE_FILE.has(item.cue ?? (item.is === 'part' ? 'mix' : ''))
    ) {
      return { value: Number(number.text), place };
    }
  }
  return { value: null, place: null };
}

function isVersionAt(items: readonly Item[], place: number, role: string | null): boolean {
  const before = items[place - 1] as Item;
  if (ABOUT_THE_FILE.has(before.cue ?? '')) return true;
  const rest = items.slice(place + 2).filter(({ is, gap }) => !(is === 'number' && gap === '.'));
  if (!rest.every(({ cue }) => cue !== null && MAY_FOLLOW.has(cue))) return false;
  const isAfterVoice = familyOf(role) === 'vocals';
  return !(isAfterVoice && items[place]?.raw === 'V');
}

function withDecimals(items: readonly Item[], place: number): string | number {
  const whole = items[place]?.text ?? '';
  const next = items[place + 1];
  return next?.is === 'number' && next.gap === '.' ? `${whole}.${next.text}` : Number(whole);
}
