import { counted, formatSeconds, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { compared, stemsInRough } from '../../in-rough.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'clock-drift',
  chapter: 'timing',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['relations'],
  verb: 'export-again',
  summary: 'No stem runs faster or slower than the rough mix',
  why: 'A stem from another clock starts in time and ends beside the beat. No single shift puts it right.',
  how: 'Export the stem from the session itself. If it was recorded on a device of its own, stretch it in the session to the length that it has there.',
  standsOn: 'Drift of 10 to 100 ppm is measured within 2 ppm on 45 s and more.',
  options: {},
  followsFrom: ['sample-rate-mislabelled', 'sample-rate-consistent'],

  check(context, report) {
    const drifting = stemsInRough(context, 'drift').filter(({ rough }) => rough.ppm !== null);
    if (drifting.length === 0) return;
    const files = drifting.map(({ file }) => file);
    const isOne = drifting.length === 1;
    const { file, rough } = drifting[0]!;
    const ppm = Math.round(rough.ppm!);
    const endSeconds = (Math.abs(rough.ppm!) / 1e6) * (file.header.seconds ?? 0);
    report({
      files: pathsOf(files),
      title: `${whoIs(files, 28)} ${isOne ? 'runs' : 'run'} too ${ppm > 0 ? 'slow' : 'fast'} against the rough mix`,
      message: isOne
        ? `${stemName(file.path)} runs ${Math.abs(ppm)} ppm ${ppm > 0 ? 'slower' : 'faster'} than the rough mix: at its end (${formatSeconds(Math.round(file.header.seconds ?? 0))}) it is ${(endSeconds * 1000).toFixed(0)} ms off.`
        : `${stemNames(files)} run at another speed than the rough mix, up to ${Math.max(...drifting.map(({ rough: one }) => Math.abs(Math.round(one.ppm!))))} ppm.`,
      fix: `Export ${isOne ? 'it' : 'them'} again from the session from which the rough mix came.`,
      data: {
        ppm: drifting.map(({ rough: one }) => one.ppm),
        endMilliseconds: Math.round(endSeconds * 1000),
        stems: counted(files.length, 'stem'),
      },
      act: { phrase: 'from the session of the rough mix' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the stem runs with the rough mix',
        delivery: delivery(stem('Vox.wav'), roughMix('Rough.wav'), compared([{ path: 'Vox.wav', kind: 'aligned' }])),
      },
      {
        when: 'a near miss: it is late, and stays so',
        delivery: delivery(
          stem('Vox.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Vox.wav', kind: 'offset', lateFrames: 480 }]),
        ),
      },
    ],
    fails: [
      {
        when: 'a voice from another recorder runs 100 ppm slow',
        delivery: delivery(
          stem('Vox.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Vox.wav', kind: 'drift', ppm: 100 }]),
        ),
        says: 'Vox runs 100 ppm slower than the rough mix: at its end (3:20) it is 20 ms off.',
      },
    ],
  },
});
