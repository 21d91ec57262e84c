import type { DeliveredFile } from '../../model/delivery.js';
import { grouped } from '../../model/grouped.js';
import type { SameSound } from '../../model/relations.js';

type Hashed = Pick<DeliveredFile, 'path' | 'kind' | 'bytes' | 'measured' | 'header'>;

/**
 * Groups files that hold the same samples at the same rate, whatever their containers. Silent files are left out:
 * they are all alike and have a rule of their own.
 *
 * @param files with their measurements; unmeasured ones take no part
 * @param haveEqualBytes compares two files on disk; asked only about files of one length that hold the same samples
 * @returns groups of two and more, each in path order
 */
export function sameSound(files: readonly Hashed[], haveEqualBytes: (a: string, b: string) => boolean): SameSound[] {
  const sounding = files.filter(
    ({ measured, header }) =>
      header !== undefined && measured !== undefined && measured.frames > 0 && measured.peakDbfs !== null,
  );
  const groups = grouped(sounding, ({ measured, header }) => `${measured?.pcmHash} ${header?.sampleRate}`);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map(([first, ...rest]) => ({
      files: [first, ...rest].flatMap((file) => (file ? [file.path] : [])),
      how: rest.every((file) => first && file.bytes === first.bytes && haveEqualBytes(first.path, file.path))
        ? 'bytes'
        : 'samples',
    }));
}

/**
 * References that are a file of this song again, byte for byte. Their samples are not measured, since nothing else is
 * asked of them; files of another length are not opened.
 */
export function sameReferences(
  files: readonly Hashed[],
  printed: readonly Hashed[],
  haveEqualBytes: (a: string, b: string) => boolean,
): SameSound[] {
  const references = files.filter(({ kind }) => kind === 'reference');
  return references.flatMap((reference): SameSound[] => {
    const twin = printed.find(
      (file) => file.bytes === reference.bytes && file.bytes > 0 && haveEqualBytes(file.path, reference.path),
    );
    return twin === undefined ? [] : [{ files: [twin.path, reference.path], how: 'bytes' }];
  });
}
