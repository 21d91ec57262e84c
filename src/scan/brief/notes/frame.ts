import type { Mark } from './lexicon/index.js';
import { marksOf, type Sentence } from './sentences.js';

// A refusal reaches the next few words: "please do no further tuning".
const REACH_TOKENS = 3;

/** Whether "not", "no", "without" and the like stand before a word (or right behind it, as "n'accorde pas"). */
export function isNegated(sentence: Sentence, mark: Pick<Mark, 'from' | 'to'>): boolean {
  return marksOf(sentence, 'not').some((no) => {
    if (no.from >= mark.from && no.from < mark.to) return false;
    const isBefore =
      no.from < mark.from && mark.from - no.to < REACH_TOKENS && !isParted(sentence, no.to - 1, mark.from);
    const isBehind =
      no.from === mark.to &&
      (sentence.language === 'fr' || sentence.language === 'de') &&
      !isParted(sentence, mark.to - 1, no.from);
    return isBefore || isBehind;
  });
}

/** Whether a comma, semicolon, colon or dash stands between two tokens. */
function isParted(sentence: Sentence, left: number, right: number): boolean {
  const from = sentence.tokens[left]?.end ?? 0;
  const to = sentence.tokens[right]?.at ?? from;
  return /[,;:()]| - /.test(sentence.folded.slice(from, to));
}

/** The words before the first colon, where they are a label ("Mix due: …"); '' without one. */
export function labelOf(folded: string): string {
  const match = /^([^:=]{2,40}?) ?[:=](?: |$)/.exec(folded);
  return match?.[1]?.trim() ?? '';
}

const UNLIKE =
  /\b(?:don't|do not|not|nicht|pas|no|nao|non|never|anything but|unlike) (?:\w{1,8} ){0,3}(?:sound|klingen|sonner|suene|sonar|soe|soar|suoni|suonare|make it|like|wie|comme|como|come)\b/;

/** Whether a sentence says what the song is not to sound like. */
export function isUnlike(folded: string): boolean {
  return UNLIKE.test(folded);
}

/** Whether `then` stands within some characters behind `first`; two small patterns in a row instead of one that backtracks. */
export function isFollowedBy(folded: string, first: RegExp, then: RegExp, withinCharacters: number): boolean {
  let rest = folded;
  for (let match = first.exec(rest); match !== null; match = first.exec(rest)) {
    const end = match.index + Math.max(1, match[0].length);
    if (then.test(rest.slice(end, end + withinCharacters))) return true;
    rest = rest.slice(end);
  }
  return false;
}
