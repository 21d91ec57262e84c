const tukeys = new Map<number, Float32Array>();
const hanns = new Map<number, Float32Array>();

/** Flat with a raised cosine over a twentieth of the length at either end. */
export function tukeyWindow(size: number): Float32Array {
  return kept(tukeys, size, () => {
    const taper = 0.05 * (size - 1);
    return Float32Array.from({ length: size }, (_, i) => {
      const edge = Math.min(i, size - 1 - i);
      return edge >= taper ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * edge) / taper);
    });
  });
}

/** Periodic, so that windows half a length apart add up to one. */
export function hannWindow(size: number): Float32Array {
  return kept(hanns, size, () =>
    Float32Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size)),
  );
}

function kept(known: Map<number, Float32Array>, size: number, make: () => Float32Array): Float32Array {
  const window = known.get(size) ?? make();
  known.set(size, window);
  return window;
}
