import { HASH_KEYS, hashSeed } from '../meters/content-hash.js';
import { decimationFor } from '../meters/decimate.js';
import { groupFrames } from '../meters/groups.js';
import { kCoefficients, LOWEST_LOUDNESS_RATE_HZ } from '../meters/k-weighting.js';
import { REPEAT_LAGS } from '../meters/repeats.js';
import { boundGain, phaseTaps, TAPS } from '../meters/true-peak.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';
import { bytesOfBase64, webAssembly } from './web-assembly.js';

/** Addresses in the kernel's memory; those of assembly/layout.ts. */
export const PLACE = {
  taps: 0x1000,
  hash: 0x1100,
  mask: 0x1180,
  coefficients: 0x1200,
  lags: 0x1400,
  tops: 0x1800,
  fir: 0x2000,
  groups: 0x10000,
  energies: 0x38100,
  slow: 0x48000,
  still: 0x70000,
  clicks: 0x74000,
  repeats: 0x76000,
  jumps: 0x78000,
  raw: 0xd0000,
} as const;
/** Frames of a chunk, and of the raw bytes that are kept before it. */
export const MOST_FRAMES: number = 40 * 4096;
export const RAW_HISTORY_FRAMES = 12_416;
const MOST_FIR_TAPS = 1024;

type Value = { readonly value: number };
/** What the compiled module exports: functions, and its counters as globals. */
type KernelExports = {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly begin: (
    channels: number,
    bytes: number,
    isFloat: boolean,
    groupBlocks: number,
    stretchFrames: number,
    bound: number,
    tapCount: number,
    boxesPerValue: number,
  ) => void;
  readonly chunk: (frames: number, last: boolean) => void;
  readonly keep: (frames: number) => void;
  readonly finish: () => void;
  readonly closeGroup: () => void;
} & Readonly<Record<CounterName, Value>>;
type CounterName =
  | 'usedLeft'
  | 'usedRight'
  | 'upperLeft'
  | 'upperRight'
  | 'lowerLeft'
  | 'lowerRight'
  | 'nan'
  | 'infinite'
  | 'huge'
  | 'denormal'
  | 'overs'
  | 'cross'
  | 'maxDifference'
  | 'minLeft'
  | 'minRight'
  | 'maxLeft'
  | 'maxRight'
  | 'squaresLeft'
  | 'squaresRight'
  | 'sumLeft'
  | 'sumRight'
  | 'peakAt'
  | 'firstSound'
  | 'lastSound'
  | 'groups'
  | 'groupBlocks'
  | 'clicks'
  | 'jumps'
  | 'energies'
  | 'repeats'
  | 'values'
  | 'runs'
  | 'truePeak'
  | 'evaluated';

export type Kernel = { readonly exports: KernelExports; readonly bytes: Uint8Array; readonly view: DataView };

/** How the bytes of one or two channels lie for the kernel. */
export type KernelFormat = {
  readonly channels: 1 | 2;
  readonly sampleBytes: 1 | 2 | 3 | 4;
  readonly float: boolean;
  readonly bigEndian: boolean;
  readonly sampleRate: number;
};

let compiled: object | null | undefined;

/** Takes the module that another thread compiled; to be called before anything else here. */
export function adoptKernel(module: object | null): void {
  compiled = module;
}

/** Whether the kernel runs here: WebAssembly with SIMD, and a rate whose filters fit. */
export function kernelRuns(sampleRate: number): boolean {
  return compiledKernel() !== null && decimationFor(sampleRate).taps.length <= MOST_FIR_TAPS - 8;
}

/**
 * The compiled module, to hand to other threads: they share its machine code instead of compiling it again; null where
 * there is no WebAssembly SIMD.
 */
export function compiledKernel(): object | null {
  if (compiled === undefined) {
    const engine = webAssembly();
    const bytes = engine === null ? null : bytesOfBase64(KERNEL_BASE64);
    compiled = engine !== null && bytes !== null && engine.validate(bytes) ? new engine.Module(bytes) : null;
  }
  return compiled;
}

