import { familyOf, isLessSpecific } from '../../model/roles.js';
import type { Item } from './read-words.js';
import { roleTogether, SEVERAL } from './roles-together.js';
import { saysVoicesOrUprights, specificRole } from './specific-role.js';

/** What a name's words say about the part. */
export type Part = {
  readonly role: string | null;
  /** the name holds parts, but not one part */
  readonly isSeveral: boolean;
};

const NO_PART: Part = { role: null, isSeveral: false };
const SECTIONS_OR_SOUNDS: Readonly<Record<string, string>> = {
  'build-up': 'riser',
  hit: 'impact',
  rise: 'riser',
  fall: 'downlifter',
  place: 'ambience',
  texture: 'texture',
  reversed: 'reverse',
  sfx: 'sound-effect',
  scratch: 'scratch-dj',
};

/**
 * The part that a name's words name.
 *
 * @param items the words of one name
 * @param folder the role that the folder around it names; null where it names none
 * @returns the most specific role that the words support, never more; no role where they name several parts or none
 */
export function partOf(items: readonly Item[], folder: string | null): Part {
  const cues = new Set(items.map(({ cue }) => cue));
  if (items.some(({ role, text }) => role === 'beat' && (text === 'type beat' || cues.has('tagged'))))
    return { role: 'beat', isSeveral: false };
  if (folder === 'reference' || items.some(({ role }) => role === 'reference'))
    return { role: 'reference', isSeveral: false };
  const inName = rolesIn(items, cues, folder);
  const together = roleTogether(inName, joinsParts(items));
  if (together === SEVERAL) return { role: null, isSeveral: true };
  if (together === null) return alone(items, cues, folder);
  const role = specificRole(together, items, cues);
  return { role: inFolder(role, items, folder), isSeveral: false };
}

/** "Pad + Bass", "K & SN": a mark or word between two parts, not just anywhere. */
function joinsParts(items: readonly Item[]): boolean {
  return items.some((item, place) => {
    const isWord = item.cue === 'and';
    if (!isWord && !/[+&]/.test(item.gap)) return false;
    const before = items[place - 1]?.is === 'number' ? items[place - 2] : items[place - 1];
    return isPartLike(before) && isPartLike(isWord ? items[place + 1] : item);
  });
}

function isPartLike(item: Item | undefined): boolean {
  return item?.is === 'part' || item?.is === 'weak' || item?.cue === 'tom';
}

function rolesIn(items: readonly Item[], cues: ReadonlySet<string | null>, folder: string | null): readonly string[] {
  const parts = items.filter(({ is }) => is === 'part');
  const isOverdub = cues.has('overdub') && parts.some(({ role }) => role !== 'overheads');
  const firm = parts
    .filter((part) => !isAmplifierBrand(part, parts, items) && !(isOverdub && part.role === 'overheads'))
    .map(({ role }) => role ?? '');
  const roles = [...firm, ...weakRoles(items, firm, folder)];
  const isDrumContext = familyOf(folder) === 'drums';
  const others = roles.filter((role) => !['drums', 'percussion'].includes(familyOf(role) ?? ''));
  for (const [place, { cue }] of items.entries()) {
    if (cue === 'tom' && others.length === 0 && (items.length > 1 || isDrumContext)) {
      roles.push(cues.has('fill') ? 'toms' : 'tom');
    }
    // "T2" is a tom; behind a word of performances ("Lead Dbl T2") it counts takes.
    const isPerformance = cues.has('double') || cues.has('lead');
    if (cue === 't' && items[place + 1]?.is === 'number' && roles.length === 0 && !isPerformance) roles.push('tom');
    if (cue === 'lead-voice' && !roles.some(canLead)) roles.push('lead-vocal');
  }
  return roles;
}

/** Weak words name a part where nothing else does, or where they make one more specific. */
function weakRoles(items: readonly Item[], firm: readonly string[], folder: string | null): readonly string[] {
  const isUnderstood = items.every(({ is }) => is !== 'word');
  const found: string[] = [];
  for (const [place, { is, role, text, raw }] of items.entries()) {
    if (is !== 'weak' || role === null) continue;
    const isLetter = text.length === 1 && raw !== raw.toUpperCase();
    if (isLetter && !names(items[place + 1], 'inside', 'outside', 'sub', 'sample')) continue;
    const isTold = familyOf(folder) === familyOf(role) || (firm.length === 0 && isUnderstood);
    const isCloser = firm.some((part) => isLessSpecific(part, role));
    const isKit = familyOf(role) === 'drums' && firm.length > 0 && firm.every((part) => familyOf(part) === 'drums');
    if (isTold || isCloser || isKit) found.push(role);
  }
  return found;
}

/** Instruments that have a lead of their own beside the voice's. */
function canLead(role: string): boolean {
  return ['guitar', 'synth', 'keys', 'brass', 'winds'].includes(familyOf(role) ?? '');
}

function names(item: Item | undefined, ...cues: readonly string[]): boolean {
  return item?.cue != null && cues.includes(item.cue);
}

/** "ElecGtr1a_VoxSM57": beside a guitar or organ and a microphone, Vox is the maker of the amplifier. */
function isAmplifierBrand(part: Item, parts: readonly Item[], items: readonly Item[]): boolean {
  if (part.text !== 'vox' && part.text !== 'fh') return false;
  const hasAmplified = parts.some(({ role }) => familyOf(role) === 'guitar' || role === 'organ');
  if (part.text === 'fh') return hasAmplified; // a microphone beside a guitar, a French horn elsewhere
  return hasAmplified && items.some(({ is, cue }) => is === 'model' || cue === 'amp' || cue === 'microphone');
}

