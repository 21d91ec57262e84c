import { type Sentence, says } from '../../notes/sentences.js';
import { unrefused } from '../asked.js';
import { decided, type Sorted, THINGS } from '../verdict.js';

const WILL_SEND =
  /\b(?:i'?ll|we'?ll|i will|we will|i am going to|gonna|will|werde|werden|reiche|schicke|lade|exportiere|benenne|je (?:vais|les|te|re)|on (?:va|re)|j'|voy a|vamos a|los|las|vou|mando|li|le|ri\w+|can you|could you|please|need to|have to|should|must)\b/;

const SENT_AGAIN =
  /\b(?:bounce|export|render|upload|send|print) (?:it|them|that|this|those|the \w{2,12}) (?:again|anew|once more|properly|correctly)\b/;

const START_POINT =
  /\b(?:don't|do not|doesn't|does not|nicht|ne|no|nao|non)\b.{0,24}\b(?:start|begin|beginnen|starten|anfangen|commencent|demarrent|partent|empiezan|comienzan|arrancan|comecam|iniciam|iniziano|partono|cominciano)\b/;

const MISNAMED = /\b(?:labell?ed|named|numbered|beschriftet|benannt|nommee?s?|nombrad|nomead|nominat)/;

export function packaging(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const aboutFiles =
    says(sentence, 'file') ||
    (says(sentence, 'rename', 'fileFault') &&
      says(sentence, ...THINGS) &&
      (MISNAMED.test(folded) || says(sentence, 'future')));
  if (!aboutFiles) return null;
  const isFault =
    (says(sentence, 'fileFault') &&
      (unrefused(sentence, 'fileFault') || /\bnot\b|n't|nicht|pas|nao|non/.test(folded))) ||
    START_POINT.test(folded);
  const willSend =
    (says(sentence, 'rename') || SENT_AGAIN.test(folded)) &&
    WILL_SEND.test(folded) &&
    (says(sentence, 'future', 'wish', 'please', 'canYou') || isFault);
  // "Rebuild the broken piano file" is an editor's work; a wrong name is the sender's.
  if (
    unrefused(sentence, 'clean', 'timing', 'noise') &&
    !willSend &&
    !START_POINT.test(folded) &&
    !/\bmissing|fehl|manqu|falt|manca|\b(?:shorter|longer) than\b/.test(folded)
  )
    return null;
  const backAtUs = /\b(?:back|zuruck|de vuelta|de volta|indietro|en retour)\b/.test(folded) && !isFault;
  if (backAtUs || /\bconfirm\b/.test(folded)) return null;
  return isFault || willSend ? decided('packaging') : null;
}
