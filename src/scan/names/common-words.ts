import { grouped } from '../../model/grouped.js';
import { familyOf } from '../../model/roles.js';
import { fileName, folderOf } from '../../model/units.js';
import { baseOf, kindByExtension } from './extensions.js';
import { fold } from './fold.js';
import { partOf } from './part-of.js';
import { readWords } from './read-words.js';
import { orderOf } from './technical.js';

// Fewer names that begin alike may be a coincidence, or takes of one part.
const FEWEST_NAMES = 4;
// A rough mix beside the stems may be named otherwise.
const SHARE = 0.75;
const WORD = /[\p{L}\p{M}\p{Nd}#♯♭']+/gu;
const MOST_WORDS = 32;
const MOST_SAMPLES = 40;

/** A name without track index, and where its words stand in it. */
type Named = {
  readonly path: string;
  readonly base: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
};

/**
 * Takes off what the names of a set share in front and behind: artist, song, tempo, date.
 *
 * A shared word that names a part stays, unless the rest names parts of several families without it: in "Gtr 1",
 * "Gtr 2", "Gtr 3" the guitar is no title.
 *
 * @param paths of a whole delivery
 * @returns the rest of each audio file's base name, without track index; only paths from which something was taken
 */
export function withoutCommonWords(paths: readonly string[]): Map<string, string> {
  const names = paths.map(readName).filter((name) => name !== null);
  const trimmed = new Map<string, string>();
  // Small folders ("Drums", "Vox") share the delivery's title; a folder with its own title has its own words.
  trim(names, trimmed);
  const rest = names.filter(({ path }) => !trimmed.has(path));
  for (const group of grouped(rest, ({ path }) => folderOf(path)).values()) trim(group, trimmed);
  return trimmed;
}

function readName(path: string): Named | null {
  const name = fileName(path);
  if (kindByExtension([], name) !== 'stem') return null;
  const whole = baseOf(name);
  const base = whole.slice(orderOf(whole)?.length ?? 0);
  const words: string[] = [];
  const starts: number[] = [];
  for (const match of base.matchAll(WORD)) {
    if (words.length === MOST_WORDS) break;
    words.push(fold(match[0]));
    starts.push(match.index);
  }
  return { path, base, words, starts };
}

function trim(names: readonly Named[], trimmed: Map<string, string>): void {
  if (names.length < FEWEST_NAMES) return;
  const shared = commonRun(names, (words, place) => words[place]);
  const front = isTitle(shared, names, (words) => words.slice(shared.length)) ? shared.length : 0;
  const tail = titleEnd(commonRun(names, (words, place) => words[words.length - 1 - place]));
  // What stands behind the part ("Kick Drum", "Snare Drum") is a title only with a word that we do not know.
  const isEnd = tail.some((word) => meaning(word) === 'unknown');
  const back = isEnd && isTitle(tail, names, (words) => words.slice(0, -tail.length)) ? tail.length : 0;
  if (front + back === 0) return;
  for (const { path, base, words, starts } of names) {
    const from = front > 0 && shared.every((word, place) => words[place] === word) ? front : 0;
    const isTailed = back > 0 && tail.every((word, place) => words[words.length - 1 - place] === word);
    const end = isTailed ? words.length - back : words.length;
    if (end <= from || end - from === words.length) continue;
    trimmed.set(path, base.slice(starts[from], isTailed ? starts[end] : undefined));
  }
}

/** The longest run of words that at least three quarters of the names share, from the front or from the end. */
function commonRun(
  names: readonly Named[],
  wordAt: (words: readonly string[], place: number) => string | undefined,
): readonly string[] {
  const enough = Math.max(FEWEST_NAMES, Math.ceil(names.length * SHARE));
  const run: string[] = [];
  let left = names;
  for (;;) {
    const place = run.length;
    const counts = new Map<string, number>();
    for (const { words } of left) {
      // The last word of a name is never shared away: something has to be left.
      const word = place + 1 < words.length ? wordAt(words, place) : undefined;
      if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const best = [...counts].find(([, count]) => count >= enough)?.[0];
    if (best === undefined) return run;
    run.push(best);
    left = left.filter(({ words }) => wordAt(words, place) === best);
  }
}

/** From the end on, as far as no word says something of every file ("dry", "L"). */
function titleEnd(tail: readonly string[]): readonly string[] {
  const end = tail.findIndex((word) => meaning(word) === 'cue');
  return end < 0 ? tail : tail.slice(0, end);
}

/** Whether the shared words name the song: words that we do not know, or parts without which the rest still names several. */
function isTitle(
  shared: readonly string[],
  names: readonly Named[],
  restOf: (words: readonly string[]) => readonly string[],
): boolean {
  if (!shared.some((word) => /\p{L}/u.test(word))) return false;
  const meanings = new Set(shared.map(meaning));
  if (!meanings.has('part') && !meanings.has('cue')) return true;
  if (!meanings.has('part') && !meanings.has('unknown')) return false;
  const families = new Set<string>();
  for (const { words } of names.slice(0, MOST_SAMPLES)) {
    const family = familyOf(partOf(readWords(restOf(words).join(' ')), null).role);
    if (family !== null && family !== 'fx' && family !== 'mix') families.add(family);
  }
  return families.size > 1;
}

function meaning(word: string): 'part' | 'cue' | 'general' | 'unknown' {
  const items = readWords(word);
  if (items.some(({ is }) => is === 'part' || is === 'weak')) return 'part';
  if (items.some(({ is }) => is === 'word')) return 'unknown';
  return items.every(({ is, cue }) => is === 'number' || cue === 'file' || cue === 'generic') ? 'general' : 'cue';
}
