import { counted, formatCount, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { type MeasuredFile, measuredFiles } from '../../measured.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'bad-samples',
  chapter: 'sound',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'export-again',
  summary: 'No NaN, infinity or denormal noise',
  why: 'A sample that is no number silences a bus or a whole mix in some DAWs, and can blow a loud burst out of others.',
  how: 'Bypass the plug-ins on the track one by one: one of them gives numbers that are none. Then export again.',
  options: {},
  neverWaived: true,

  check({ opened }, report) {
    const files = measuredFiles(opened);
    const broken = files.filter(({ measured }) => brokenCount(measured.badSamples) > 0);
    if (broken.length > 0) {
      const isOne = broken.length === 1;
      const count = broken.reduce((sum, { measured }) => sum + brokenCount(measured.badSamples), 0);
      report({
        files: pathsOf(broken),
        title: `${whoIs(broken, 24)} ${isOne ? 'holds' : 'hold'} ${counted(count, 'sample')} that are no sound`,
        message: `${stemNames(broken)} ${isOne ? 'holds' : 'hold'} ${kindsOf(broken)}. Some programs go silent on them, others burst.`,
        fix: `Export ${isOne ? 'it' : 'them'} again with the plug-in bypassed that makes them.`,
        data: { badSamples: broken.map(({ measured }) => measured.badSamples) },
        act: { phrase: 'with the faulty plug-in bypassed' },
      });
    }
    const denormal = files.filter(
      ({ measured }) => measured.badSamples.denormal > 0 && !broken.some((one) => one.measured === measured),
    );
    if (denormal.length > 0) {
      const isOne = denormal.length === 1;
      report({
        files: pathsOf(denormal),
        severity: 'info',
        field: 'denormal',
        title: `${whoIs(denormal, 24)} ${isOne ? 'holds' : 'hold'} numbers too small to be heard`,
        message: `${stemNames(denormal)} ${isOne ? 'holds' : 'hold'} denormal numbers (${formatCount(denormal.reduce((sum, { measured }) => sum + measured.badSamples.denormal, 0))} samples). They are inaudible and slow some programs down.`,
        fix: 'Leave them, or export at 24 bit, which has no such numbers.',
        data: { denormal: denormal.map(({ measured }) => measured.badSamples.denormal) },
        act: { verb: 'nothing', phrase: '' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'all samples are numbers', delivery: delivery(stem('Pad.wav', { measured: {} })) },
      {
        when: 'a near miss: a float file goes over 0 dBFS',
        delivery: delivery(stem('Pad.wav', { measured: { badSamples: bad({ overs: 40 }) } })),
      },
    ],
    fails: [
      {
        when: 'a plug-in gave NaN',
        delivery: delivery(stem('Pad.wav', { measured: { badSamples: bad({ nan: 480 }) } })),
        says: 'Pad holds 480 samples that are no number. Some programs go silent on them, others burst.',
        severity: 'error',
      },
      {
        when: 'a reverb ends in denormal numbers',
        delivery: delivery(stem('Pad.wav', { measured: { badSamples: bad({ denormal: 900 }) } })),
        says: 'Pad holds denormal numbers (900 samples). They are inaudible and slow some programs down.',
        severity: 'info',
      },
    ],
  },
});

type Bad = MeasuredFile['measured']['badSamples'];

function bad(parts: Partial<Bad>): Bad {
  return { nan: 0, infinite: 0, huge: 0, denormal: 0, overs: 0, ...parts };
}

function brokenCount({ nan, infinite, huge }: Bad): number {
  return nan + infinite + huge;
}

function kindsOf(files: readonly MeasuredFile[]): string {
  const sum = (field: 'nan' | 'infinite' | 'huge') =>
    files.reduce((all, { measured }) => all + measured.badSamples[field], 0);
  const [nan, infinite, huge] = [sum('nan'), sum('infinite'), sum('huge')];
  return listed([
    ...(nan > 0 ? [`${counted(nan, 'sample')} that are no number`] : []),
    ...(infinite > 0 ? [`${counted(infinite, 'sample')} without end`] : []),
    ...(huge > 0 ? [`${counted(huge, 'sample')} over +40 dBFS`] : []),
  ]);
}
