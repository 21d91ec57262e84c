import { formatRate, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { compared, stemsInRough } from '../../in-rough.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'sample-rate-mislabelled',
  chapter: 'timing',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header', 'relations'],
  verb: 'export-again',
  summary: "The header's rate is the rate at which the sound was made",
  why: 'A header that names the wrong rate makes the sound play too high and too fast, or too low and too slow, in every program that trusts it.',
  how: 'Export the stem again; a file that was renamed or re-labelled by hand keeps the wrong rate in its header.',
  options: {},

  check(context, report) {
    const wrong = stemsInRough(context, 'rate').filter(({ rough }) => rough.trueRateHz !== null);
    for (const rateHz of new Set(wrong.map(({ rough }) => rough.trueRateHz!))) {
      const files = wrong.filter(({ rough }) => rough.trueRateHz === rateHz).map(({ file }) => file);
      const isOne = files.length === 1;
      const said = files[0]!.header.sampleRate;
      const cents = Math.round(1200 * Math.log2(said / rateHz));
      report({
        files: pathsOf(files),
        title: `${whoIs(files, 24)} ${isOne ? 'calls' : 'call'} ${formatRate(rateHz)} sound ${formatRate(said)}`,
        message: `${isOne ? stemName(files[0]!.path) : stemNames(files)} ${isOne ? 'fits' : 'fit'} the rough mix only when read at ${formatRate(rateHz)}; the header says ${formatRate(said)}, so ${isOne ? 'it plays' : 'they play'} ${Math.abs(cents)} cents ${cents > 0 ? 'high' : 'low'}.`,
        fix: `Export ${isOne ? 'it' : 'them'} again from the session at its own rate.`,
        data: { sampleRateHz: said, trueRateHz: rateHz, stems: files.length },
        act: { phrase: "at the session's own rate" },
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'the header says the rate of the sound',
        delivery: delivery(stem('Vox.wav'), roughMix('Rough.wav'), compared([{ path: 'Vox.wav', kind: 'aligned' }])),
      },
      {
        when: 'a near miss: a small drift is no wrong rate',
        delivery: delivery(
          stem('Vox.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Vox.wav', kind: 'drift', ppm: 90 }]),
        ),
      },
    ],
    fails: [
      {
        when: 'sound of 44.1 kHz calls itself 48',
        delivery: delivery(
          stem('Vox.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Vox.wav', kind: 'rate', trueRateHz: 44_100 }]),
        ),
        says: 'Vox fits the rough mix only when read at 44.1 kHz; the header says 48 kHz, so it plays 147 cents high.',
      },
    ],
  },
});
