import type { Label } from '../../model/label.js';
import { familyOf } from '../../model/roles.js';
import { partOf } from './part-of.js';
import { type Item, readWords } from './read-words.js';
import { bareName } from './technical.js';

/** What the folders around a file say about it. */
export type Surroundings = {
  /** the part that the folders name, the nearest counting most */
  readonly role: string | null;
  readonly dry: Label['dry'];
  readonly muted: Label['muted'];
};

const NOTHING: Surroundings = { role: null, dry: null, muted: false };
const MOST_FOLDERS = 16;
const ASIDE_FOLDER = /^[_ ]?(?:backup|backups|archive|archiv|bin)$/i;
const EFFECT_CUES = new Set(['effects', 'sfx', 'reverb', 'effect-return']);
// Folders of functions stand inside the folder of the part: "Vocals/Lead", "Guitars/Acoustic".
const NAMING_CUES = new Set([
  'lead',
  'lead-voice',
  'back',
  'double',
  'double-voice',
  'acoustic',
  'electric',
  'rhythm',
  'mix',
  'rough',
  'di',
  'amp',
  'sub',
]);
const STEM_WORDS = new Set([
  'stem',
  'stems',
  'multitrack',
  'multitracks',
  'track',
  'tracks',
  'files',
  'session',
  'export',
]);

/**
 * Reads the folders around a file. A folder with a word that we do not know is named after the song and says nothing
 * of the part ("Drums of War").
 *
 * @param folders their names, outermost first; the 16 nearest count
 */
export function surroundingsOf(folders: readonly string[]): Surroundings {
  let found = NOTHING;
  for (const folder of folders.slice(-MOST_FOLDERS)) {
    const items = readWords(bareName(folder).words);
    const muted = mutedBy(folder, items) || found.muted;
    if (items.length === 0 || items.some(({ is }) => is === 'word' || is === 'model')) {
      found = { ...found, muted };
      continue;
    }
    const says = (cue: string) => items.some((item) => item.cue === cue);
    const dry = says('dry') ? 'dry' : says('wet') ? 'wet' : found.dry;
    found = { role: roleBy(items, found.role), dry, muted };
  }
  return found;
}

function roleBy(items: readonly Item[], outer: string | null): string | null {
  if (isOfEffects(items)) return outer === null || familyOf(outer) === 'mix' ? 'sound-effect' : outer;
  const isOfStems = items.some(({ text }) => STEM_WORDS.has(text));
  const isNaming = items.some(({ is, cue }) => is === 'part' || NAMING_CUES.has(cue ?? ''));
  const role = isNaming ? partOf(items, outer).role : null;
  // "Mix Stems" inside "Rough" holds stems, whatever its own name speaks of.
  if (isOfStems && (role === null || familyOf(role) === 'mix')) return familyOf(outer) === 'mix' ? null : outer;
  return role ?? outer;
}

function isOfEffects(items: readonly Item[]): boolean {
  const isEffect = ({ cue }: Item) => EFFECT_CUES.has(cue ?? '');
  return (
    items.some(isEffect) &&
    items.every((item) => isEffect(item) || item.is === 'number' || ['file', 'printed', 'and'].includes(item.cue ?? ''))
  );
}

function mutedBy(folder: string, items: readonly Item[]): Label['muted'] {
  if (items.some(({ cue }) => cue === 'undecided')) return items.length < 3 ? 'maybe' : false;
  if (ASIDE_FOLDER.test(folder)) return true;
  const aside = items.filter(({ cue }) => cue === 'unused' || cue === 'muted');
  // "Old Piano" is a song; "old", "Old takes" and "unused vocals" are not.
  const isOnlyOld = aside.every(({ text }) => text === 'old' || text === 'trash');
  const isTitle = items.some(({ is, cue }) => is === 'word' || (isOnlyOld && is === 'part') || cue === 'generic');
  return aside.length > 0 && !isTitle;
}