/** Instances whose file is done: a new one would cost its memory of 2.5 MiB again. */
const idle: Kernel[] = [];

/** A kernel at the start of a file; only where `kernelRuns`. */
export function startKernel(format: KernelFormat): Kernel {
  const kernel = idle.pop() ?? newKernel();
  beginFile(kernel, format);
  return kernel;
}

/** Gives a kernel back when its file is done; nobody may look at its memory afterwards. */
export function endKernel(kernel: Kernel): void {
  idle.push(kernel);
}

function newKernel(): Kernel {
  const engine = webAssembly();
  const module = compiledKernel();
  if (engine === null || module === null)
    throw new Error('startKernel: no WebAssembly SIMD here; ask kernelRuns first');
  const exports = new engine.Instance(module, { env: {} }).exports as KernelExports;
  return { exports, bytes: new Uint8Array(exports.memory.buffer), view: new DataView(exports.memory.buffer) };
}

function beginFile({ exports, bytes, view }: Kernel, format: KernelFormat): void {
  const { sampleRate, channels, sampleBytes } = format;
  bytes.set(swizzleMask(format), PLACE.mask);
  hashSeed().forEach((word, i) => {
    view.setUint32(PLACE.hash + 4 * i, word, true);
  });
  HASH_KEYS.forEach((key, i) => {
    view.setUint32(PLACE.hash + 64 + 4 * i, key, true);
  });
  REPEAT_LAGS.forEach((lag, i) => {
    view.setInt32(PLACE.lags + 32 * i, lag, true);
    // Of every 56th frame, each so many are looked at: a run as long as the lag still holds one with room around it.
    const every = 2 ** Math.max(0, Math.floor(Math.log2((lag - 8) / 56)));
    view.setInt32(PLACE.lags + 32 * i + 28, every - 1, true);
  });
  const [quarter, half] = [phaseTaps(0.25), phaseTaps(0.5)];
  for (let pair = 0; pair < TAPS / 2; pair++) {
    const [low, high] = [quarter[TAPS / 2 - 1 - pair]!, quarter[TAPS / 2 + pair]!];
    view.setFloat32(PLACE.taps + 12 * pair, (low + high) / 2, true);
    view.setFloat32(PLACE.taps + 12 * pair + 4, (low - high) / 2, true);
    view.setFloat32(PLACE.taps + 12 * pair + 8, half[TAPS / 2 - 1 - pair]!, true);
  }
  const hasLoudness = sampleRate >= LOWEST_LOUDNESS_RATE_HZ;
  if (hasLoudness) {
    const { b1, b2, a1, a2, c1, c2 } = kCoefficients(sampleRate);
    [b1, b2, a1, a2, c1, c2].forEach((value, i) => {
      view.setFloat64(PLACE.coefficients + 16 * i, value, true);
      view.setFloat64(PLACE.coefficients + 16 * i + 8, value, true);
    });
  }
  const { taps, step } = decimationFor(sampleRate);
  const whole = 8 * Math.ceil(taps.length / 8);
  for (let i = 0; i < whole; i++) view.setFloat32(PLACE.fir + 4 * i, taps[i - (whole - taps.length)] ?? 0, true);
  const stretchFrames = hasLoudness ? Math.round(sampleRate / 100) : 0;
  // Room for the rounding of f32 sums, so that a bound never lies below what it bounds.
  const bound = boundGain() * 1.0001;
  const groupBlocks = groupFrames(sampleRate) / 64;
  exports.begin(channels, sampleBytes, format.float, groupBlocks, stretchFrames, bound, whole, step);
}

/** Which byte of four packed samples goes where in four lanes; 128 puts a zero there. */
function swizzleMask({ sampleBytes, bigEndian }: KernelFormat): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, at) => {
    const significance = (at & 3) - (4 - sampleBytes); // 0 is the lowest byte of the sample
    if (significance < 0) return 128;
    return (at >> 2) * sampleBytes + (bigEndian ? sampleBytes - 1 - significance : significance);
  });
}
