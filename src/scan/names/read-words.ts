import { compoundParts } from './compounds.js';
import { isWord, lookUp, type Phrase, phrasesFrom } from './lexicon.js';
import { modelLength } from './microphones.js';
import { type Token, tokensOf } from './tokens.js';

/** A stretch of a name and what it means: a part, a cue, a number, a microphone's model or a word we do not know. */
export type Item = {
  readonly is: 'part' | 'weak' | 'cue' | 'number' | 'model' | 'word';
  /** the role of a part, weak or not */
  readonly role: string | null;
  readonly cue: string | null;
  /** folded, words joined by a space */
  readonly text: string;
  readonly raw: string;
  readonly glued: boolean;
  readonly gap: string;
};
/** What the next tokens mean together, and how many they are. */
type Stretch = Pick<Item, 'is' | 'role' | 'cue'> & { readonly length: number };

const ORDINAL_ENDS = new Set(['st', 'nd', 'rd', 'th']);
const INDEX_LETTER = /^[a-km-qs-z]$/; // "Gtr1a"; L and R are sides

/**
 * Reads a name's words, longest known phrase first.
 *
 * @param words a name without extension, counters and the like
 * @returns the items in order; empty where the name holds neither letters nor digits
 */
export function readWords(words: string): readonly Item[] {
  const tokens = tokensOf(words, isWord).flatMap(compoundParts);
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { is, role, cue, length } = stretchAt(tokens, at, items);
    const { glued, gap, text, raw } = tokens[at] as Token;
    const item = { is, role, cue, text, raw, glued, gap };
    for (const token of tokens.slice(at + 1, at + length)) {
      item.text += ` ${token.text}`;
      item.raw += token.raw;
    }
    items.push(item);
    at += length;
  }
  return items;
}

function stretchAt(tokens: readonly Token[], at: number, before: readonly Item[]): Stretch {
  const token = tokens[at] as Token;
  if (isOrdinal(token, tokens[at + 1])) return { is: 'cue', role: null, cue: 'generic', length: 2 };
  if (isIndexLetter(token, before.at(-1))) return { is: 'cue', role: null, cue: 'file', length: 1 };
  const phrase = phraseAt(tokens, at);
  const model = modelLength(tokens, at, phrase, before);
  if (model > 0) return { is: 'model', role: null, cue: null, length: model };
  if (phrase === null) return { is: token.isNumber ? 'number' : 'word', role: null, cue: null, length: 1 };
  const { is, role, cue } = phrase;
  return { is, role, cue, length: phrase.words.length };
}

/** "3rd", "1st": neither the part's number nor a ride or a stereo file. */
function isOrdinal(token: Token, next: Token | undefined): boolean {
  return token.isNumber && next?.glued === true && ORDINAL_ENDS.has(next.text);
}

/** The small letter behind a number that tells two microphones of one part apart. */
function isIndexLetter(token: Token, before: Item | undefined): boolean {
  return token.glued && before?.is === 'number' && INDEX_LETTER.test(token.raw);
}

function phraseAt(tokens: readonly Token[], at: number): Phrase | null {
  const first = tokens[at] as Token;
  for (const phrase of phrasesFrom(first.text)) {
    if (phrase.words.every((word, place) => isSameWord(tokens[at + place], word))) return phrase;
  }
  return lookUp(first.text);
}

function isSameWord(token: Token | undefined, word: string): boolean {
  if (token === undefined) return false;
  const { text } = token;
  if (text.length === word.length) return text === word;
  // A plural in a phrase ("floor toms") means what its singular means; but "bass drums" are a bass and drums.
  const isPlural = text.length === word.length + 1 && text.endsWith('s') && text.startsWith(word);
  return isPlural && word.length > 2 && word !== 'drum';
}
