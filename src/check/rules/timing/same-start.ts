import type { OpenedFile } from '../../../model/delivery.js';
import type { Relations } from '../../../model/relations.js';
import { NO_RELATIONS } from '../../../model/relations.js';
import { counted, formatSpan, stemName } from '../../../model/units.js';
import { defineRule, type Reported } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { type MeasuredFile, measuredFiles } from '../../measured.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';
import { lengthsOf, setLength } from '../../stem-lengths.js';

export default defineRule({
  id: 'same-start',
  chapter: 'timing',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  uses: ['sound', 'relations'],
  verb: 'export-again',
  summary: 'All stems start at one point: no stem is trimmed to its first note',
  why: 'Stems are laid one under the other at the start of the session. One that was trimmed to its first note then plays at another place of the song.',
  how: 'Export every stem from bar 1, also those that come in late: the silence in front is what keeps them in place.',
  options: {
    // Files of one export that differ by less have one start; 100 ms are heard as a wrong entry.
    toleratedSeconds: 0.1,
    // A start this near to frame 0 is where a trimmed file begins.
    atOnceSeconds: 0.02,
    // Of the stems, for a set that was trimmed as a whole: two of 26 real sets reached it, both no stem sets.
    trimmedShare: 0.8,
  },
  standsOn: 'The share and the 20 ms come from 26 real sets of stems; time stamps are those of EBU Tech 3285.',
  followsFrom: ['stem-offset', 'sample-rate-consistent', 'truncated-file'],

  check({ opened, delivery, options }, report) {
    const stamped = startsByStamp(opened, options.toleratedSeconds);
    if (stamped.length > 0) report(trimmedFinding(stamped, 'by the time stamp', 'bext'));
    const byTwin = startsByTwin(opened, delivery.relations.dryTwins, options.toleratedSeconds).filter(
      ({ file }) => !stamped.some((known) => known.file === file),
    );
    if (byTwin.length > 0) report(trimmedFinding(byTwin, 'by the sound of their twin', 'dry twin'));
    const trimmed = setTrimmed(opened, options);
    if (stamped.length > 0 || trimmed.length === 0) return;
    report({
      files: pathsOf(trimmed),
      title: `${counted(trimmed.length, 'stem')} start in sound and differ in length`,
      message: `${trimmed.length} of ${opened.length} stems sound within ${Math.round(options.atOnceSeconds * 1000)} ms of their first frame, and their lengths differ: they seem to be trimmed to their first notes.`,
      fix: 'Export all stems again from one start, bar 1, with the silence in front.',
      data: { basis: 'sound', stems: trimmed.length, ofStems: opened.length },
      act: { phrase: 'all from bar 1' },
    });
  },

  examples: {
    passes: [
      { when: 'all stems start together', delivery: delivery(stem('Kick.wav'), stem('Bass.wav')) },
      {
        when: 'a near miss: loops of one length that all start in sound',
        delivery: delivery(
          ...['Kick', 'Bass', 'Hats', 'Pad'].map((name) => stem(`${name}.wav`, { measured: { firstSoundFrame: 0 } })),
        ),
      },
      {
        when: 'a stem ends early with one time stamp for all',
        delivery: delivery(
          stem('Kick.wav', { originFrame: 48_000 }),
          stem('Bass.wav', { originFrame: 48_000 }),
          stem('Pad.wav', { originFrame: 48_000, seconds: 150 }),
        ),
      },
    ],
    fails: [
      {
        when: 'the time stamp of a shorter stem is as much later',
        delivery: delivery(
          stem('Kick.wav', { originFrame: 0 }),
          stem('Bass.wav', { originFrame: 0 }),
          stem('Pad.wav', { originFrame: 576_000, seconds: 188 }),
        ),
        says: 'Pad starts 12 s after the others by the time stamp, and is that much shorter: it was trimmed at its start.',
      },
      {
        when: 'the dry voice is shorter than the wet one, and sings earlier by as much',
        delivery: delivery(
          stem('Vox WET.wav', { measured: { firstSoundFrame: 48_000 } }),
          stem('Vox DRY.wav', { seconds: 199.5, measured: { firstSoundFrame: 24_100 } }),
          {
            facts: {
              relations: { ...NO_RELATIONS, dryTwins: [{ wet: 'Vox WET.wav', dry: 'Vox DRY.wav', because: 'name' }] },
            },
          },
        ),
        says: 'Vox DRY starts 500 ms after the others by the sound of its twin, and is that much shorter: it was trimmed at its start.',
      },
      {
        when: 'every stem begins with its first note',
        delivery: delivery(
          ...[200, 150, 120, 90, 61].map((seconds, index) =>
            stem(`${index + 1}.wav`, { seconds, measured: { firstSoundFrame: 100 } }),
          ),
        ),
        says: '5 of 5 stems sound within 20 ms of their first frame, and their lengths differ: they seem to be trimmed to their first notes.',
      },
    ],
  },
});

