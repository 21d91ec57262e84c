import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { shortName } from '../../set-words.js';

/** Documents that live in a browser only; without them no part is missing. */
const CLOUD_DOCUMENT = /\.(?:gdoc|gsheet|gslides|gform|gdraw|webloc|url|paper)$/i;

export default defineRule({
  id: 'not-local',
  chapter: 'files',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'wait',
  summary:
    'Every file is here: no placeholder of a cloud drive, no unfinished upload or download (never fetched by reading it)',
  why: 'A placeholder has a name and no sound. Whoever copies the folder copies an empty promise.',
  how: 'Let the drive finish, or mark the folder as "available offline" ("Keep downloaded"), and check again.',
  options: {},

  check({ delivery }, report) {
    const absent = delivery.coverage.unread.filter(({ because }) => because === 'not-local');
    const documents = absent.filter(({ path }) => CLOUD_DOCUMENT.test(path));
    const parts = absent.filter(({ path }) => !CLOUD_DOCUMENT.test(path));
    if (parts.length > 0) {
      const isOne = parts.length === 1;
      const title = isOne
        ? `${shortName(fileName(parts[0]!.path), 40)} is not here yet`
        : `${counted(parts.length, 'file')} are not here yet`;
      report({
        files: parts.map(({ path }) => path),
        title,
        message: isOne
          ? parts[0]!.message
          : `${listed(parts.map(({ path }) => fileName(path)))} are placeholders or unfinished transfers. Reading them would start a transfer, so they were left alone.`,
        fix: 'Wait until the transfer is through, or make the files available offline, then check again.',
        data: { files: parts.length },
        act: { phrase: 'for the transfer' },
      });
    }
    if (documents.length > 0) {
      report({
        files: documents.map(({ path }) => path),
        severity: 'warning',
        item: null,
        title: `${counted(documents.length, 'document')} can only be read in a browser`,
        message: `${listed(documents.map(({ path }) => fileName(path)))} ${documents.length === 1 ? 'is a link' : 'are links'} to a document on a cloud drive; its words do not lie in the folder.`,
        fix: 'Export the document as text or PDF, and put that into the folder.',
        data: { documents: documents.length },
        act: { verb: 'send', phrase: 'the notes as a text file', perFile: [] },
      });
    }
  },

  examples: {
    passes: [
      { when: 'everything is here', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: a file whose format nobody reads is here all the same',
        delivery: delivery(stem('Kick.wav'), unread('Pad.xyz', 'unsupported', 'Pad.xyz is in no format that is read.')),
      },
    ],
    fails: [
      {
        when: 'the drive has not fetched a file',
        delivery: delivery(
          stem('Kick.wav'),
          unread('.Pad.wav.icloud', 'not-local', 'Pad.wav lies on a cloud drive and was not fetched.'),
        ),
        says: 'Pad.wav lies on a cloud drive and was not fetched.',
      },
      {
        when: 'the notes are a link to a cloud document',
        delivery: delivery(stem('Kick.wav'), unread('Notes.gdoc', 'not-local', 'Notes.gdoc is a link.')),
        says: 'Notes.gdoc is a link to a document on a cloud drive; its words do not lie in the folder.',
        severity: 'warning',
      },
    ],
  },
});

function unread(path: string, because: 'not-local' | 'unsupported', message: string) {
  return { facts: { coverage: { quick: false, specials: [], unread: [{ path, because, message }] } } } as const;
}
