import type { SampleFormat } from '../../audio/meters/sample-format.js';
import { type Kernel, relationsKernel } from './kernel.js';

/** Bytes in, samples out, both in the kernel's memory. */
export type SampleRoom = {
  /** where the bytes of so many frames go */
  readonly bytes: (frames: number) => Uint8Array;
  /** the samples of these frames, one array a channel; good until the next call */
  readonly samples: (frames: number) => readonly Float32Array[];
};

let shared: { readonly frames: number; readonly bytes: number; readonly left: number; readonly right: number } | null =
  null;

/** Null where the kernel does not decode such samples: floats, other widths, big-endian, more than two channels. */
export function sampleRoom(format: SampleFormat): SampleRoom | null {
  const kernel = relationsKernel();
  const { coding, containerBits, bigEndian, channels } = format;
  if (kernel === null || coding !== 'signed' || bigEndian || channels > 2) return null;
  if (containerBits !== 16 && containerBits !== 24 && containerBits !== 32) return null;
  const sampleBytes = containerBits / 8;
  const mask = maskOf(kernel, sampleBytes);
  return {
    bytes(frames) {
      // The room first: it may move the memory.
      const { bytes } = roomFor(kernel, frames);
      return new Uint8Array(kernel.run.memory.buffer, bytes, frames * channels * sampleBytes);
    },
    samples(frames) {
      const { bytes, left, right } = roomFor(kernel, frames);
      kernel.run.decode(bytes, left, channels === 2 ? right : 0, frames, sampleBytes, mask);
      const first = kernel.values(left, frames);
      return channels === 2 ? [first, kernel.values(right, frames)] : [first];
    },
  };
}

/** One place for all files, as large as the longest piece: eight bytes a frame at most. */
function roomFor(kernel: Kernel, frames: number): NonNullable<typeof shared> {
  if (shared === null || shared.frames < frames) {
    const length = Math.max(2 ** 18, 2 ** Math.ceil(Math.log2(frames + 4)));
    shared = {
      frames: length - 4,
      bytes: kernel.room(2 * length + 8),
      left: kernel.room(length),
      right: kernel.room(length),
    };
  }
  return shared;
}

/** Which byte of four packed samples goes where in four lanes; 128 puts a zero there. */
function maskOf(kernel: Kernel, sampleBytes: number): number {
  const address = kernel.room(4);
  const mask = new Uint8Array(kernel.run.memory.buffer, address, 16);
  for (let at = 0; at < 16; at++) {
    const significance = (at & 3) - (4 - sampleBytes);
    mask[at] = significance < 0 ? 128 : (at >> 2) * sampleBytes + significance;
  }
  return address;
}
