import { sessionName } from '../../../model/session-bundle.js';
import { counted, fileName, listed } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { delivery, file, roughMix, stem } from '../../examples.js';

export default defineRule({
  id: 'stems-present',
  chapter: 'handoff',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing', 'header'],
  verb: 'send',
  summary: 'The folder holds stems or multitracks that can be read',
  why: 'Without the parts of the song as files of their own there is nothing to mix.',
  how: 'Export every track or group of the song as an audio file of its own, all from bar 1 to the last tail, and put them into this folder.',
  options: {},

  check({ stemFiles, stems, dryVocals, files }, report) {
    if (stemFiles.length > 0) {
      if (stems.length > 0 || dryVocals.some((vocal) => vocal.header !== undefined)) return;
      return cannotTell(
        `none of the ${counted(stemFiles.length, 'stem')} could be opened`,
        stemFiles.map(({ path }) => path),
      );
    }
    const archives = files.filter(({ kind }) => kind === 'archive').map(({ path }) => fileName(path));
    const sessions = files.filter(({ kind }) => kind === 'session').map(({ path }) => sessionName(path));
    const audio = files.filter(({ header }) => header !== undefined).length;
    const there =
      archives.length > 0
        ? `There are archives, ${listed(archives)}, and what is inside them is not a part of this folder.`
        : sessions.length > 0
          ? `There is a session, ${listed(sessions)}, and a session opens only in the program that wrote it.`
          : audio > 0
            ? `${audio === 1 ? 'One audio file is here, and it is no stem' : `${counted(audio, 'audio file')} are here, and none of them is a stem`}.`
            : 'There is no audio file at all.';
    report({
      files: [],
      title: 'There is no stem in the folder',
      message: `There is no stem in the folder. ${there}`,
      fix:
        archives.length > 0
          ? 'Unpack the archive and send the folder that comes out of it.'
          : 'Export the tracks of the song as audio files and send them in this folder.',
      data: { audioFiles: audio, archives, sessions },
      act: { verb: 'send', phrase: 'the stems' },
    });
  },

  examples: {
    passes: [
      { when: 'one stem lies there', delivery: delivery(stem('Stems/Kick.wav')) },
      {
        when: 'a near miss: the stems are there and do not open, of which unreadable-file speaks',
        delivery: delivery(stem('Stems/Kick.wav', { opens: false })),
      },
    ],
    fails: [
      {
        when: 'only the rough mix was sent',
        delivery: delivery(roughMix('Night Drive ROUGH.wav')),
        says: 'There is no stem in the folder. One audio file is here, and it is no stem.',
      },
      {
        when: 'the stems are still packed',
        delivery: delivery(file('Stems.zip', 'archive')),
        says: 'There is no stem in the folder. There are archives, Stems.zip, and what is inside them is not a part of this folder.',
      },
      {
        when: 'the folder is empty',
        delivery: delivery(),
        says: 'There is no stem in the folder. There is no audio file at all.',
      },
    ],
  },
});
