/** The short-time transform of the fit. */
export const FRAME = 4096;
export const HOP = 2048;
const TOP_HZ = 16_000;
const FEWEST_BINS = 4;

/** Edges of the fit's bands in bins: 60 Hz, then × 1.6 to 400 Hz, then third octaves; at least four bins each. */
export function bandEdges(sampleRate: number): readonly number[] {
  const top = Math.min(TOP_HZ, 0.45 * sampleRate);
  const hertz: number[] = [];
  for (let edge = 60; edge < top; edge *= edge > 400 ? 2 ** (1 / 3) : 1.6) hertz.push(edge);
  const edges = [0];
  for (const edge of [...hertz, top]) {
    const bin = Math.round((edge * FRAME) / sampleRate);
    if (bin - edges[edges.length - 1]! >= FEWEST_BINS) edges.push(bin);
  }
  return edges;
}

/** Bins of the wide bands that the fit looks at: neighbours say nearly the same. */
export function chosenBins(edges: readonly number[], most: number): readonly (readonly number[])[] {
  return edges.slice(1).map((to, band) => {
    const from = edges[band]!;
    const step = Math.max(1, Math.ceil((to - from) / most));
    return Array.from({ length: Math.floor((to - from - 1) / step) + 1 }, (_, i) => from + i * step);
  });
}

export function hertzOfBin(bin: number, sampleRate: number): number {
  return (bin * sampleRate) / FRAME;
}
