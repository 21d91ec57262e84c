import type { Ask, Stage } from '../../../model/brief.js';
import { clausesOf, type Sentence, says } from '../notes/sentences.js';
import { sortAsk } from './sort-ask.js';
import { decided, type Sorted } from './verdict.js';
import { wishesIn } from './wishes.js';

export type SortedAsk = Ask & { readonly decided: boolean };

const MIX_AND_MASTER =
  /\b(?:mix|mixing|mixage|mezcla|mixagem|missaggio|mixaggio|mischung|mischen|mixen)\b ?(?:and|&|\+|plus|und|et|y|e|\/) ?(?:then )?(?:the )?(?:le |la |el |il |o )?(?:master|mastering|mastern|masterizacion|masterizacao)\b/;

/** The wishes of one sentence: one, or several where it orders work of several people, or asks and names a term. */
export function asksOf(sentence: Sentence): SortedAsk[] {
  return wishesIn(sentence).flatMap(asksOfOne);
}

function asksOfOne(sentence: Sentence): SortedAsk[] {
  const jobs = jobsListed(sentence);
  if (jobs.length > 1) return jobs;
  if (MIX_AND_MASTER.test(sentence.folded) && !says(sentence, 'not', 'past') && !sentence.isQuestion)
    return mixAndMaster(sentence);
  const sorted = sortAsk(sentence);
  if (sorted === null) return [];
  return sorted.stage === 'agreement' && !sentence.isQuestion
    ? withTerms(sentence, sorted)
    : [withQuote(sentence.text, sorted)];
}

// "We need comping, please quote it": the work is one thing, its terms another.
function withTerms(sentence: Sentence, whole: Sorted): SortedAsk[] {
  const asks = clausesOf(sentence).flatMap((clause) => {
    const sorted = sortAsk(clause);
    return sorted?.decided ? [withQuote(clause.text, sorted)] : [];
  });
  return asks.some((ask) => ask.stage !== 'agreement') ? asks : [withQuote(sentence.text, whole)];
}

const JOBS: readonly (readonly [RegExp, Stage])[] = [
  [
    /^(?:vocal |the |lead )?(?:tuning|pitch correction|editing|comping|drum editing|timing|cleanup|clean-up|tunen|edit|schnitt|edition|edicion|edicao)$/,
    'editing',
  ],
  [/^(?:the |a |full )?(?:mix|mixing|mischung|mixage|mezcla|mixagem|missaggio|mixdown)$/, 'mixing'],
  [/^(?:the |a |full )?(?:master|mastering|masterizacion|masterizacao)$/, 'mastering'],
  [/^(?:additional |the )?(?:production|produktion|produccion|producao|produzione)$/, 'production'],
];
const JOBS_WANTED =
  /^(?:(?:we|i|wir|ich|on|nous|il) ?)?(?:'d like|would like|need|want|require|brauche\w?|brauchen|mochten|voudrais|voulons|nous faut|necesit\w{1,5}|quiero|queremos|precis\w{1,5}|quero|ci serve|ci servono|voglio|vogliamo|scope|job|umfang)[ :] ?/;

/** "We need tuning, editing and a mix": work that is listed, each with its own person; none where it is another sentence. */
function jobsListed({ folded, text, isQuestion }: Sentence): SortedAsk[] {
  const start = JOBS_WANTED.exec(folded);
  if (start === null || isQuestion) return [];
  const listed = folded
    .slice(start[0].length)
    .replace(/[.! ]{1,3}$/, '')
    .split(/, and |, | and | & | \+ | und | et | y | e /);
  const stages = listed.map((job) => JOBS.find(([is]) => is.test(job.trim()))?.[1]);
  if (stages.length < 2 || stages.includes(undefined)) return [];
  return listed.flatMap((job, index) => {
    const stage = stages[index];
    const at = folded.indexOf(job);
    return stage === undefined ? [] : [withQuote(text.slice(at, at + job.length), decided(stage))];
  });
}

function mixAndMaster({ text }: Sentence): SortedAsk[] {
  return [
    withQuote(/mi[xs]\p{L}{0,10}|mezcla/iu.exec(text)?.[0] ?? text, {
      stage: 'mixing',
      owner: 'mixing-engineer',
      decided: true,
    }),
    withQuote(/master\p{L}{0,10}/iu.exec(text)?.[0] ?? text, {
      stage: 'mastering',
      owner: 'mastering-engineer',
      decided: true,
    }),
  ];
}

function withQuote(quote: string, sorted: Sorted): SortedAsk {
  return { quote: quote.replace(/[\s?!.]{1,4}$/, ''), ...sorted };
}
