import type { Label } from '../../model/label.js';
import { partOf } from './part-of.js';
import { readWords } from './read-words.js';
import { bareName } from './technical.js';

/** What the folders around a file say about it. */
export type Surroundings = {
  /** the part that the nearest telling folder names */
  readonly role: string | null;
  readonly dry: Label['dry'];
  readonly muted: Label['muted'];
};

const NOTHING: Surroundings = { role: null, dry: null, muted: false };
const MOST_FOLDERS = 16;
const UNUSED_FOLDER = /^(?:_?old|backup|backups|archive|archiv|bin|alts? unused|outtakes?)$/i;

/**
 * Reads the folders around a file, the nearest first.
 *
 * @param folders their names, outermost first
 * @returns the role of the nearest folder whose every word is known ("Guitars", "Lead Vocals", not "Drums of War")
 */
export function surroundingsOf(folders: readonly string[]): Surroundings {
  let found = NOTHING;
  for (const folder of folders.slice(-MOST_FOLDERS).reverse()) {
    const one = ofFolder(folder);
    found = { role: found.role ?? one.role, dry: found.dry ?? one.dry, muted: found.muted || one.muted };
  }
  return found;
}

function ofFolder(folder: string): Surroundings {
  const items = readWords(bareName(folder).words);
  const has = (cue: string) => items.some((item) => item.cue === cue);
  const muted = has('undecided') ? 'maybe' : has('unused') || has('muted') || UNUSED_FOLDER.test(folder);
  // A folder with a word that we do not know is named after the song.
  if (items.length === 0 || items.some(({ is }) => is === 'word' || is === 'model'))
    return { ...NOTHING, muted: muted === true && items.length < 3 };
  const isEffects = items.every(
    ({ cue, is }) =>
      is === 'number' || ['effects', 'sfx', 'file', 'reverb', 'effect-return', 'printed', 'and'].includes(cue ?? ''),
  );
  const says = items.some(({ is }) => is === 'part');
  const role =
    isEffects && (has('effects') || has('sfx') || has('reverb') || has('effect-return'))
      ? 'sound-effect'
      : says || has('mix') || has('rough') || has('acoustic') || has('electric')
        ? partOf(items, null).role
        : null;
  return { role, dry: has('dry') ? 'dry' : has('wet') ? 'wet' : null, muted };
}
