import { capitalised, countWord, formatDb } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { type MeasuredFile, soundingFiles } from '../../measured.js';
import { pathsOf } from '../../set-words.js';

export default defineRule({
  id: 'master-bus-left-on',
  chapter: 'sound',
  severity: 'warning',
  item: 'creative-effects',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  uses: ['relations'],
  verb: 'export-again',
  summary: 'Stems were not printed through the master bus limiter',
  why: 'A limiter on the mix bus works on the whole song. Printed onto each stem it works on each by itself, and cannot be taken off again.',
  how: 'Bypass limiter, clipper and maximiser on the mix bus before the stems are exported. Leave them on for the rough mix.',
  standsOn: 'None of 26 real sets fires. Look-ahead limiting by 3 dB is seen in 65 %, by 6 dB in 87 % of 60 stems.',
  options: { fewestStems: 3, shareOfStems: 0.5, ceilingWithinDb: 0.1, fewestBlocks: 30, nearShare: 0.05 },
  followsFrom: ['clipping'],

  check({ opened, roughMix, options }, report) {
    const sounding = soundingFiles(opened);
    const limited = sounding.filter((file) => touchesItsCeiling(file, options.fewestBlocks, options.nearShare));
    const group = largestSharedCeiling(limited, options.ceilingWithinDb);
    if (group.length < options.fewestStems || group.length < options.shareOfStems * sounding.length) return;
    const ceilingDbfs = group[0]!.measured.peakDbfs!;
    // The rough mix at the same ceiling shows that the limiter belongs to the mix bus.
    const [rough] = soundingFiles(roughMix === null ? [] : [roughMix]);
    const isOfTheBus =
      rough !== undefined &&
      Math.abs(rough.measured.peakDbfs! - ceilingDbfs) <= options.ceilingWithinDb &&
      touchesItsCeiling(rough, options.fewestBlocks, options.nearShare);
    report({
      files: pathsOf(group),
      severity: isOfTheBus ? 'warning' : 'info',
      title: `${capitalised(countWord(group.length))} of ${sounding.length} stems stand under one ceiling`,
      message: `${capitalised(countWord(group.length))} of ${sounding.length} stems touch ${formatDb(ceilingDbfs, 'dBFS')} again and again${isOfTheBus ? ', and so does the rough mix' : ''}. That looks like a limiter on each of them.`,
      fix: 'Bypass the limiter if it came with the export, and export these stems again; or say that it is meant.',
      data: {
        ceilingDbfs,
        stems: group.length,
        ofStems: sounding.length,
        nearShare: group.map(({ measured }) => measured.nearPeak!.share),
        basis: isOfTheBus ? 'rough mix' : 'stems',
      },
      act: { phrase: 'with the limiter of the mix bus bypassed' },
    });
  },

  examples: {
    passes: [
      { when: 'no stem touches a ceiling', delivery: delivery(...stems([-3, 2], [-6, 1], [-9, 3], [-4, 2])) },
      {
        when: 'a near miss: one steady bass touches its own',
        delivery: delivery(...stems([-1, 400], [-6, 1], [-9, 3], [-4, 2])),
      },
    ],
    fails: [
      {
        when: 'three of four touch one ceiling, and the rough mix too',
        delivery: delivery(
          ...stems([-0.3, 400], [-0.3, 300], [-0.32, 500], [-9, 3]),
          roughMix('Rough.wav', { measured: { peakDbfs: -0.3, nearPeak: { blocks: 900, share: 0.1 } } }),
        ),
        says: 'Three of 4 stems touch −0.3 dBFS again and again, and so does the rough mix. That looks like a limiter on each of them.',
        severity: 'warning',
      },
      {
        when: 'three of four touch one ceiling, without a rough mix',
        delivery: delivery(...stems([-0.3, 400], [-0.3, 300], [-0.32, 500], [-9, 3])),
        says: 'Three of 4 stems touch −0.3 dBFS again and again. That looks like a limiter on each of them.',
        severity: 'info',
      },
    ],
  },
});

function stems(...levels: readonly (readonly [number, number])[]) {
  return levels.map(([peakDbfs, blocks], index) =>
    stem(`Stem ${index + 1}.wav`, {
      measured: { peakDbfs, nearPeak: { blocks, share: blocks / 5000 + (blocks > 99 ? 0.05 : 0) } },
    }),
  );
}

function touchesItsCeiling({ measured }: MeasuredFile, fewestBlocks: number, nearShare: number): boolean {
  const { nearPeak } = measured;
  return nearPeak !== null && nearPeak.blocks >= fewestBlocks && nearPeak.share >= nearShare;
}

function largestSharedCeiling(files: readonly MeasuredFile[], withinDb: number): readonly MeasuredFile[] {
  const groups = files.map(({ measured }) =>
    files.filter((other) => Math.abs(other.measured.peakDbfs! - measured.peakDbfs!) <= withinDb),
  );
  return groups.reduce<readonly MeasuredFile[]>((best, group) => (group.length > best.length ? group : best), []);
}