/** The role of a name without a part: what its cues are by themselves, else what they are in their folder. */
function alone(items: readonly Item[], cues: ReadonlySet<string | null>, folder: string | null): Part {
  const own = cueRole(items, cues, folder);
  if (own !== null) return { role: own, isSeveral: false };
  if (folder === null) return NO_PART;
  const asked = specificRole(folder, items, cues);
  return { role: asked, isSeveral: false };
}

function cueRole(items: readonly Item[], cues: ReadonlySet<string | null>, folder: string | null): string | null {
  const folderFamily = familyOf(folder);
  const isFree = folder === null || folderFamily === 'fx' || folderFamily === 'mix';
  const mix = mixRole(items, cues, folder);
  if (mix !== null) return mix;
  if (cues.has('double-voice') && (isFree || folderFamily === 'vocals')) return 'vocal-double';
  if (cues.has('lead') && items.some(({ cue, text }) => cue === 'double' && text.startsWith('d')) && isFree)
    return 'vocal-double';
  if (cues.has('lead') && cues.has('comp') && isFree) return 'lead-vocal'; // voices are what is comped
  if (cues.has('back') && isBacking(items) && (isFree || folderFamily === 'vocals')) return 'backing-vocal';
  if (cues.has('over') && isFree && items.every(({ is }) => is === 'cue' || is === 'number')) return 'overheads';
  if (cues.has('acoustic') && isFree) return 'acoustic-guitar';
  if (cues.has('electric') && isFree) return 'electric-guitar';
  if (cues.has('steel') && (isFree || folderFamily === 'guitar')) return 'slide-guitar';
  if (
    cues.has('sub') &&
    !cues.has('bus') &&
    !cues.has('mix') &&
    (isFree || folderFamily === 'bass' || folderFamily === 'synth')
  )
    return 'sub-bass';
  if (cues.has('chorus-or-choir') && (isFree || folderFamily === 'vocals'))
    return folder === 'choir' ? 'choir' : 'backing-vocal';
  if (cues.has('reverse-or-reverb') && folderFamily === 'fx') return 'fx-return';
  if (cues.has('room-or-place')) {
    if (folderFamily === 'drums') return 'room';
    if (folderFamily === 'fx') return 'ambience';
  }
  if (cues.has('reverb') || cues.has('effect-return') || cues.has('parallel')) {
    if (isFree && !cues.has('sfx')) return 'fx-return';
  }
  if (!isFree) return null;
  if (cues.has('generic') && cues.has('break')) return null;
  if (cues.has('place') && cues.has('sfx')) return 'sound-effect';
  for (const [cue, role] of Object.entries(SECTIONS_OR_SOUNDS)) if (cues.has(cue)) return role;
  if (cues.has('effects')) return 'sound-effect';
  if (cues.has('break') && items.every(({ cue, is }) => cue === 'break' || is === 'number' || cue === 'file'))
    return 'drum-loop';
  return null;
}

/** "Backing L" is a choir of voices; "Backing Band" is not. */
function isBacking(items: readonly Item[]): boolean {
  return items.some(({ text }) => text === 'backing') && items.every(({ is, cue }) => is !== 'word' && cue !== 'file');
}

function mixRole(items: readonly Item[], cues: ReadonlySet<string | null>, folder: string | null): string | null {
  const isFree = folder === null || familyOf(folder) === 'mix';
  if (!isFree || cues.has('sub') || cues.has('bus')) return null;
  if (cues.has('rough') || cues.has('demo')) return 'rough-mix';
  if (cues.has('mix') || cues.has('master')) return folder === 'rough-mix' ? 'rough-mix' : 'final-mix';
  // "SONG.PRINT.L": behind a song's title a print is the mix.
  const hasTitle = items.some(({ is, text }) => is === 'word' || text === 'song');
  if (cues.has('printed') && hasTitle && !cues.has('reverb') && !cues.has('effects')) return 'final-mix';
  const said = items.filter(({ cue, text }) => cue === 'whole-song' && (text === 'inst' || text === 'instr')).length;
  return said > 0 && (hasTitle || said === items.length) ? 'instrumental' : null;
}

/** A folder can make a role more specific, and says which bass is meant. */
function inFolder(role: string | null, items: readonly Item[], folder: string | null): string | null {
  if (folder === null) return role === 'bass' && saysVoicesOrUprights(items) ? null : role;
  if (role === null) return isNumberedVoice(items) && familyOf(folder) === 'vocals' ? folder : null;
  if (folder === 'choir' && (familyOf(role) === 'vocals' || role === 'bass'))
    return role === 'vocal-fx' ? role : 'choir';
  if (role === 'bass' && familyOf(folder) === 'synth') return 'synth-bass';
  if (role === 'synth' && familyOf(folder) === 'bass') return 'synth-bass';
  if (role === 'bass' && familyOf(folder) === 'strings') return 'upright-bass';
  return isLessSpecific(role, folder) ? folder : role;
}

function isNumberedVoice(items: readonly Item[]): boolean {
  return items.some(({ role }) => role === 'vocals');
}
