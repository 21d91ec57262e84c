import type { DeliveredFile } from '../../model/delivery.js';
import type { Relations } from '../../model/relations.js';
import { fileName } from '../../model/units.js';

type Named = Pick<DeliveredFile, 'path' | 'kind' | 'label'>;

/**
 * Pairs each stem that says dry with the stem of the same part that says wet, or says neither.
 *
 * @param files all files of the delivery; only stems take part
 * @returns one entry a dry file that has a twin; of several candidates the one that says wet, then the one whose name
 *          shares the longest beginning
 */
export function dryTwinsByName(files: readonly Named[]): Relations['dryTwins'] {
  const stems = files.filter(({ kind }) => kind === 'stem');
  const dry = stems.filter(({ label }) => label.dry === 'dry' && label.role !== null);
  return dry.flatMap((file) => {
    const twins = stems.filter((other) => other.label.dry !== 'dry' && isSamePart(other, file) && !other.label.printed);
    const [best] = twins.sort((a, b) => closeness(b, file) - closeness(a, file) || (a.path < b.path ? -1 : 1));
    return best === undefined ? [] : [{ wet: best.path, dry: file.path, because: 'name' as const }];
  });
}

function isSamePart({ label: a }: Named, { label: b }: Named): boolean {
  return (
    a.role === b.role &&
    a.number === b.number &&
    a.section === b.section &&
    a.side === b.side &&
    a.isDouble === b.isDouble
  );
}

function closeness(other: Named, file: Named): number {
  return (other.label.dry === 'wet' ? 1000 : 0) + sharedStart(baseName(other.path), baseName(file.path));
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function baseName(path: string): string {
  return fileName(path).toLowerCase();
}
