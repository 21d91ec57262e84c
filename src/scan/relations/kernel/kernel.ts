import { bytesOfBase64, webAssembly } from '../../audio/kernel/web-assembly.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';

/** What the compiled module exports; pointers are addresses of f32 arrays in its memory. */
type Exports = {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly forward: (
    samples: number,
    real: number,
    imaginary: number,
    half: number,
    a: number,
    b: number,
    twiddles: number,
    turns: number,
  ) => void;
  readonly thin: (source: number, out: number, count: number, step: number, taps: number, tapCount: number) => void;
  readonly decode: (
    bytes: number,
    left: number,
    right: number,
    frames: number,
    sampleBytes: number,
    mask: number,
  ) => void;
  readonly addFrame: (
    samples: number,
    window: number,
    block: number,
    real: number,
    imaginary: number,
    half: number,
    a: number,
    b: number,
    twiddles: number,
    turns: number,
    gains: number,
    bins: number,
    plane: number,
    first: number,
    second: number,
    power: number,
  ) => void;
  readonly product: (ar: number, ai: number, br: number, bi: number, count: number, to: number) => void;
};
export type Kernel = {
  readonly run: Exports;
  /** room for so many values, for as long as the program runs; its address */
  readonly room: (values: number) => number;
  /** the values at an address; good until the next `room` */
  readonly values: (address: number, length: number) => Float32Array;
};

const FIRST_ADDRESS = 1024;
const PAGE_BYTES = 65_536;
let known: Kernel | null | undefined;

/** The comparison's inner loops; null where WebAssembly with SIMD does not run. */
export function relationsKernel(): Kernel | null {
  if (known === undefined) known = start();
  return known;
}

function start(): Kernel | null {
  const engine = webAssembly();
  if (engine === null) return null;
  const bytes = bytesOfBase64(KERNEL_BASE64);
  if (!engine.validate(bytes)) return null;
  const run = new engine.Instance(new engine.Module(bytes), { env: {} }).exports as Exports;
  let next = FIRST_ADDRESS;
  return {
    run,
    room(values) {
      const address = next;
      next = (address + 4 * values + 15) & ~15;
      const missing = next - run.memory.buffer.byteLength;
      if (missing > 0) run.memory.grow(Math.ceil(missing / PAGE_BYTES));
      return address;
    },
    values: (address, length) => new Float32Array(run.memory.buffer, address, length),
  };
}
