import type { Ask } from '../../../model/brief.js';
import { textLanguage } from '../notes/lexicon/index.js';
import { readLines } from '../notes/lines.js';
import { passagesOf } from '../notes/passages.js';
import { asksOf } from './asks.js';

/**
 * Sorts the sentences that wish or ask something by who decides: the tables of the handoff article.
 *
 * @param text notes, a message, a revision list; any length
 * @returns one entry a wish in the order of the text; stage `agreement` and owner `unclear` where the tables do not
 *          decide; none where nothing is asked
 */
export function triage(text: string): Ask[] {
  const language = textLanguage(text);
  return passagesOf(readLines(text).lines, language).flatMap(({ whole }) =>
    asksOf(whole).map(({ decided, ...ask }) => ask),
  );
}
