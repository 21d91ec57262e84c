import { formatDb, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { certainty, compared, stemsInRough } from '../../in-rough.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'stem-polarity',
  chapter: 'together',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['relations'],
  verb: 'export-again',
  summary: 'No stem is inverted against the rough mix',
  why: 'An inverted stem thins out whatever shares its sound: the kick under its own room, the bass under its DI.',
  how: 'Look for a polarity switch on the track or in a plug-in that is on in the export and off in the mix, or the other way round.',
  standsOn: 'No false inversion of a stem at −40 dB or louder among 400 accepted.',
  options: { softestDb: -40 },

  check(context, report) {
    const found = [...stemsInRough(context, 'aligned'), ...stemsInRough(context, 'offset')];
    const inverted = found
      .filter(
        ({ rough }) =>
          rough.inverted === true &&
          (rough.contributionDb === null || rough.contributionDb >= context.options.softestDb),
      )
      .sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
    const oneSided = [...stemsInRough(context, 'aligned'), ...stemsInRough(context, 'cannot-tell')].filter(
      ({ rough }) =>
        rough.invertedSide != null &&
        (rough.contributionDb === null || rough.contributionDb >= context.options.softestDb),
    );
    for (const { file, rough } of oneSided) {
      const side = rough.invertedSide === 'L' ? 'left' : 'right';
      report({
        files: [file.path],
        title: `The ${side} side of ${whoIs([file], 20)} is upside down`,
        message: `The ${side} channel of ${stemName(file.path)} lies in the rough mix with the opposite sign, the other one with its own.`,
        fix: `Flip the ${side} channel and export the stem again, or say that it is meant.`,
        data: { side: rough.invertedSide, contributionDb: rough.contributionDb },
        act: { phrase: `with the polarity of the ${side} channel flipped` },
      });
    }
    if (inverted.length === 0) return;
    const files = inverted.map(({ file }) => file);
    const isOne = files.length === 1;
    const level = inverted[0]!.rough.contributionDb;
    report({
      files: pathsOf(files),
      title: `${whoIs(files, 26)} ${isOne ? 'is' : 'are'} upside down against the rough mix`,
      message: `${isOne ? stemName(files[0]!.path) : stemNames(files)} ${isOne ? 'lies' : 'lie'} in the rough mix with the opposite sign${isOne ? certainty(inverted[0]!.rough) : ''}${isOne && level !== null ? `, at ${formatDb(level, 'dB')} of its level` : ''}.`,
      fix: `Flip the polarity of ${isOne ? 'the stem and export it' : 'these stems and export them'} again, or say that it is meant.`,
      data: {
        scores: inverted.map(({ rough }) => rough.score),
        contributionDb: inverted.map(({ rough }) => rough.contributionDb),
      },
      act: { phrase: 'with the polarity flipped' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the signs agree',
        delivery: delivery(stem('Bass.wav'), roughMix('Rough.wav'), compared([{ path: 'Bass.wav', kind: 'aligned' }])),
      },
      {
        when: 'a near miss: too soft in the rough mix to be sure',
        delivery: delivery(
          stem('Bass.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Bass.wav', kind: 'aligned', inverted: true, contributionDb: -46 }]),
        ),
      },
    ],
    fails: [
      {
        when: 'the bass is upside down',
        delivery: delivery(
          stem('Bass.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Bass.wav', kind: 'aligned', inverted: true, contributionDb: -8 }]),
        ),
        says: 'Bass lies in the rough mix with the opposite sign (score 0.97, ± 1 frame), at −8.0 dB of its level.',
      },
      {
        when: 'one side of a wide pad is upside down',
        delivery: delivery(
          stem('Pad.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Pad.wav', kind: 'aligned', invertedSide: 'R' }]),
        ),
        says: 'The right channel of Pad lies in the rough mix with the opposite sign, the other one with its own.',
      },
    ],
  },
});
