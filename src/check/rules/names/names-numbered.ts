import type { DeliveredFile } from '../../../model/delivery.js';
import { grouped } from '../../../model/grouped.js';
import { counted, folderOf, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';

export default defineRule({
  id: 'names-numbered',
  chapter: 'names',
  severity: 'off',
  strict: 'info',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  verb: 'rename',
  summary: 'Numbering has no holes or doubles, where there is numbering',
  why: 'Where tracks are numbered, a missing number looks like a missing track, and the mixer asks.',
  how: 'Number the tracks in the order of the session, without holes, or leave the numbers away.',
  options: {
    // Below this share the leading digits are parts of names ("808 Sub"), not numbering.
    numberedShare: 0.8,
  },

  check({ files, options }, report) {
    for (const [folder, numbered] of numberedFolders(files, options.numberedShare)) {
      const orders = numbered.map(({ label }) => label.order!);
      const doubles = sharingANumber(numbered);
      const holes = holesIn(orders);
      if (holes.length === 0 && doubles.length === 0) continue;
      const said = [
        ...(holes.length > 0 ? [`${listed(holes.map(String))} ${holes.length === 1 ? 'is' : 'are'} missing`] : []),
        ...(doubles.length > 0 ? [`${listed(doubles.map(({ path }) => stemName(path)))} share a number`] : []),
      ].join(', and ');
      report({
        files: doubles.length > 0 ? doubles.map(({ path }) => path) : numbered.map(({ path }) => path),
        title: `The numbering has ${holes.length > 0 ? counted(holes.length, 'hole') : counted(doubles.length, 'double')}`,
        message: `The tracks${folder === '' ? '' : ` in ${folder}`} are numbered ${Math.min(...orders)} to ${Math.max(...orders)}: ${said}.`,
        fix: 'Say that no track is missing, or number them anew.',
        data: { folder, holes, doubles: doubles.length },
        act: { verb: 'rename', phrase: '' },
        field: folder,
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'one to three',
        delivery: delivery(
          numberedStem('01 Kick.wav', 1),
          numberedStem('02 Snare.wav', 2),
          numberedStem('03 Bass.wav', 3),
        ),
      },
      {
        when: 'a near miss: the rough mix has the number that is missing among the stems',
        delivery: delivery(
          numberedStem('01 Kick.wav', 1),
          roughMix('02 ROUGH.wav', { label: { order: 2 } }),
          numberedStem('03 Bass.wav', 3),
          numberedStem('04 Keys.wav', 4),
        ),
      },
    ],
    fails: [
      {
        when: 'a number is missing',
        delivery: delivery(
          numberedStem('01 Kick.wav', 1),
          numberedStem('02 Snare.wav', 2),
          numberedStem('04 Bass.wav', 4),
        ),
        says: 'The tracks are numbered 1 to 4: 3 is missing.',
      },
    ],
  },
});

/** Audio by folder, of those folders in which stems are numbered at all. */
function numberedFolders(files: readonly DeliveredFile[], share: number): Map<string, DeliveredFile[]> {
  const audio = files.filter(({ kind }) => kind === 'stem' || kind === 'rough-mix' || kind === 'alternate-mix');
  const folders = grouped(audio, ({ path }) => folderOf(path));
  for (const [folder, inside] of folders) {
    const numbered = inside.filter(({ label }) => label.order !== null);
    if (numbered.length < 3 || numbered.length < inside.length * share) folders.delete(folder);
    else folders.set(folder, numbered);
  }
  return folders;
}

/** Numbers that are missing between the lowest and the highest; none where so many are missing that it is no numbering. */
function holesIn(orders: readonly number[]): number[] {
  const [low, high] = [Math.min(...orders), Math.max(...orders)];
  if (high - low > orders.length * 2) return [];
  const there = new Set(orders);
  return Array.from({ length: high - low + 1 }, (_, at) => low + at).filter((order) => !there.has(order));
}

/** Files of one number, but for the two halves of a stereo part. */
function sharingANumber(files: readonly DeliveredFile[]): DeliveredFile[] {
  const byNumber = grouped(files, ({ label }) => label.order);
  return [...byNumber.values()].flatMap((same) => {
    const sides = new Set(same.map(({ label }) => label.side));
    return same.length === 1 || (sides.size === same.length && !sides.has(null)) ? [] : same;
  });
}

function numberedStem(path: string, order: number): DeliveredFile {
  return stem(path, { label: { order } });
}
