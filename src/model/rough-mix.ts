import { type Brief, isNone } from './brief.js';
import type { DeliveredFile } from './delivery.js';
import { fileName, stemName } from './units.js';

/**
 * The rough mix that counts, of several: the one that the brief names, else the only one with the highest version.
 * The same print in two containers is one rough mix, and the lossless one counts.
 *
 * @param files the files of a delivery, any kinds
 * @returns the file, opened or not; null where there is none or nothing tells which one counts
 */
export function countingRoughMix(files: readonly DeliveredFile[], brief: Brief): DeliveredFile | null {
  const named = brief.roughMix.map(({ value }) => value).filter((value) => !isNone(value)) as string[];
  for (const name of named) {
    const file = files.find((candidate) => isNamed(candidate.path, name));
    if (file !== undefined) return file;
  }
  const prints = distinctRoughMixes(files);
  if (prints.length < 2) return prints[0] ?? null;
  const versions = prints.map(({ label }) => (typeof label.version === 'number' ? label.version : null));
  if (versions.some((version) => version === null)) return null;
  const highest = Math.max(...(versions as number[]));
  const newest = prints.filter((_, index) => versions[index] === highest);
  return newest.length === 1 ? newest[0]! : null;
}

/** The rough mixes of a delivery; of one print in several containers, the lossless or first one stands for all. */
export function distinctRoughMixes(files: readonly DeliveredFile[]): readonly DeliveredFile[] {
  const byName = new Map<string, DeliveredFile>();
  for (const file of files) {
    if (file.kind !== 'rough-mix') continue;
    const name = stemName(file.path).normalize('NFC').toLowerCase();
    const known = byName.get(name);
    if (known === undefined || (known.header?.lossy !== false && file.header?.lossy === false)) byName.set(name, file);
  }
  return [...byName.values()];
}

/** Whether a person who writes `name` means this file: by path or by file name, with or without extension, in NFC. */
export function isNamed(path: string, name: string): boolean {
  const wanted = name.trim().replace(/^\.\//, '').normalize('NFC');
  if (wanted === '') return false;
  const whole = path.normalize('NFC');
  const dot = whole.lastIndexOf('.');
  const bare = dot > whole.lastIndexOf('/') + 1 ? whole.slice(0, dot) : whole;
  return [whole, fileName(whole), bare, stemName(whole)].includes(wanted);
}
