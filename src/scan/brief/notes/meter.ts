import type { Sentence } from './sentences.js';

// Beats in a bar over the note that gets the beat. "3/28" is a day, "24/48" a format, "50/50" a split.
const METER = /(?<![\d/.,-])(1[0-5]|[2-9])\/(2|4|8|16)(?![\d/]|[.,]\d)/g;
const MAIN =
  /\b(?:everything else|otherwise|the rest|mostly|mainly|elsewhere|sonst|ansonsten|der rest|meist|le reste|sinon|el resto|o resto|il resto|throughout|durchgehend)\b/;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:it'?s|in) a? ?waltz\b|\bwaltz time\b|\bwalzertakt\b|\bthree[ -]four\b|\bdreivierteltakt\b|\bdrei[ -]viertel[ -]takt\b|\btrois temps\b|\btres por cuatro\b|\btre quarti\b/,
    '3/4',
  ],
  [
    /\bfour[ -]four\b|\bviervierteltakt\b|\bvier[ -]viertel[ -]takt\b|\bfour on the floor time\b|\bcuatro por cuatro\b|\bquatro por quatro\b|\bquattro quarti\b/,
    '4/4',
  ],
  [
    /\bsix[ -]eight\b|\bsechsachteltakt\b|\bsechs[ -]achtel\b|\bsix huit\b|\bseis por oito\b|\bseis por ocho\b|\bsei ottavi\b/,
    '6/8',
  ],
];
const NOT_METER = /\b(?:invoice|tracks?|files?|page|mp3)\b/;

/** The time signature that a sentence states, as '6/8'; the main one where it names several; null without one. */
export function readMeter({ folded }: Pick<Sentence, 'folded'>): string | null {
  const found = [...folded.matchAll(METER)].filter((match) => isMeter(folded, match.index, match[0].length));
  if (found.length === 0) return WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
  const mainAt = MAIN.exec(folded)?.index;
  const main = mainAt === undefined ? undefined : found.find((match) => match.index > mainAt);
  return (main ?? found[0])?.[0] ?? null;
}

function isMeter(folded: string, at: number, length: number): boolean {
  const before = folded.slice(Math.max(0, at - 14), at);
  if (
    /(?:deadline|due|by|until|before|bis|am|on|vom|den|le|el|em|il|step|part|page|file|mix|version)[ :]{1,2}$/.test(
      before,
    )
  )
    return false;
  // A part of a whole: "file 3/4", "2/4 uploaded".
  return (
    !NOT_METER.test(folded) &&
    !/^ (?:of|done|uploaded|files|tracks|tsp)/.test(folded.slice(at + length, at + length + 10))
  );
}
