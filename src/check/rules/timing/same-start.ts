import type { OpenedFile } from '../../../model/delivery.js';
import { counted, formatSpan, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
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

  check({ opened, options }, report) {
    const stamped = startsByStamp(opened, options.toleratedSeconds);
    if (stamped.length > 0) {
      const late = stamped.map(({ lateSeconds }) => lateSeconds);
      const isOne = stamped.length === 1;
      report({
        files: pathsOf(stamped.map(({ file }) => file)),
        title: `${whoIs(
          stamped.map(({ file }) => file),
          24,
        )} ${isOne ? 'starts' : 'start'} later than the others`,
        message: isOne
          ? `${stemName(stamped[0]!.file.path)} starts ${formatSpan(late[0]!)} after the others by its time stamp, and is that much shorter: it was trimmed to where it comes in.`
          : `${stemNames(stamped.map(({ file }) => file))} start ${formatSpan(Math.min(...late))} to ${formatSpan(Math.max(...late))} after the others by their time stamps, and are that much shorter: they were trimmed to where they come in.`,
        fix: `Export ${isOne ? 'it' : 'them'} again from the same start as the others, with the silence in front.`,
        data: { basis: 'bext', lateSeconds: late },
        act: { phrase: 'from the same start as the others' },
      });
      return;
    }
    const trimmed = setTrimmed(opened, options);
    if (trimmed.length === 0) return;
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
        says: 'Pad starts 12 s after the others by its time stamp, and is that much shorter: it was trimmed to where it comes in.',
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
