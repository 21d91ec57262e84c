import type { Ask } from '../../../model/brief.js';
import { clausesOf, type Sentence, says } from '../notes/sentences.js';
import { sortAsk } from './sort-ask.js';
import type { Sorted } from './verdict.js';
import { wishesIn } from './wishes.js';

export type SortedAsk = Ask & { readonly decided: boolean };

const MIX_AND_MASTER =
  /\b(?:mix|mixing|mixage|mezcla|mixagem|missaggio|mixaggio|mischung|mischen|mixen)\b ?(?:and|&|\+|plus|und|et|y|e|\/) ?(?:then )?(?:the )?(?:le |la |el |il |o )?(?:master|mastering|mastern|masterizacion|masterizacao)\b/;

/** The wishes of one sentence: one, or several where it orders work of several people, or asks and names a term. */
export function asksOf(sentence: Sentence): SortedAsk[] {
  return wishesIn(sentence).flatMap(asksOfOne);
}

function asksOfOne(sentence: Sentence): SortedAsk[] {
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
