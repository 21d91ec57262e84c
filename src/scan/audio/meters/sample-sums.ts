import type { SampleBlock } from './decode-samples.js';

/** What adds up over the samples of one channel. */
export type ChannelSums = {
  min: number;
  max: number;
  /** exact for integers: sums of the upper and lower half of each 32-bit word */
  sum: number;
  sumOfSquares: number;
  /** OR of all words: its trailing zeros are bits that were never used */
  usedWord: number;
};
export type SampleSums = {
  frames: number;
  readonly channels: readonly ChannelSums[];
  /** frame of the first largest |sample|; −1 before there is one */
  peakAtFrame: number;
  /** of the first two channels: sum of L · R, largest |L − R| */
  cross: number;
  maxDifference: number;
  /** first and last frame louder than the floor; −1 where there is none */
  firstSoundFrame: number;
  lastSoundFrame: number;
};

/** −60 dBFS: below it lie hiss, dither and the last of a reverb, above it sound that someone hears. */
export const SOUND_FLOOR: number = Math.fround(1e-3);

export function emptySums(channels: number): SampleSums {
  return {
    frames: 0,
    channels: Array.from({ length: channels }, () => ({ min: 0, max: 0, sum: 0, sumOfSquares: 0, usedWord: 0 })),
    peakAtFrame: -1,
    cross: 0,
    maxDifference: 0,
    firstSoundFrame: -1,
    lastSoundFrame: -1,
  };
}

/** Adds a block to the sums; integers sum exactly, whatever the length of the blocks. */
export function addToSums(sums: SampleSums, block: SampleBlock, float: boolean): void {
  let peak = peakOf(sums);
  block.channels.forEach((samples, channel) => {
    const into = sums.channels[channel]!;
    const words = block.words[channel]!;
    let { min, max, sumOfSquares, usedWord } = into;
    let upper = 0;
    let lower = 0;
    let sum = 0;
    for (let frame = 0; frame < block.frames; frame++) {
      const value = samples[frame]!;
      const word = words[frame]!;
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
      sumOfSquares += value * value;
      usedWord |= word;
      upper += word >> 16;
      lower += word & 0xffff;
    }
    Object.assign(into, { min, max, sumOfSquares, usedWord });
    into.sum += float ? sum : (upper * 0x10000 + lower) / 0x80000000;
  });
  for (let frame = 0; frame < block.frames; frame++) {
    let largest = 0;
    for (const samples of block.channels) largest = Math.max(largest, Math.abs(samples[frame]!));
    if (largest > peak) {
      peak = largest;
      sums.peakAtFrame = sums.frames + frame;
    }
    if (largest > SOUND_FLOOR) {
      if (sums.firstSoundFrame < 0) sums.firstSoundFrame = sums.frames + frame;
      sums.lastSoundFrame = sums.frames + frame;
    }
  }
  if (block.channels.length >= 2) addPair(sums, block);
  sums.frames += block.frames;
}

export function peakOf(sums: SampleSums): number {
  return Math.max(0, ...sums.channels.map(({ min, max }) => Math.max(-min, max)));
}

function addPair(sums: SampleSums, block: SampleBlock): void {
  const [left, right] = block.channels as [Float32Array, Float32Array];
  let { cross, maxDifference } = sums;
  for (let frame = 0; frame < block.frames; frame++) {
    cross += left[frame]! * right[frame]!;
    maxDifference = Math.max(maxDifference, Math.abs(left[frame]! - right[frame]!));
  }
  sums.cross = cross;
  sums.maxDifference = maxDifference;
}
