import type { HandoffItem, ItemId, ItemStatus, Question } from '../../model/report.js';
import { counted } from '../../model/units.js';

export const ITEM_NAMES: Readonly<Record<ItemId, string>> = {
  'final-stems': 'Final stems',
  labelled: 'Labelled',
  'takes-chosen': 'Takes chosen',
  'rough-mix': 'Rough mix',
  references: 'References',
  tempo: 'Tempo',
  key: 'Key',
  'creative-effects': 'Creative effects',
  'dry-vocals': 'Dry vocals',
  target: 'Target',
  delivery: 'Delivery',
  scope: 'Scope',
};

export const STATUS_WORDS: Readonly<Record<ItemStatus, string>> = {
  gap: 'gap',
  open: 'open',
  waived: 'waived',
  'not-applicable': 'n/a',
  'cannot-tell': 'cannot tell',
  'not-said': 'not said',
  ok: 'ok',
};

export const QUESTION_WORDS: Readonly<Record<Question['id'], string>> = {
  'final-parts': 'Which parts are final?',
  'creative-effects': 'Which effects are creative?',
  arrangement: 'Is the arrangement still open?',
};

/** "6 ok, 1 waived, 5 gaps": what is settled first, what is not last. */
export function listInWords(handoff: readonly HandoffItem[]): string {
  const order = ['ok', 'waived', 'gap', 'open', 'not-said', 'cannot-tell', 'not-applicable'] as const;
  return order
    .map((status) => ({ status, count: handoff.filter((item) => item.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => (status === 'gap' ? counted(count, 'gap') : `${count} ${STATUS_WORDS[status]}`))
    .join(', ');
}

/** An answer with where it was said: "No. It is final (handoff.yaml:4)." The place is left out where the answer has it. */
export function answerInWords({ answer, from }: Question): string {
  if (from === null || answer.includes(from)) return answer;
  const stop = /[.?!]$/.exec(answer)?.[0] ?? '';
  return `${answer.slice(0, answer.length - stop.length)} (${from})${stop || '.'}`;
}
