import { labelOf } from './frame.js';
import type { Language } from './lexicon/index.js';
import type { Line } from './lines.js';
import { joinSentences, type Sentence, sentencesOf } from './sentences.js';

/** One sentence, and its pieces line by line where it is wrapped over several. */
export type Passage = { readonly whole: Sentence; readonly parts: readonly Sentence[] };

// A mail wraps at 60 to 80 characters; a shorter line ends because somebody ended it.
const SHORTEST_WRAPPED_LINE = 50;
// Longer runs without a full stop are lists or lyrics.
const MOST_PARTS = 4;
// No sentence ends with one of these.
const DANGLING = new Set(
  'the a an and or of to with for from in on at by is are was were as that because but if when our my your their not very more der die das den dem ein eine einen einem und oder mit fur von im an auf bis bei ist sind weil dass nicht zu zum zur le la les un une des du de et ou avec pour par dans sur en que qui est sont ne el los las una y o con por para del os as um uma e com no na do da il lo gli i uno per di della che'.split(
    ' ',
  ),
);

// "How close the voice is" is whole, where "the tempo is" is not.
const ENDS_ON_VERB = /\b(?:how|what|where|which|why|wie|was|wo|weil|dass)\b.{1,60}\b(?:is|are|was|were|ist|sind)$/u;

/** The sentences of a text in order, those that go on in the next line in one piece. */
export function passagesOf(lines: readonly Line[], language: Language | null): Passage[] {
  const passages: Passage[] = [];
  let open: Sentence[] = [];
  lines.forEach((line, index) => {
    // Rules and brackets say nothing.
    const sentences = /[\p{L}\d]/u.test(line.text) ? sentencesOf(line, language) : [];
    const goesOn = open.length < MOST_PARTS && isWrapped(line, lines[index + 1], open.length > 0);
    sentences.forEach((sentence, place) => {
      open.push(sentence);
      if (place === sentences.length - 1 && goesOn) return;
      passages.push(passageOf(open));
      open = [];
    });
  });
  return passages;
}

function passageOf(parts: readonly Sentence[]): Passage {
  const [only] = parts;
  return { parts, whole: parts.length === 1 && only !== undefined ? only : joinSentences(parts) };
}

// "I have left the / filter on the bass": no sign at the end, and the next line takes the sentence up.
function isWrapped(line: Line, next: Line | undefined, isContinuation: boolean): boolean {
  if (next === undefined || next.text === '' || next.isBullet || next.isHeading || next.speaker !== null) return false;
  if (line.text === '' || line.isHeading || /[^\p{L}\p{N}'’)"”]$/u.test(line.text)) return false;
  const last = /(?<![\p{L}\d])\p{Ll}{1,12}$/u.exec(line.text.slice(-16))?.[0];
  if (last !== undefined && DANGLING.has(last) && !ENDS_ON_VERB.test(line.text.slice(-90).toLowerCase())) return true;
  const isProse = isContinuation || (/^\p{Lu}/u.test(line.text) && labelOf(line.text.toLowerCase()) === '');
  return (
    isProse &&
    line.text.length >= SHORTEST_WRAPPED_LINE &&
    /^\p{Ll}/u.test(next.text) &&
    /[.!?]/.test(next.text) &&
    labelOf(next.text) === ''
  );
}
