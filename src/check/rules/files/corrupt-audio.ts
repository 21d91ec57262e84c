import type { Fault } from '../../../model/delivery.js';
import { fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { sharedFaults } from '../../file-faults.js';
import { whoIs } from '../../set-words.js';

const WRONG_SUM: Fault = {
  id: 'sound-md5',
  is: 'doubt',
  atByte: 26,
  message: 'The decoded samples do not give the MD5 sum in the header.',
};

export default defineRule({
  id: 'corrupt-audio',
  chapter: 'files',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'send',
  summary: "Decoded sound agrees with the file's own checks (frame CRC, MD5, length)",
  why: 'A file that fails its own checks was damaged on its way. Somewhere in it there is a crack, a hole or a wrong sound.',
  how: 'Upload the file again, and compare a checksum: `stemcheck manifest` writes them.',
  options: {},
  neverWaived: true,

  check({ files }, report) {
    for (const { fault, files: damaged, message } of sharedFaults(files, 'corrupt-audio')) {
      const isOne = damaged.length === 1;
      report({
        files: damaged.map(({ path }) => path),
        ...(damaged[0]!.kind === 'reference' ? { item: 'references', severity: 'warning' } : {}),
        ...(damaged[0]!.kind === 'rough-mix' ? { item: 'rough-mix' } : {}),
        title: `${whoIs(damaged)} ${isOne ? 'is' : 'are'} damaged inside`,
        message: `${listed(damaged.map(({ path }) => fileName(path)))}: ${message}`,
        fix: `Send ${isOne ? 'the file' : 'the files'} again, or export ${isOne ? 'it' : 'them'} again from the session.`,
        data: { fault: fault.id, atByte: fault.atByte },
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'the sound agrees with its sum',
        delivery: delivery(stem('Kick.flac', { container: 'flac', measured: {} })),
      },
      {
        when: 'a near miss: a header of odd form, and sound that is whole',
        delivery: delivery(
          stem('Kick.wav', {
            measured: {},
            faults: [{ id: 'pad-missing', is: 'odd', atByte: 90, message: 'A pad byte is missing.' }],
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'the MD5 sum of a FLAC is another one',
        delivery: delivery(stem('Kick.flac', { container: 'flac', measured: {}, faults: [WRONG_SUM] })),
        says: 'Kick.flac: The decoded samples do not give the MD5 sum in the header.',
      },
    ],
  },
});
