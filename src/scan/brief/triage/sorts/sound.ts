import { isNegated } from '../../notes/frame.js';
import type { Concept } from '../../notes/lexicon/index.js';
import { marksOf, type Sentence, says } from '../../notes/sentences.js';
import { isAsked, isOrder } from '../asked.js';
import { decided, type Sorted, THINGS } from '../verdict.js';
import { TOO_LONG } from './existence.js';
import { isProductionVerb } from './production.js';

const SOUNDS: readonly Concept[] = ['level', 'tone', 'space', 'dynamics', 'comparative', 'complaint'];

const MIX_VERB =
  /\b(?:lower|raise|automate|pan|de-?ess|compress|sidechain|eq|brighten|widen|duck|tuck|carve|high-?pass|low-?pass|balance|blend|glue|boost|attenuate)\b/;

const WITH_DB = /(?:[+-] ?)?\d(?:[.,]\d)? ?db\b/;

const SIT = /\bsits?\b|\bsitzt|\bsitzen|einbetten|\bs'asseoir|\bsiente bien en la mezcla/;

export function sound(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const about = says(sentence, ...THINGS, 'song', 'space', 'tone', 'dynamics');
  if (!about) return null;
  if (
    /\b(?:(?:professional|clean|better) (?:mix|balance|polish|sound)|final (?:polish|balance))\b/.test(folded) &&
    isAsked(sentence)
  )
    return decided('mixing');
  const sounds = marksOf(sentence, ...SOUNDS).filter(
    (mark) => !isNegated(sentence, mark) || mark.concept === 'complaint',
  );
  if (isTooSomething(sentence) || isMoreOfPart(sentence) || isLikened(sentence) || GIVE_IT.test(folded))
    return decided('mixing');
  if (sounds.length === 0) return null;
  if (isProductionVerb(sentence)) return null;
  const isWanted =
    says(sentence, 'wish', 'please', 'canYou') ||
    /\b(?:i|we) miss\b|\bmir fehl|\bil manque\b|\bme falta|\bmi manca/.test(folded) ||
    sentence.isQuestion ||
    COULD_BE.test(folded);
  const isDegree = says(sentence, 'comparative', 'more', 'too') || WITH_DB.test(folded);
  // "Harder", "up" and the like say how something sounds only where somebody wants it so.
  const namesSound = says(sentence, 'level', 'tone', 'space', 'dynamics', 'complaint');
  const isComplaint =
    says(sentence, 'complaint') || (says(sentence, 'too') && says(sentence, 'level', 'tone', 'space', 'dynamics'));
  const isReport =
    says(sentence, 'past', 'done') && !isWanted && !isOrder(sentence) && !says(sentence, 'too', 'complaint', 'more');
  if (isReport) return null;
  const isMove = MIX_VERB.test(folded) && isOrder(sentence);
  const isOrdered = isOrder(sentence) && says(sentence, 'level', 'tone', 'space', 'dynamics', 'comparative', 'big');
  const aboutPart =
    says(sentence, ...THINGS, 'song') ||
    says(sentence, 'effects') ||
    /\b(?:low end|top end|highs|lows|mids|stereo image|balance|reverb|delay)\b/.test(folded) ||
    says(sentence, 'tone', 'space', 'dynamics');
  const hasQuality = namesSound || (says(sentence, 'comparative') && (isWanted || isOrdered || says(sentence, 'more')));
  if (!hasQuality || !aboutPart) return null;
  // "The first chorus is quieter than the second" states how it is.
  const isStatement = IS_STATE.test(folded) && !says(sentence, 'too', 'complaint') && !WITH_DB.test(folded);
  const isFragment =
    isDegree &&
    !isStatement &&
    sentence.tokens.length <= 14 &&
    !/\b(?:peaks?|exported|rendered|is at|are at)\b/.test(folded);
  return isWanted || isComplaint || isMove || isOrdered || isFragment || (SIT.test(folded) && isOrder(sentence))
    ? decided('mixing')
    : null;
}

const GIVE_IT =
  /\bgive (?:\w{2,10} ){1,3}(?:some|more|a bit of|a bit more|a little|a little more) (?:room|space|air|width|depth|body|punch|weight|bite|edge|life|snap|crack|presence|warmth|low end|top end)\b/;

// "The toms sound like cardboard": what a part is likened to is how it sounds.
function isLikened(sentence: Sentence): boolean {
  return (
    says(sentence, 'vocal', 'drum', 'low', 'instrument') &&
    /\bsounds? (?:\w{1,8} ){0,2}like (?:an? |it's |they |plastic|cardboard|\p{Ll})/u.test(sentence.folded) &&
    !says(sentence, 'reference', 'wish', 'section', 'song') &&
    !sentence.isQuestion
  );
}

// "The guitars are too aggressive", "snare needs more crack": how a part sounds, whatever the word for it.
function isTooSomething(sentence: Sentence): boolean {
  if (
    !says(sentence, 'vocal', 'drum', 'low', 'instrument', 'extraVocal') ||
    says(sentence, 'timing', 'tune', 'noise', 'take', 'file', 'record')
  )
    return false;
  const { folded } = sentence;
  if (
    /\b(?:too|zu|trop|demasiad[oa]s?|muy|demais|muito|troppo) \p{L}{3,}/u.test(folded) &&
    says(sentence, 'too') &&
    (IS_STATE.test(folded) || sentence.tokens.length <= 5) &&
    !TOO_LONG.test(folded)
  )
    return true;
  const more = marksOf(sentence, 'more')[0];
  const wantsMore =
    more !== undefined &&
    /\b(?:needs?|wants?|could use|braucht|brauchen|vertragt|kann|manque|necesita|precisa|ha bisogno)\b/.test(folded);
  return wantsMore && !sentence.marks.some((mark) => mark.from >= (more?.to ?? 0) && THINGS.includes(mark.concept));
}

// "Less cymbals overall", "more bass", "not enough bass": as an order, of what is there.
function isMoreOfPart(sentence: Sentence): boolean {
  const ends = marksOf(sentence, 'more', 'too').map((mark) => mark.to);
  const isOfPart = marksOf(sentence, 'vocal', 'drum', 'low', 'instrument').some(
    (mark) => ends.includes(mark.from) || ends.includes(mark.from - 1),
  );
  const opens = marksOf(sentence, 'more', 'too').some((mark) => mark.from <= 1);
  return (
    isOfPart &&
    opens &&
    sentence.tokens.length <= 9 &&
    !says(sentence, 'past', 'done', 'file', 'take', 'record', 'extraVocal', 'material')
  );
}

const COULD_BE =
  /\b(?:could|might|konnte\w{0,2}|darf|durfte\w{0,2}|pourrai\w{1,4}|podria\w{0,2}|poderia\w{0,2}|potrebbe\w{0,3})\b/;
const IS_STATE =
  /\b(?:is|are|sounds?|feels?|ist|sind|klingt|klingen|est|sont|sonne|sonnent|esta|estan|es|son|suena|suenan|sao|soa|e|sono|suona|suonano)\b/;
