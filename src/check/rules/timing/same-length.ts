import type { OpenedFile } from '../../../model/delivery.js';
import { grouped } from '../../../model/grouped.js';
import type { Severity } from '../../../model/report.js';
import { counted, formatSeconds, formatSpan } from '../../../model/units.js';
import { defineRule, type Reported } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';
import { lengthsOf, type StemLength, setLength } from '../../stem-lengths.js';

export default defineRule({
  id: 'same-length',
  chapter: 'timing',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  uses: ['sound'],
  verb: 'export-again',
  summary: 'All stems have one length; info where the starts agree and the end is silent',
  why: 'When all stems have one length, one look shows that all start and end together. A shorter one was trimmed, at its end or at its start.',
  how: 'Set the export range from bar 1 to the end of the last tail, and export all stems in one run with that range.',
  options: {
    // Exports of one run differ by a buffer or two, and by plug-ins that round their latency: up to some 50 ms.
    toleratedSeconds: 0.1,
    // From so many stems on, a set of which most differ is told in one finding.
    fewestStems: 4,
    // A stem whose sound ends this long before its file does ended by itself.
    quietEndSeconds: 0.25,
  },
  followsFrom: ['truncated-file', 'sample-rate-consistent', 'same-start', 'stem-offset', 'one-song-per-folder'],

  check({ opened, setRate, delivery, options }, report) {
    const lengths = lengthsOf(opened);
    const setSeconds = setLength(lengths, options.toleratedSeconds);
    if (setSeconds === null) return;
    const different = lengths.filter(({ seconds }) => Math.abs(seconds - setSeconds) > options.toleratedSeconds);
    if (lengths.length >= options.fewestStems && different.length * 2 > lengths.length) {
      report(finding(different, setSeconds, lengths.length));
      return;
    }
    const aligned = new Set(
      delivery.relations.rough?.stems.filter(({ kind }) => kind === 'aligned').map(({ path }) => path),
    );
    const groups = grouped(different, (one) =>
      groupKey(one, setRate, severityOf(one.file, aligned, options.quietEndSeconds)),
    );
    for (const group of groups.values()) {
      report({
        ...finding(group, setSeconds, lengths.length),
        severity: severityOf(group[0]!.file, aligned, options.quietEndSeconds),
      });
    }
  },

  examples: {
    passes: [
      { when: 'all stems last equally long', delivery: delivery(stem('Kick.wav'), stem('Bass.wav')) },
      {
        when: 'a near miss: one is 30 ms shorter, as exports of one run are',
        delivery: delivery(stem('Kick.wav'), stem('Bass.wav', { seconds: 199.97 })),
      },
    ],
    fails: [
      {
        when: 'one ends before the others',
        delivery: delivery(stem('Kick.wav'), stem('Bass.wav'), stem('Pad.wav', { seconds: 198.5 })),
        says: 'Pad lasts 3:18.500, the set 3:20. From its length alone nobody can say whether its start or its end is missing.',
        severity: 'warning',
      },
      {
        when: 'one ends before the others, long after its last sound',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Bass.wav'),
          stem('Pad.wav', { seconds: 150, measured: { firstSoundFrame: 480_000, lastSoundFrame: 7_000_000 } }),
        ),
        says: 'Pad lasts 2:30, the set 3:20. Its last sound ends before the file does, so nothing seems to be cut.',
        severity: 'info',
      },
      {
        when: 'each stem ends where its part does',
        delivery: delivery(...[200, 180, 150, 90, 60].map((seconds, i) => stem(`Part ${i + 1}.wav`, { seconds }))),
        says: 'Part 2, Part 3, Part 4 and Part 5 last from 1:00 to 3:00, the longest 3:20.',
        severity: 'warning',
      },
    ],
  },
});

/** Stems that another finding explains stand alone, so that they can be folded under it. */
function groupKey({ file, seconds }: StemLength, setRate: number | null, severity: Severity): string {
  const isExplained = file.faults.length > 0 || (setRate !== null && file.header.sampleRate !== setRate);
  return isExplained ? `${file.path} ${seconds}` : severity;
}

/** A stem that starts in place and falls silent before its file ends was only exported without its last silence. */
function severityOf(
  { path, header, measured }: OpenedFile,
  aligned: ReadonlySet<string>,
  quietEndSeconds: number,
): Severity {
  if (measured === undefined) return 'warning';
  const { lastSoundFrame, firstSoundFrame, edges, frames } = measured;
  if (lastSoundFrame === null) return 'info';
  const endsQuietly = frames - lastSoundFrame >= quietEndSeconds * header.sampleRate && edges?.tailCut !== true;
  // Sound on the first frames of a shorter file may be the sign that its start was trimmed.
  const startsQuietly = firstSoundFrame !== null && firstSoundFrame > quietEndSeconds * header.sampleRate;
  return endsQuietly && (aligned.has(path) || startsQuietly) ? 'info' : 'warning';
}

function finding(group: readonly StemLength[], setSeconds: number, ofStems: number): Reported {
  const files = group.map(({ file }) => file);
  const [first] = group;
  const isOne = group.length === 1;
  const isShorter = first!.seconds < setSeconds;
  const [shortest, longest] = [Math.min, Math.max].map((pick) =>
    formatSeconds(pick(...group.map(({ seconds }) => seconds))),
  );
  const range = shortest === longest ? shortest : `from ${shortest} to ${longest}`;
  const gap = formatSpan(Math.abs(setSeconds - first!.seconds));
  return {
    files: pathsOf(files),
    title: isOne
      ? `${whoIs(files, 24)} is ${gap} ${isShorter ? 'shorter' : 'longer'} than the others`
      : `${counted(group.length, 'stem')} have another length than the rest`,
    message: isOne
      ? `${stemNames(files)} lasts ${formatSeconds(first!.seconds)}, the set ${formatSeconds(setSeconds)}. ${why(first!, isShorter)}`
      : `${stemNames(files)} last ${range}, ${isMost(group.length, ofStems) ? 'the longest' : 'the set'} ${formatSeconds(setSeconds)}.`,
    fix: `Export ${isOne ? 'it' : 'them'} again over the same range as the others, from bar 1 to the last tail.`,
    data: { setSeconds, seconds: group.map(({ seconds }) => seconds), stems: group.length },
    act: { phrase: 'over the same range as the others' },
  };
}

function isMost(count: number, of: number): boolean {
  return count * 2 > of;
}

function why({ file }: StemLength, isShorter: boolean): string {
  const { measured, header } = file;
  if (!isShorter) return 'Either it runs on after the song, or it starts before the others.';
  if (measured?.lastSoundFrame != null && measured.frames - measured.lastSoundFrame >= 0.25 * header.sampleRate) {
    return 'Its last sound ends before the file does, so nothing seems to be cut.';
  }
  return 'From its length alone nobody can say whether its start or its end is missing.';
}
