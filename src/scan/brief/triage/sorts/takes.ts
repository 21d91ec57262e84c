import type { Mark } from '../../notes/lexicon/index.js';
import { marksOf, type Sentence, says } from '../../notes/sentences.js';
import { isAsked, unrefused } from '../asked.js';
import { decided, type Sorted } from '../verdict.js';

const NO_MORE_TAKES = /\b(?:one take|no comp|nothing (?:else |left )?to comp)\b/;

const RIGHT_TAKE =
  /\b(?:right|correct|best|good|better|richtige|beste|bonne|meilleure|correcta|buena|mejor|certo|melhor|giusta|migliore)\b.{0,20}\b(?:take|takes|prise|toma|aufnahme|ripresa)\b|\bwhich (?:\w{1,10} ){0,2}(?:take|takes|comp|double|version of the vocal)\b|\b(?:welcher|welchen|quelle|que|cual|qual|quale) (?:take|prise|toma|aufnahme)\b/;

const TAKE_WHAT =
  /\b(?:use|take|pick|choose|go with|keep|nimm|nehmt|such|sucht|wahl|prends|prenez|choisis|utilise|garde|usa|usen|elige|elijan|escoge|pega|escolh\w*|prendi|scegli|usate)\b.{0,16}\b(?:what(?:ever)?|whichever|was|ce qui|celle|lo que|la que|el que|o que|quello|quella|the best|your favou?rite|the ones|den besten|die besten|das beste|la meilleure|le meilleur|la mejor|el mejor|o melhor|a melhor|la migliore|il migliore)\b/;

const LAYERS =
  /\b(?:which|what|welche|quels?|quelles?|que|cuales|quais|quali)\b.{0,24}\b(?:layers?|doubles?|parts?|takes?|harmon\w*|ad-?libs|ideas?|elements?|spuren|stimmen|ideen|capas|ideias|vocals?)\b.{0,24}\b(?:belong|stay|keep|use|work|make the cut|bleiben|gehoren|rein|garder|restent|quedan|usar|ficam|tenere|restano)\b|\btoo many (?:ideas|parts|layers|options|takes)\b|\bchose a role\b/;

// Choosing is production: "use what sounds best" names no engineer's work.
// "You decide which take works", "entscheide du".
const YOURS_TO_CHOOSE =
  /\b(?:you (?:can |may |should )?(?:decide|choose|pick|select)|(?:entscheide|wahle|such) (?:du|selbst)|du (?:entscheidest|wahlst)|(?:tu|vous) (?:choisis|decides?|choisissez|decidez)|tu (?:decides|eliges|decidi|scegli)|voce (?:decide|escolhe)|(?:decidi|scegli) tu)\b/;

export function takes(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (NO_MORE_TAKES.test(folded) || says(sentence, 'effects')) return null;
  if (LAYERS.test(folded)) return decided('production');
  const isComp =
    unrefused(sentence, 'comp') &&
    /\b(?:to comp|comp (?:the|it|them|this|from|together|up|my|our|a|vocals?|lead|verse|chorus)|comping|zusammenschneid|compen|compiler|assembl|montar|montage|compear)/.test(
      folded,
    );
  if (isComp && isAsked(sentence) && !says(sentence, 'done') && !/\b(?:already|schon|deja|ya|gia)\b/.test(folded))
    return decided('editing', { mixIf: 'comping is in scope' });
  // "Use take 4": the choice is made.
  if (
    /\b(?:take|prise|toma) \d/.test(folded) &&
    !/\b(?:best|between|from|and|or|to)\b/.test(folded) &&
    !says(sentence, 'not', 'maybe')
  )
    return null;
  const mixIf = { mixIf: 'choosing takes is in scope' };
  const aboutChoice =
    says(sentence, 'take') ||
    says(sentence, 'best') ||
    (says(sentence, 'vocal', 'extraVocal') && says(sentence, 'pick'));
  if (!aboutChoice) return null;
  if (sentence.isQuestion && RIGHT_TAKE.test(folded)) return decided('production', mixIf);
  if (TAKE_WHAT.test(folded)) return decided('production', mixIf);
  const picks = marksOf(sentence, 'pick', 'chosen').filter(
    (mark) =>
      !(
        mark.concept === 'pick' &&
        /^us[ae]n?$/.test(sentence.tokens[mark.from]?.text ?? '') &&
        !says(sentence, 'take')
      ),
  );
  if (
    picks.every((mark) => isAdjective(sentence, mark)) &&
    !/\btrust (?:you|your)\b.{0,16}\b(?:choose|pick|decide|choice)\b/.test(folded)
  )
    return null;
  const isUndone = says(sentence, 'still', 'not', 'maybe') && !/\bno(?:thing)? (?:else|more)\b/.test(folded);
  // "Everything is comped, please send …" asks for something else.
  const onlyChosen = marksOf(sentence, 'pick').every((mark) =>
    marksOf(sentence, 'chosen').some((chosen) => chosen.from === mark.from),
  );
  const isDone =
    says(sentence, 'chosen') &&
    !isUndone &&
    (!isAsked(sentence) || (onlyChosen && !sentence.isQuestion && !says(sentence, 'best')));
  if (isDone) return null;
  return isUndone || isAsked(sentence) || says(sentence, 'best') || YOURS_TO_CHOOSE.test(folded)
    ? decided('production', mixIf)
    : null;
}

// "This chosen vocal" is a vocal, no choice to be made.
function isAdjective(sentence: Sentence, mark: Mark): boolean {
  const isChosen = marksOf(sentence, 'chosen').some((chosen) => chosen.from === mark.from);
  const isBesideNoun = marksOf(sentence, 'vocal', 'extraVocal', 'take').some((noun) => noun.from === mark.to);
  return isChosen && isBesideNoun && !says(sentence, 'not', 'still');
}
