import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { excerpt, soundingFiles } from '../../measured.js';
import { isHalf } from '../../part-habits.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'channel-polarity',
  chapter: 'sound',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'export-again',
  summary: 'No stereo stem vanishes in mono',
  why: 'When one channel is the other one turned over, the part disappears on a phone, in a club and wherever two channels become one.',
  how: 'Flip the polarity of one channel, or look for the cable, the widener or the plug-in that does it.',
  standsOn:
    'The lowest correlation of an honest sound among 2,500 was −0.81; mono with one side inverted is found in 120 of 120 tries.',
  options: { correlationBelow: -0.9 },

  check({ opened, options }, report) {
    const turned = soundingFiles(opened).filter(
      (file) =>
        file.measured.correlation !== null && file.measured.correlation <= options.correlationBelow && !isHalf(file),
    );
    if (turned.length === 0) return;
    const isOne = turned.length === 1;
    const correlation = turned[0]!.measured.correlation!;
    report({
      files: pathsOf(turned),
      title: `${whoIs(turned)} ${isOne ? 'vanishes' : 'vanish'} in mono`,
      message: `In ${stemNames(turned)} one channel is the other one upside down (correlation ${correlation.toFixed(2).replace('-', '−')}${isOne ? '' : ' in the first'}). In mono ${isOne ? 'it cancels itself' : 'they cancel themselves'}.`,
      fix: `Flip one channel and export ${isOne ? 'it' : 'them'} again, or say that it is meant.`,
      data: { correlation: turned.map(({ measured }) => measured.correlation) },
      evidence: turned.slice(0, 4).map((file) => ({
        kind: 'channels',
        file: file.path,
        maxDifference: file.measured.maxDifference,
        correlation: file.measured.correlation,
        ...excerpt(file, 'stereo'),
      })),
      act: { phrase: 'with the polarity of one channel flipped' },
    });
  },

  examples: {
    passes: [
      { when: 'the channels belong together', delivery: delivery(stem('Synth.wav', { measured: {} })) },
      {
        when: 'a near miss: a very wide synthesiser',
        delivery: delivery(stem('Synth.wav', { measured: { correlation: -0.81 } })),
      },
    ],
    fails: [
      {
        when: 'the right channel is the left one upside down',
        delivery: delivery(stem('Synth.wav', { measured: { correlation: -0.998 } })),
        says: 'In Synth one channel is the other one upside down (correlation −1.00). In mono it cancels itself.',
      },
    ],
  },
});
