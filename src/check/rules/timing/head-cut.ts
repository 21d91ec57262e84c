import { counted, formatDb, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { excerpt, type MeasuredFile, soundingFiles } from '../../measured.js';
import { isDrum } from '../../part-habits.js';
import { edgesOfTheSet, isOffsetAlone, splitByRange } from '../../set-edges.js';
import { pathsOf, shortName, stemNames } from '../../set-words.js';

export default defineRule({
  id: 'head-cut',
  chapter: 'timing',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  uses: ['relations'],
  verb: 'export-again',
  summary:
    "No sound is cut off at the start, judged against the file's own other onsets; percussion and one-shots may start on frame 0; three or more files that start in sound are one info about the export range",
  why: 'When a file begins in the middle of a sound, the front of the first word or note is gone, and the edge clicks.',
  how: 'Move the start of the export range one bar to the left, for all stems alike, and export them again.',
  standsOn:
    'On 122 real stems of 30 s and more it fires twice, both excerpts that do begin inside a wave; a cut head is found in 43 % of 120 tries.',
  options: {
    // One-shots and loops are cut on purpose.
    shortestSeconds: 30,
    // So many at once are not cut one by one: the range began too late. So it did where a whole stem begins in sound
    // and the rough mix does, or nothing shows that the song begins later.
    rangeFromStems: 3,
  },
  followsFrom: ['same-start', 'stem-offset', 'truncated-file'],

  check({ opened, roughMix, options }, report) {
    const cut = soundingFiles(opened).filter(
      (file) =>
        file.measured.edges?.headCut === true &&
        (file.header.seconds ?? 0) >= options.shortestSeconds &&
        !isDrum(file) &&
        !isOffsetAlone(file, file.measured.edges.firstSampleDbfs),
    );
    if (cut.length === 0) return;
    const { isWhole, roughIsQuietAtStart: isQuietInRough } = edgesOfTheSet(opened, roughMix);
    const { byRange, oneByOne } = splitByRange(cut, { isWhole, isQuietInRough }, options.rangeFromStems);
    if (byRange.length > 0) {
      report({
        files: pathsOf(byRange),
        severity: 'info',
        title: `${counted(byRange.length, 'stem')} start in the middle of a sound`,
        message: `${stemNames(byRange)} start in the middle of a sound: the export range seems to begin inside the song.`,
        fix: 'Export all stems from one bar before the first sound, if something is missing there.',
        data: { stems: byRange.length },
        act: { phrase: 'all from one bar before the first sound' },
      });
    }
    for (const file of oneByOne) {
      const name = stemName(file.path);
      report({
        files: [file.path],
        title: `${shortName(name, 36)} starts inside a sound`,
        message: `${name} stands at ${formatDb(file.measured.edges!.firstSampleDbfs ?? -40, 'dBFS')} on its very first sample${levelWords(file)}, with no rise before it. The front of the first sound is probably missing.`,
        fix: 'Export it again from one bar before the first sound.',
        data: {
          firstSampleDbfs: file.measured.edges!.firstSampleDbfs,
          headLevelDbfs: file.measured.edges!.headLevelDbfs,
        },
        at: [{ fromFrame: 0, toFrame: Math.round(file.header.sampleRate * 0.005) }],
        evidence: [
          {
            kind: 'head',
            file: file.path,
            firstSampleDbfs: file.measured.edges!.firstSampleDbfs,
            ...excerpt(file, 'head'),
          },
        ],
        act: { phrase: 'from one bar before the first sound' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'silence stands in front', delivery: delivery(stem('Vox.wav', { measured: {} })) },
      {
        when: 'a near miss: a conga starts on frame 0',
        delivery: delivery(stem('Conga.wav', { label: { role: 'congas' }, measured: { edges: edges(-8.7) } })),
      },
    ],
    fails: [
      {
        when: 'a voice starts inside its first word',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' }, measured: { edges: edges(-8.7) } }),
          roughMix('Rough.wav', { measured: {} }),
        ),
        says: 'Lead Vox stands at −8.7 dBFS on its very first sample (−10.0 dBFS over the first half millisecond), with no rise before it. The front of the first sound is probably missing.',
        severity: 'warning',
      },
      {
        when: 'three stems start in sound',
        delivery: delivery(
          ...['Pad', 'Vox', 'Gtr'].map((name) => stem(`${name}.wav`, { measured: { edges: edges(-20) } })),
        ),
        says: 'Gtr, Pad and Vox start in the middle of a sound: the export range seems to begin inside the song.',
        severity: 'info',
      },
    ],
  },
});

function edges(firstSampleDbfs: number) {
  return { firstSampleDbfs, headCut: true, headLevelDbfs: -10, tailCut: false, lastLevelDbfs: null, floorDbfs: -90 };
}

function levelWords({ measured }: MeasuredFile): string {
  const level = measured.edges!.headLevelDbfs;
  return level === null ? '' : ` (${formatDb(level, 'dBFS')} over the first half millisecond)`;
}
