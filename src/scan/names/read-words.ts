import { isWord, lexicon, lookUp, type Phrase } from './lexicon.js';
import { type Token, tokensOf } from './tokens.js';

/** A stretch of a name and what it means: a part, a cue, a number, a microphone's model or a word we do not know. */
export type Item = {
  readonly is: 'part' | 'cue' | 'number' | 'model' | 'word';
  /** the role of a part */
  readonly role: string | null;
  readonly cue: string | null;
  /** folded, words joined by a space */
  readonly text: string;
  readonly raw: string;
  readonly glued: boolean;
  readonly gap: string;
};

const ORDINAL_ENDS = new Set(['st', 'nd', 'rd', 'th']);
// Makers' prefixes of microphone models: SM57, MD421, U87, AKG414 …
const MODEL_PREFIXES = new Set(
  'sm md u um km ku akg c d m mk r re e tlm tm nt at ksm i pr la beta ev ea mkh cm sdc wa ua ela vr k coles rode'.split(
    ' ',
  ),
);
const BARE_MODELS = new Set(
  '57 58 421 414 121 160 87 47 67 84 86 88 103 112 122 184 441 451 545 609 635 906 4033 4038 4050 7506'.split(' '),
);
const LONGEST_COMPOUND = 24;
// Short pieces that may stand in a word written together ("ACGTRDI").
const SHORT_PIECES = new Set('ac ag di dt eg fx hh lv bv bg oh ld bs gt sn vx'.split(' '));

/**
 * Reads a name's words, longest known phrase first.
 *
 * @param words a name without extension, counters and the like
 * @returns the items in order; empty where the name holds neither letters nor digits
 */
export function readWords(words: string): readonly Item[] {
  const tokens = tokensOf(words, isWord).flatMap(compoundParts);
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const ordinal = ordinalAt(tokens, at);
    const phrase = ordinal > 0 ? null : phraseAt(tokens, at);
    const model = ordinal > 0 ? 0 : modelAt(tokens, at, phrase, items);
    const length = Math.max(1, ordinal, model, model > 0 ? 0 : (phrase?.words.length ?? 0));
    items.push(
      itemOf(tokens.slice(at, at + length), model > 0 || ordinal > 0 ? null : phrase, model > 0, ordinal > 0, token),
    );
    at += length;
  }
  return items;
}

function itemOf(
  tokens: readonly Token[],
  phrase: Phrase | null,
  isModel: boolean,
  isOrdinal: boolean,
  first: Token,
): Item {
  const shared = {
    text: tokens.map(({ text }) => text).join(' '),
    raw: tokens.map(({ raw }) => raw).join(''),
    glued: first.glued,
    gap: first.gap,
  };
  if (isOrdinal) return { is: 'cue', role: null, cue: 'generic', ...shared };
  if (isModel) return { is: 'model', role: null, cue: null, ...shared };
  if (phrase?.role != null) return { is: 'part', role: phrase.role, cue: null, ...shared };
  if (phrase?.cue != null) return { is: 'cue', role: null, cue: phrase.cue, ...shared };
  return { is: first.isNumber ? 'number' : 'word', role: null, cue: null, ...shared };
}

function phraseAt(tokens: readonly Token[], at: number): Phrase | null {
  const first = tokens[at] as Token;
  for (const phrase of lexicon().byFirstWord.get(first.text) ?? []) {
    if (phrase.words.every((word, place) => sameWord(tokens[at + place], word))) return phrase;
  }
  return lookUp(first.text);
}

function sameWord(token: Token | undefined, word: string): boolean {
  // A plural in a phrase ("floor toms") means what its singular means.
  return token !== undefined && (token.text === word || (word.length > 3 && token.text === `${word}s`));
}

function ordinalAt(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  return tokens[at]?.isNumber === true && next?.glued === true && ORDINAL_ENDS.has(next.text) ? 2 : 0;
}

/** How many tokens from `at` on name a microphone's model; 0 where none does. A model stands behind a part. */
function modelAt(tokens: readonly Token[], at: number, phrase: Phrase | null, before: readonly Item[]): number {
  if (phrase !== null && phrase.words.length > 1) return 0;
  if (!before.some(({ is }) => is === 'part')) return 0;
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (token.isNumber) return !token.glued && BARE_MODELS.has(token.text) && before.at(-1)?.cue !== 'take' ? 1 : 0;
  if (next === undefined || !next.isNumber || !next.glued || !/^[1-9]\d{1,3}$/.test(next.text)) {
    return MODEL_PREFIXES.has(token.text) &&
      token.text.length > 1 &&
      next?.isNumber === true &&
      /^[\s-]$/.test(next.gap) &&
      BARE_MODELS.has(next.text)
      ? 2
      : 0;
  }
  const isUnknown = phrase === null && token.raw === token.raw.toUpperCase() && token.raw.length <= 4 && !token.glued;
  return MODEL_PREFIXES.has(token.text) || isUnknown ? 2 : 0;
}

/** A word written together out of known ones ("kicknew", "ACGTRDI"), as its pieces; any other word as it is. */
function compoundParts(token: Token): readonly Token[] {
  const { text, raw } = token;
  if (token.isNumber || text.length < 4 || text.length > LONGEST_COMPOUND || text.length !== raw.length) return [token];
  if (isWord(text)) return [token];
  const pieces = split(text, 0, new Map());
  if (pieces === null) return [token];
  let at = 0;
  return pieces.map((piece, place) => {
    const start = at;
    at += piece.length;
    const isFirst = place === 0;
    return {
      text: piece,
      raw: raw.slice(start, at),
      isNumber: false,
      glued: isFirst ? token.glued : true,
      gap: isFirst ? token.gap : '',
    };
  });
}

/** The fewest known pieces that make up the word from `from` on; null where there are none. */
function split(word: string, from: number, known: Map<number, readonly string[] | null>): readonly string[] | null {
  if (from === word.length) return [];
  const cached = known.get(from);
  if (cached !== undefined) return cached;
  let best: readonly string[] | null = null;
  for (let end = word.length; end >= from + 2; end--) {
    const piece = word.slice(from, end);
    if (!isPiece(piece)) continue;
    const rest = split(word, end, known);
    if (rest !== null && (best === null || rest.length + 1 < best.length)) best = [piece, ...rest];
  }
  known.set(from, best);
  return best;
}

function isPiece(piece: string): boolean {
  return piece.length >= 3
    ? isWord(piece) && !(piece.length === 3 && THREE_LETTER_TRAPS.has(piece))
    : SHORT_PIECES.has(piece);
}

// Endings and syllables of ordinary words.
const THREE_LETTER_TRAPS = new Set(
  'ver les ham org cor cow rim con der esq ext int end tag sec sub bas one two raw off aro eco all sum und alt old pre man cut'.split(
    ' ',
  ),
);
