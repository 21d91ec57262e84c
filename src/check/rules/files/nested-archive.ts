import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, stem } from '../../examples.js';

export default defineRule({
  id: 'nested-archive',
  chapter: 'files',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'send',
  summary: 'No archive inside the delivery that hides files from the check',
  why: 'What lies in an archive inside the folder is seen by nobody who looks at the folder. A stem in it counts as missing until somebody unpacks it.',
  how: 'Unpack the archive into the folder, take the archive out, and check again.',
  options: {},

  check({ files, delivery }, report) {
    const archives = files.filter(({ kind }) => kind === 'archive');
    if (archives.length === 0) return;
    const facts = delivery.archives.filter(({ path }) => archives.some((archive) => archive.path === path));
    const audio = facts.reduce((sum, { audioEntries }) => sum + (audioEntries ?? 0), 0);
    const isOne = archives.length === 1;
    const names = listed(archives.map(({ path }) => fileName(path)));
    const title = `${isOne ? fileName(archives[0]!.path) : counted(archives.length, 'archive')} ${isOne ? 'hides' : 'hide'} files from the check`;
    report({
      files: archives.map(({ path }) => path),
      title: title.length <= 60 ? title : 'An archive hides files from the check',
      message: `${names} ${isOne ? 'lies' : 'lie'} among the stems${audio > 0 ? ` and ${isOne ? 'holds' : 'hold'} ${counted(audio, 'audio file')}` : ''}. What is inside was not judged.`,
      fix: `Unpack ${isOne ? 'it' : 'them'} into the folder and send the files themselves.`,
      data: { archives: archives.length, audioEntries: audio },
      act: { phrase: `what is in ${isOne ? names : 'the archives'} as files, unpacked`, perFile: [] },
    });
  },

  examples: {
    passes: [
      { when: 'there is no archive', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: a session file is no archive',
        delivery: delivery(stem('Kick.wav'), file('Song.als', 'session')),
      },
    ],
    fails: [
      {
        when: 'more stems lie in a zip',
        delivery: delivery(stem('Kick.wav'), file('more stems.zip', 'archive')),
        says: 'more stems.zip lies among the stems. What is inside was not judged.',
      },
    ],
  },
});
