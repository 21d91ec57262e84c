import type { DeliveredFile } from '../../../model/delivery.js';
import { NO_RELATIONS, type Relations } from '../../../model/relations.js';
import { counted, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';

export default defineRule({
  id: 'duplicate-stem',
  chapter: 'together',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  uses: ['relations'],
  verb: 'leave-out',
  summary: 'No sound is delivered twice under two names',
  why: 'The same sound twice is 6 dB louder than it should be, or one of the two names stands in for a part that is missing.',
  how: 'Solo both tracks in the session. If one is left over, take it out; if it should be another part, export that part again.',
  options: {},

  check({ delivery, stemFiles, dryVocals }, report) {
    const byPath = new Map(stemFiles.map((file) => [file.path, file]));
    for (const { files: paths, how } of delivery.relations.sameSound) {
      const files = paths.flatMap((path) => byPath.get(path) ?? []);
      if (files.length < 2) continue;
      const names = files.map(({ path }) => stemName(path));
      const isHalves = areHalves(files);
      const title = `${listed(names, 2)} hold the same sound`;
      const isDry = dryVocals.some((dry) => files.includes(dry));
      report({
        files: files.map(({ path }) => path),
        ...(isHalves ? { severity: 'info' } : {}),
        title: title.length <= 60 ? title : `${counted(files.length, 'stem')} hold the same sound`,
        message: `${listed(names, 4)} hold the same ${how === 'bytes' ? 'bytes' : 'samples, under another header'}.${tellsMore(isHalves, isDry)}`,
        fix: isHalves
          ? 'Use one of them as mono, or export the pair again if the part is stereo.'
          : 'Take out the one that is left over, or export the part that its name promises.',
        data: { how, stems: files.length },
        evidence: [{ kind: 'duplicate', files: paths.slice(0, 4), levelDb: 0, lagFrames: 0 }],
        act: { phrase: 'or export the part that its name promises' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'no two stems are alike', delivery: delivery(stem('Clap 1.wav'), stem('Clap 2.wav')) },
      {
        when: 'a near miss: a stem and a file that is no stem hold the same sound',
        delivery: delivery(stem('Clap 1.wav'), same(['Clap 1.wav', 'Old/Clap.wav'], 'bytes')),
      },
    ],
    fails: [
      {
        when: 'one file lies there twice',
        delivery: delivery(stem('Clap 1.wav'), stem('Clap 2.wav'), same(['Clap 1.wav', 'Clap 2.wav'], 'bytes')),
        says: 'Clap 1 and Clap 2 hold the same bytes.',
        severity: 'error',
      },
      {
        when: 'both halves of a pair are one sound',
        delivery: delivery(
          stem('Pad_L.wav', { channels: 1, label: { side: 'L' } }),
          stem('Pad_R.wav', { channels: 1, label: { side: 'R' } }),
          same(['Pad_L.wav', 'Pad_R.wav'], 'samples'),
        ),
        says: 'Pad_L and Pad_R hold the same samples, under another header. As two halves of a pair they are one mono sound.',
        severity: 'info',
      },
    ],
  },
});

function same(
  files: readonly string[],
  how: 'bytes' | 'samples',
): { readonly facts: { readonly relations: Relations } } {
  return { facts: { relations: { ...NO_RELATIONS, sameSound: [{ files, how }] } } };
}

function areHalves(files: readonly DeliveredFile[]): boolean {
  const [a, b, ...more] = files.map(({ label }) => label.side);
  return more.length === 0 && ((a === 'L' && b === 'R') || (a === 'R' && b === 'L'));
}

function tellsMore(isHalves: boolean, isDry: boolean): string {
  if (isHalves) return ' As two halves of a pair they are one mono sound.';
  return isDry ? ' One of them calls itself dry, so the effects are on both or on neither.' : '';
}
