import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, reference, stem } from '../../examples.js';
import { isEmpty, notePaths, notSaid, unreadWords } from './told.js';

export default defineRule({
  id: 'references-present',
  chapter: 'handoff',
  severity: 'warning',
  item: 'references',
  owners: ['producer', 'artist'],
  stage: 'agreement',
  needs: ['listing', 'names', 'brief'],
  verb: 'write-down',
  summary: 'At least one reference track, as a file, a title or a link',
  why: 'A record that both sides can play says in seconds what words about warmth and width do not.',
  how: 'Name one or two released songs and what each is a reference for. A title or a link is enough; a file is not needed. Where there is none, write `references: "none: <why>"` into handoff.yaml.',
  options: {},
  followsFrom: ['notes-present'],

  check({ brief, references, files }, report) {
    if (references.length > 0 || brief.references.length > 0 || isEmpty(files)) return;
    const unread = unreadWords(brief, 'references');
    if (unread !== null) return cannotTell(unread);
    report({
      files: notePaths({ brief, files }),
      title: 'No reference track is named',
      message: `${notSaid(brief, 'which records are the reference')} No reference file lies in the folder either.`,
      fix: 'Name one or two records, and what each is a reference for: "Artist, Song: how dry the voice sits".',
      data: { references: 0 },
      act: { verb: 'write-down', phrase: 'one or two reference tracks and what each is for' },
    });
  },

  examples: {
    passes: [
      { when: 'a file lies in References', delivery: delivery(stem('Kick.wav'), reference('References/Song.mp3')) },
      {
        when: 'a title is named, without a file',
        delivery: delivery(stem('Kick.wav'), brief({ references: { artist: 'Artist', title: 'Song' } })),
      },
      {
        when: 'a near miss: there is none, and the brief says why',
        delivery: delivery(stem('Kick.wav'), brief({ references: { none: 'the rough mix is the reference' } })),
      },
    ],
    fails: [
      {
        when: 'the notes speak of other things only',
        delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })),
        says: 'handoff.yaml does not say which records are the reference. No reference file lies in the folder either.',
      },
    ],
  },
});
