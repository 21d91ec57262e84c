import { cannotTell, defineRule, type RuleContext } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { isEmpty, notePaths, notSaid, unreadWords } from './told.js';

export default defineRule({
  id: 'key-stated',
  chapter: 'handoff',
  severity: 'info',
  item: 'key',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief'],
  uses: ['names'],
  verb: 'write-down',
  summary: 'The key is stated, or that there is none',
  why: 'Tuned delays, a sub under the bass and a pitch corrector set to the right scale need the key.',
  how: 'Write `key: F# minor`, as it sounds, not as it is fingered. Music without one: `key: "none: no tonal centre"`.',
  options: {},
  followsFrom: ['notes-present'],

  check({ brief, files, delivery }, report) {
    if (isEmpty(files) || keyIsTold({ brief, files, delivery })) return;
    const unread = unreadWords(brief, 'key');
    if (unread !== null) return cannotTell(unread);
    report({
      files: notePaths({ brief, files }),
      title: 'The key is not said',
      message: notSaid(brief, 'which key the song is in'),
      fix: 'Write the key into the notes, or that there is none.',
      data: { field: 'key' },
      act: { verb: 'write-down', phrase: 'the key' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the brief gives it',
        delivery: delivery(stem('Kick.wav'), brief({ key: { tonic: 'F#', mode: 'minor' } })),
      },
      {
        when: 'a near miss: the notes are silent, and a file name says it',
        delivery: delivery(
          stem('Bass Am.wav', { label: { inName: { key: 'A minor' } } }),
          brief({ tempo: { bpm: 92 } }),
        ),
      },
    ],
    fails: [
      {
        when: 'nothing says it',
        delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })),
        says: 'handoff.yaml does not say which key the song is in.',
      },
    ],
  },
});

/** A key, or that there is none, stands in the words, a name, a header, a tag or a session. */
export function keyIsTold({ brief, files, delivery }: Pick<RuleContext, 'brief' | 'files' | 'delivery'>): boolean {
  if (brief.key.length > 0 || delivery.sessions.some(({ key }) => key !== null)) return true;
  return files.some(
    ({ kind, label, header, tags }) =>
      (kind === 'stem' || kind === 'rough-mix') &&
      (label.inName.key !== undefined || header?.key !== undefined || tags?.key !== undefined),
  );
}
