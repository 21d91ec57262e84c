import { isNegated } from './frame.js';
import type { Mark } from './lexicon/index.js';
import { marksOf, type Sentence, says } from './sentences.js';

const ONE_TAKE =
  /\b(?:one|single|only one|ein(?:zige[rn]?)?|une? (?:seule )?|una (?:sola )?|um (?:unico )?|uno solo|un'?unica|un unico)\s?(?:vocal |lead )?(?:take|prise|toma)\b(?! more| each)/;
const UNUSED =
  /\b(?:unused|old|other|alternate|alternative|ungenutzte|alte|andere|inutilisees|anciennes|otras|viejas|no usadas|antigos|outros|nao usados|non usate|vecchie|altre)\b/;
const KEEPER =
  /\b(?:take|prise|toma) (?:\d{1,3}|one|two|three|four|five|six|eins|zwei|drei|un|deux|trois|uno|dos|tres|um|dois|due|tre)\b.{0,40}\b(?:keeper|master take|good one|the one|right one|winner|use that|is it|best one|favou?rite|die richtige|der richtige|die beste|passt|la bonne|la buena|la definitiva|o bom|o certo|quella buona|e la buona|gilt|nehmen wir)\b/;
const USE_TAKE =
  /\b(?:use|nimm|nehmt|utilise|usa|usen|use o|usa la)(?: the| only| nur| la| el| o)? (?:vocal |lead )?(?:take|prise|toma) (?:\d{1,3}|one|two|three|four|five)\b/;
const LEFT_TO_SORT = /\btakes?\b.{0,16}\b(?:to (?:be )?(?:sort|choos|pick|go through|decid|select|clean|comp)|left)/;
const USED_TAKE =
  /\b(?:we|i|we've|i've) (?:\w{1,8} )?(?:use|used|took|take|kept|chose|went with|go with) (?:only )?the (?:first|second|third|fourth|last) (?:vocal |lead )?take\b|\b(?:wir|ich) (?:nehmen?|haben) den (?:ersten|zweiten|dritten|letzten) take\b/;
const USE_BEST =
  /\b(?:use|take|pick|go with|keep|nimm|nehmt|nehmen|prends|prenez|garde|utilise|usa|usen|use|coge|toma|pega|pegue|prendi|prendete|tieni) (?:einfach |just |simplement |simplemente |solo )?(?:what(?:ever)?|whichever|was|wie|ce qui|celle qui|celui qui|lo que|la que|el que|o que|a que|quello che|quella che|cio che)\b/;
const SEVERAL =
  /\b(?:every take|all (?:the |of the )?takes|alle takes|alle aufnahmen|toutes les prises|todas las tomas|todos os takes|tutte le take|(?:some|several|many|multiple|[a-z]{3,6}|\d{1,2})(?: \w{1,10})? takes are still|takes? (?:are|is) (?:still )?(?:open|undecided|all in))\b/;

/** Whether the takes are said to be chosen or open; null where nothing is said. */
export function readTakes(sentence: Sentence): 'chosen' | 'open' | null {
  const { folded } = sentence;
  const namesTake = says(sentence, 'take');
  const namesVocal = says(sentence, 'vocal', 'extraVocal');
  if (USE_TAKE.test(folded) || USED_TAKE.test(folded) || (KEEPER.test(folded) && !sentence.isQuestion)) return 'chosen';
  // "Ya elegimos las tomas", "comping is done": it is behind them.
  const isBehind = says(sentence, 'done') && !says(sentence, 'not', 'maybe', 'wish') && !sentence.isQuestion;
  if (isBehind && ((namesTake && says(sentence, 'pick', 'chosen')) || says(sentence, 'comp'))) return 'chosen';
  if (isOpen(sentence, namesTake, namesVocal)) return 'open';
  if (UNUSED.test(folded) && !says(sentence, 'chosen')) return null;
  if (KEEPER.test(folded) || USE_TAKE.test(folded) || ONE_TAKE.test(folded))
    return says(sentence, 'wish', 'canYou') && !KEEPER.test(folded) && !USE_TAKE.test(folded) ? null : 'chosen';
  const chosen = marksOf(sentence, 'chosen').filter((mark) => !isNegated(sentence, mark));
  if (chosen.length > 0 && (namesTake || namesVocal) && !sentence.isQuestion) return 'chosen';
  if (namesTake && says(sentence, 'final') && !says(sentence, 'not', 'maybe', 'open') && !sentence.isQuestion)
    return 'chosen';
  return null;
}

function isOpen(sentence: Sentence, namesTake: boolean, namesVocal: boolean): boolean {
  const { folded } = sentence;
  if (namesTake && says(sentence, 'open')) return true;
  if (namesTake && says(sentence, 'still') && LEFT_TO_SORT.test(folded)) return true;
  if (SEVERAL.test(folded) && !says(sentence, 'chosen', 'final')) return true;
  // "Choisis la meilleure prise": an order that is spelled as the participle.
  const orders = marksOf(sentence, 'pick').some((mark) => mark.from === 0);
  if (namesTake && says(sentence, 'best') && (orders || says(sentence, 'canYou', 'please')) && says(sentence, 'pick'))
    return true;
  if (
    USE_BEST.test(folded) &&
    (says(sentence, 'best') || namesTake) &&
    !says(sentence, 'effects') &&
    !/\b(?:ideas|ideen|idees|ideias|idee)\b/.test(folded)
  )
    return true;
  const picks = marksOf(sentence, 'pick', 'comp').filter((mark) => !isNegated(sentence, mark));
  if (says(sentence, 'chosen') && !says(sentence, 'still', 'wish', 'not')) return false;
  if (
    says(sentence, 'chosen') &&
    (says(sentence, 'still') || (says(sentence, 'not') && !/\bno(?:thing)? (?:else|more)\b/.test(folded))) &&
    (namesTake || namesVocal)
  )
    return true;
  if (
    namesTake &&
    says(sentence, 'not', 'maybe') &&
    /\b(?:decide|agree|choose|settle|make up|entscheiden|einigen|decider|trancher|decidir|decidere|elegir|escolher|scegliere)\b/.test(
      folded,
    )
  )
    return true;
  const asksForIt =
    says(sentence, 'best', 'please', 'canYou', 'wish') ||
    picks.some((mark) => mark.from <= 1 || opensClause(sentence, mark));
  if (
    picks.some((mark) => mark.concept === 'pick') &&
    (namesTake || (namesVocal && says(sentence, 'best'))) &&
    asksForIt &&
    !sentence.isQuestion
  )
    return true;
  return asksToComp(
    sentence,
    picks.some((mark) => mark.concept === 'comp'),
    namesVocal || namesTake,
  );
}

// "There are four takes a line, choose freely": the order begins behind the comma.
function opensClause({ tokens, folded }: Sentence, mark: Mark): boolean {
  return /^[,;:] (?:just |simply |einfach )?$/.test(
    folded.slice(tokens[mark.from - 1]?.end ?? 0, tokens[mark.from]?.at ?? 0),
  );
}

function asksToComp(sentence: Sentence, namesComp: boolean, hasObject: boolean): boolean {
  if (!namesComp || says(sentence, 'chosen', 'terms'))
    return says(sentence, 'terms') && namesComp && says(sentence, 'wish') && !sentence.isQuestion;
  const isVerb =
    /\b(?:to comp|comp (?:the|it|them|this|from|together|up|my|our|vocals?|lead)|comping|zusammenschneid|compen|compiler|assembl|montar|montage)/.test(
      sentence.folded,
    );
  return (
    isVerb &&
    (says(sentence, 'wish', 'please', 'canYou') || (hasObject && /^(?:please |bitte )?comp\b/.test(sentence.folded)))
  );
}
