import { marksOf, type Sentence, says } from '../../notes/sentences.js';
import { both, decided, type Sorted } from '../verdict.js';

// "I only need the mix", "mix only": nothing but small words between the two.
const BETWEEN = new Set(
  'i we you need needs want wants require the a an be do braucht brauche brauchen den einen die das der wir ich le un du d besoin la una el quiero queremos necesito necesitamos preciso quero da de o um il del voglio vogliamo'.split(
    ' ',
  ),
);

function isOnlyMix(sentence: Sentence): boolean {
  const mixes = marksOf(sentence, 'mix');
  return marksOf(sentence, 'only').some((only) =>
    mixes.some(
      (mix) =>
        mix.to === only.from ||
        (mix.from >= only.to && sentence.tokens.slice(only.to, mix.from).every(({ text }) => BETWEEN.has(text))),
    ),
  );
}

const LIKES_SONG =
  /\b(?:happy with|like|love|zufrieden mit|mag|aime|content|gusta|contento|gosto|feliz com|piace|contenti)\b.{0,24}\b(?:song|lied|morceau|chanson|cancion|tema|musica|brano|canzone|pezzo)\b.{0,40}\b(?:sound|klang|son|sonido|som|suono)\b/;

export function mixOnly(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (isOnlyMix(sentence) && !/\b(?:main|full|instrumental|stereo|rough) mix\b/.test(folded)) return decided('mixing');
  return LIKES_SONG.test(folded) ? decided('mixing') : null;
}

const WHATEVER =
  /\b(?:whatever you think(?: is)? (?:best|right)|whatever (?:you think )?(?:it|the (?:song|track|mix)) needs|do (?:whatever|what(?:ever)?) (?:you|is|feels)|do your (?:thing|magic)|make it (?:better|good|great|awesome|amazing|sound (?:better|good|great|professional|pro))|go wild|(?:mix it |do it )?(?:however|any way|the way) you (?:feel|like|want|think|see fit|prefer)|mach (?:einfach )?(?:was|wie) (?:du|ihr)|mach es besser|fais (?:ce que|comme) tu|haz lo que|hagan lo que|faz o que|faca o que|fai (?:quello che|come)|surprise (?:me|us)|work your magic|was der song braucht|lo que (?:la cancion|el tema) (?:necesite|pida)|o que a musica (?:precisa|pede)|ce dont le morceau a besoin|quello che serve al (?:brano|pezzo))\b/;

export function whateverItNeeds(sentence: Sentence): Sorted | null {
  if (!WHATEVER.test(sentence.folded) || says(sentence, 'effects', 'take')) return null;
  return both('the parts stay as they are', 'parts may be added, removed or replaced');
}
