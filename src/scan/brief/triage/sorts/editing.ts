import { marksOf, type Sentence, says } from '../../notes/sentences.js';
import { isAsked, unrefused } from '../asked.js';
import { decided, type Sorted, THINGS } from '../verdict.js';

const TUNE_NOISE = /\b(?:stimmen|stimme stimmen)\b/;

const SMALL_FIX =
  /\b(?:de-?click|de-?noise|de-?hum|entrausch|clean|remove|fix|repair|restore|rescue|rebuild|reduce|get rid|edit out|cut out|take out|bereinig|entfern|reparier|rett|rausschneid|sauber|wegmach|beheb|nettoy|enlev|repar|restaur|supprim|corrig|limpi|limp|quit|tir[ae]|consert|puli|togli|ripuli|sistem|aggiust|rimuov|elimin|ricostru|reconstru)/;

export function editing(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (unrefused(sentence, 'tune') && isTuning(sentence)) return decided('editing', { mixIf: 'tuning is in scope' });
  const asked = isAsked(sentence) || says(sentence, 'too') || SMALL_FIX.test(folded);
  if (
    unrefused(sentence, 'noise') &&
    (SMALL_FIX.test(folded) || says(sentence, 'clean', 'cut')) &&
    asked &&
    !/\b(?:don't|do not|nicht|keep|leave|worry)\b/.test(folded) &&
    !says(sentence, 'past')
  )
    return decided('editing', { mixIf: 'noise repair is in scope' });
  if (
    /\b(?:wrong|bad|off|falsche[rns]?|fausses?|equivocad\w{1,2}|errad\w{1,2}|sbagliat\w) (?:note|notes|ton|tone|toene|notas?)\b/.test(
      folded,
    ) &&
    isAsked(sentence)
  )
    return decided('editing');
  if (NOT_TOGETHER.test(folded) && says(sentence, ...THINGS))
    return decided('editing', { mixIf: 'editing is in scope' });
  if (unrefused(sentence, 'timing') && isTimingAsk(sentence))
    return decided('editing', { mixIf: 'editing is in scope' });
  return /\b(?:rebuild|repair|restore|rescue|reconstru|reparier|repar|ripar|restaur)/.test(folded) &&
    asked &&
    says(sentence, 'file', ...THINGS)
    ? decided('editing')
    : null;
}

// "The claps are not in time": what is denied is the state that somebody wants.
const NOT_TOGETHER =
  /(?:\b(?:not|nicht|pas|no esta[n]?|nao esta[o]?|non sono|non e)|n't) (?:really |quite |always |perfectly |fully |ganz |toujours |bien )?(?:in time|in tune|on (?:the )?grid|aligned|im takt|synchron|en place|juste|a tiempo|afinad[oa]s?|no tempo|a tempo|intonat[oaei])\b/;

function isTuning(sentence: Sentence): boolean {
  const { folded } = sentence;
  const isDone =
    (says(sentence, 'done', 'past', 'chosen') || /\b(?:is|are|sind|ist) tuned\b/.test(folded)) &&
    !says(sentence, 'wish', 'please', 'canYou');
  if (isDone) return false;
  // In German "Stimmen" in front is the voices; the verb stands at the end.
  const isVoices =
    TUNE_NOISE.test(folded) &&
    marksOf(sentence, 'tune').every(
      (mark) =>
        sentence.tokens[mark.from]?.text !== 'stimmen' ||
        mark.from === 0 ||
        /^(?:die|alle|der|den|zwei|beide|zweite|zweiten)$/.test(sentence.tokens[mark.from - 1]?.text ?? ''),
    );
  if (isVoices && !/\b(?:tun|melodyne|autotune|schief)/.test(folded)) return false;
  if (TUNE_NOISE.test(folded) && !isAsked(sentence) && /\b(?:die|der|den|alle|zweite|zweiten) stimmen\b/.test(folded))
    return false;
  return (
    isAskedWithout(sentence) ||
    /\b(?:out of tune|off key|pitchy|off pitch|schief|faux|fausse|desafin|stonat)/.test(folded)
  );
}

function isAskedWithout(sentence: Sentence): boolean {
  return (
    isAsked(sentence) ||
    says(sentence, 'more', 'still') ||
    marksOf(sentence, 'tune').some((mark) => mark.from <= 1 || mark.to === sentence.tokens.length)
  );
}

// "Nudge the backing vocals down a touch" moves a fader, "nudge the snare back a few ms" moves a sound.
function isNudgedInLevel(sentence: Sentence): boolean {
  const others = marksOf(sentence, 'timing').filter((mark) => sentence.tokens[mark.from]?.text !== 'nudge');
  return others.length === 0 && /\bnudge\b/.test(sentence.folded) && says(sentence, 'level', 'comparative');
}

const TIMING_ADJ =
  /\bmake .{2,30} tighter\b(?! timing| to the)|\bshould .{2,24} fade\b|\btight(?:er)? (?:low|bass|sound|drum sound)|\bradio edit|\bedit (?:version|mix)|\bfade(?:s)? (?:in|out)? ?(?:at|of) the|\bedits? are done\b|\bediting is done\b/;

function isTimingAsk(sentence: Sentence): boolean {
  const { folded } = sentence;
  if (isNudgedInLevel(sentence)) return false;
  if (TIMING_ADJ.test(folded) || (says(sentence, 'done', 'past') && !says(sentence, 'wish', 'please', 'canYou')))
    return false;
  const aboutParts = says(sentence, ...THINGS, 'song', 'take', 'noise') || /\btiming\b/.test(folded);
  const wrong =
    says(sentence, 'too') ||
    /\b(?:off|late|early|sloppy|loose|messy|uneven|shaky|wobbly|unsteady|all over the place|rushing|rushes|drag|out of time|wackel|spat|fruh|schlepp|retard|tarde|atrasad|fuori tempo|fora do tempo)\b/.test(
      folded,
    );
  return (
    aboutParts &&
    (isAsked(sentence) ||
      wrong ||
      marksOf(sentence, 'timing').some((mark) => mark.to === sentence.tokens.length && sentence.language !== 'en'))
  );
}
