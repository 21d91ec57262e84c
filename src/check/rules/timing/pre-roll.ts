import { counted, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { soundingFiles } from '../../measured.js';
import { isDrum } from '../../part-habits.js';
import { pathsOf, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'pre-roll',
  chapter: 'timing',
  severity: 'off',
  strict: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'export-again',
  summary: 'There is a little silence before the first sound',
  why: 'A breath, an attack or a pick noise before the first beat needs room. At frame 0 it is cut.',
  standsOn:
    '24 of 103 real stems start within 10 ms, so it is a note in the strict profile only, and only beside a cut head or for a whole set.',
  options: { leastSeconds: 0.01 },
  followsFrom: ['head-cut', 'same-start'],

  check({ opened, options }, report) {
    const sounding = soundingFiles(opened);
    const atOnce = sounding.filter(
      ({ measured, header }) => (measured.firstSoundFrame ?? 0) < options.leastSeconds * header.sampleRate,
    );
    const isWholeSet = sounding.length > 2 && atOnce.length === sounding.length;
    const told = isWholeSet ? atOnce : atOnce.filter((file) => file.measured.edges?.headCut === true && !isDrum(file));
    if (told.length === 0) return;
    const isOne = told.length === 1;
    report({
      files: pathsOf(told),
      title: `${isWholeSet ? `All ${counted(told.length, 'stem')}` : whoIs(told)} ${isOne ? 'starts' : 'start'} at once`,
      message: `${isOne ? stemName(told[0]!.path) : counted(told.length, 'stem')} ${isOne ? 'sounds' : 'sound'} within ${options.leastSeconds * 1000} ms of the first frame.`,
      fix: 'Begin the export one bar before the first sound.',
      data: { stems: told.length, ofStems: sounding.length },
      act: { phrase: 'from one bar before the first sound' },
    });
  },

  examples: {
    passes: [
      { when: 'a bar of silence stands in front', delivery: delivery(stem('Vox.wav', { measured: {} })) },
      {
        when: 'a near miss: one of two begins at once, and rises from zero',
        delivery: delivery(stem('Vox.wav', { measured: {} }), stem('Kick.wav', { measured: { firstSoundFrame: 10 } })),
      },
    ],
    fails: [
      {
        when: 'all begin at once',
        delivery: delivery(
          ...['Kick', 'Bass', 'Vox'].map((name) => stem(`${name}.wav`, { measured: { firstSoundFrame: 10 } })),
        ),
        says: '3 stems sound within 10 ms of the first frame.',
      },
    ],
  },
});
