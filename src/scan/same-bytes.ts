import { closeSync, openSync, readSync } from 'node:fs';

const BLOCK_BYTES = 1 << 20;

/** Whether two files hold the same bytes; false where one of them cannot be read any more. */
export function sameBytes(a: string, b: string): boolean {
  const opened: number[] = [];
  try {
    opened.push(openSync(a, 'r'), openSync(b, 'r'));
    const [first = -1, second = -1] = opened;
    const left = Buffer.alloc(BLOCK_BYTES);
    const right = Buffer.alloc(BLOCK_BYTES);
    for (let at = 0; ; ) {
      const bytes = readSync(first, left, 0, BLOCK_BYTES, at);
      if (
        readSync(second, right, 0, BLOCK_BYTES, at) !== bytes ||
        Buffer.compare(left.subarray(0, bytes), right.subarray(0, bytes)) !== 0
      )
        return false;
      if (bytes === 0) return true;
      at += bytes;
    }
  } catch {
    // It was there when its samples were measured; whoever took it away is named by that step.
    return false;
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}
