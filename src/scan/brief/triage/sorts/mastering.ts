import { isNegated } from '../../notes/frame.js';
import { marksOf, type Sentence, says } from '../../notes/sentences.js';
import { isAsked } from '../asked.js';
import { decided, type Sorted, THINGS } from '../verdict.js';

const OTHER_MASTERS =
  /\b(?:someone|somebody|other engineer|another engineer|label|elsewhere|jemand|woanders|anderer|quelqu'un|ailleurs|autre|aparte|a parte|separat\w{0,4}|extern|selbst|ourselves|otro|otra|alguien|outro|outra|alguem|qualcun|altro|altrove)\b/;

const OWN_MASTER =
  /\b(?:master|mastering)\b.{0,30}\b(?:done|handled|by our|by the label|elsewhere|separately|own engineer)\b/;

// A level that the release is to have: "target loudness −14 LUFS".
const LOUDNESS_AIM =
  /\b(?:target|aim(?:ing)? for|ziel|cible|objetivo|obiettivo)\b.{0,40}\b(?:loudness|lautheit|lufs|sonoridad)\b|\b(?:loudness|lautheit|sonoridad|lufs)\b.{0,16}\b(?:target|ziel|cible|objetivo|obiettivo)\b/;

const AS_LOUD =
  /\b(?:as loud as|same (?:volume|level|loudness)|loudness|lautheit|so laut wie|genauso laut|aussi fort\w* que|tan (?:fuerte|alto) como|tao alt[oa] quanto|forte come|match the (?:volume|level|loudness))\b/;

export function mastering(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const masters = marksOf(sentence, 'master');
  if (
    says(sentence, 'sequence') &&
    (isAsked(sentence) || says(sentence, 'otherSongs', 'song') || /^sequence\b/.test(folded)) &&
    !says(sentence, 'drum')
  )
    return decided('mastering');
  if (
    AS_LOUD.test(folded) &&
    (isAsked(sentence) || says(sentence, 'comparative')) &&
    (says(sentence, 'otherSongs', 'loudness') || !says(sentence, ...THINGS))
  )
    return decided('mastering');
  if (says(sentence, 'loudness') && !AS_LOUD.test(folded) && isAsked(sentence) && !says(sentence, 'past'))
    return decided('mastering');
  if (LOUDNESS_AIM.test(folded)) return decided('mastering');
  if (masters.length === 0 || says(sentence, 'reference')) return null;
  // A bus called master, and a level that it has, ask for nothing.
  if (
    /\b(?:limiter|plug-?ins?|bus|fader|processing|chain|nothing|compressor|clipper|eq) (?:is |was )?(?:on|in|auf) (?:the |my |dem )?(?:master|summe)|\bmaster (?:is|was) at\b|\bmaster (?:bus|fader|channel|chain|track)\b|master processing|label wants/.test(
      folded,
    )
  )
    return null;
  if (OWN_MASTER.test(folded) || OTHER_MASTERS.test(folded)) return decided('mastering');
  if (masters.some((mark) => isNegated(sentence, mark))) return decided('mastering');
  return isAsked(sentence) ||
    /\bmaster(?:ing)? (?:it|too|as well|auch|aussi|tambien|tambem|anche)\b|^(?:and )?master(?:ing)?\b|\b(?:mix|mixing|mixage|mezcla|mixagem|missaggio|mischung) (?:and|&|\+|und|et|y|e) master/.test(
      folded,
    )
    ? decided('mastering')
    : null;
}
