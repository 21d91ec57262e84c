import type { Severity } from '../../../model/report.js';
import { counted, formatCount, formatDb, listed, stemName } from '../../../model/units.js';
import { defineRule, type Reported } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { excerpt, type MeasuredFile, soundingFiles, timeAt } from '../../measured.js';
import { isClippedOnPurpose } from '../../part-habits.js';
import { pathsOf, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'clipping',
  chapter: 'sound',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  uses: ['names'],
  verb: 'export-again',
  summary: 'No runs of samples at full scale; one finding for the delivery; info for 808, distorted and drum-bus roles',
  why: 'Where the wave hits the ceiling its top is cut off for good, and the crackle stays when the fader goes down. If it is the sound that was wanted, the mixer has to know.',
  how: 'Turn the track, the plug-in that clips or the export fader down and export again; do not normalise. If the crunch is the sound, write it under `meant`.',
  standsOn:
    'On 1,302 real files the detector fired five times at full scale, rightly each time; +3 dB into the ceiling is found in 88 %, +6 dB in 93 %, +12 dB in 98 % of 120 tries.',
  options: {
    // Below full scale a synthesiser's pulse looks alike: only many runs are a warning.
    turnedDownRuns: 100,
    // An integer overflows at full scale. Below it, one jump that looks so is a cymbal (1 of 1,264 real files), more are
    // an overflow that was turned down.
    overflowFromDbfs: -1,
    turnedDownOverflows: 3,
  },

  check({ opened, options }, report) {
    const clipped = soundingFiles(opened).filter(({ measured }) => measured.clipping !== null);
    const wrapped = clipped.filter(
      ({ measured: { clipping, peakDbfs } }) =>
        clipping!.wraps >= (peakDbfs! >= options.overflowFromDbfs ? 1 : options.turnedDownOverflows),
    );
    if (wrapped.length > 0) report(wrapFinding(wrapped));
    const flat = clipped.filter((file) => !wrapped.includes(file) && file.measured.clipping!.runs > 0);
    for (const severity of ['warning', 'info'] as const) {
      const group = flat.filter((file) => weightOf(file, options.turnedDownRuns) === severity);
      if (group.length > 0) report({ ...finding(group), severity });
    }
  },

  examples: {
    passes: [
      { when: 'nothing touches the ceiling', delivery: delivery(stem('Snare.wav', { measured: {} })) },
      {
        when: 'a near miss: one peak touches 0 dBFS and goes on',
        delivery: delivery(stem('Snare.wav', { measured: { peakDbfs: 0, truePeakDbtp: 0.4 } })),
      },
      {
        when: 'a near miss: a soft ride jumps once as an overflow does, far below full scale',
        delivery: delivery(
          stem('Ride.wav', {
            measured: { peakDbfs: -18.8, clipping: { ...clipped(0, 0).clipping, ceilingDbfs: -18.8, wraps: 1 } },
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'a snare was pushed into the ceiling',
        delivery: delivery(stem('Snare.wav', { measured: clipped(211, 38) })),
        says: 'Snare stands flat at 0.0 dBFS in 211 places, the longest 38 frames at 0:12.500; true peak +0.2 dBTP.',
        severity: 'warning',
      },
      {
        when: 'an 808 is clipped, as most are',
        delivery: delivery(stem('808.wav', { label: { role: '808' }, measured: clipped(300, 60) })),
        says: '808 stands flat at 0.0 dBFS in 300 places, the longest 60 frames at 0:12.500; true peak +0.2 dBTP.',
        severity: 'info',
      },
      {
        when: 'samples wrapped around',
        delivery: delivery(
          stem('Bass.wav', { measured: { peakDbfs: 0, clipping: { ...clipped(0, 0).clipping, wraps: 3 } } }),
        ),
        says: 'Bass overflows in 3 places: the wave jumps from the top of the scale to its bottom, a loud crack each time.',
        severity: 'error',
      },
    ],
  },
});

function clipped(runs: number, longestFrames: number) {
  return {
    peakDbfs: 0,
    truePeakDbtp: 0.2,
    clipping: {
      runs,
      longestFrames,
      clippedSamples: runs * 5,
      ceilingDbfs: 0,
      atFullScale: true,
      hard: runs >= 10 || longestFrames >= 12,
      wraps: 0,
      spans: longestFrames === 0 ? [] : [{ fromFrame: 600_000, toFrame: 600_000 + longestFrames }],
    },
  };
}

function weightOf(file: MeasuredFile, turnedDownRuns: number): Severity {
  const { hard, runs } = file.measured.clipping!;
  const isHard = hard || runs >= turnedDownRuns;
  return isHard && !isClippedOnPurpose(file) ? 'warning' : 'info';
}

function finding(files: readonly MeasuredFile[]): Reported {
  const [first] = [...files].sort((a, b) => b.measured.clipping!.runs - a.measured.clipping!.runs);
  const { runs } = first!.measured.clipping!;
  const isOne = files.length === 1;
  return {
    files: pathsOf(files),
    title: isOne
      ? `${whoIs(files, 30)} is clipped in ${counted(runs, 'place')}`
      : `${counted(files.length, 'stem')} are clipped, in up to ${counted(runs, 'place')}`,
    message: isOne ? `${placesOf(first!)}.` : `${listed(files.map(shortPlaces), 6)}.`,
    fix: `Export ${isOne ? 'it' : 'them'} again about 6 dB lower, with whatever clips turned down. If the crunch is wanted, say so in the notes.`,
    data: {
      runs: files.map(({ measured }) => measured.clipping!.runs),
      longestFrames: files.map(({ measured }) => measured.clipping!.longestFrames),
      ceilingDbfs: files.map(({ measured }) => measured.clipping!.ceilingDbfs),
      hard: files.map(({ measured }) => measured.clipping!.hard),
    },
    ...(isOne ? { at: first!.measured.clipping!.spans } : {}),
    evidence: files.slice(0, 8).map((file) => ({
      kind: 'clip zoom',
      file: file.path,
      runs: file.measured.clipping!.runs,
      longestFrames: file.measured.clipping!.longestFrames,
      atFrame: file.measured.clipping!.spans.map(({ fromFrame }) => fromFrame),
      ...excerpt(file, 'clipping'),
    })),
    act: { phrase: 'about 6 dB lower' },
  };
}

function placesOf(file: MeasuredFile): string {
  const { clipping, truePeakDbtp } = file.measured;
  const { runs, longestFrames, ceilingDbfs, spans } = clipping!;
  const longest = spans.reduce<(typeof spans)[number] | null>(
    (a, b) => (a === null || b.toFrame - b.fromFrame > a.toFrame - a.fromFrame ? b : a),
    null,
  );
  const where = longest === null ? '' : ` at ${timeAt(file, longest.fromFrame)}`;
  const peak = truePeakDbtp === null ? '' : `; true peak ${formatDb(truePeakDbtp, 'dBTP')}`;
  return `${stemName(file.path)} stands flat at ${formatDb(ceilingDbfs, 'dBFS')} in ${counted(runs, 'place')}, the longest ${counted(longestFrames, 'frame')}${where}${peak}`;
}

function shortPlaces({ path, measured }: MeasuredFile): string {
  const { runs, ceilingDbfs } = measured.clipping!;
  return `${stemName(path)} stands flat at ${formatDb(ceilingDbfs, 'dBFS')} in ${counted(runs, 'place')}`;
}

function wrapFinding(files: readonly MeasuredFile[]): Reported {
  const isOne = files.length === 1;
  const wraps = files.reduce((sum, { measured }) => sum + measured.clipping!.wraps, 0);
  return {
    files: pathsOf(files),
    severity: 'error',
    field: 'wraps',
    title: `${whoIs(files, 30)} ${isOne ? 'overflows' : 'overflow'} in ${counted(wraps, 'place')}`,
    message: `${listed(files.map(({ path }) => stemName(path)))} ${isOne ? 'overflows' : 'overflow'} in ${counted(wraps, 'place')}: the wave jumps from the top of the scale to its bottom, a loud crack each time.`,
    fix: `Export ${isOne ? 'it' : 'them'} again lower, at 24 bit or 32 bit float.`,
    data: { wraps: files.map(({ measured }) => formatCount(measured.clipping!.wraps)) },
    act: { phrase: 'about 6 dB lower, without overflow' },
  };
}
