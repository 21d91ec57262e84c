import type { OpenedFile } from '../model/delivery.js';

export type StemLength = { readonly file: OpenedFile; readonly seconds: number };

/**
 * The length that the set agrees on: that of most stems, the longest where equally many agree.
 *
 * @param toleratedSeconds lengths this close together are one length
 * @returns null without a stem whose length is known
 */
export function setLength(lengths: readonly StemLength[], toleratedSeconds: number): number | null {
  const sorted = lengths.map(({ seconds }) => seconds).sort((a, b) => b - a);
  let best: { seconds: number; count: number } | null = null;
  for (let from = 0; from < sorted.length; ) {
    const seconds = sorted[from]!;
    let to = from;
    while (to < sorted.length && seconds - sorted[to]! <= toleratedSeconds) to++;
    if (best === null || to - from > best.count) best = { seconds, count: to - from };
    from = to;
  }
  return best?.seconds ?? null;
}

export function lengthsOf(files: readonly OpenedFile[]): readonly StemLength[] {
  return files.flatMap((file) => (file.header.seconds === null ? [] : [{ file, seconds: file.header.seconds }]));
}
