import type { Click } from './clicks.js';
import type { BadSamples } from './decode-samples.js';
import type { Dropout, StillRun } from './dropouts.js';
import type { FlatTops } from './flat-tops.js';
import type { GroupSink } from './groups.js';
import type { SampleSums } from './sample-sums.js';

/** Meters work on pieces of this many frames, so that the caller's block size cannot change an answer. */
export const HOP_FRAMES = 4096;

/** What is handed on while a file is read. */
export type PassSinks = {
  /** about 10 ms of every channel each */
  readonly groups: GroupSink;
  /** K-weighted powers of 10 ms each, channels summed with their weights */
  readonly loudness: (powers: Float64Array) => void;
  /** the mono sum at about 1 kHz: pairs of a value and 1 where it is exact silence, else 0 */
  readonly slow: (pairs: Float32Array) => void;
};

/** What is known when a file has been read. */
type PassResult = {
  readonly sums: SampleSums;
  readonly bad: BadSamples;
  /** one for each channel and sign */
  readonly tops: readonly FlatTops[];
  readonly wraps: number;
  /** linear */
  readonly truePeak: number;
  readonly stillRuns: readonly StillRun[];
  readonly repeats: readonly Dropout[];
  readonly clicks: readonly Click[];
  readonly pcmHash: string;
};

/** The pass over every sample of one file: the plain one, or the kernel. */
export type SoundPass = {
  /** where the file's bytes are to be put; a whole number of hops long */
  readonly staging: Uint8Array;
  /** works through the first bytes of `staging`: whole hops, but for the last call before `finish` */
  readonly process: (bytes: number) => void;
  readonly finish: () => PassResult;
};

/** About a megabyte of whole hops, and at least one: the size at which reading costs the least. */
export function stagingBytes(frameBytes: number): number {
  const hopBytes = frameBytes * HOP_FRAMES;
  return hopBytes * Math.max(1, Math.floor((1 << 20) / hopBytes));
}

/** Mixed into the hash, so that equal samples at another rate are another sound. */
export function hashSalt(sampleRate: number, channels: number): number {
  return Math.imul(sampleRate, 31) + channels;
}