function trimmedFinding(late: readonly LateStem[], how: string, basis: string): Reported {
  const files = late.map(({ file }) => file);
  const spans = late.map(({ lateSeconds }) => lateSeconds);
  const [least, most] = [Math.min(...spans), Math.max(...spans)].map(formatSpan);
  const isOne = late.length === 1;
  return {
    files: pathsOf(files),
    title: `${whoIs(files, 24)} ${isOne ? 'starts' : 'start'} later than the others`,
    message: isOne
      ? `${stemName(files[0]!.path)} starts ${least} after the others ${how.replace('their', 'its')}, and is that much shorter: it was trimmed at its start.`
      : `${stemNames(files)} start ${least === most ? least : `${least} to ${most}`} after the others ${how}, and are that much shorter: they were trimmed at their start.`,
    fix: `Export ${isOne ? 'it' : 'them'} again from the same start as the others, with the silence in front.`,
    data: { basis, lateSeconds: spans },
    act: { phrase: 'from the same start as the others' },
  };
}

type LateStem = { readonly file: OpenedFile; readonly lateSeconds: number };

/** Stems whose time stamp lies later than the set's, and which are shorter by just as much: trimmed, without a doubt. */
function startsByStamp(opened: readonly OpenedFile[], toleratedSeconds: number): readonly LateStem[] {
  const stamped = opened.filter(({ header }) => header.originFrame !== undefined && header.seconds !== null);
  const origins = stamped.map(({ header }) => header.originFrame! / header.sampleRate);
  if (origins.length < 2) return [];
  const setOrigin = Math.min(...origins);
  const setSeconds = setLength(lengthsOf(opened), toleratedSeconds);
  if (setSeconds === null) return [];
  return stamped.flatMap((file, index) => {
    const lateSeconds = origins[index]! - setOrigin;
    const missingSeconds = setSeconds - file.header.seconds!;
    const isTrimmed = lateSeconds > toleratedSeconds && Math.abs(lateSeconds - missingSeconds) <= toleratedSeconds;
    return isTrimmed ? [{ file, lateSeconds }] : [];
  });
}

/**
 * Of a dry file and its wet twin, the one that is shorter and sounds earlier by just as much: what is missing stood in
 * front of its first sound.
 */
function startsByTwin(
  opened: readonly OpenedFile[],
  twins: Relations['dryTwins'],
  toleratedSeconds: number,
): readonly LateStem[] {
  const byPath = new Map(measuredFiles(opened).map((file) => [file.path, file]));
  return twins.flatMap(({ wet, dry }) => {
    const pair = [byPath.get(wet), byPath.get(dry)].flatMap((file) => (file?.header.seconds == null ? [] : [file]));
    const [short, long] = pair.sort((a, b) => a.header.seconds! - b.header.seconds!);
    if (short === undefined || long === undefined) return [];
    const missingSeconds = long.header.seconds! - short.header.seconds!;
    const earlierSeconds = firstSound(long) - firstSound(short);
    const isTrimmed =
      missingSeconds > toleratedSeconds && Math.abs(missingSeconds - earlierSeconds) <= toleratedSeconds / 2;
    return isTrimmed ? [{ file: short, lateSeconds: missingSeconds }] : [];
  });
}

function firstSound({ measured, header }: MeasuredFile): number {
  return (measured.firstSoundFrame ?? Number.NaN) / header.sampleRate;
}

/** The stems of a set that was trimmed as a whole: nearly all start in sound, and no two have one length. */
function setTrimmed(
  opened: readonly OpenedFile[],
  options: { readonly atOnceSeconds: number; readonly trimmedShare: number; readonly toleratedSeconds: number },
): readonly OpenedFile[] {
  const sounding = opened.filter(({ measured }) => measured !== undefined && measured.firstSoundFrame !== null);
  const atOnce = sounding.filter(
    ({ measured, header }) => measured!.firstSoundFrame! <= options.atOnceSeconds * header.sampleRate,
  );
  if (sounding.length < 4 || atOnce.length < options.trimmedShare * sounding.length) return [];
  const lengths = lengthsOf(opened);
  const setSeconds = setLength(lengths, options.toleratedSeconds);
  const alike = lengths.filter(
    ({ seconds }) => setSeconds! - seconds <= options.toleratedSeconds && seconds <= setSeconds!,
  );
  return alike.length * 2 > lengths.length ? [] : atOnce;
}
