import type { Label } from '../../model/label.js';
import { folderOf } from '../../model/units.js';
import { withoutCommonWords } from './common-words.js';
import { type Surroundings, surroundingsOf } from './folders.js';
import { labelOne } from './label-name.js';
import { letteredTakes } from './lettered-takes.js';

/**
 * What a file's name, the folders around it and the names beside it say.
 *
 * @param path within the delivery, '/' between its parts
 * @param options siblings: paths or names of the files that lie beside it; what they all share is no part's name
 * @returns a label; where the name says nothing, one that says so
 */
export function labelName(path: string, options: { readonly siblings?: readonly string[] } = {}): Label {
  const { siblings } = options;
  if (siblings === undefined || siblings.length === 0) return labelOne(path);
  return labelNames([path, ...siblings]).get(path) ?? labelOne(path);
}

/**
 * The labels of a whole delivery: what a folder's names share is taken off once.
 *
 * @returns one label for each path
 */
export function labelNames(paths: readonly string[]): Map<string, Label> {
  const trimmed = withoutCommonWords(paths);
  const folders = new Map<string, Surroundings>();
  const labels = new Map(
    paths.map((path) => {
      const folder = folderOf(path);
      const around = folders.get(folder) ?? surroundingsOf(folder.split('/'));
      folders.set(folder, around);
      return [path, labelOne(path, trimmed.get(path), around)] as const;
    }),
  );
  const takes = letteredTakes(labels);
  return new Map([...labels].map(([path, label]) => [path, withTake(label, takes.get(path))]));
}

// The letter's number counts takes, not the part.
function withTake(label: Label, take: number | undefined): Label {
  return take === undefined ? label : { ...label, take, number: label.number === take ? null : label.number };
}
