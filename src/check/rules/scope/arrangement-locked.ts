import type { Statement } from '../../../model/brief.js';
import { counted, listed } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { jobIsTold } from '../../job-words.js';
import { isEmpty, notePaths, notSaid, placeOf, quoted, unreadWords } from '../handoff/told.js';
import { wordsOf } from '../names/name-words.js';
import { filesOf } from './agreed.js';
import { SECTION_AND_PART_WORDS } from './section-words.js';

export default defineRule({
  id: 'arrangement-locked',
  chapter: 'scope',
  severity: 'error',
  item: 'scope',
  owners: ['artist', 'producer'],
  stage: 'production',
  needs: ['brief'],
  uses: ['names'],
  verb: 'agree',
  summary:
    'The arrangement is final: said to be open as a whole is an error, for a named part a warning, not said a warning',
  why: 'A part that comes or goes changes every balance around it. What is mixed before the arrangement is final is mixed twice.',
  how: 'Decide what is in the song, export that, and write "The arrangement is final" or `arrangement: final`. Where one part stays open, name it and say until when.',
  options: {},
  followsFrom: ['notes-present'],

  check({ brief, files }, report) {
    if (isEmpty(files)) return;
    const open = brief.arrangement.filter(({ value }) => value === 'open');
    if (open.length > 0) {
      const whole = open.filter((statement) => !namesAPart(statement));
      const isWhole = whole.length > 0;
      const said = isWhole ? whole : open;
      report({
        files: filesOf(open),
        severity: isWhole ? 'error' : 'warning',
        title: isWhole
          ? 'The arrangement is still open'
          : `${counted(open.length, 'part')} of the arrangement ${open.length === 1 ? 'is' : 'are'} open`,
        message: `${isWhole ? 'The arrangement is said to be open' : 'A part of the arrangement is said to be open'}: ${listed(said.map((one) => `${quoted(one.quote)} (${placeOf(one)})`))}. That is a decision about the song, which comes before the mix.`,
        fix: isWhole
          ? 'Decide what is in the song before the mix starts, then write: arrangement: final'
          : 'Decide it before the mix starts, or agree on a day until which it may change.',
        data: { wholeArrangement: isWhole, quotes: said.map(({ quote }) => quote) },
        act: {
          verb: 'agree',
          phrase: isWhole
            ? 'on the final arrangement before the mix starts'
            : 'on what is still open in the arrangement',
        },
      });
      return;
    }
    if (brief.arrangement.length > 0) return;
    const unread = unreadWords(brief, 'arrangement');
    if (unread !== null) return cannotTell(unread);
    const isJobTold = jobIsTold(brief);
    report({
      files: notePaths({ brief, files }),
      severity: 'warning',
      // Silence is a question of the paperwork, and no sign that production is going on.
      stage: 'agreement',
      title: 'Whether the arrangement is final is not said',
      message: notSaid(brief, 'whether the arrangement is final'),
      fix: `Write one line: arrangement: final. Where a part is still open, name it.${isJobTold ? '' : ' Say beside it what the job includes: scope: [mix]'}`,
      data: { field: 'arrangement' },
      act: {
        verb: 'answer',
        phrase: isJobTold ? 'is the arrangement final' : 'is the arrangement final, and what does the job include',
      },
    });
  },

  examples: {
    passes: [
      { when: 'it is final', delivery: delivery(stem('Kick.wav'), brief({ arrangement: 'final' })) },
      {
        when: 'a near miss: it cannot be read, which is no answer and no gap',
        delivery: delivery(
          stem('Kick.wav'),
          brief(
            { tempo: { bpm: 92 } },
            {
              faults: [
                {
                  id: 'line-unclear',
                  file: 'handoff.yaml',
                  line: 4,
                  column: 14,
                  message: 'arrangement is 7.',
                  instead: 'arrangement: final',
                  field: 'arrangement',
                },
              ],
            },
          ),
        ),
      },
    ],
    fails: [
      {
        when: 'it is open as a whole',
        delivery: delivery(stem('Kick.wav'), brief({ arrangement: 'open' })),
        severity: 'error',
        says: 'The arrangement is said to be open: "arrangement: open" (handoff.yaml, line 1). That is a decision about the song, which comes before the mix.',
      },
      {
        when: 'one part is open',
        delivery: delivery(stem('Kick.wav'), partOpen('We are still deciding whether the bridge stays')),
        severity: 'warning',
        says: 'A part of the arrangement is said to be open: "We are still deciding whether the bridge stays" (notes.txt, line 7). That is a decision about the song, which comes before the mix.',
      },
      {
        when: 'the notes do not speak of it',
        delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })),
        severity: 'warning',
        says: 'handoff.yaml does not say whether the arrangement is final.',
      },
    ],
  },
});

/** "The last chorus may still get strings" opens one part; "the arrangement may still change" opens all. */
function namesAPart({ quote }: Statement<unknown>): boolean {
  return wordsOf(quote).some((word) => SECTION_AND_PART_WORDS.has(word));
}

function partOpen(quote: string) {
  return brief({}, { arrangement: [{ value: 'open', file: 'notes.txt', line: 7, quote }] });
}
