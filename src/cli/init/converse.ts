import type { ItemId, Report } from '../../model/report.js';
import { capitalised, countWord } from '../../model/units.js';
import { terminalText } from '../../report/terminal-text.js';
import { ITEM_NAMES } from '../../report/words/handoff-list.js';
import type { LineName } from '../../scan/brief/handoff/line-names.js';
import { type Answers, yamlValue } from './answers.js';
import type { Asker } from './asker.js';
import type { InitQuestion, Outcome } from './question.js';

// The items that one found line settles, where the report cannot tell yet: only names and words were read.
const ITEM_OF_LINE: Partial<Record<LineName, ItemId>> = {
  takes: 'takes-chosen',
  roughMix: 'rough-mix',
  tempo: 'tempo',
  key: 'key',
  dryVocals: 'dry-vocals',
};

/** What the folder says already: the items that are settled, each with its place. */
export function foundInWords(report: Report, found: Answers, head: string): string[] {
  const fromLines = new Map(
    Object.entries(ITEM_OF_LINE).flatMap(([name, id]) => {
      const answer = found[name as LineName];
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
  const settled = report.handoff.flatMap(({ id, status, because, from }) => {
    if (status === 'ok' || status === 'waived') return [{ id, because, from }];
    const answer = status === 'cannot-tell' ? fromLines.get(id) : undefined;
    return answer === undefined ? [] : [{ id, because: yamlValue(answer.value), from: answer.because ?? null }];
  });
  const width = Math.max(0, ...settled.map(({ id }) => ITEM_NAMES[id].length));
  const count = `${capitalised(countWord(settled.length))} of twelve answers ${settled.length === 1 ? 'is' : 'are'} in the folder already`;
  return [
    head,
    `${count}${settled.length > 0 ? ':' : '.'}`,
    ...settled.map(({ id, because, from }) => {
      const place = from === null ? '' : `   ${terminalText(from)}`;
      return `  ✓ ${ITEM_NAMES[id].padEnd(width)}  ${terminalText(because)}${place}`;
    }),
  ];
}

/**
 * Asks one question after the other.
 *
 * @returns what was answered, later answers over earlier ones; null where the conversation was ended
 */
export async function conversation(questions: readonly InitQuestion[], asker: Asker): Promise<Answers | null> {
  let answers: Answers = {};
  const skip = 'Enter skips one; ? explains; Ctrl-C writes nothing.';
  asker.say([
    `${capitalised(countWord(questions.length))} ${questions.length === 1 ? 'question is' : 'questions are'} left. ${skip}`,
  ]);
  for (const [index, question] of questions.entries()) {
    let outcome: Outcome | null = null;
    const numbered = [`${index + 1} of ${questions.length}  ${question.asks[0] ?? ''}`, ...question.asks.slice(1)].map(
      terminalText,
    );
    const problemOf = async (said: string) => {
      if (said === '') return null;
      if (said === '?') return question.help.join('\n');
      outcome = await question.answer(said);
      return 'problem' in outcome ? terminalText(outcome.problem) : null;
    };
    const typed = await asker.ask(numbered, problemOf, 'Enter skips, ? explains');
    if (typed === null) return null;
    const read = outcome as Outcome | null;
    if (typed === '' || read === null || 'problem' in read) continue;
    answers = together(answers, read.answers);
    if (read.remark !== undefined) asker.say([read.remark]);
  }
  return answers;
}

/** Later answers over earlier ones; lists of references, job parts and waivers grow. */
export function together(before: Answers, after: Answers): Answers {
  const joined: Answers = { ...before, ...after };
  for (const name of ['references', 'scope', 'meant'] as const) {
    const [one, other] = [before[name]?.value, after[name]?.value];
    if (Array.isArray(one) && Array.isArray(other)) {
      const entries = [...one, ...other];
      joined[name] = {
        value: entries.filter(
          (entry, index) => entries.findIndex((same) => JSON.stringify(same) === JSON.stringify(entry)) === index,
        ),
      };
    }
  }
  return joined;
}
