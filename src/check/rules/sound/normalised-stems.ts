import { capitalised, countWord, formatDb } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { type MeasuredFile, soundingFiles } from '../../measured.js';
import { pathsOf } from '../../set-words.js';

export default defineRule({
  id: 'normalised-stems',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'export-again',
  summary: "Stems are not each normalised: their balance is the rough mix's",
  why: 'Stems at unity gain, laid side by side, are the rough mix. After normalising each of them that balance is gone, and has to be found again by ear.',
  how: 'Switch "normalise" off in the export dialogue. Where it must stay, normalise the whole set by one common gain.',
  standsOn:
    'Of 26 real sets none reaches four stems and 60 %; the largest groups of equal peaks were 3 of 14 and 3 of 5.',
  options: { fewestStems: 4, shareOfStems: 0.6, peaksWithinDb: 0.05, peaksOverDbfs: -6.1 },

  check({ opened, options }, report) {
    const sounding = soundingFiles(opened);
    const group = largestEqualPeaks(sounding, options.peaksWithinDb).filter(
      ({ measured }) => measured.peakDbfs! > options.peaksOverDbfs,
    );
    if (group.length < options.fewestStems || group.length < options.shareOfStems * sounding.length) return;
    // A shared maximum of clipped stems is the ceiling, and clipping has said so.
    if (group.filter(({ measured }) => measured.clipping !== null).length * 2 > group.length) return;
    const sharedPeakDbfs = group[0]!.measured.peakDbfs!;
    report({
      files: pathsOf(group),
      title: `${capitalised(countWord(group.length))} of ${sounding.length} stems peak at one level`,
      message: `${capitalised(countWord(group.length))} of ${sounding.length} stems peak at ${formatDb(sharedPeakDbfs, 'dBFS')}, within ${options.peaksWithinDb} dB: they seem to be normalised one by one, so the balance is lost.`,
      fix: 'Export again without normalising.',
      data: { sharedPeakDbfs, stems: group.length, ofStems: sounding.length },
      act: { phrase: 'without normalising' },
    });
  },

  examples: {
    passes: [
      { when: 'every stem has its own peak', delivery: delivery(...peaks(-3, -6, -9, -12, -1)) },
      { when: 'a near miss: three of five share a peak', delivery: delivery(...peaks(-0.1, -0.1, -0.1, -12, -7)) },
    ],
    fails: [
      {
        when: 'five of six peak at the same level',
        delivery: delivery(...peaks(-0.1, -0.12, -0.08, -0.1, -0.1, -9)),
        says: 'Five of 6 stems peak at −0.1 dBFS, within 0.05 dB: they seem to be normalised one by one, so the balance is lost.',
      },
    ],
  },
});

function peaks(...levels: readonly number[]) {
  return levels.map((peakDbfs, index) => stem(`Stem ${index + 1}.wav`, { measured: { peakDbfs } }));
}

function largestEqualPeaks(files: readonly MeasuredFile[], withinDb: number): readonly MeasuredFile[] {
  const sorted = [...files].sort((a, b) => b.measured.peakDbfs! - a.measured.peakDbfs!);
  let best: readonly MeasuredFile[] = [];
  for (let from = 0; from < sorted.length; from++) {
    const top = sorted[from]!.measured.peakDbfs!;
    const group = sorted.slice(from).filter(({ measured }) => top - measured.peakDbfs! <= 2 * withinDb);
    if (group.length > best.length) best = group;
  }
  return best;
}
