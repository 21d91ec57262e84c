import { counted, formatDb, formatSeconds, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { excerpt, soundingFiles } from '../../measured.js';
import { edgesOfTheSet, isOffsetAlone, splitByRange } from '../../set-edges.js';
import { pathsOf, shortName, stemNames } from '../../set-words.js';

export default defineRule({
  id: 'tail-cut',
  chapter: 'timing',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'export-again',
  summary:
    "No note or reverb is cut off at the end, judged against the file's own other decays; three or more files that end in sound are one info about the export range",
  why: 'A reverb or a held note that stops dead cannot be faded out any more: the end of the song is in it.',
  how: 'Let the export run some seconds longer, until the last reverb is gone, for all stems alike.',
  standsOn:
    'On 84 stems that are whole songs it never fires; on 38 excerpts nine times, rightly; a cut tail is found in 88 % of 120 tries.',
  options: { shortestSeconds: 30, rangeFromStems: 3 },
  followsFrom: ['truncated-file', 'same-start', 'stem-offset', 'same-length'],

  check({ opened, roughMix, options }, report) {
    const cut = soundingFiles(opened).filter(
      (file) =>
        file.measured.edges?.tailCut === true &&
        (file.header.seconds ?? 0) >= options.shortestSeconds &&
        file.label.role !== 'drum-loop' &&
        !isOffsetAlone(file, file.measured.edges.lastLevelDbfs),
    );
    if (cut.length === 0) return;
    const { isWhole, roughIsQuietAtEnd: isQuietInRough } = edgesOfTheSet(opened, roughMix);
    const { byRange, oneByOne } = splitByRange(cut, { isWhole, isQuietInRough }, options.rangeFromStems);
    if (byRange.length > 0) {
      report({
        files: pathsOf(byRange),
        severity: 'info',
        title: `${counted(byRange.length, 'stem')} end in the middle of a sound`,
        message: `${stemNames(byRange)} end in the middle of a sound: the export range seems to end before the last tail.`,
        fix: 'Export all stems some seconds longer, if the end of the song is meant to ring out.',
        data: { stems: byRange.length },
        act: { phrase: 'some seconds longer, to the last tail' },
      });
    }
    for (const file of oneByOne) {
      const name = stemName(file.path);
      const { lastLevelDbfs } = file.measured.edges!;
      report({
        files: [file.path],
        title: `${shortName(name, 36)} ends inside a sound`,
        message: `${name} still sounds${lastLevelDbfs === null ? '' : ` at ${formatDb(lastLevelDbfs, 'dBFS')}`} when it ends at ${formatSeconds(file.measured.frames / file.header.sampleRate)}, without a fade. Its last note or reverb is cut.`,
        fix: 'Export it again with the range some seconds longer.',
        data: { lastLevelDbfs, floorDbfs: file.measured.edges!.floorDbfs },
        at: [
          {
            fromFrame: Math.max(0, file.measured.frames - Math.round(file.header.sampleRate * 0.012)),
            toFrame: file.measured.frames,
          },
        ],
        evidence: [{ kind: 'tail', file: file.path, lastLevelDbfs, ...excerpt(file, 'tail') }],
        act: { phrase: 'some seconds longer, to the last tail' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'the last note rings out', delivery: delivery(stem('Vox.wav', { measured: {} })) },
      {
        when: 'the rough mix ends in sound at the same place: the song ends there',
        delivery: delivery(
          stem('Vox.wav', { measured: { edges: edges(-34) } }),
          roughMix('Rough.wav', { measured: { edges: edges(-20) } }),
        ),
      },
      {
        when: 'a near miss: a loop of eight seconds ends in sound',
        delivery: delivery(stem('Loop.wav', { seconds: 8, measured: { edges: edges(-20) } })),
      },
    ],
    fails: [
      {
        when: 'a reverb is cut',
        delivery: delivery(
          stem('Vox.wav', { measured: { edges: edges(-34) } }),
          roughMix('Rough.wav', { seconds: 203, measured: {} }),
        ),
        says: 'Vox still sounds at −34.0 dBFS when it ends at 3:20, without a fade. Its last note or reverb is cut.',
        severity: 'warning',
      },
    ],
  },
});

function edges(lastLevelDbfs: number) {
  return { firstSampleDbfs: null, headCut: false, headLevelDbfs: null, tailCut: true, lastLevelDbfs, floorDbfs: -90 };
}
