import { type Bytes, part, type Reading } from '../reading.js';
import { fourCc } from '../text.js';

const MOST_BOXES = 10_000;

export type Box = {
  readonly type: number;
  readonly atByte: number;
  /** where its content starts */
  readonly bodyAt: number;
  /** where it ends by its own word, which may be behind the file's end */
  readonly endsAt: number;
};

/**
 * The boxes that lie side by side between two places.
 *
 * @returns at most 10,000; the walk ends at a size that cannot be
 * Source: ISO/IEC 14496-12, 4.2
 */
export function* boxesIn(file: Bytes, from: number, to: number): Reading<Box[]> {
  const boxes: Box[] = [];
  let at = from;
  while (boxes.length < MOST_BOXES && at + 8 <= Math.min(to, file.size)) {
    const head = yield* part(file, at, 16);
    if (head.byteLength < 8) break;
    const small = head.getUint32(0);
    const large = small === 1 && head.byteLength === 16;
    const bytes = large ? head.getUint32(8) * 2 ** 32 + head.getUint32(12) : small === 0 ? to - at : small;
    if (bytes < (large ? 16 : 8)) break;
    boxes.push({ type: head.getUint32(4), atByte: at, bodyAt: at + (large ? 16 : 8), endsAt: at + bytes });
    at += bytes;
  }
  return boxes;
}

/** The first box of a path below a box: `yield* boxAt(file, track, 'mdia', 'mdhd')`. */
export function* boxAt(file: Bytes, parent: Box, ...path: readonly string[]): Reading<Box | null> {
  let here: Box | undefined = parent;
  for (const name of path) {
    const type = fourCc(name);
    const inside: Box[] = yield* boxesIn(file, here.bodyAt, here.endsAt);
    here = inside.find((box) => box.type === type);
    if (!here) return null;
  }
  return here;
}
