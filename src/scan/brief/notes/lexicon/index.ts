import { fold } from '../fold.js';
import { type Token, tokenize } from '../tokens.js';
import { ACTS } from './acts.js';
import { IDIOMS } from './idioms.js';
import { JOB } from './job.js';
import { PARTS } from './parts.js';
import { SOUND } from './sound.js';
import { SPEECH } from './speech.js';
import { STOP_WORDS } from './stop-words.js';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it';
/**
 * Words of one concept by language, parted by commas. `tune*` is any word that begins so; `ad lib` is two words in a
 * row; `!tom` counts only in a sentence of that language, since another one uses the word for something else.
 */
export type Words = Readonly<Partial<Record<Language, string>>>;

const CONCEPTS = { ...SPEECH, ...PARTS, ...ACTS, ...SOUND, ...JOB, ...IDIOMS } satisfies Record<string, Words>;
export type Concept = keyof typeof CONCEPTS;

/** A concept at the tokens `from` to before `to`. */
export type Mark = { readonly concept: Concept; readonly from: number; readonly to: number };

type Entry = {
  readonly concept: Concept;
  readonly language: Language;
  readonly words: readonly string[];
  readonly lastIsPrefix: boolean;
  readonly onlyThere: boolean;
};

const SHORTEST_PREFIX = 3;
const byWord = new Map<string, Entry[]>();
const byPrefix = new Map<string, Entry[]>();
for (const [concept, words] of Object.entries(CONCEPTS) as [Concept, Words][]) {
  for (const [language, list] of Object.entries(words) as [Language, string][]) {
    for (const written of list.split(',')) addEntry(concept, language, written.trim());
  }
}

function addEntry(concept: Concept, language: Language, written: string): void {
  if (written === '') return;
  const onlyThere = written.startsWith('!');
  const lastIsPrefix = written.endsWith('*');
  const words = written.slice(onlyThere ? 1 : 0, lastIsPrefix ? -1 : undefined).split(' ');
  const entry = { concept, language, words, lastIsPrefix, onlyThere };
  const [first = ''] = words;
  const map = lastIsPrefix && words.length === 1 ? byPrefix : byWord;
  map.set(first, [...(map.get(first) ?? []), entry]);
}

/** What the words of a sentence mean; several meanings of a word stay side by side, an idiom swallows its words. */
export function markConcepts(tokens: readonly Token[], language: Language | null): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = entriesAt(tokens, at).filter((entry) => !entry.onlyThere || entry.language === language);
    const idiom = found.filter((entry) => entry.concept === 'idiom').sort((a, b) => b.words.length - a.words.length)[0];
    if (idiom === undefined) marks.push(...marksAt(found, at));
    at += idiom?.words.length ?? 1;
  }
  return marks;
}

// One mark a concept: its longest run of words.
function marksAt(found: readonly Entry[], at: number): Mark[] {
  const lengths = new Map<Concept, number>();
  for (const entry of found) lengths.set(entry.concept, Math.max(lengths.get(entry.concept) ?? 0, entry.words.length));
  return [...lengths].map(([concept, length]) => ({ concept, from: at, to: at + length }));
}

function entriesAt(tokens: readonly Token[], at: number): Entry[] {
  const word = tokens[at]?.text ?? '';
  const found = (byWord.get(word) ?? []).filter((entry) => matchesAt(entry, tokens, at));
  // No prefix in the lexicon is longer than the longest word that anybody writes.
  for (let length = SHORTEST_PREFIX; length <= Math.min(word.length, 24); length++) {
    const entries = byPrefix.get(word.slice(0, length));
    if (entries !== undefined) found.push(...entries);
  }
  return found;
}

function matchesAt(entry: Entry, tokens: readonly Token[], at: number): boolean {
  return entry.words.every((word, index) => {
    const there = tokens[at + index]?.text;
    if (there === undefined) return false;
    return entry.lastIsPrefix && index === entry.words.length - 1 ? there.startsWith(word) : there === word;
  });
}

const LANGUAGES = Object.keys(STOP_WORDS) as Language[];
const stopWords = new Map(LANGUAGES.map((language) => [language, new Set(STOP_WORDS[language].split(' '))]));

/** The language of most small words; null where none leads. */
export function languageOf(tokens: readonly Pick<Token, 'text'>[]): Language | null {
  const scores = LANGUAGES.map((language) => ({ language, hits: hitsOf(tokens, language) }));
  scores.sort((a, b) => b.hits - a.hits);
  const [first, second] = scores;
  return first !== undefined && first.hits > (second?.hits ?? 0) ? first.language : null;
}

/** The language of a whole text, by its beginning. */
export function textLanguage(text: string): Language | null {
  return languageOf(tokenize(fold(text.slice(0, TEXT_SAMPLE_CHARACTERS).normalize('NFC'))));
}
const TEXT_SAMPLE_CHARACTERS = 20_000;

function hitsOf(tokens: readonly Pick<Token, 'text'>[], language: Language): number {
  const words = stopWords.get(language);
  return tokens.reduce((hits, token) => hits + (words?.has(token.text) ? 1 : 0), 0);
}
