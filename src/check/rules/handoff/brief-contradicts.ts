import { type Brief, isNone, type Statement } from '../../../model/brief.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { wordsOf } from '../names/name-words.js';
import { placeOf, quoted } from './told.js';

type Field = { readonly of: (brief: Brief) => readonly Statement<unknown>[]; readonly is: string };

/**
 * Fields that hold one value at a time. Tempo and key have rules of their own; effects, dry and wet, references and
 * versions are said part by part, so that two values may both be true.
 */
const FIELDS: Readonly<Record<string, Field>> = {
  song: { of: ({ song }) => song, is: 'the title' },
  meter: { of: ({ meter }) => meter, is: 'the meter' },
  arrangement: { of: ({ arrangement }) => arrangement, is: 'the arrangement' },
  takes: { of: ({ takes }) => takes, is: 'the takes' },
  roughMix: { of: ({ roughMix }) => roughMix, is: 'the rough mix' },
  deadline: { of: ({ deadline }) => deadline, is: 'the deadline' },
};

export default defineRule({
  id: 'brief-contradicts',
  chapter: 'handoff',
  severity: 'warning',
  item: null,
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief'],
  verb: 'write-down',
  summary: 'No fact is said twice with two values (tempo and key have rules of their own)',
  why: 'Of two answers the mixer takes one, and it is the wrong one half of the time.',
  how: 'Strike the one that is out of date. Where both are true of different parts, say of which.',
  options: {},
  followsFrom: ['arrangement-locked', 'comping-asked'],

  check({ brief }, report) {
    for (const [field, { of, is }] of Object.entries(FIELDS)) {
      const said = of(brief).filter(({ value }) => plain(value) !== null);
      const first = said[0];
      const other = said.find((one) => first !== undefined && differ(field, first, one));
      if (first === undefined || other === undefined) continue;
      report({
        files: [...new Set([first.file, other.file])],
        title: `Two answers on ${is}`,
        message: `Two answers on ${is}: ${quoted(first.quote)} (${placeOf(first)}) and ${quoted(other.quote)} (${placeOf(other)}).`,
        fix: 'Strike the one that no longer holds.',
        data: { field, values: [plain(first.value), plain(other.value)], lines: [first.line, other.line] },
        act: { verb: 'write-down', phrase: `which of two answers on ${is} holds` },
        field,
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'the same is said twice',
        delivery: delivery(stem('Kick.wav'), brief({ arrangement: ['final', 'final'] })),
      },
      {
        when: 'a near miss: one title is the other with the artist in front',
        delivery: delivery(stem('Kick.wav'), brief({ song: ['Night Drive', 'Mira Holt - Night Drive'] })),
      },
    ],
    fails: [
      {
        when: 'two days are named',
        delivery: delivery(
          stem('Kick.wav'),
          brief(
            {},
            {
              deadline: [
                { value: { date: '2026-12-18' }, file: 'handoff.yaml', line: 9, quote: 'deadline: 2026-12-18' },
                { value: { date: '2026-12-11' }, file: 'notes.txt', line: 3, quote: 'needed by 11 December' },
              ],
            },
          ),
        ),
        says: 'Two answers on the deadline: "deadline: 2026-12-18" (handoff.yaml, line 9) and "needed by 11 December" (notes.txt, line 3).',
      },
      {
        when: 'the arrangement is final in one line and open in another',
        delivery: delivery(stem('Kick.wav'), brief({ arrangement: ['final', 'open'] })),
        says: 'Two answers on the arrangement: "arrangement: final" (handoff.yaml, line 1) and "arrangement: open" (handoff.yaml, line 2).',
      },
    ],
  },
});

/** The value as text to compare; null where it says nothing exact, such as a vague deadline. */
function plain(value: unknown): string | null {
  if (isNone(value)) return 'none';
  if (typeof value === 'string') return value;
  const date = (value as { readonly date?: unknown } | null)?.date;
  return typeof date === 'string' ? date : null;
}

function differ(field: string, one: Statement<unknown>, other: Statement<unknown>): boolean {
  const [a, b] = [plain(one.value), plain(other.value)];
  if (a === null || b === null || a === b) return false;
  // "4/4, the bridge in 7/8": one line holds both, and says when which is meant.
  if (one.file === other.file && one.line === other.line) return false;
  if (field !== 'song' && field !== 'roughMix') return true;
  const [left, right] = [wordsOf(a).join(' '), wordsOf(b).join(' ')];
  return !left.includes(right) && !right.includes(left);
}
