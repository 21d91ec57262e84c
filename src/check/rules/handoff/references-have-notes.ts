import { isNone, type Reference, type Statement } from '../../../model/brief.js';
import type { DeliveredFile } from '../../../model/delivery.js';
import { counted, listed, stemName } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, reference, stem } from '../../examples.js';
import { wordsOf } from '../names/name-words.js';
import { unreadWords } from './told.js';

export default defineRule({
  id: 'references-have-notes',
  chapter: 'handoff',
  severity: 'warning',
  item: 'references',
  owners: ['producer', 'artist'],
  stage: 'agreement',
  needs: ['brief'],
  uses: ['names'],
  verb: 'write-down',
  summary: 'Each reference says in a few words what it is a reference for',
  why: 'The same record can be sent for its bass, its loudness or its voice. A mixer who has to guess copies the wrong thing.',
  how: 'Write a few words behind each reference: "Artist, Song: low end, and how close the voice is".',
  options: {},
  followsFrom: ['notes-present'],

  check({ brief, references }, report) {
    const stated = brief.references.filter(isReference);
    const bare = stated.filter(({ value }) => !hasComment(value));
    if (bare.length > 0) {
      const names = bare.map(({ value }) => referenceName(value));
      report({
        files: [...new Set(bare.map(({ file }) => file))],
        title: `${counted(bare.length, 'reference')} ${bare.length === 1 ? 'does' : 'do'} not say what for`,
        message: `${listed(names)} ${names.length === 1 ? 'is' : 'are'} named as ${names.length === 1 ? 'a reference' : 'references'}, without a word on what for.`,
        fix: 'Write a few words behind each: the low end, how dry the voice sits, how loud the drums are.',
        data: { references: names },
        act: {
          verb: 'write-down',
          phrase: names.length === 1 ? `what ${names[0]} is a reference for` : 'what each reference is for',
        },
      });
      return;
    }
    const silent = references.filter((file) => !stated.some(({ value }) => isAbout(value, file)));
    // Notes name a record by another title than its file does; as long as there are as many comments as files, all is said.
    if (silent.length === 0 || stated.length >= references.length) return;
    const unread = unreadWords(brief, 'references');
    if (unread !== null) return cannotTell(unread);
    const names = silent.map(({ path }) => stemName(path));
    report({
      files: silent.map(({ path }) => path),
      title: `${counted(silent.length, 'reference')} ${silent.length === 1 ? 'does' : 'do'} not say what for`,
      message: `${listed(names)} ${names.length === 1 ? 'lies' : 'lie'} here as a reference, and no note says what for.`,
      fix: 'Write a line on each into the notes, such as  Reference: Artist - Song, for how dry the voice sits',
      data: { references: names },
      act: {
        verb: 'write-down',
        phrase: `${names.length === 1 ? `what ${names[0]} is a reference for` : 'what each reference is for'}, as in "Reference: Artist - Song, for the low end"`,
      },
    });
  },

  examples: {
    passes: [
      {
        when: 'each has a few words',
        delivery: delivery(
          stem('Kick.wav'),
          reference('References/Artist - Song.mp3'),
          brief({ references: { artist: 'Artist', title: 'Song', comment: 'low end' } }),
        ),
      },
      {
        when: 'a near miss: the notes call the file by another name, and there are as many comments as files',
        delivery: delivery(
          stem('Kick.wav'),
          reference('References/track04.mp3'),
          brief({ references: { title: 'Paper Boats', comment: 'how wide the pads are' } }),
        ),
      },
    ],
    fails: [
      {
        when: 'a title stands alone',
        delivery: delivery(stem('Kick.wav'), brief({ references: { artist: 'Mira Holt', title: 'Paper Boats' } })),
        says: 'Mira Holt, Paper Boats is named as a reference, without a word on what for.',
      },
      {
        when: 'a file lies in References and the notes do not speak of it',
        delivery: delivery(stem('Kick.wav'), reference('References/Artist - Song.mp3'), brief({ tempo: { bpm: 92 } })),
        says: 'Artist - Song lies here as a reference, and no note says what for.',
      },
    ],
  },
});

function isReference(statement: Statement<unknown>): statement is Statement<Reference> {
  return !isNone(statement.value);
}

function hasComment({ comment }: Reference): boolean {
  return comment !== undefined && comment.trim() !== '';
}

function referenceName({ artist, title, url, file }: Reference): string {
  const song = [artist, title].filter((word) => word !== undefined && word !== '').join(', ');
  return song || file || url || 'One';
}

/** A statement is about a file when the file's name holds the title, or the title holds the file's name. */
function isAbout({ title, file }: Reference, delivered: DeliveredFile): boolean {
  const name = wordsOf(stemName(delivered.path)).join(' ');
  return [file === undefined ? undefined : stemName(file), title]
    .map((text) => wordsOf(text ?? '').join(' '))
    .some((text) => text !== '' && (name.includes(text) || text.includes(name)));
}
