import type { Column, Products } from '../rough/products.js';
import type { Kernel } from './kernel.js';

let shared: { readonly values: number; readonly address: number } | null = null;

/** The kernel's products of columns; the twin is the plain one. */
export function kernelProducts(kernel: Kernel, columns: number, longest: number): Products {
  const stride = 2 * padded(longest);
  const wanted = columns * stride + 8;
  if (shared === null || shared.values < wanted) shared = { values: wanted, address: kernel.room(wanted) };
  const { address } = shared;
  const place = (index: number): number => address + 32 + 4 * index * stride;
  const counts = new Int32Array(columns);
  return {
    put(index, [real, imaginary]: Column) {
      const count = padded(real.length);
      const into = kernel.values(place(index), 2 * count);
      into.set(real);
      into.fill(0, real.length, count);
      into.set(imaginary, count);
      into.fill(0, count + imaginary.length);
      counts[index] = count;
    },
    of(i, j) {
      const count = counts[i]!;
      const [a, b] = [place(i), place(j)];
      kernel.run.product(a, a + 4 * count, b, b + 4 * count, count, address);
      const [real, imaginary] = new Float64Array(kernel.run.memory.buffer, address, 2);
      return [real!, imaginary!];
    },
  };
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
