import { isNegated } from './frame.js';
import type { Mark } from './lexicon/index.js';
import { marksOf, type Sentence, says } from './sentences.js';

const WITH_AND_WITHOUT =
  /\b(?:with|mit|avec|con|com) (?:and|or|und|et|y|e|sowie) (?:without|ohne|sans|sin|sem|senza)\b|\b(?:without|ohne|sans|sin|sem|senza) (?:and|und|et|y|e) (?:with|mit|avec|con|com)\b/;
const ALL =
  /\b(?:everything|(?<!\b(?:we|you|they|us) )all|alles|alle|tout|todo|todas|todos|tudo|tutto|tutti|tutte|every|jede[rs]?|chaque|cada|ogni)\b/;

// "All tracks without effects" speaks of the effects; of a voice it says that it is dry.
function isWithout({ tokens }: Sentence, mark: Mark): boolean {
  return /^(?:ohne|without|sans|sin|sem|senza|no)$/.test(tokens[mark.from]?.text ?? '');
}

/** How vocals or files were delivered: without effects, with them, or both; null where nothing is said. */
export function readDryWet(sentence: Sentence): 'dry' | 'wet' | 'both' | null {
  if (sentence.isQuestion || /\b(?:master|mix ?bus|stereo bus|summe)\b/.test(sentence.folded)) return null;
  if (WITH_AND_WITHOUT.test(sentence.folded) && says(sentence, 'effects', 'dry', 'wet')) return 'both';
  const dry = marksOf(sentence, 'dry').filter(
    (mark) => !isNegated(sentence, mark) && (says(sentence, 'vocal', 'extraVocal') || !isWithout(sentence, mark)),
  );
  const wet = marksOf(sentence, 'wet').filter((mark) => !isNegated(sentence, mark));
  if (dry.length === 0 && wet.length === 0) return null;
  const isWish =
    says(sentence, 'wish', 'canYou', 'more', 'too') ||
    /\bmake\b|^(?:please |bitte )?(?:keep|leave|lass|lasst|garde|garder|deja|deixa|lascia|tieni)\b/.test(
      sentence.folded,
    );
  const namesSound = says(sentence, 'vocal', 'extraVocal', 'file') || ALL.test(sentence.folded);
  if (dry.length > 0 && wet.length > 0) return isWish && !namesSound ? null : 'both';
  if (!namesSound && !(sentence.tokens.length <= 3 && dry.length > 0 && says(sentence, 'vocal'))) return null;
  if (isWish || (says(sentence, 'drum', 'low') && !says(sentence, 'vocal', 'file'))) return null;
  if (dry.length > 0) return 'dry';
  // "Everything printed with effects" speaks of the effects.
  return says(sentence, 'vocal', 'extraVocal') ||
    /\bwet\b|\bnass|\bmouill|\bmojad|\bmolhad|\bbagnat/.test(sentence.folded)
    ? 'wet'
    : null;
}
