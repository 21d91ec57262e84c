import { familyOf } from '../../model/roles.js';
import { baseOf, kindByExtension } from './extensions.js';
import { fold } from './fold.js';
import { isWord } from './lexicon.js';
import { partOf } from './part-of.js';
import { readWords } from './read-words.js';
import { orderOf } from './technical.js';

// Fewer names that begin alike may be a coincidence, or two takes of one part.
const FEWEST_NAMES = 4;
// A rough mix or a note beside the stems may be named otherwise.
const SHARE = 0.75;
const SEPARATED = /[\p{L}\p{M}\p{Nd}#♯♭']+|[^\p{L}\p{M}\p{Nd}#♯♭']+/gu;
const MOST_PIECES = 64;
const MOST_SAMPLES = 40;

/** A name in pieces: words and what stands between them, and how they compare. */
type Pieces = { readonly whole: readonly string[]; readonly words: readonly string[] };

/**
 * Takes off what the names of a set share in front and behind: artist, song, tempo, date.
 *
 * A shared word that names a part stays where the rest would not name parts of different families without it: in
 * "Gtr 1", "Gtr 2", "Gtr 3" the guitar is no title.
 *
 * @param paths of a whole delivery
 * @returns the rest of each audio file's base name, without track index; only paths from which something was taken
 */
export function withoutCommonWords(paths: readonly string[]): Map<string, string> {
  const names = new Map<string, Pieces>();
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const at = path.lastIndexOf('/');
    const name = path.slice(at + 1);
    if (kindByExtension([], name) !== 'stem') continue;
    names.set(path, piecesOf(withoutOrder(baseOf(name))));
    const folder = path.slice(0, Math.max(0, at));
    const inFolder = folders.get(folder);
    if (inFolder === undefined) folders.set(folder, [path]);
    else inFolder.push(path);
  }
  const trimmed = new Map<string, string>();
  // Small folders ("Drums/", "Vox/") share the delivery's title; a folder with its own title has its own words.
  trim([...names.keys()], names, trimmed);
  if (folders.size > 1) for (const inFolder of folders.values()) trim(inFolder, names, trimmed);
  return trimmed;
}

function trim(paths: readonly string[], names: ReadonlyMap<string, Pieces>, trimmed: Map<string, string>): void {
  if (paths.length < FEWEST_NAMES) return;
  const open = paths.filter((path) => !trimmed.has(path));
  if (open.length < FEWEST_NAMES) return;
  const sets = open.map((path) => names.get(path)).filter((pieces) => pieces !== undefined);
  const front = commonRun(sets.map(({ words }) => words));
  const back = commonRun(sets.map(({ words }) => [...words].reverse()));
  const isTitle = front.length > 0 && isNoPart(front, sets, (words) => words.slice(front.length));
  const isTail = back.length > 0 && !back.some(isWord) && hasLetters(back);
  if (!isTitle && !isTail) return;
  for (const path of open) {
    const pieces = names.get(path);
    if (pieces === undefined) continue;
    const from = isTitle && startsWith(pieces.words, front) ? front.length : 0;
    const end =
      isTail && startsWith([...pieces.words].reverse(), back) ? pieces.words.length - back.length : pieces.words.length;
    if (end > from && (from > 0 || end < pieces.words.length)) trimmed.set(path, between(pieces.whole, from, end));
  }
}

/** The longest run of words with which at least three quarters of the lists begin. */
function commonRun(lists: readonly (readonly string[])[]): readonly string[] {
  const enough = Math.max(FEWEST_NAMES, Math.ceil(lists.length * SHARE));
  const run: string[] = [];
  let left = lists;
  for (;;) {
    const counts = new Map<string, number>();
    for (const list of left) {
      // The last word of a name is never shared away: something has to be left.
      const word = run.length + 1 < list.length ? list[run.length] : undefined;
      if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const best = [...counts].find(([, count]) => count >= enough);
    if (best === undefined) return run;
    run.push(best[0]);
    left = left.filter((list) => list[run.length - 1] === best[0]);
  }
}

function isNoPart(
  front: readonly string[],
  sets: readonly Pieces[],
  rest: (words: readonly string[]) => readonly string[],
): boolean {
  if (!hasLetters(front)) return false;
  if (!namesPart(front)) return true;
  const families = new Set<string>();
  for (const { words } of sets.slice(0, MOST_SAMPLES)) {
    const family = familyOf(partOf(readWords(rest(words).join(' ')), null).role);
    if (family !== null && family !== 'fx' && family !== 'mix') families.add(family);
  }
  return families.size > 1;
}

function namesPart(words: readonly string[]): boolean {
  return readWords(words.join(' ')).some(
    ({ is, cue }) => is === 'part' || (is === 'cue' && cue !== 'file' && cue !== 'generic'),
  );
}

function hasLetters(words: readonly string[]): boolean {
  return words.some((word) => /\p{L}/u.test(word));
}

function startsWith(words: readonly string[], run: readonly string[]): boolean {
  return run.every((word, place) => words[place] === word);
}

function withoutOrder(base: string): string {
  return base.slice(orderOf(base)?.length ?? 0);
}

function piecesOf(base: string): Pieces {
  const whole = [...base.matchAll(SEPARATED)].slice(0, MOST_PIECES).map(([piece]) => piece);
  return { whole, words: whole.filter(isWordPiece).map(fold) };
}

function isWordPiece(piece: string): boolean {
  return /^[\p{L}\p{M}\p{Nd}#♯♭']/u.test(piece);
}

/** The name from its `from`-th word up to its `end`-th, with what stands between them. */
function between(whole: readonly string[], from: number, end: number): string {
  const places = whole.flatMap((piece, place) => (isWordPiece(piece) ? [place] : []));
  const first = places[from] ?? 0;
  const last = places[end - 1] ?? whole.length - 1;
  return whole.slice(first, last + 1).join('');
}
