import type { Label } from '../../model/label.js';
import type { Item } from './read-words.js';

// Cues that name nothing, not even in a general way.
const SILENT = new Set([
  'left',
  'right',
  'left-italian',
  'right-italian',
  'stereo',
  'stereo-short',
  'file',
  'take',
  'final',
  'v',
  'a',
  'b',
  'd',
  'e',
  'i',
  'o',
  't',
  'alternate',
  'comp',
  'tuned',
  'untuned',
  'muted',
  'unused',
  'undecided',
  'dry',
  'wet',
  'intro',
  'verse',
  'pre-chorus',
  'chorus',
  'post-chorus',
  'hook',
  'bridge',
  'middle-8',
  'breakdown',
  'interlude',
  'outro',
  'end',
  'tag',
  'vamp',
  'chorus-or-closed',
  'pre-or-percussion',
  'bridge-short',
  'drop',
]);
// Cues that a mixing engineer understands although they leave the role open: a drone is a pad or a texture.
const TELLING = new Set([
  'drone',
  'noise',
  'chant',
  'tom',
  'room-or-place',
  'place',
  'slide',
  'alto-tenor',
  'whole-song',
]);
const FEWEST_LETTERS = 2; // a single letter is an index, in any alphabet that has letters

/**
 * Whether a mixing engineer would have to ask what the file holds.
 *
 * @returns 'part' for a part, several parts or any word that we do not know; 'generic' for words that could be
 *   anything ("Lead", "Vox 3"); 'nothing' for numbers, sides, sections and default names
 */
export function saysOf(
  items: readonly Item[],
  role: string | null,
  isSeveral: boolean,
  isNameless: boolean,
): Label['says'] {
  if (isNameless) return 'nothing';
  if (role !== null || isSeveral) return 'part';
  if (items.some(({ cue }) => TELLING.has(cue ?? ''))) return 'part';
  if (items.some(({ is, raw }) => is === 'word' && (raw.length >= FEWEST_LETTERS || /\p{Lo}/u.test(raw))))
    return 'part';
  return items.some(({ is, cue }) => is === 'part' || is === 'weak' || (is === 'cue' && !SILENT.has(cue ?? '')))
    ? 'generic'
    : 'nothing';
}
