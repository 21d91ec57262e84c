import { fold } from './fold.js';

/** A piece of a name: letters of one word, or digits. */
export type Token = {
  /** folded letters, or digits as written */
  readonly text: string;
  readonly raw: string;
  readonly isNumber: boolean;
  /** no separator stands between this token and the one before it */
  readonly glued: boolean;
  /** the characters between this token and the one before it */
  readonly gap: string;
};

const MOST_CHARACTERS = 512; // a file system holds 255 bytes
const PIECE = /\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu;
const DIGIT = /^\p{Nd}/u;
const INNER_CAPITAL = /(?<!^)\p{Lu}/u;
const CASE_STEP = /(?<=\p{Ll}\p{M}?)(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
// "OHs", "BVs": the plural of an abbreviation is one word.
const PLURAL_ABBREVIATION = /^\p{Lu}{2,}s$/u;

/**
 * Takes a name apart into words and numbers: at separators, between letters and digits, and at camelCase steps.
 *
 * @param name a file name without its extension, or a folder's name; only the first 512 characters count
 * @param isWord whether a folded word is known: a known word is not taken apart ("HiHat"), nor is a slip of the
 *   shift key ("BAck")
 * @returns the tokens in order; empty where the name holds neither letters nor digits
 */
export function tokensOf(name: string, isWord: (folded: string) => boolean): readonly Token[] {
  const text = name.slice(0, MOST_CHARACTERS).normalize('NFC');
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const [piece] = match;
    const gap = text.slice(end, match.index);
    end = match.index + piece.length;
    const glued = gap === '' && tokens.length > 0;
    if (DIGIT.test(piece)) {
      tokens.push({ text: piece, raw: piece, isNumber: true, glued, gap });
      continue;
    }
    const [first = piece, ...rest] = wordsIn(piece, isWord);
    tokens.push({ text: fold(first), raw: first, isNumber: false, glued, gap });
    for (const raw of rest) tokens.push({ text: fold(raw), raw, isNumber: false, glued: true, gap: '' });
  }
  return tokens;
}

function wordsIn(letters: string, isWord: (folded: string) => boolean): readonly string[] {
  if (!INNER_CAPITAL.test(letters)) return [letters];
  const steps = letters.split(CASE_STEP);
  if (steps.length === 1 || PLURAL_ABBREVIATION.test(letters) || isWord(fold(letters))) return [letters];
  return steps;
}
