import { familyOf } from '../../model/roles.js';
import type { Item } from './read-words.js';

type Cues = ReadonlySet<string | null>;

/**
 * A role made as specific as the words beside it: a snare and "top" are the upper microphone, a voice and "back" is
 * a backing vocal.
 *
 * @returns the role, a more specific one, or null where the words leave open which one it is ("Vox 3")
 */
export function specificRole(role: string, items: readonly Item[], cues: Cues): string | null {
  const has = (...wanted: readonly string[]) => wanted.some((cue) => cues.has(cue));
  if (has('scratch') && role !== 'scratch-dj' && familyOf(role) !== 'fx') return 'guide';
  switch (familyOf(role)) {
    case 'drums':
      return ofDrums(role, items, has);
    case 'percussion':
      return role;
    case 'bass':
      return ofBass(role, items, has);
    case 'guitar':
      return ofGuitar(role, has);
    case 'keys':
      return has('electric') && (role === 'piano' || role === 'keys') ? 'electric-piano' : role;
    case 'synth':
      return ofSynth(role, has);
    case 'vocals':
      return ofVoice(role, items, has);
    case 'fx':
      return role === 'sound-effect' && has('effect-return') ? 'fx-return' : role;
    case 'mix':
      return ofMix(role, items, has);
    default:
      return role;
  }
}

type Has = (...wanted: readonly string[]) => boolean;

function ofDrums(role: string, items: readonly Item[], has: Has): string {
  if (role === 'kick') {
    if (has('sample')) return 'kick-sample';
    if (has('sub')) return 'kick-sub';
    if (has('inside', 'i', 'close')) return 'kick-in';
    return has('outside', 'o') ? 'kick-out' : role;
  }
  if (role === 'snare') {
    if (has('sample')) return 'snare-sample';
    if (has('bottom', 'b', 'under')) return 'snare-bottom';
    return has('top', 't', 'over') ? 'snare-top' : role;
  }
  if (role === 'tom') return has('fill') ? 'toms' : saysLow(items) ? 'floor-tom' : role;
  if (role === 'drums') {
    if (has('loop', 'break')) return 'drum-loop';
    if (has('room-or-place') || items.some((item) => item.role === 'ambience')) return 'room';
    return has('over') ? 'overheads' : role;
  }
  return role;
}

function saysLow(items: readonly Item[]): boolean {
  return items.some(({ text }) => text === 'low' || text === 'lo');
}

function ofBass(role: string, items: readonly Item[], has: Has): string {
  if (role !== 'bass') return role;
  if (has('acoustic')) return 'upright-bass';
  if (saysVoicesOrUprights(items)) return role;
  if (has('di')) return 'bass-di';
  if (has('amp')) return 'bass-amp';
  if (has('microphone') && !items.some(({ is }) => is === 'model')) return 'bass-amp';
  return has('sub') ? 'sub-bass' : role;
}

/** "Basses" are double basses or low voices, never one bass: the folder says which. */
export function saysVoicesOrUprights(items: readonly Item[]): boolean {
  return items.some(({ text }) => text === 'basses');
}

function ofGuitar(role: string, has: Has): string {
  if (role !== 'guitar' && role !== 'electric-guitar') return role;
  if (has('acoustic') && role === 'guitar') return 'acoustic-guitar';
  if (has('slide', 'steel')) return 'slide-guitar';
  if (has('lead', 'lead-voice', 'solo')) return 'lead-guitar';
  if (has('rhythm')) return 'rhythm-guitar';
  return has('electric', 'distorted', 'clean') ? 'electric-guitar' : role;
}

function ofSynth(role: string, has: Has): string {
  if (role === 'synth' && has('lead', 'lead-voice', 'solo')) return 'synth-lead';
  return role === 'synth' && has('sub') ? 'sub-bass' : role;
}

function ofVoice(role: string, items: readonly Item[], has: Has): string | null {
  if (role === 'vocals' && has('loop', 'sample')) return 'vocal-chop';
  if (role === 'vocals' && has('chant')) return 'gang-vocal';
  if (role === 'vocals' && has('back')) return 'backing-vocal';
  if (role !== 'vocals' && role !== 'lead-vocal') return role;
  if (isDoubled(items, has)) return 'vocal-double';
  if (role === 'lead-vocal' || has('lead', 'lead-voice', 'principal', 'solo')) return 'lead-vocal';
  return isOnlyNumbered(items) ? null : 'vocals';
}

function isDoubled(items: readonly Item[], has: Has): boolean {
  return (
    has('double', 'double-voice', 'double-short') || items.some((item, place) => isShortDouble(item, items[place - 1]))
  );
}

/** "LV-D", "BkV1D": a capital D right behind a voice and its number. */
export function isShortDouble(item: Item, before: Item | undefined): boolean {
  if (item.cue !== 'd' || before === undefined) return false;
  if (before.is === 'part' && item.gap === '-') return true;
  return item.raw === 'D' && item.glued && (before.is === 'number' || before.is === 'part');
}

/** "Vox 3", "Vocal 2": lead, double and backing are equally likely. */
function isOnlyNumbered(items: readonly Item[]): boolean {
  const voice = items.findIndex(({ role }) => role === 'vocals');
  const next = items[voice + 1];
  const word = items[voice]?.text ?? '';
  const isPlural = word.endsWith('s') && word !== 'vocs';
  return (
    next?.is === 'number' &&
    !isPlural &&
    items.every(({ is, cue }) => is !== 'cue' || cue === 'file' || cue === 'left' || cue === 'right')
  );
}

function ofMix(role: string, items: readonly Item[], has: Has): string {
  if (role === 'beat') {
    const isLayer = has('genre') || items.some(({ text }) => text === 'stem' || text === 'stems');
    return isLayer && !has('tagged') ? 'drum-loop' : role;
  }
  return role === 'final-mix' && has('rough', 'demo') ? 'rough-mix' : role;
}
