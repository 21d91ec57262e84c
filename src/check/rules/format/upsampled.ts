import { formatRate } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { soundingFiles } from '../../measured.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'upsampled',
  chapter: 'format',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'A 96 kHz file does not hold sound that ends at 22 kHz',
  why: 'The file is twice as large, and nothing more is in it. If the song was made at the lower rate, the conversion is one step too many.',
  standsOn: 'None of 324 real files of 88.2 kHz and more fires; a steep converter is found in 218 of 218.',
  options: { lowestRateHz: 80_000 },

  check({ opened, options }, report) {
    const wide = soundingFiles(opened).filter(
      ({ header, measured }) => header.sampleRate >= options.lowestRateHz && measured.bandLimitHz !== null,
    );
    if (wide.length === 0) return;
    const isOne = wide.length === 1;
    const limitHz = wide[0]!.measured.bandLimitHz!;
    const sourceHz = 2 * limitHz;
    report({
      files: pathsOf(wide),
      title: `${whoIs(wide, 20)} ${isOne ? 'ends' : 'end'} at ${formatRate(limitHz)} in a ${formatRate(wide[0]!.header.sampleRate)} file`,
      message: `The sound of ${stemNames(wide)} ends at ${formatRate(limitHz)} like a wall, as after a conversion from ${formatRate(sourceHz)}; the file runs at ${formatRate(wide[0]!.header.sampleRate)}.`,
      fix: `Send it at ${formatRate(sourceHz)} if the song was made at that rate; a sampler inside a ${formatRate(wide[0]!.header.sampleRate)} session looks the same.`,
      data: { likelySourceHz: sourceHz, dropDb: wide.map(({ measured }) => measured.bandDropDb) },
    });
  },

  examples: {
    passes: [
      { when: 'the sound goes on above', delivery: delivery(stem('Gtr.wav', { sampleRate: 96_000, measured: {} })) },
      {
        when: 'a near miss: at 48 kHz every sound ends there',
        delivery: delivery(stem('Gtr.wav', { measured: { bandLimitHz: 22_050 } })),
      },
    ],
    fails: [
      {
        when: 'a 96 kHz file ends at 22.05 kHz',
        delivery: delivery(stem('Gtr.wav', { sampleRate: 96_000, measured: { bandLimitHz: 22_050, bandDropDb: 60 } })),
        says: 'The sound of Gtr ends at 22,050 Hz like a wall, as after a conversion from 44.1 kHz; the file runs at 96 kHz.',
      },
    ],
  },
});
