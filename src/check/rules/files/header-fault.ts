import type { Fault } from '../../../model/delivery.js';
import { counted, fileName, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, session, stem } from '../../examples.js';
import { sharedFaults } from '../../file-faults.js';
import { shortName } from '../../set-words.js';

const ODD: Fault = { id: 'pad-missing', is: 'odd', atByte: 92, message: 'A chunk of odd length has no pad byte.' };
const DOUBT: Fault = {
  id: 'frames-disagree',
  is: 'doubt',
  atByte: 40,
  message: 'The header counts 9,600,000 frames, its fact chunk 4,800,000.',
};

const BROKEN: Fault = {
  id: 'session-broken',
  is: 'odd',
  atByte: 0,
  message: 'The session is packed, and unpacking it breaks off (Z_DATA_ERROR).',
};

export default defineRule({
  id: 'header-fault',
  chapter: 'files',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'export-again',
  summary: 'Headers obey their format; a warning only where frames, rate, channels or width are in doubt',
  why: 'Most programs read over a small fault, some refuse the file or read another length. Where the length, the rate, the channels or the width are in doubt, two programs may play two different sounds.',
  how: 'Open the file in your DAW or an audio editor and save it again as WAV. If it is the export of one program every time, look for an update of it.',
  options: {},

  check({ files, delivery: { sessions } }, report) {
    for (const { path, program, faults } of sessions) {
      const [fault] = faults;
      if (fault === undefined) continue;
      report({
        files: [path],
        severity: 'info',
        item: null,
        title: `A session of ${program} could not be read`,
        message: `${fileName(path)}: ${fault.message}`,
        fix: `Open it in ${program} and save it again, or write tempo and key into the notes; the stems are not touched by this.`,
        data: { fault: fault.id, atByte: fault.atByte },
        act: { verb: 'nothing', phrase: '' },
      });
    }
    for (const { fault, files: faulty, message } of sharedFaults(files, 'header-fault')) {
      const isInDoubt = fault.is === 'doubt';
      const isOne = faulty.length === 1;
      const who = isOne ? shortName(stemName(faulty[0]!.path), 26) : counted(faulty.length, 'file');
      const title = isInDoubt ? `The header of ${who} contradicts itself` : `The header of ${who} breaks its format`;
      report({
        files: faulty.map(({ path }) => path),
        severity: isInDoubt ? 'warning' : 'info',
        ...(faulty[0]!.kind === 'reference' ? { item: 'references', severity: 'info' as const } : {}),
        ...(faulty[0]!.kind === 'rough-mix' ? { item: 'rough-mix' as const } : {}),
        title,
        message: `${isOne ? `${fileName(faulty[0]!.path)}: ` : `${listed(faulty.map(({ path }) => fileName(path)))}: `}${message}`,
        fix: isInDoubt
          ? `Export ${isOne ? 'it' : 'them'} again as WAV, and hold the length against the session.`
          : `Leave ${isOne ? 'it' : 'them'} as ${isOne ? 'it is' : 'they are'}; the sound can be read.`,
        data: { fault: fault.id, atByte: fault.atByte },
        act: isInDoubt ? { phrase: '' } : { verb: 'nothing', phrase: '' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'the header is as the format wants it', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: the odd header is that of a leftover',
        delivery: delivery(stem('Kick.wav'), file('._Kick.wav', 'junk', { faults: [ODD] })),
      },
    ],
    fails: [
      {
        when: 'a pad byte is missing, and nothing is in doubt',
        delivery: delivery(stem('Kick.wav', { faults: [ODD] })),
        says: 'Kick.wav: A chunk of odd length has no pad byte.',
        severity: 'info',
      },
      {
        when: 'a session beside the stems is damaged',
        delivery: delivery(
          stem('Kick.wav'),
          file('Song.als', 'session'),
          session('Song.als', { program: 'Ableton Live', read: false, faults: [BROKEN] }),
        ),
        says: 'Song.als: The session is packed, and unpacking it breaks off (Z_DATA_ERROR).',
        severity: 'info',
      },
      {
        when: 'two places of the header give two lengths',
        delivery: delivery(stem('Kick.wav', { faults: [DOUBT] })),
        says: 'Kick.wav: The header counts 9,600,000 frames, its fact chunk 4,800,000.',
        severity: 'warning',
      },
    ],
  },
});
