import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { soundingFiles } from '../../measured.js';
import { isHalf } from '../../part-habits.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'one-sided-stereo',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'export-again',
  summary: 'No stereo file with a dead side',
  why: 'A part on one side only may be panned there, or its other half was not recorded, not armed or not routed.',
  how: 'Look at the pan and at the inputs of the track. A part that is mono is best sent as mono.',
  standsOn: 'None of 860 real stereo files fires; a dead side is found in 120 of 120 tries.',
  options: {},

  check({ opened }, report) {
    const dead = soundingFiles(opened).filter((file) => file.measured.silentSide !== null && !isHalf(file));
    for (const side of ['L', 'R'] as const) {
      const group = dead.filter(({ measured }) => measured.silentSide === side);
      if (group.length === 0) continue;
      const isOne = group.length === 1;
      const where = side === 'L' ? 'left' : 'right';
      report({
        files: pathsOf(group),
        title: `${whoIs(group)} ${isOne ? 'has' : 'have'} nothing on the ${where}`,
        message: `${stemNames(group)} ${isOne ? 'has' : 'have'} sound on one side only: the ${where} channel lies 60 dB or more below the other, or is empty.`,
        fix: `Send ${isOne ? 'it' : 'them'} as mono if that is meant, else export again with both sides.`,
        data: { deadChannel: side, stems: group.length },
        act: { phrase: 'with both sides' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'both sides sound', delivery: delivery(stem('Keys.wav', { measured: {} })) },
      {
        when: 'a near miss: the file calls itself the left half',
        delivery: delivery(stem('Keys L.wav', { label: { side: 'L' }, measured: { silentSide: 'R' } })),
      },
    ],
    fails: [
      {
        when: 'the right side is dead',
        delivery: delivery(stem('Keys.wav', { measured: { silentSide: 'R' } })),
        says: 'Keys has sound on one side only: the right channel lies 60 dB or more below the other, or is empty.',
      },
    ],
  },
});
