import { type Sentence, says } from '../../notes/sentences.js';
import { isAsked, unrefused } from '../asked.js';
import { both, decided, type Sorted } from '../verdict.js';

const RHYTHM_FIGHT =
  /\b(?:pattern|rhythm|melody|chords?|arrangement|notes|groove|flow|rhythmus|melodie|akkorde|muster|rythme|motif|accords|patron|ritmo|melodia|acordes|padrao|levada|accordi|arrangiamento|arreglo|arranjo)\b/;

export function clashing(sentence: Sentence): Sorted | null {
  if (!says(sentence, 'clash')) return null;
  const { folded } = sentence;
  if (RHYTHM_FIGHT.test(folded) || /\b(?:chose|chosen|role|too many|key|notes)\b/.test(folded))
    return decided('production');
  if (unrefused(sentence, 'tone', 'dynamics', 'space') && isAsked(sentence)) return decided('mixing');
  if (/\b(?:eq|carve|sidechain|low end|frequenc|frequenz|space|platz|espacio|espaco|place|spazio)\b/.test(folded))
    return decided('mixing');
  return both('the parts are right and mask each other', 'a part has to make room');
}

export function energy(sentence: Sentence): Sorted | null {
  const wants = isAsked(sentence) || says(sentence, 'more', 'not', 'too');
  return says(sentence, 'energy') && wants && says(sentence, 'section', 'song') && !says(sentence, 'reference')
    ? both('the parts already exist', 'new parts, stacks or another arrangement are needed')
    : null;
}
