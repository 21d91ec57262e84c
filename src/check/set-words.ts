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

/** "Shaker", or "3 stems" where one name would not do; a name longer than `most` characters is cut in its middle. */
export function whoIs(files: readonly { readonly path: string }[], most = 30): string {
  const [only] = files;
  return only === undefined || files.length > 1 ? counted(files.length, 'stem') : shortName(stemName(only.path), most);
}

/** "libnyquist__Te…ima4": a name that fits a title. */
export function shortName(name: string, most: number): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const tail = Math.floor((most - 1) / 3);
  return `${letters.slice(0, most - 1 - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
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
