import type { Label } from '../../model/label.js';
import { familyOf, isVocal } from '../../model/roles.js';
import type { Item } from './read-words.js';
import { isShortDouble } from './specific-role.js';

const MOST_PARTS = 64; // a larger number in a name counts something else
// Numbers behind these count takes, microphones or bars.
const OTHER_COUNTS = new Set([
  'take',
  'microphone',
  'amp',
  'di',
  'close',
  'far',
  'file',
  'left',
  'right',
  'v',
  'alternate',
  'final',
  'chorus-or-closed',
  'pre-or-percussion',
  'bridge-short',
  'mix',
  'master',
  'rough',
  'demo',
]);

/** The part's own number: the first one that belongs to a part or its function; null where there is none. */
export function numberOf(items: readonly Item[], role: string | null, taken: ReadonlySet<number>): number | null {
  if (role !== null && familyOf(role) === 'mix') return null;
  let later: number | null = null;
  for (const [place, item] of items.entries()) {
    if (item.is !== 'number' || taken.has(place) || place === 0) continue;
    const owner = items[place - 1] as Item;
    const after = items[place + 1];
    if (owner.cue !== null && OTHER_COUNTS.has(owner.cue)) continue;
    if (owner.is === 'number' || owner.is === 'model' || after?.text === 'bars' || after?.text === 'bar') continue;
    // "Kick (1)": what a system writes behind a copy.
    if (after === undefined && item.gap.endsWith('(')) continue;
    if (owner.gap === "'" || Number(item.text) > MOST_PARTS) continue;
    const isRooms = owner.role === 'room' && role !== 'room';
    const isKits = owner.role === 'drums' && role !== 'drums';
    if (isRooms || isKits) continue;
    // "C1 Vox": a single letter's number counts something that the name does not tell.
    if (owner.is === 'word' && (role === null || owner.text.length < 2)) continue;
    if (owner.is === 'word') later ??= Number(item.text);
    else return Number(item.text);
  }
  return later;
}

/** Left, right or stereo, where the name says so. Mono is no side. */
export function sideOf(items: readonly Item[], hasPart: boolean): Label['side'] {
  let left = false;
  let right = false;
  let stereo = false;
  for (const [place, { cue, text }] of items.entries()) {
    // "der" is Spanish for right only at the end; in front of a word it is a German article.
    if (text === 'der' && place < items.length - 1) continue;
    left ||= cue === 'left' || (hasPart && cue === 'left-italian');
    right ||= cue === 'right' || (hasPart && cue === 'right-italian');
    stereo ||= cue === 'stereo' || (hasPart && cue === 'stereo-short');
    const letters = items[place]?.is === 'part' && /^oh[lr]$/.test(text) ? text.at(-1) : null;
    left ||= letters === 'l';
    right ||= letters === 'r';
  }
  if (left !== right) return left ? 'L' : 'R';
  return left || stereo ? 'stereo' : null;
}

/** The microphone's model or place; di and amp for what is plugged in. */
export function micOf(items: readonly Item[], role: string | null): string | null {
  if (role === null) return null;
  const model = items.find(({ is }) => is === 'model');
  if (model !== undefined) return model.text.replaceAll(' ', '');
  const family = familyOf(role);
  const has = (cue: string) => items.some((item) => item.cue === cue);
  if (has('di') && family !== 'vocals' && family !== 'drums') return 'di';
  if (has('amp') && family !== 'vocals' && family !== 'drums') return 'amp';
  for (const place of ['close', 'far', 'ribbon', 'condenser', 'dynamic']) {
    const item = items.find(({ cue }) => cue === place);
    if (item !== undefined && (place === 'close' || place === 'far' || family === 'guitar'))
      return place === 'close' || place === 'far' ? place : item.text;
  }
  const isRoomOfPart = items.some((item) => item.role === 'room') && role !== 'room';
  return isRoomOfPart ? 'room' : null;
}

/** Whether the file holds a double, triple or stack of a part. */
export function isDoubleIn(items: readonly Item[], role: string | null): boolean {
  return items.some(
    (item, place) =>
      item.cue === 'double' ||
      item.cue === 'double-voice' ||
      ((isVocal(role) || role === null) && item.cue === 'double-short') ||
      item.role === 'vocal-double' ||
      (isVocal(role) && isShortDouble(item, items[place - 1])),
  );
}

export type Effect = { readonly dry: Label['dry']; readonly printed: boolean; readonly role: string | null };

/** Whether the file is the dry or the wet one of a part, or the effect alone, which changes a voice's role. */
export function effectOf(items: readonly Item[], role: string | null): Effect {
  const has = (cue: string) => items.some((item) => item.cue === cue);
  const firstPart = items.findIndex(({ is }) => is === 'part');
  if (has('with-effects')) return { dry: 'wet', printed: false, role };
  const saysDry = items.some(
    (item, place) => item.cue === 'dry' && (item.text !== 'sec' || (place > 0 && items[place - 1]?.is !== 'number')),
  );
  if (saysDry) return { dry: 'dry', printed: false, role };
  const family = familyOf(role);
  if (role === 'fx-return') {
    const isAlone = has('reverb') || has('effect-return') || items.some((item) => item.role === 'fx-return');
    return { dry: isAlone ? 'wet' : null, printed: isAlone, role };
  }
  if (role === 'vocal-fx') return { dry: 'wet', printed: true, role };
  const isVoice = isVocal(role);
  if (role !== null && family !== 'fx' && family !== 'mix' && family !== 'other') {
    const isPrint = items.some(
      (item, place) =>
        isEffect(item, isVoice) &&
        (place > Math.max(firstPart, 0) ||
          (isVoice && (item.cue === 'effects' || isVocal(items[place + 1]?.role ?? null)))) &&
        !(family === 'bass' && item.text === 'slap'),
    );
    if (isPrint) return { dry: 'wet', printed: true, role: isVoice ? 'vocal-fx' : role };
  }
  return { dry: has('wet') ? 'wet' : null, printed: false, role };
}

function isEffect(item: Item, isVoice: boolean): boolean {
  const { cue } = item;
  return cue === 'reverb' || cue === 'effects' || cue === 'effect-return' || (isVoice && cue === 'sfx');
}
