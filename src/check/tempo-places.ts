import { isNone, type Tempo } from '../model/brief.js';
import { grouped } from '../model/grouped.js';
import { formatBpm } from '../model/units.js';
import type { Views } from './context.js';

/** One place that states a tempo, and what it may stand for: changes and an approximate figure widen it. */
export type TempoPlace = {
  readonly bpms: readonly number[];
  readonly withinBpm: number;
  /** the file that says so: the notes, the session, the first of the names */
  readonly files: readonly string[];
  /** "handoff.yaml:2 says 84 bpm" */
  readonly words: string;
};

/** A rounded figure and the exact one of a session: 92 and 91.99. */
const ROUNDING_BPM = 0.5;
const APPROXIMATE_SHARE = 0.06;

/** Every place that states a tempo, the words first. One loop's own tempo in its name is no statement about the song. */
export function tempoPlaces(views: Views): readonly TempoPlace[] {
  return [...saidPlaces(views), ...sessionPlaces(views), ...namePlaces(views), ...headerPlaces(views)];
}

function saidPlaces({ brief }: Views): TempoPlace[] {
  return brief.tempo.flatMap(({ value, file, line }) => {
    if (isNone(value)) return [];
    const { bpm, approx, changes = [] } = value satisfies Tempo;
    return {
      bpms: [bpm, ...changes.map((change) => change.bpm)],
      withinBpm: approx ? bpm * APPROXIMATE_SHARE : ROUNDING_BPM,
      files: [file],
      words: `${file}:${line} says ${approx ? 'about ' : ''}${formatBpm(bpm)}`,
    };
  });
}

function sessionPlaces({ delivery }: Views): TempoPlace[] {
  return delivery.sessions.flatMap(({ path, tempo, tempoChanges }) =>
    tempo === null
      ? []
      : [
          {
            bpms: [tempo, ...tempoChanges.map(({ bpm }) => bpm)],
            withinBpm: ROUNDING_BPM,
            files: [path],
            words: `${path} runs at ${formatBpm(tempo)}`,
          },
        ],
  );
}

function namePlaces({ files, stemFiles }: Views): TempoPlace[] {
  const stating = files.filter(
    ({ kind, label }) => label.inName.bpm !== undefined && (kind === 'stem' || kind === 'rough-mix'),
  );
  const named = pathsBy(stating, ({ label }) => label.inName.bpm!);
  // A sample keeps the tempo of its pack in its name; a tempo that counts stands in several names, or in the beat's.
  const beats = new Set(stemFiles.filter(({ label }) => label.role === 'beat').map(({ path }) => path));
  const counting = named.filter(([, paths]) => paths.length > 1 || paths.some((path) => beats.has(path)));
  return counting.map(([bpm, paths]) => ({
    bpms: [bpm],
    withinBpm: ROUNDING_BPM,
    files: paths,
    words: `${paths.length === 1 ? 'one file name says' : `${paths.length} file names say`} ${formatBpm(bpm)}`,
  }));
}

/** Headers count only where most stems agree: loops keep their own tempo, and some DAWs write 120 everywhere. */
function headerPlaces({ opened }: Views): TempoPlace[] {
  const stating = opened.filter(({ header }) => header.tempo !== undefined && header.tempo !== 120);
  const tempos = pathsBy(stating, ({ header }) => header.tempo!);
  return tempos
    .filter(([, paths]) => paths.length >= 3 && paths.length * 2 > opened.length)
    .map(([bpm, paths]) => ({
      bpms: [bpm],
      withinBpm: ROUNDING_BPM,
      files: paths,
      words: `the headers of ${paths.length} stems say ${formatBpm(bpm)}`,
    }));
}

function pathsBy<File extends { readonly path: string }>(files: readonly File[], bpmOf: (file: File) => number) {
  return [...grouped(files, bpmOf)].map(([bpm, own]) => [bpm, own.map(({ path }) => path)] as const);
}

/** Whether two places can be about one song: a shared tempo, or one counted in half or double time. */
export function agree(a: TempoPlace, b: TempoPlace): boolean {
  const within = Math.max(a.withinBpm, b.withinBpm);
  return a.bpms.some((one) =>
    b.bpms.some((other) => [0.5, 1, 2].some((times) => Math.abs(one * times - other) <= within * Math.max(1, times))),
  );
}
