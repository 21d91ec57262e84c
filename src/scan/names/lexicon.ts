import { CUES } from './cues.js';
import { fold } from './fold.js';
import { PARTS, WEAK_PARTS } from './vocabulary.js';
import { OTHER_SCRIPTS } from './vocabulary-other-scripts.js';

/** A word or phrase and what it means: a part's role, perhaps a weak one, or a cue. */
export type Phrase = {
  readonly words: readonly string[];
  readonly is: 'part' | 'weak' | 'cue';
  readonly role: string | null;
  readonly cue: string | null;
};

type Lexicon = {
  readonly single: ReadonlyMap<string, Phrase>;
  /** phrases of two words and more, longest first */
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  readonly inPhrases: ReadonlySet<string>;
};

let built: Lexicon | null = null;

/** The phrases that begin with the folded word, longest first. */
export function phrasesFrom(word: string): readonly Phrase[] {
  return lexicon().byFirstWord.get(word) ?? [];
}

/** Whether the folded word is known by itself, as it stands or as a plural. */
export function isWord(word: string): boolean {
  return lookUp(word) !== null;
}

/** Whether the folded word is known by itself or as one of a phrase ("without" of "without fx"). */
export function isWordOrInPhrase(word: string): boolean {
  return isWord(word) || lexicon().inPhrases.has(word);
}

/** The meaning of one folded word; null where it is not known. An English plural means what its singular means. */
export function lookUp(word: string): Phrase | null {
  const { single } = lexicon();
  const found = single.get(word);
  if (found !== undefined) return found;
  // "BassDrums" is a bass and drums, not a row of bass drums.
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('drums')) return null;
  const singular = single.get(word.slice(0, -1));
  return singular?.is === 'part' ? singular : null;
}

/** Built when a name is read first, and not when the program is loaded. */
function lexicon(): Lexicon {
  built ??= build();
  return built;
}

function build(): Lexicon {
  const single = new Map<string, Phrase>();
  const byFirstWord = new Map<string, Phrase[]>();
  const inPhrases = new Set<string>();
  // Parts come first: where a part and a cue claim one word, the part keeps it.
  for (const phrase of [
    ...phrasesIn(PARTS, 'part'),
    ...phrasesIn(WEAK_PARTS, 'weak'),
    ...phrasesIn(CUES, 'cue'),
    ...phrasesIn(OTHER_SCRIPTS, 'part', fold),
  ]) {
    const [first = '', ...more] = phrase.words;
    if (more.length === 0) {
      if (!single.has(first)) single.set(first, phrase);
      continue;
    }
    for (const word of phrase.words) inPhrases.add(word);
    const phrases = byFirstWord.get(first);
    if (phrases === undefined) byFirstWord.set(first, [phrase]);
    else phrases.push(phrase);
  }
  for (const phrases of byFirstWord.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return { single, byFirstWord, inPhrases };
}

function phrasesIn(
  table: Readonly<Record<string, string>>,
  is: Phrase['is'],
  written: (word: string) => string = (word) => word,
): readonly Phrase[] {
  return Object.entries(table).flatMap(([id, line]) =>
    line.split(', ').map((entry) => ({
      words: entry.split(' ').map(written),
      is,
      role: is === 'cue' ? null : id,
      cue: is === 'cue' ? id : null,
    })),
  );
}
