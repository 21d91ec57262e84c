import { isFollowedBy, isNegated } from './frame.js';
import { marksOf, type Sentence, says } from './sentences.js';

export type EffectsSaid = 'keep' | 'guide' | 'free' | 'none';

const NOWHERE =
  /\b(?:anywhere|at all|on anything|on any|whatsoever|everything|nothing|all|nirgends|uberhaupt|alles|nulle part|tout|partout|en ningun|todo|nada|tudo|nenhum|nenhuma|tutto|da nessuna|ovunque|printed|gedruckt|imprim|impres|stampat)/;
// "Keep the reverb short" is a wish about the mix.
const KEEP = /\b(?:keep|halte?|garde[rz]?|manten|tieni|mantieni|mantem)\b/;
const SO =
  /\b(?:short|subtle|low|minimal|small|light|tight|dark|dry|kurz|dezent|klein|court|discret|corto|sutil|discreto|curto|breve|leggero)\b/;
const WHATEVER_YOU_LIKE =
  /\b(?:what(?:ever)?|which(?:ever)?|any) (?:\w{1,10} ){0,3}(?:you|u) (?:like|want|prefer|think|feel|see fit)\b/;
const SOME_ONE = /\b(?:welche[nrs]?|l[ea]s?|quel\w{0,3}|el|l[ao]s|os?|as?|il|i)\b/;
const AS_YOU_LIKE =
  /\b(?:(?:du|ihr) (?:magst|mogt|willst|wollt)|que (?:tu|vous) (?:veux|voulez|preferes?|preferez|aimes)|que (?:quieras|prefieras|te guste|quiser|preferir)|che (?:vuoi|preferisci|ti piace))\b/;
const MASTER = /\b(?:master|mix bus|mixbus|stereo bus|summe|bus master|two bus|2 bus)\b/;

/** What is to happen with printed effects, as the sentence says; null where nothing is said. */
export function readEffects(sentence: Sentence): EffectsSaid | null {
  const { folded } = sentence;
  const effects = marksOf(sentence, 'effects');
  const namesWet = says(sentence, 'wet');
  const printed = marksOf(sentence, 'printed').filter((mark) => !isNegated(sentence, mark));
  if (effects.length === 0 && !namesWet && printed.length === 0) return null;
  if (sentence.isQuestion) return null;
  if (says(sentence, 'guide') && (effects.length > 0 || namesWet) && !/\b(?:reference track|ref track)/.test(folded))
    return 'guide';
  const negatedEffects =
    effects.some((mark) => isNegated(sentence, mark)) ||
    (/\bnothing (?:is )?printed\b|\bnothing (?:has|carries) (?:any )?(?:effects?|fx)\b|\bnone of (?:it|them|the \w{4,8}) (?:has|have) (?:any )?(?:effects?|fx)\b|\bnichts (?:ist )?gedruckt\b|\brien n'est imprime\b|\bnada (?:esta )?impreso\b/.test(
      folded,
    ) &&
      true);
  const onlyVocals =
    says(sentence, 'vocal', 'extraVocal') &&
    !/\b(?:anywhere|printed|at all|nirgends|gedruckt|imprim|impres|stampat)/.test(folded);
  if (isNotToBeTouched(sentence)) return 'keep';
  if (onlyVocals && negatedEffects) return null;
  if (negatedEffects || /\bno effects\b/.test(folded))
    return (NOWHERE.test(folded) || /\b(?:nothing|none)\b/.test(folded) || says(sentence, 'file')) &&
      !MASTER.test(folded) &&
      !says(sentence, 'wish', 'please')
      ? 'none'
      : null;
  if (effects.length > 0 && (says(sentence, 'free') || isToTaste(folded))) return 'free';
  const keeps = marksOf(sentence, 'keep').some((mark) => !isNegated(sentence, mark));
  if (isFollowedBy(folded, KEEP, SO, 42) && printed.length === 0) return null;
  if (effects.length > 0 && (printed.length > 0 || (keeps && !says(sentence, 'more', 'comparative', 'maybe'))))
    return 'keep';
  if (namesWet && keeps && printed.length > 0) return 'keep';
  return null;
}

// "Pick whatever reverb you like", "den Hall, den du magst".
function isToTaste(folded: string): boolean {
  return WHATEVER_YOU_LIKE.test(folded) || isFollowedBy(folded, SOME_ONE, AS_YOU_LIKE, 44);
}

// "Do not remove the tape delay": who forbids to take an effect away wants it kept.
function isNotToBeTouched(sentence: Sentence): boolean {
  const isHeld =
    marksOf(sentence, 'remove', 'replace', 'change').some((mark) => isNegated(sentence, mark)) ||
    /\b(?:don't|do not|never) (?:touch|lose|bypass)\b|\bnicht anfassen\b|\bne touche[zr]? pas\b|\bno toques\b|\bnao (?:mexa|mexe)\b|\bnon toccare\b/.test(
      sentence.folded,
    );
  return isHeld && says(sentence, 'effects') && !says(sentence, 'free', 'maybe', 'comparative', 'too');
}
