import type { OpenedFile } from '../model/delivery.js';
import { grouped } from '../model/grouped.js';
import { counted, listed, stemName } from '../model/units.js';

/** "Shaker", "Shaker and Hats", "Shaker, Hats, Clap and 19 more": stems as they are named in prose. */
export function stemNames(files: readonly { readonly path: string }[], most = 3): string {
  return listed(
    files.map(({ path }) => stemName(path)),
    most,
  );
}

/** "Shaker", or "3 stems" where one name would not do. */
export function whoIs(files: readonly { readonly path: string }[], most = 30): string {
  const [only] = files;
  if (only === undefined || files.length > 1) return counted(files.length, 'stem');
  const name = stemName(only.path);
  return name.length <= most ? name : 'One stem';
}

/** "the other 13 stems", "the other stem": what is left of a set. */
export function others(count: number): string {
  return count === 1 ? 'the other stem' : `the other ${counted(count, 'stem')}`;
}

/** Files by a property, the largest group first; in path order where groups are equally large. */
export function groupedBy<Key>(
  files: readonly OpenedFile[],
  keyOf: (file: OpenedFile) => Key,
): readonly { readonly key: Key; readonly files: readonly OpenedFile[] }[] {
  return [...grouped(files, keyOf)]
    .map(([key, own]) => ({ key, files: own }))
    .sort((a, b) => b.files.length - a.files.length);
}

export function pathsOf(files: readonly { readonly path: string }[]): string[] {
  return files.map(({ path }) => path);
}
