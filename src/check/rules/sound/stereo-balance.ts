import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { soundingFiles } from '../../measured.js';
import { isDrum, isEffect, isHalf } from '../../part-habits.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'stereo-balance',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'export-again',
  summary: 'No stereo stem leans far to one side by mistake',
  why: 'A stem that leans to one side while the rough mix has it in the middle lost something on its way.',
  standsOn:
    'Leaning alone is mostly wanted (1 of 860 real files, a panned loop), so it counts only against the rough mix.',
  options: { leanDb: 12, roughPanWithin: 0.2 },

  check({ opened, options }, report) {
    const leaning = soundingFiles(opened).filter((file) => {
      const { balanceDb, silentSide, rough } = file.measured;
      if (balanceDb === null || silentSide !== null || rough?.pan == null) return false;
      if (isHalf(file) || isDrum(file) || isEffect(file) || file.label.isDouble) return false;
      return Math.abs(balanceDb) >= options.leanDb && Math.abs(rough.pan) <= options.roughPanWithin;
    });
    if (leaning.length === 0) return;
    const isOne = leaning.length === 1;
    const balance = leaning[0]!.measured.balanceDb!;
    report({
      files: pathsOf(leaning),
      title: `${whoIs(leaning)} ${isOne ? 'leans' : 'lean'} to one side`,
      message: `${stemNames(leaning)} ${isOne ? `is ${Math.round(Math.abs(balance))} dB louder on the ${balance > 0 ? 'left' : 'right'}` : `are ${options.leanDb} dB or more louder on one side`}; the rough mix has ${isOne ? 'it' : 'them'} in the middle.`,
      fix: `Export ${isOne ? 'it' : 'them'} again with the pan in the middle, or say that it is meant.`,
      data: { balanceDb: leaning.map(({ measured }) => measured.balanceDb) },
      act: { phrase: 'with the pan in the middle' },
    });
  },

  examples: {
    passes: [
      { when: 'the sides are alike', delivery: delivery(stem('Keys.wav', { measured: {} })) },
      {
        when: 'a near miss: it leans, and the rough mix says nothing else',
        delivery: delivery(stem('Keys.wav', { measured: { balanceDb: 14 } })),
      },
    ],
    fails: [
      {
        when: 'it leans, and the rough mix has it in the middle',
        delivery: delivery(
          stem('Keys.wav', {
            measured: {
              balanceDb: 14,
              rough: { gainDb: 0, pan: 0.02, offsetFrames: 0, withinFrames: 1, contributionDb: -12, score: 0.9 },
            },
          }),
        ),
        says: 'Keys is 14 dB louder on the left; the rough mix has it in the middle.',
      },
    ],
  },
});
