import type { DeliveredFile, SessionFacts } from '../../../model/delivery.js';
import { counted, fileName, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, session, stem } from '../../examples.js';
import { nameWords, wordsOf } from './name-words.js';

export default defineRule({
  id: 'muted-or-unused',
  chapter: 'names',
  severity: 'warning',
  item: 'takes-chosen',
  owners: ['producer'],
  stage: 'production',
  needs: ['names'],
  uses: ['session'],
  verb: 'leave-out',
  summary: 'Nothing whose name, folder or session says unused, old, muted; an error where it says maybe',
  why: 'A part that was muted in the song and is there in the folder comes back in the mix, or costs a question.',
  how: 'Leave out what is not in the song. What is undecided is a question about the arrangement: decide it before the mix.',
  options: {},

  check({ stemFiles, delivery }, report) {
    const maybe = stemFiles.filter(({ label }) => label.muted === 'maybe');
    if (maybe.length > 0) {
      const names = maybe.map(({ path }) => stemName(path));
      report({
        files: maybe.map(({ path }) => path),
        severity: 'error',
        owners: ['artist', 'producer'],
        title: `${counted(maybe.length, 'part')} ${maybe.length === 1 ? 'is' : 'are'} marked as undecided`,
        message: `${listed(names)} ${maybe.length === 1 ? 'says' : 'say'} "maybe": whether ${maybe.length === 1 ? 'it belongs' : 'they belong'} to the song is not decided.`,
        fix: 'Decide, then take "maybe" out of the name or the file out of the folder.',
        data: { undecided: names },
        act: { verb: 'choose', phrase: `whether ${listed(names, 2)} ${maybe.length === 1 ? 'is' : 'are'} in the song` },
        field: 'maybe',
      });
    }
    const unused = stemFiles.filter(({ label }) => label.muted === true);
    if (unused.length > 0) {
      const names = unused.map(({ path }) => stemName(path));
      report({
        files: unused.map(({ path }) => path),
        title: `${counted(unused.length, 'file')} ${unused.length === 1 ? 'is' : 'are'} marked as not used`,
        message: `${listed(names)} ${unused.length === 1 ? 'lies' : 'lie'} here and ${unused.length === 1 ? 'is' : 'are'} marked as muted, unused or old by name or folder.`,
        fix: `Leave ${unused.length === 1 ? 'it' : 'them'} out, or rename what does belong to the song.`,
        data: { unused: names },
        act: { verb: 'leave-out', phrase: '' },
        field: 'name',
      });
    }
    for (const session of delivery.sessions) {
      const muted = stemFiles.filter((file) => file.label.muted === false && isMutedIn(session, file));
      if (muted.length === 0) continue;
      const names = muted.map(({ path }) => stemName(path));
      report({
        files: muted.map(({ path }) => path),
        title: `${counted(muted.length, 'stem')} ${muted.length === 1 ? 'is' : 'are'} muted in the session`,
        message: `${listed(names)} ${muted.length === 1 ? 'is' : 'are'} here as ${muted.length === 1 ? 'a stem' : 'stems'}, and muted in ${fileName(session.path)}.`,
        fix: `Leave ${muted.length === 1 ? 'it' : 'them'} out, or say that ${muted.length === 1 ? 'it belongs' : 'they belong'} to the song.`,
        data: { muted: names, session: session.path },
        act: { verb: 'leave-out', phrase: '' },
        field: session.path,
      });
    }
  },

  examples: {
    passes: [
      { when: 'nothing is marked', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: a muted guitar is a way of playing, and the label does not say unused',
        delivery: delivery(stem('EP Muted Gtr.wav', { label: { role: 'electric-guitar', muted: false } })),
      },
      {
        when: 'the session mutes a track of which another one of the same name plays',
        delivery: delivery(
          stem('Organ.wav'),
          session('Night Drive.rpp', {
            tracks: [
              { name: 'Organ', muted: true },
              { name: 'Organ', muted: false },
            ],
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'an old file was sent along',
        delivery: delivery(stem('Kick.wav'), stem('old/Kick.wav', { label: { muted: true } })),
        severity: 'warning',
        says: 'Kick lies here and is marked as muted, unused or old by name or folder.',
      },
      {
        when: 'a part is undecided',
        delivery: delivery(stem('Synth maybe.wav', { label: { muted: 'maybe' } })),
        severity: 'error',
        says: 'Synth maybe says "maybe": whether it belongs to the song is not decided.',
      },
      {
        when: 'the session mutes it',
        delivery: delivery(
          stem('10_Organ.wav', { label: { order: 10 } }),
          session('Night Drive.rpp', { tracks: [{ name: 'Organ', muted: true }] }),
        ),
        says: '10_Organ is here as a stem, and muted in Night Drive.rpp.',
      },
    ],
  },
});

/** Every track of this name is muted; a name that stands for two tracks says nothing about the file. */
function isMutedIn({ tracks }: SessionFacts, file: DeliveredFile): boolean {
  const name = nameWords(file).join(' ');
  const same = tracks.filter((track) => wordsOf(track.name).join(' ') === name);
  return name !== '' && same.length > 0 && same.every(({ muted }) => muted);
}
