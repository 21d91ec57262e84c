import type { DeliveredFile } from '../../../model/delivery.js';
import { NO_RELATIONS, type Relations, type Twin } from '../../../model/relations.js';
import { counted, listed, stemName } from '../../../model/units.js';
import { defineRule, type Reported } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { pathsOf } from '../../set-words.js';

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
    const groups = delivery.relations.sameSound.flatMap(({ files: paths, how }) => {
      const files = paths.flatMap((path) => byPath.get(path) ?? []);
      return files.length < 2 ? [] : [{ files, how }];
    });
    const copies = groups.flatMap(({ files, how }) => copiesOf(files).map((pair) => ({ ...pair, how })));
    if (copies.length > 0) report(spareCopies(copies));
    for (const { files, how } of groups) {
      if (copies.some(({ copy }) => files.includes(copy))) continue;
      const names = files.map(({ path }) => stemName(path));
      const isHalves = areHalves(files);
      const title = `${listed(names, 2)} hold the same sound`;
      const isDry = dryVocals.some((dry) => files.includes(dry));
      report({
        files: pathsOf(files),
        ...(isHalves ? { severity: 'info' } : {}),
        title: title.length <= 60 ? title : `${counted(files.length, 'stem')} hold the same sound`,
        message: `${listed(names, 4)} hold the same ${how === 'bytes' ? 'bytes' : 'samples, under another header'}.${tellsMore(isHalves, isDry)}`,
        fix: isHalves
          ? 'Use one of them as mono, or export the pair again if the part is stereo.'
          : 'Take out the one that is left over, or export the part that its name promises.',
        data: { how, stems: files.length },
        evidence: [{ kind: 'duplicate', files: pathsOf(files).slice(0, 4), levelDb: 0, lagFrames: 0 }],
        act: {
          phrase: `${files.length === 2 ? 'one' : 'all but one'} of ${listed(names, 4)} out of the folder, or export the part that its name promises`,
          perFile: [],
        },
      });
    }
    for (const twin of scaledCopies(delivery.relations)) {
      const files = [twin.a, twin.b].flatMap((path) => byPath.get(path) ?? []);
      // An echo or a doubling that is made of another stem is a part of its own.
      if (files.length < 2 || areHalves(files) || files.some(({ label }) => label.printed || label.isDouble)) continue;
      report(scaledCopy(twin));
    }
  },

  examples: {
    passes: [
      { when: 'no two stems are alike', delivery: delivery(stem('Clap 1.wav'), stem('Clap 2.wav')) },
      {
        when: 'a near miss: a stem and a file that is no stem hold the same sound',
        delivery: delivery(stem('Clap 1.wav'), same(['Clap 1.wav', 'Old/Clap.wav'], 'bytes')),
      },
      {
        when: 'a near miss: two stems carry one performance and each something of its own',
        delivery: delivery(stem('Clap 1.wav'), stem('Clap 2.wav'), alike({ kind: 'same-performance', nullDb: -5 })),
      },
      {
        when: 'a near miss: an echo is a later copy',
        delivery: delivery(stem('Clap 1.wav'), stem('Clap 2.wav'), alike({ lagFrames: 12_000 })),
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
        when: 'the folder was copied over itself',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Kick copy.wav'),
          stem('Kick (2).wav'),
          same(['Kick (2).wav', 'Kick copy.wav', 'Kick.wav'], 'bytes'),
        ),
        says: 'Kick (2) holds the same bytes as Kick, and Kick copy is a copy like it.',
        severity: 'error',
      },
      {
        when: 'one is the other one again, softer',
        delivery: delivery(stem('Clap 1.wav'), stem('Clap 2.wav'), alike({ gainDb: -3 })),
        says: 'Clap 2 holds the sound of Clap 1, 3.0 dB softer.',
        severity: 'warning',
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

function alike(twin: Partial<Twin>): { readonly facts: { readonly relations: Relations } } {
  const copy: Twin = {
    a: 'Clap 1.wav',
    b: 'Clap 2.wav',
    kind: 'copy',
    lagFrames: 0,
    gainDb: 0,
    inverted: false,
    nullDb: -80,
    ...twin,
  };
  return { facts: { relations: { ...NO_RELATIONS, twins: [copy] } } };
}

/** Twins at one place that differ in level or sign alone. Dry ones beside wet ones are another rule's. */
function scaledCopies({ twins, dryTwins, sameSound }: Relations): readonly Twin[] {
  const isKnown = ({ a, b }: Twin): boolean =>
    sameSound.some(({ files }) => files.includes(a) && files.includes(b)) ||
    dryTwins.some(({ wet, dry }) => (wet === a && dry === b) || (wet === b && dry === a));
  return twins.filter((twin) => twin.kind === 'copy' && twin.lagFrames === 0 && !isKnown(twin));
}

function scaledCopy({ a, b, gainDb, inverted, nullDb }: Twin): Reported {
  const [softer, other] = (gainDb ?? 0) > 0 ? [a, b] : [b, a];
  const by = Math.abs(gainDb ?? 0);
  const how = [...(by >= 0.05 ? [`${by.toFixed(1)} dB softer`] : []), ...(inverted === true ? ['upside down'] : [])];
  const title = `${stemName(softer)} is ${stemName(other)} again`;
  return {
    files: [a, b],
    severity: 'warning',
    title: title.length <= 60 ? title : '2 stems hold the same sound',
    message: `${stemName(softer)} holds the sound of ${stemName(other)}${how.length === 0 ? '' : `, ${how.join(' and ')}`}.`,
    fix: 'Take out the one that is left over, or export the part that its name promises.',
    data: { how: 'scaled', gainDb, inverted, nullDb },
    evidence: [{ kind: 'duplicate', files: [a, b], levelDb: gainDb ?? 0, lagFrames: 0 }],
    act: {
      phrase: 'or export the part that its name promises',
      perFile: [{ path: softer, remark: 'or export the part that its name promises' }],
    },
  };
}

function areHalves(files: readonly DeliveredFile[]): boolean {
  const [a, b, ...more] = files.map(({ label }) => label.side);
  return more.length === 0 && ((a === 'L' && b === 'R') || (a === 'R' && b === 'L'));
}

function tellsMore(isHalves: boolean, isDry: boolean): string {
  if (isHalves) return ' As two halves of a pair they are one mono sound.';
  return isDry ? ' One of them calls itself dry, so the effects are on both or on neither.' : '';
}

type Copy = { readonly copy: DeliveredFile; readonly of: DeliveredFile };

/** How systems and people name a second file of one name. */
const COPY_MARK = /(?: ?\(\d{1,2}\)|[ _-](?:copy|kopie|copie|copia)(?: ?\d{1,2})?)$/i;

/** Files that are called copies of another one, or lie in another folder under its name; none where names differ. */
function copiesOf(files: readonly DeliveredFile[]): readonly Copy[] {
  const plain = (path: string): string => stemName(path).normalize('NFC').toLowerCase().replace(COPY_MARK, '');
  if (new Set(files.map(({ path }) => plain(path))).size > 1) return [];
  const of = files.find(({ path }) => !COPY_MARK.test(stemName(path))) ?? files[0]!;
  return files.flatMap((copy) => (copy === of ? [] : [{ copy, of }]));
}

/** One finding for all of them: the folder was copied over itself. */
function spareCopies(copies: readonly (Copy & { readonly how: 'bytes' | 'samples' })[]): Reported {
  const [{ copy, of, how }, ...more] = copies as [(typeof copies)[number], ...typeof copies];
  const isElsewhere = stemName(copy.path) === stemName(of.path);
  const [name, original] = isElsewhere ? [copy.path, of.path] : [stemName(copy.path), stemName(of.path)];
  const [next] = more;
  const others =
    next === undefined
      ? ''
      : more.length === 1
        ? `, and ${isElsewhere ? next.copy.path : stemName(next.copy.path)} is a copy like it`
        : `, and ${counted(more.length, 'more file')} are copies like it`;
  return {
    files: copies.map((one) => one.copy.path),
    title: `${counted(copies.length, 'file')} ${copies.length === 1 ? 'is a copy of another' : 'are copies of others'}`,
    message: `${name} holds the same ${how === 'bytes' ? 'bytes' : 'samples'} as ${original}${others}.`,
    fix: `Take the ${copies.length === 1 ? 'copy' : 'copies'} out, and leave one file a part.`,
    data: { copies: copies.length, of: [...new Set(copies.map((one) => one.of.path))] },
    evidence: [{ kind: 'duplicate', files: [of.path, copy.path], levelDb: 0, lagFrames: 0 }],
    act: { phrase: '' },
  };
}
