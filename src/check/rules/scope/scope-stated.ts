import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { jobIsTold } from '../../job-words.js';
import { isEmpty, notePaths, notSaid, unreadWords } from '../handoff/told.js';

export default defineRule({
  id: 'scope-stated',
  chapter: 'scope',
  severity: 'warning',
  item: 'scope',
  owners: ['artist', 'producer'],
  stage: 'agreement',
  needs: ['brief'],
  verb: 'agree',
  summary: 'What the job includes: mix only, mix and master, tuning, editing, comping',
  why: '"Polish" may mean editing, tuning, mixing and mastering at once. What was not said is missed at the end, or not paid.',
  how: 'One sentence is enough: "Mixing only, not mastering", "Mix and master", "The vocal still has to be tuned". In handoff.yaml: `scope: [mix]`.',
  options: {},
  // Open takes and an open arrangement ask for the same talk between the same people.
  followsFrom: ['notes-present', 'arrangement-locked', 'comping-asked'],

  check({ brief, files }, report) {
    if (isEmpty(files) || jobIsTold(brief)) return;
    const unread = unreadWords(brief, 'scope', 'job');
    if (unread !== null) return cannotTell(unread);
    report({
      files: notePaths({ brief, files }),
      title: 'What the job includes is not said',
      message: notSaid(brief, 'what the job includes: the mix only, or mastering, tuning, editing and comping too'),
      fix: 'Agree on it and write one line: scope: [mix], or scope: [mix, master, tuning].',
      data: { field: 'scope' },
      act: { verb: 'agree', phrase: 'what the job includes: mix only, mastering, tuning, editing' },
    });
  },

  examples: {
    passes: [
      { when: 'the brief lists it', delivery: delivery(stem('Kick.wav'), brief({ job: 'mix' })) },
      {
        when: 'a near miss: the notes say it in a sentence',
        delivery: delivery(
          stem('Kick.wav'),
          brief({ asks: { quote: 'I only need the mix', stage: 'mixing', owner: 'mixing-engineer' } }),
        ),
      },
    ],
    fails: [
      {
        when: 'the notes wish for something and do not say what the job is',
        delivery: delivery(
          stem('Kick.wav'),
          brief({ asks: { quote: 'Make the vocal brighter', stage: 'mixing', owner: 'mixing-engineer' } }),
        ),
        says: 'handoff.yaml does not say what the job includes: the mix only, or mastering, tuning, editing and comping too.',
      },
    ],
  },
});
