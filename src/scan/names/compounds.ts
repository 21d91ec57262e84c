import { isWord, isWordOrInPhrase } from './lexicon.js';
import type { Token } from './tokens.js';

const SHORTEST = 4;
const LONGEST = 24;
// Short pieces that may stand in a word written together ("ACGTRDI").
const SHORT_PIECES = new Set('ac ag di dt eg fx hh lv bv bg oh ld bs gt sn vx'.split(' '));
// Endings and syllables of ordinary words.
const TRAPS = new Set(
  'ver les ham org cor cow rim con der esq ext int end tag sec sub bas one two raw off aro eco all sum und alt old pre man cut'.split(
    ' ',
  ),
);

/** A word written together out of known ones ("kicknew", "ACGTRDI"), as its pieces; any other token as it is. */
export function compoundParts(token: Token): readonly Token[] {
  const { text, raw } = token;
  const isLikely = text.length >= SHORTEST && text.length <= LONGEST && text.length === raw.length;
  if (token.isNumber || !isLikely || isWordOrInPhrase(text)) return [token];
  const pieces = fewestPieces(text, 0, new Map());
  if (pieces === null) return [token];
  let at = 0;
  return pieces.map((piece) => {
    const start = at;
    at += piece.length;
    const isFirst = start === 0;
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
function fewestPieces(
  word: string,
  from: number,
  known: Map<number, readonly string[] | null>,
): readonly string[] | null {
  if (from === word.length) return [];
  const before = known.get(from);
  if (before !== undefined) return before;
  let best: readonly string[] | null = null;
  for (let end = word.length; end >= from + 2; end--) {
    const piece = word.slice(from, end);
    if (!isPiece(piece)) continue;
    const rest = fewestPieces(word, end, known);
    if (rest !== null && (best === null || rest.length + 1 < best.length)) best = [piece, ...rest];
  }
  known.set(from, best);
  return best;
}

function isPiece(piece: string): boolean {
  return piece.length > 2 ? isWord(piece) && !TRAPS.has(piece) : SHORT_PIECES.has(piece);
}
