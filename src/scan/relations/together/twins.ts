import type { Twin } from '../../../model/relations.js';
import { gridOf } from '../rough/grid.js';
import { atRate, blocksOfAll, profileOf, type StemSound, type Watch } from '../stem-sound.js';
import type { Pair } from './coherence.js';
import { twinOf } from './twin.js';

/** Listens to these pairs of stems; those that are two sounds are left out. */
export async function twinsOf(stems: readonly StemSound[], pairs: readonly Pair[], { pause }: Watch): Promise<Twin[]> {
  const twins: Twin[] = [];
  for (const { a, b } of pairs) {
    await pause();
    const [one, other] = [stems[a]!, stems[b]!];
    const grid = gridOf(one.sound.sampleRate, one.sound.frames);
    const blocks = blocksOfAll([one, other], grid);
    const sound = atRate(other.sound, one.sound.sampleRate);
    const twin = twinOf(
      { path: one.path, view: { sound: one.sound, side: profileOf(one.sound, grid, blocks).isSide } },
      { path: other.path, view: { sound, side: profileOf(sound, grid, blocks).isSide } },
      blocks,
    );
    if (twin !== null) twins.push(twin);
  }
  return twins.sort((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
}

/** Both lists, each pair once. */
export function pairsOfAll(...lists: readonly (readonly Pair[])[]): Pair[] {
  const known = new Map(lists.flat().map((pair) => [`${pair.a} ${pair.b}`, pair]));
  return [...known.values()];
}
