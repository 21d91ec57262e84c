import type { DeliveredFile } from '../../../model/delivery.js';
import { folderOf, nameWords } from './name-words.js';

export type Halves = {
  readonly pairs: readonly { readonly left: DeliveredFile; readonly right: DeliveredFile }[];
  /** files that say left or right and have no other half */
  readonly lone: readonly DeliveredFile[];
};

/**
 * Left and right halves among stems: two files of one folder whose names differ in the side alone ("Piano_L", "Piano_R";
 * "OHL", "OHR"; "Guitarra izq", "Guitarra der").
 */
export function halvesOf(stems: readonly DeliveredFile[]): Halves {
  const rights = new Map<string, DeliveredFile[]>();
  for (const file of stems) {
    if (file.label.side !== 'R') continue;
    const key = placeOf(file);
    const group = rights.get(key);
    if (group === undefined) rights.set(key, [file]);
    else group.push(file);
  }
  const pairs: { left: DeliveredFile; right: DeliveredFile }[] = [];
  const paired = new Set<DeliveredFile>();
  for (const left of stems) {
    if (left.label.side !== 'L') continue;
    const right = rights.get(placeOf(left))?.find((one) => !paired.has(one) && differsInSideOnly(left, one));
    if (right === undefined) continue;
    pairs.push({ left, right });
    paired.add(left).add(right);
  }
  const lone = stems.filter((file) => (file.label.side === 'L' || file.label.side === 'R') && !paired.has(file));
  return { pairs, lone };
}

/** Folder and number of words: halves agree in both, so that only few names are held against each other. */
function placeOf(file: DeliveredFile): string {
  return `${folderOf(file.path)}\n${nameWords(file).length}`;
}

function differsInSideOnly(left: DeliveredFile, right: DeliveredFile): boolean {
  const [a, b] = [nameWords(left), nameWords(right)];
  const apart = a.filter((word, at) => word !== b[at]);
  const other = b.filter((word, at) => word !== a[at]);
  const [one, two] = [apart[0], other[0]];
  if (apart.length !== 1 || one === undefined || two === undefined) return false;
  // A side is a word of its own or the last letter of one; "Pad L" and "Keys R" differ in more.
  return !/^\d+$/.test(one) && !/^\d+$/.test(two);
}
