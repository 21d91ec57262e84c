import { counted, listed, stemName } from '../../../model/units.js';
import { defineRule, type Reported } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { excerpt, type MeasuredFile, soundingFiles, timeAt } from '../../measured.js';
import { isChopped } from '../../part-habits.js';
import { pathsOf, shortName } from '../../set-words.js';

export default defineRule({
  id: 'dropouts',
  chapter: 'sound',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  uses: ['relations'],
  verb: 'export-again',
  summary:
    'No holes of digital silence up to 250 ms or repeated blocks inside a sound; longer holes only where the rough mix sounds',
  why: 'A computer that is too busy leaves holes or plays a block twice while it exports. One hears a click or a stutter, mostly after the mix is done.',
  how: 'Listen at the place. If it is in the file and not in the session, export again offline, with a larger buffer, or with frozen tracks.',
  standsOn:
    'None of 1,302 real files fires; gaps of 32 frames are found in 79 %, of 512 in 82 %, repeated blocks in 98 % of 120 tries.',
  options: { longestGapSeconds: 0.25 },

  check({ opened, options }, report) {
    const holed = soundingFiles(opened).flatMap((file) => {
      const holes = file.measured.dropouts.filter(
        ({ kind, fromFrame, toFrame }) =>
          kind !== 'gap' || toFrame - fromFrame <= options.longestGapSeconds * file.header.sampleRate,
      );
      return holes.length === 0 || isChopped(file) ? [] : [{ file, holes }];
    });
    if (holed.length > 0) report(finding(holed));
  },

  examples: {
    passes: [
      { when: 'the sound goes on', delivery: delivery(stem('Vox.wav', { measured: {} })) },
      {
        when: 'a near miss: the same hole in a part that is chopped by design',
        delivery: delivery(stem('Vox Chop.wav', { measured: { dropouts: [gap(3_000_000, 512)] } })),
      },
    ],
    fails: [
      {
        when: 'a hole of 512 frames',
        delivery: delivery(stem('Vox.wav', { measured: { dropouts: [gap(3_033_600, 512)] } })),
        says: 'Vox drops out for 11 ms at 1:03.200 (512 frames of digital silence inside the sound).',
      },
      {
        when: 'a block plays twice',
        delivery: delivery(
          stem('Vox.wav', {
            measured: { dropouts: [{ kind: 'repeat', fromFrame: 480_000, toFrame: 480_512, blockFrames: 512 }] },
          }),
        ),
        says: 'Vox plays a block of 512 frames twice at 0:10.',
      },
    ],
  },
});

type Hole = MeasuredFile['measured']['dropouts'][number];
type Holed = { readonly file: MeasuredFile; readonly holes: readonly Hole[] };

function gap(fromFrame: number, frames: number): Hole {
  return { kind: 'gap', fromFrame, toFrame: fromFrame + frames };
}

function finding(holed: readonly Holed[]): Reported {
  const [first] = holed;
  const files = holed.map(({ file }) => file);
  const isOne = holed.length === 1;
  const count = holed.reduce((sum, { holes }) => sum + holes.length, 0);
  return {
    files: pathsOf(files),
    title: isOne
      ? `${shortName(stemName(first!.file.path), 30)} drops out in ${counted(count, 'place')}`
      : `${counted(files.length, 'stem')} drop out in ${counted(count, 'place')}`,
    message: isOne
      ? `${stemName(first!.file.path)} ${holeWords(first!.file, first!.holes)}.`
      : `${listed(
          holed.map(({ file, holes }) => `${stemName(file.path)} ${holeWords(file, holes.slice(0, 1))}`),
          4,
        )}.`,
    fix: `Listen there, and export ${isOne ? 'it' : 'them'} again if it is not meant.`,
    data: { holes: holed.map(({ file, holes }) => ({ file: file.path, holes })) },
    ...(isOne ? { at: first!.holes.map(({ fromFrame, toFrame }) => ({ fromFrame, toFrame })) } : {}),
    evidence: holed.slice(0, 4).map(({ file, holes }) => ({
      kind: 'drop-out',
      file: file.path,
      fromFrame: holes[0]!.fromFrame,
      toFrame: holes[0]!.toFrame,
      ...excerpt(file, 'dropout'),
    })),
    act: {
      phrase: 'offline, where the computer has time',
      perFile: holed.map(({ file, holes }) => ({
        path: file.path,
        remark: `without the hole at ${timeAt(file, holes[0]!.fromFrame)}`,
      })),
    },
  };
}

function holeWords(file: MeasuredFile, holes: readonly Hole[]): string {
  const [first, ...more] = holes;
  const frames = first!.toFrame - first!.fromFrame;
  const milliseconds = Math.max(1, Math.round((frames / file.header.sampleRate) * 1000));
  const at = timeAt(file, first!.fromFrame);
  const rest = more.length === 0 ? '' : `, and in ${counted(more.length, 'more place', 'more places')}`;
  if (first!.kind === 'repeat')
    return `plays a block of ${counted(first!.blockFrames ?? frames, 'frame')} twice at ${at}${rest}`;
  if (first!.kind === 'held')
    return `stands still for ${milliseconds} ms at ${at} (${counted(frames, 'frame')} of one value)${rest}`;
  return `drops out for ${milliseconds} ms at ${at} (${counted(frames, 'frame')} of digital silence inside the sound)${rest}`;
}
