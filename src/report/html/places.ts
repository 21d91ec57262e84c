/** Where in the song, as shares of its length from 0 to 1. */
export type Place = { readonly from: number; readonly to: number; readonly is: 'place' | 'many' | 'stretch' };

/** Closer than this they would touch on a page of ordinary width. */
const TOUCHING = 0.008;
const STRETCH_FROM = 0.006;

/** Spans of frames as places to mark: what would touch is one bar; sorted, bounded by the width and not by the count. */
export function placesOf(
  spans: readonly { readonly fromFrame: number; readonly toFrame: number }[],
  sampleRate: number,
  seconds: number,
): Place[] {
  const places: Place[] = [];
  const sorted = spans
    .map(({ fromFrame, toFrame }) => ({ from: fromFrame / sampleRate / seconds, to: toFrame / sampleRate / seconds }))
    .sort((a, b) => a.from - b.from);
  for (const { from, to } of sorted) {
    const last = places.at(-1);
    const is = to - from >= STRETCH_FROM ? 'stretch' : 'place';
    if (last && is === 'place' && last.is !== 'stretch' && from - last.to < TOUCHING) {
      places[places.length - 1] = { from: last.from, to: Math.max(last.to, to), is: 'many' };
    } else {
      places.push({ from, to, is });
    }
  }
  return places;
}
