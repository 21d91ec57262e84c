import type { DeliveredFile } from '../../../model/delivery.js';
import { grouped } from '../../../model/grouped.js';
import { folderOf } from '../../../model/units.js';
import { nameWords } from './name-words.js';

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
  // Each name is filed once a word, with that word left open, so that two halves meet without holding all against all.
  const named = stems
    .filter(({ label }) => label.side === 'R')
    .flatMap((file) => openNames(file).map((key) => ({ file, key })));
  const rights = grouped(named, ({ key }) => key);
  const pairs: { left: DeliveredFile; right: DeliveredFile }[] = [];
  const paired = new Set<DeliveredFile>();
  for (const left of stems) {
    if (left.label.side !== 'L') continue;
    const right = openNames(left)
      .flatMap((key) => rights.get(key) ?? [])
      .find(({ file }) => !paired.has(file))?.file;
    if (right === undefined) continue;
    pairs.push({ left, right });
    paired.add(left).add(right);
  }
  const lone = stems.filter((file) => (file.label.side === 'L' || file.label.side === 'R') && !paired.has(file));
  return { pairs, lone };
}

/** The file's folder and name, once for each word that may be its side: a word of its own, or one that ends with it. */
function openNames(file: DeliveredFile): string[] {
  const words = nameWords(file);
  const folder = folderOf(file.path);
  // With one word only there is nothing else to know the part by: "OHL" is open in its last letter.
  if (words.length === 1) return [`${folder}\n${words[0]!.slice(0, -1)}`];
  return words.flatMap((word, at) =>
    /^\d+$/.test(word) ? [] : `${folder}\n${words.map((one, other) => (other === at ? '' : one)).join('\n')}`,
  );
}
