import { relationsKernel } from '../kernel/kernel.js';
import { kernelProducts } from '../kernel/products.js';

/** A column of complex numbers: real parts, imaginary parts. */
export type Column = readonly [Float32Array, Float32Array];
/** Columns of one length, and their products Σ conj(a) · b. */
export type Products = {
  readonly put: (index: number, column: Column) => void;
  readonly of: (i: number, j: number) => readonly [real: number, imaginary: number];
};

export function columnProducts(columns: number, longest: number): Products {
  const kernel = relationsKernel();
  return kernel === null ? plainProducts() : kernelProducts(kernel, columns, longest);
}

/** The same in plain TypeScript, the kernel's twin. */
export function plainProducts(): Products {
  const columns = new Map<number, Column>();
  return {
    put: (index, [real, imaginary]) => columns.set(index, [real.slice(), imaginary.slice()]),
    of(i, j) {
      const [ar, ai] = columns.get(i)!;
      const [br, bi] = columns.get(j)!;
      let [real, imaginary] = [0, 0];
      for (let k = 0; k < ar.length; k++) {
        real += ar[k]! * br[k]! + ai[k]! * bi[k]!;
        imaginary += ar[k]! * bi[k]! - ai[k]! * br[k]!;
      }
      return [real, imaginary];
    },
  };
}
