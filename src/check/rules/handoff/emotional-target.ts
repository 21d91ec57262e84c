import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { isEmpty, notePaths, notSaid, unreadWords } from './told.js';

export default defineRule({
  id: 'emotional-target',
  chapter: 'handoff',
  severity: 'warning',
  item: 'target',
  owners: ['artist'],
  stage: 'agreement',
  needs: ['brief'],
  verb: 'answer',
  summary: 'One sentence says what the listener should feel, or which moment matters most',
  why: 'Every balance decision serves something. One sentence on what that is saves a round of revisions.',
  how: 'Not the sound, the feeling: "the house is empty and she is relieved". Or the moment: "everything leads to the last chorus".',
  options: {},
  followsFrom: ['notes-present'],

  check({ brief, files }, report) {
    if (isEmpty(files) || brief.target.length > 0) return;
    const unread = unreadWords(brief, 'target');
    if (unread !== null) return cannotTell(unread);
    report({
      files: notePaths({ brief, files }),
      title: 'The emotional target is not said',
      message: notSaid(brief, 'what the listener should feel, or which moment matters most'),
      fix: 'Write one sentence on what the listener should feel, or on the moment that everything leads to.',
      data: { field: 'target' },
      act: { verb: 'answer', phrase: 'what should the listener feel' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the brief has the sentence',
        delivery: delivery(stem('Kick.wav'), brief({ target: 'lonely at first, then the chorus lets go' })),
      },
      {
        when: 'a near miss: there is none, and the brief says why',
        delivery: delivery(stem('Kick.wav'), brief({ target: { none: 'a jingle of four seconds' } })),
      },
    ],
    fails: [
      {
        when: 'the notes speak of other things only',
        delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })),
        says: 'handoff.yaml does not say what the listener should feel, or which moment matters most.',
      },
    ],
  },
});
