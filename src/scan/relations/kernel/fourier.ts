import type { RealFourier } from '../signal/fourier.js';
import type { Kernel } from './kernel.js';

type Room = { readonly size: number; readonly address: number };
let shared: Room | null = null;

export type Tables = { readonly twiddles: number; readonly turns: number };
const tables = new Map<number, Tables>();

/** Where the tables of a size lie. */
export function fourierTables(kernel: Kernel, size: number): Tables {
  const known = tables.get(size);
  if (known !== undefined) return known;
  const half = size / 2;
  const quarter = half / 4;
  const places = { twiddles: kernel.room(6 * quarter), turns: kernel.room(2 * half) };
  const twiddles = kernel.values(places.twiddles, 6 * quarter);
  for (let k = 0; k < quarter; k++) {
    for (const power of [1, 2, 3]) {
      const angle = (2 * Math.PI * power * k) / half;
      twiddles[(2 * power - 2) * quarter + k] = Math.cos(angle);
      twiddles[(2 * power - 1) * quarter + k] = -Math.sin(angle);
    }
  }
  const turns = kernel.values(places.turns, 2 * half);
  for (let k = 0; k < half; k++) {
    turns[k] = Math.cos((2 * Math.PI * k) / size);
    turns[half + k] = Math.sin((2 * Math.PI * k) / size);
  }
  tables.set(size, places);
  return places;
}

/** The kernel's forward transform; its twin is the plain one. `size` is 64 or more. */
export function kernelForward(kernel: Kernel, size: number): RealFourier['forward'] {
  const half = size / 2;
  const { twiddles, turns } = fourierTables(kernel, size);
  return (block, { real, imaginary }) => {
    const at = sharedRoom(kernel, size);
    const [samples, a, b] = [at, at + 4 * size, at + 8 * size];
    const [re, im] = [at + 12 * size, at + 14 * size + 64];
    const input = kernel.values(samples, size);
    input.set(block.length > size ? block.subarray(0, size) : block);
    if (block.length < size) input.fill(0, block.length);
    kernel.run.forward(samples, re, im, half, a, b, twiddles, turns);
    real.set(kernel.values(re, half + 1));
    imaginary.set(kernel.values(im, half + 1));
  };
}

/** Samples, two buffers and a spectrum: one place for all sizes, as large as the largest. */
function sharedRoom(kernel: Kernel, size: number): number {
  if (shared === null || shared.size < size) shared = { size, address: kernel.room(4 * size + 64) };
  return shared.address;
}
