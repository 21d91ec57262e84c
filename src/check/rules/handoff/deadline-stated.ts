import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { isEmpty, notePaths, notSaid, unreadWords } from './told.js';

export default defineRule({
  id: 'deadline-stated',
  chapter: 'handoff',
  severity: 'info',
  item: 'delivery',
  owners: ['artist'],
  stage: 'agreement',
  needs: ['brief'],
  verb: 'answer',
  summary: 'A deadline, or that there is none',
  why: 'A mixer plans revisions backwards from the day on which the files have to be there.',
  how: 'Name a day: `deadline: 2026-12-18`. No hurry is an answer too: `deadline: "none: whenever it is good"`.',
  options: {},
  followsFrom: ['notes-present'],

  check({ brief, files }, report) {
    if (isEmpty(files) || brief.deadline.length > 0) return;
    const unread = unreadWords(brief, 'deadline');
    if (unread !== null) return cannotTell(unread);
    report({
      files: notePaths({ brief, files }),
      title: 'The deadline is not said',
      message: notSaid(brief, 'when the mix is due'),
      fix: 'Name a day, or write that there is no hurry.',
      data: { field: 'deadline' },
      act: { verb: 'answer', phrase: 'when is the mix due' },
    });
  },

  examples: {
    passes: [
      { when: 'a day is named', delivery: delivery(stem('Kick.wav'), brief({ deadline: { date: '2026-12-18' } })) },
      {
        when: 'a near miss: no day, and it says that there is no hurry',
        delivery: delivery(stem('Kick.wav'), brief({ deadline: { vague: 'no rush' } })),
      },
    ],
    fails: [
      {
        when: 'the notes name no day',
        delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })),
        says: 'handoff.yaml does not say when the mix is due.',
      },
    ],
  },
});
