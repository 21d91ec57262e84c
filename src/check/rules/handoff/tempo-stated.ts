import { cannotTell, defineRule, type RuleContext } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { isEmpty, notePaths, notSaid, unreadWords } from './told.js';

export default defineRule({
  id: 'tempo-stated',
  chapter: 'handoff',
  severity: 'warning',
  item: 'tempo',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief'],
  uses: ['names', 'header', 'session'],
  verb: 'write-down',
  summary: 'The tempo is stated, or that there is none',
  why: 'Delays, automation and edits sit on the grid. A tempo that is measured by ear is a beat off by the last chorus.',
  how: 'Write `tempo: 92`, changes included: `tempo: {bpm: 92, changes: [{bar: 33, bpm: 96}]}`. A song played without a click: `tempo: "none: played free"`.',
  options: {},
  followsFrom: ['notes-present'],

  check({ brief, files, delivery }, report) {
    if (isEmpty(files) || tempoIsTold({ brief, files, delivery })) return;
    const unread = unreadWords(brief, 'tempo');
    if (unread !== null) return cannotTell(unread);
    report({
      files: notePaths({ brief, files }),
      title: 'The tempo is not said',
      message: `${notSaid(brief, 'how fast the song is')} No file name and no session gives a tempo either.`,
      fix: 'Write the tempo of the session into the notes, or that the song was played free.',
      data: { field: 'tempo' },
      act: { verb: 'write-down', phrase: 'the tempo' },
    });
  },

  examples: {
    passes: [
      { when: 'the brief gives it', delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })) },
      {
        when: 'there is none, and the brief says why',
        delivery: delivery(stem('Kick.wav'), brief({ tempo: { none: 'played free' } })),
      },
      {
        when: 'a near miss: the notes are silent, and a file name says it',
        delivery: delivery(
          stem('Song 92bpm Kick.wav', { label: { inName: { bpm: 92 } } }),
          brief({ target: 'warm and close' }),
        ),
      },
      {
        when: 'a tempo is written down and could not be read, so it cannot be told',
        delivery: delivery(
          stem('Kick.wav'),
          brief(
            { target: 'warm' },
            {
              faults: [
                {
                  id: 'line-unclear',
                  file: 'handoff.yaml',
                  line: 2,
                  column: 8,
                  message: 'tempo is "fast".',
                  instead: 'tempo: 92',
                  field: 'tempo',
                },
              ],
            },
          ),
        ),
      },
    ],
    fails: [
      {
        when: 'neither notes nor names say it',
        delivery: delivery(stem('Kick.wav'), brief({ target: 'warm and close' })),
        says: 'handoff.yaml does not say how fast the song is. No file name and no session gives a tempo either.',
      },
    ],
  },
});

/** A tempo, or that there is none, stands in the words, a name, a header, a tag or a session. */
export function tempoIsTold({ brief, files, delivery }: Pick<RuleContext, 'brief' | 'files' | 'delivery'>): boolean {
  if (brief.tempo.length > 0 || delivery.sessions.some(({ tempo }) => tempo !== null)) return true;
  return files.some(
    ({ kind, label, header, tags }) =>
      (kind === 'stem' || kind === 'rough-mix') &&
      (label.inName.bpm !== undefined || header?.tempo !== undefined || tags?.bpm !== undefined),
  );
}
