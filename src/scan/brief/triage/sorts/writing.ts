import { type Sentence, says } from '../../notes/sentences.js';
import { isOrder, unrefused } from '../asked.js';
import { decided, type Sorted } from '../verdict.js';

const REWRITE =
  /\b(?:rewrit\w*|re-?write|umschreib\w*|umgeschrieben|riscritt\w*|reescrit\w*|reecrit\w*|schreib\w* um|neu schreiben|reecri\w*|reescrib\w*|reescrev\w*|riscriv\w*|write (?:a|the|new|another|me|us)|escrib\w*|scriv\w*|ecri\w*|(?:still |currently )?being (?:re)?written|(?:is|are) not (?:fully )?written|isn't written|aren't written|noch nicht geschrieben|pas encore ecrit\w{0,2}|no esta\w? escrit\w{1,2}|nao esta\w? escrit\w{1,2}|non (?:e|sono) ancora scritt\w|finish the lyrics|lyrics? (?:is|are|isn't|aren't) (?:not )?(?:finished|final|done))\b/;

export function writing(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const isAbout =
    says(sentence, 'lyrics') ||
    (/\bre-?writ\w{0,4}\b.{0,24}\blines?\b/.test(folded) && !says(sentence, 'low', 'instrument', 'drum'));
  // "Some delay on the last word of each line" leaves the words as they are.
  if (says(sentence, 'effects', 'space', 'tune', 'noise', 'timing') && !REWRITE.test(folded)) return null;
  if (!isAbout || /\b(?:attached|pdf|anbei|ci-joint|adjunt|anexo|allegat)/.test(folded)) return null;
  const changes =
    REWRITE.test(folded) ||
    unrefused(sentence, 'change', 'replace', 'cut', 'add', 'remove', 'weak') ||
    /\b(?:fix|improve|polish|tweak|better|besser|mejor|melhor|migliore|help with|finish|fertig|terminer|terminar|finire|working on|arbeiten? (?:noch )?an|travaille|trabajando|trabalhando|lavorando)\b/.test(
      folded,
    );
  const isFirstPerson =
    says(sentence, 'self', 'future', 'wish', 'still', 'canYou', 'please', 'maybe') ||
    sentence.isQuestion ||
    isOrder(sentence) ||
    REWRITE.test(folded);
  return changes && isFirstPerson && !says(sentence, 'past') ? decided('writing') : null;
}
