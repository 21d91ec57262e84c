import type { DeliveredFile } from '../../model/delivery.js';
import type { SameSound } from '../../model/relations.js';

/** A stem by its measured hash; `digest` is that of its bytes, where it was taken. */
type Hashed = Pick<DeliveredFile, 'path' | 'bytes' | 'measured' | 'header'>;

/**
 * Groups files that hold the same samples at the same rate, whatever their containers. Silent files are left out:
 * they are all alike and have a rule of their own.
 *
 * @param files with their measurements; unmeasured ones take no part
 * @returns groups of two and more, each in path order; `how` is 'bytes' where the files are equally long to the byte
 *          and in one container, since equal samples under an equal header are equal bytes but for their metadata
 */
export function sameSound(files: readonly Hashed[]): SameSound[] {
  const groups = new Map<string, Hashed[]>();
  for (const file of files) {
    const { measured, header } = file;
    if (measured === undefined || header === undefined || measured.peakDbfs === null || measured.frames === 0) continue;
    const key = `${measured.pcmHash} ${header.sampleRate}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ files: group.map(({ path }) => path), how: haveOneForm(group) ? 'bytes' : 'samples' }));
}

function haveOneForm(group: readonly Hashed[]): boolean {
  return new Set(group.map(({ bytes, header }) => `${bytes} ${header?.container} ${header?.codec}`)).size === 1;
}
