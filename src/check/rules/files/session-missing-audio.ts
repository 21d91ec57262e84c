import type { DeliveredFile } from '../../../model/delivery.js';
import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, session, stem } from '../../examples.js';

export default defineRule({
  id: 'session-missing-audio',
  chapter: 'files',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['session', 'listing'],
  verb: 'send',
  summary: 'Audio that a session names is there',
  why: 'A session that names audio which is not here opens with holes.',
  how: 'Use "collect files", "collect all and save" or "bounce project as archive" before the session is sent. Beside stems it is not needed.',
  options: {},
  followsFrom: ['session-policy'],

  check({ delivery, files, stemFiles }, report) {
    const here = new Set(files.map(nameKey));
    for (const session of delivery.sessions) {
      const absent = [...new Set(session.media.filter((path) => !here.has(mediaKey(path))))];
      if (absent.length === 0) continue;
      report({
        files: [session.path],
        // Beside the stems nobody opens it to hear the song; alone it is all there is.
        severity: stemFiles.length > 0 ? 'info' : 'warning',
        title: `The session names ${counted(absent.length, 'sound file')} that ${absent.length === 1 ? 'is' : 'are'} not here`,
        message: `${fileName(session.path)} names ${listed(absent.map(lastName))}, which ${absent.length === 1 ? 'does' : 'do'} not lie in the folder.`,
        fix:
          stemFiles.length > 0
            ? 'Leave it, since the stems are here; or collect the sound files into the session and send it again.'
            : 'Collect the sound files into the session, and send it again.',
        data: { absent: absent.slice(0, 50), count: absent.length, named: session.media.length },
        act: { phrase: 'the sound files of the session', perFile: [] },
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'everything that the session names is here',
        delivery: delivery(
          stem('Audio/Kick.wav'),
          file('Song.rpp', 'session'),
          session('Song.rpp', { media: ['Audio\\Kick.wav'] }),
        ),
      },
      {
        when: 'a near miss: a session that was not read names nothing',
        delivery: delivery(
          stem('Kick.wav'),
          file('Song.ptx', 'session'),
          session('Song.ptx', { program: 'Pro Tools', read: false }),
        ),
      },
    ],
    fails: [
      {
        when: 'a recording is not here',
        delivery: delivery(file('Song.rpp', 'session'), session('Song.rpp', { media: ['Audio/Kick.wav'] })),
        says: 'Song.rpp names Kick.wav, which does not lie in the folder.',
        severity: 'warning',
      },
      {
        when: 'the stems are here and a sample of the session is not',
        delivery: delivery(
          stem('Stems/Bass.wav'),
          file('Song.rpp', 'session'),
          session('Song.rpp', { media: ['samples/kick01.ogg'] }),
        ),
        says: 'Song.rpp names kick01.ogg, which does not lie in the folder.',
        severity: 'info',
      },
    ],
  },
});

/** Sessions keep paths of the machine on which they were made: only the file's own name can be looked for. */
function mediaKey(path: string): string {
  return lastName(path).normalize('NFC').toLowerCase();
}

function nameKey({ path }: DeliveredFile): string {
  return fileName(path).normalize('NFC').toLowerCase();
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
