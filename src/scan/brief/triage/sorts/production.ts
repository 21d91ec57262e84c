import type { Concept } from '../../notes/lexicon/index.js';
import { marksOf, type Sentence, says } from '../../notes/sentences.js';
import { isAsked, unrefused } from '../asked.js';
import { decided, type Sorted, THINGS } from '../verdict.js';

const BUILD =
  /\b(?:pattern|melody|melodie|melodia|chords?|akkorde|accords|acordes|accordi|riff|section|instrument|part|harmony|harmonies|harmonie|counter|lyrics|sample|loop|beat|fill|solo|strings|horns|choir)\b/;

// An octave higher is another melody, no other level.
const TRANSPOSED =
  /\b(?:octaves?|semitones?|half steps?|whole steps?|oktaven?|halbton|demi-ton|octavas?|semitonos?|oitavas?|semitons?|ottav[ae]|semiton[io])\b/;

// "Add a counter melody", "a new pattern", "move the hook": the verb changes what is there.
export function isProductionVerb(sentence: Sentence): boolean {
  const { folded } = sentence;
  const adds =
    unrefused(sentence, 'add') &&
    (BUILD.test(folded) || says(sentence, 'section', 'material', 'extraVocal', 'instrument', 'drum')) &&
    !marksOf(sentence, 'space', 'dynamics', 'level', 'tone').some(
      (mark) =>
        mark.from > (marksOf(sentence, 'add')[0]?.from ?? 0) && mark.from - (marksOf(sentence, 'add')[0]?.to ?? 0) <= 4,
    );
  const changes =
    unrefused(sentence, 'change') &&
    says(sentence, 'material', 'section', 'instrument', 'drum', 'low', 'extraVocal', 'vocal') &&
    !says(sentence, 'effects', 'space', 'dynamics');
  const cuts =
    unrefused(sentence, 'cut', 'move') &&
    says(sentence, 'section') &&
    !says(sentence, 'space', 'level', 'tone', 'dynamics');
  return adds || changes || cuts || TRANSPOSED.test(folded);
}

const TAKEN_OUT = /\b(?:take|leave|cut|pull) .{1,30} out\b|\btry .{1,40} without\b/;
const FEEDBACK =
  /\b(?:help with (?:the |our |my )?(?:arrangement|structure|production|song structure)|hilfe beim arrangement|hilfe mit dem arrangement|aide pour l'arrangement|ayuda con el arreglo|ajuda com o arranjo|aiuto con l'arrangiamento|production (?:help|feedback|advice|work|ideas|decisions?)|arrangement (?:help|feedback|advice|ideas)|produktions\w*|feedback zum arrangement|produzier|aide a la production|retour sur la production|ayuda con la produccion|ajuda na producao|aiuto (?:con|nella) (?:la )?produzione|additional production|co-?produce)\b/;

const WEAK_FIX =
  /\b(?:find|come up with|need|needs|want|better|stronger|starkeren?|brauchen|trouve|trouver|faut|busca|buscar|necesita|necesitamos|falta|precisa|trova|serve|etwas|fehlt|manque|missing)\b/;

const WEAK_SOUND = /\b(?:weak|flat|schwach|flach|faible|plate?|debil|plano|frac[oa]|debol[ei]|piatt[oa])\b/;

const IS_SO =
  /\b(?:drags?|lifts?|feels?|sounds?|works?|working|funktioniert|marche|fonctionne|funciona|funziona|is|are|gets|ist|klingt|wirkt|est|sonne|es|suena|esta|e|soa|suona|sembra|parece)\b/;

const STRUCTURE: readonly Concept[] = [
  'section',
  'material',
  'extraVocal',
  'instrument',
  'drum',
  'low',
  'vocal',
  'song',
  'arrangement',
];

// A hook that does not lift, a bridge that feels random: the song's problem before the sound's.
export function weakParts(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (FEEDBACK.test(folded)) return decided('production');
  if (!says(sentence, 'weak') || says(sentence, 'level', 'take', 'space', 'printed')) return null;
  if (says(sentence, 'mix') && !says(sentence, 'section', 'material') && IS_SO.test(folded)) return decided('mixing');
  // A weak kick is a matter of sound, a weak hook one of the song.
  if (says(sentence, 'too') && WEAK_SOUND.test(folded) && !says(sentence, 'section', 'material', 'song'))
    return says(sentence, 'drum', 'low', 'instrument', 'vocal', 'extraVocal') ? decided('mixing') : null;
  const isAbout = says(sentence, 'section', 'material', 'song', 'instrument', 'drum');
  const isSaid = WEAK_FIX.test(folded) || isAsked(sentence) || IS_SO.test(folded);
  return isAbout && isSaid ? decided('production') : null;
}

export function production(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (says(sentence, 'effects', 'lyrics', 'take') && !says(sentence, 'section', 'material')) return null;
  const acts =
    unrefused(sentence, 'add', 'change', 'remove', 'cut', 'move', 'replace') ||
    TAKEN_OUT.test(folded) ||
    TRANSPOSED.test(folded);
  if (/\b(?:mute|drop|lose|remove|leave out) (?:what(?:ever)?|anything|everything)\b/.test(folded))
    return decided('production');
  const things = says(sentence, ...STRUCTURE);
  if (
    /\b(?:don't know|not sure|unsure)\b.{0,24}\b(?:song|track|structure)\b.{0,16}\b(?:finished|done|works|working|good enough|strong enough|there yet|ready)\b|\b(?:don't know|not sure)\b.{0,24}\b(?:finished|done)\b/.test(
      folded,
    )
  )
    return decided('production');
  if (says(sentence, 'arrangement') && !says(sentence, 'add', 'wish', 'canYou', 'please')) return null;
  if (!acts || !things || (says(sentence, 'song') && !says(sentence, ...THINGS) && !says(sentence, 'cut', 'move')))
    return null;
  if (
    !isAsked(sentence) &&
    !isFragmentWish(sentence) &&
    !/^(?:please |pls |bitte )?(?:take|leave|pull|try) /.test(folded)
  )
    return null;
  return decided('production');
}

// "Guitar solo: different melody", "snare: another one".
function isFragmentWish(sentence: Sentence): boolean {
  return (
    sentence.tokens.length <= 10 &&
    says(sentence, 'replace', 'change') &&
    /:\s/.test(sentence.folded) &&
    !says(sentence, 'past', 'done')
  );
}
