import type { Phrase } from './lexicon.js';
import type { Item } from './read-words.js';
import type { Token } from './tokens.js';

// What stands in front of the number in a microphone's model: SM57, MD421, U87, AKG414 …
const PREFIXES = new Set(
  'sm md u um km ku akg c d m mk r re e tlm tm nt at ksm i pr beta ev ea mkh cm sdc wa ua ela vr k coles'.split(' '),
);
// Models that studios call by their number alone.
const NUMBERS = new Set(
  '57 58 421 414 121 160 87 47 67 84 86 88 103 112 122 184 441 451 545 609 635 906 4033 4038 4050 7506'.split(' '),
);
// Two that stand in front of a kick drum and nowhere else.
const KICK_NUMBERS = new Set(['52', '91']);
const LONGEST_PREFIX = 4;

/** How many tokens from `at` on name a microphone's model; 0 where none does. A model stands behind a part. */
export function modelLength(
  tokens: readonly Token[],
  at: number,
  phrase: Phrase | null,
  before: readonly Item[],
): number {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if ((phrase?.words.length ?? 0) > 1 || !before.some(({ is }) => is === 'part' || is === 'weak')) return 0;
  if (token.isNumber) {
    const isModel =
      NUMBERS.has(token.text) || (KICK_NUMBERS.has(token.text) && before.some(({ role }) => role?.startsWith('kick')));
    return !token.glued && isModel && before.at(-1)?.cue !== 'take' ? 1 : 0;
  }
  if (next === undefined || !next.isNumber) return 0;
  const isKnown = PREFIXES.has(token.text);
  if (next.glued && /^[1-9]\d{1,3}$/.test(next.text)) return isKnown || isCapitals(token, phrase) ? 2 : 0;
  return isKnown && token.text.length > 1 && /^[\s-]$/.test(next.gap) && /^[1-9]\d{1,3}$/.test(next.text) ? 2 : 0;
}

/** Unknown capitals in front of a number ("LA220") are a model too. */
function isCapitals({ raw, glued }: Token, phrase: Phrase | null): boolean {
  return phrase === null && !glued && raw.length <= LONGEST_PREFIX && raw === raw.toUpperCase();
}
