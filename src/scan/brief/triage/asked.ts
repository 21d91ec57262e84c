import { isNegated } from '../notes/frame.js';
import type { Concept, Mark } from '../notes/lexicon/index.js';
import { marksOf, type Sentence, says } from '../notes/sentences.js';

/** Whether somebody wants something: a wish, a request, a question, an order. */
export function isAsked(sentence: Sentence): boolean {
  return (
    says(sentence, 'wish', 'please', 'canYou') ||
    sentence.isQuestion ||
    isOrder(sentence) ||
    /\bfeel free to\b/.test(sentence.folded)
  );
}

const ORDERS: readonly Concept[] = [
  'replace',
  'change',
  'add',
  'remove',
  'cut',
  'move',
  'make',
  'record',
  'tune',
  'comp',
  'timing',
  'clean',
  'pick',
  'rename',
  'keep',
];

const STEM_ORDER = /^(?:adlibs|tiefer)$/;

// An order begins with its verb, or ends with it where infinitives stand last: "Snare bitte austauschen".
export function isOrder(sentence: Sentence): boolean {
  const first = sentence.marks.filter((mark) => mark.concept !== 'please' && mark.concept !== 'not');
  const opens = first.some(
    (mark) =>
      (mark.from <= openingTokens(sentence) || isBehindComma(sentence, mark.from)) &&
      ORDERS.includes(mark.concept) &&
      !STEM_ORDER.test(sentence.tokens[mark.from]?.text ?? ''),
  );
  const last = sentence.tokens.length;
  const closes =
    sentence.language !== 'en' &&
    first.some(
      (mark) =>
        mark.to >= last - 1 &&
        ['replace', 'change', 'remove', 'cut', 'move', 'record', 'tune', 'comp', 'timing', 'clean', 'make'].includes(
          mark.concept,
        ) &&
        /(?:en|ern|eln)$/.test(sentence.tokens[mark.to - 1]?.text ?? ''),
    );
  return opens || closes;
}

// "The 808 is distorting, turn it down": the second clause orders.
function isBehindComma({ tokens, folded }: Sentence, at: number): boolean {
  return at > 0 && /^[,;] $/.test(folded.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.at ?? 0));
}

// "Please", "also", "then", "bitte noch" and a name in front do not make it another sentence.
function openingTokens({ tokens, marks }: Sentence): number {
  let at = 0;
  while (
    at < tokens.length &&
    /^(?:please|pls|also|and|then|maybe|just|ok|so|bitte|und|auch|noch|dann|vielleicht|mal|por|favor|y|e|et|aussi|per|anche|tambien|tambem|svp|\d{1,2}|let|s)$/.test(
      tokens[at]?.text ?? '',
    )
  )
    at++;
  return marks.length === 0 ? 0 : at;
}

export function unrefused(sentence: Sentence, ...concepts: readonly Concept[]): boolean {
  return marksOf(sentence, ...concepts).some((mark) => !isNegated(sentence, mark) && !isNoun(sentence, mark));
}

// "The drop", "this cut", "our record" name a thing; without the article they are orders.
const NOUN_OR_VERB: readonly Concept[] = ['remove', 'move', 'cut', 'record', 'replace', 'comp'];

function isNoun({ tokens, language }: Sentence, mark: Mark): boolean {
  const before = tokens[mark.from - 1]?.text ?? '';
  // "The drop", and "Drop should hit hard": what something should do is no order to drop it.
  if (
    /^(?:drop|cut|loop|break)$/.test(tokens[mark.from]?.text ?? '') &&
    /^(?:should|needs?|has|is|must|hits?|feels?|sounds?|comes?)$/.test(tokens[mark.to]?.text ?? '')
  )
    return true;
  const isComparative = /^(?:longer|shorter|earlier|later)$/.test(tokens[mark.from]?.text ?? '');
  return (
    !isComparative &&
    NOUN_OR_VERB.includes(mark.concept) &&
    mark.to - mark.from === 1 &&
    (before !== 'a' || language === 'en') &&
    /^(?:the|a|an|this|that|these|those|our|my|your|each|every|last|first|second)$/.test(before)
  );
}
