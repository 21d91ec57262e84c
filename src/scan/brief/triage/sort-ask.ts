import { type Sentence, says } from '../notes/sentences.js';
import { clashing, energy } from './sorts/both.js';
import { editing } from './sorts/editing.js';
import { existence, whatThereIs } from './sorts/existence.js';
import { mixOnly, whateverItNeeds } from './sorts/job.js';
import { mastering } from './sorts/mastering.js';
import { packaging } from './sorts/packaging.js';
import { production, weakParts } from './sorts/production.js';
import { recording } from './sorts/recording.js';
import { replaced } from './sorts/replaced.js';
import { sound } from './sorts/sound.js';
import { takes } from './sorts/takes.js';
import { terms } from './sorts/terms.js';
import { writing } from './sorts/writing.js';
import { type Sort, type Sorted, THINGS } from './verdict.js';

/**
 * Whose a sentence is, by the tables of who decides: whether a part exists is production, how loud, wide, bright or
 * wet it is, is mixing.
 *
 * @returns null where the sentence asks for nothing
 */
export function sortAsk(sentence: Sentence): Sorted | null {
  const sorts = isNotNeeded(sentence) ? UNREFUSED : SORTS;
  for (const sort of sorts) {
    const sorted = sort(sentence);
    if (sorted !== null) return sorted;
  }
  return null;
}

const SORTS: readonly Sort[] = [
  mixOnly,
  terms,
  whateverItNeeds,
  writing,
  takes,
  mastering,
  clashing,
  recording,
  packaging,
  editing,
  replaced,
  energy,
  existence,
  weakParts,
  whatThereIs,
  sound,
  production,
  undecided,
];

// What somebody says is not needed is nobody's work; that it is not to be mastered still names who masters.
const UNREFUSED: readonly Sort[] = [mixOnly, terms, mastering];

const NOT_NEEDED =
  /\b(?:no need|not needed|not necessary|don't need|doesn't need|do not need|nicht notig|brauch\w{1,2} (?:kein|nicht|nichts)|muss nicht|pas besoin|pas la peine|inutile|no hace falta|no es necesario|no necesita|nao precisa|nao e necessario|non serve|non servono|non c'e bisogno|non occorre|as it is|as they are|(?:timing|tuning|intonation|pitch|editing)(?: \w{1,8}){0,4} (?:is|are) (?:fine|ok|okay|good)|leave the|don't touch|do not touch|lass\w? die|ne touche|no toques|nao mexa|non toccare)\b/;

function isNotNeeded({ folded, isQuestion }: Sentence): boolean {
  return !isQuestion && NOT_NEEDED.test(folded) && !/\b(?:but|aber|mais|pero|mas|ma)\b/.test(folded);
}

// It asks for something of the song, and no table says whose that is.
function undecided(sentence: Sentence): Sorted | null {
  const asks = says(sentence, 'please', 'canYou') || (sentence.isQuestion && says(sentence, 'wish', 'question'));
  return asks && says(sentence, ...THINGS, 'song', 'mix')
    ? { stage: 'agreement', owner: 'unclear', decided: false }
    : null;
}
