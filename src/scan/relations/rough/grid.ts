import { type Decimation, decimationOf } from '../signal/decimation.js';

/** Search blocks: 2^17 thinned samples of the mix (11 to 12 s), the stem's block with 2^16 more on either side. */
export const BLOCK = 2 ** 17;
export const REACH = 2 ** 16;
/** A segment of the fine search with its lags: at full rate. */
export const SEGMENT = 2 ** 16;
/** Lags of the fine search, on either side. */
export const FINE_REACH = SEGMENT / 256;
/** Blocks that are read of one stem at most. */
const MOST_BLOCKS = 5;

export type Grid = {
  readonly sampleRate: number;
  readonly decimation: Decimation;
  readonly mixFrames: number;
  /** at full rate */
  readonly blockFrames: number;
  readonly blocks: number;
};

export function gridOf(sampleRate: number, mixFrames: number): Grid {
  const decimation = decimationOf(sampleRate);
  const blockFrames = BLOCK * decimation.step;
  return { sampleRate, decimation, mixFrames, blockFrames, blocks: Math.max(1, Math.ceil(mixFrames / blockFrames)) };
}

/**
 * The blocks of the mix's time that are read of one stem: those in which it sounds most, spread over the song so that
 * a drift has a lever.
 *
 * @param soundSeconds how much sound the stem has in each block
 */
export function blocksToRead(soundSeconds: readonly number[]): number[] {
  const most = Math.max(0, ...soundSeconds);
  const all = soundSeconds.map((_, block) => block);
  const loud = all.filter((block) => soundSeconds[block]! > 0 && soundSeconds[block]! >= 0.6 * most);
  const rest = all.filter((block) => soundSeconds[block]! > 0 && !loud.includes(block));
  if (loud.length + rest.length === 0) return spread(all, MOST_BLOCKS);
  if (loud.length >= MOST_BLOCKS) return spread(loud, MOST_BLOCKS);
  const more = rest.sort((a, b) => soundSeconds[b]! - soundSeconds[a]! || a - b).slice(0, MOST_BLOCKS - loud.length);
  return [...loud, ...more].sort((a, b) => a - b);
}

function spread(from: readonly number[], count: number): number[] {
  if (from.length <= count) return [...from];
  return Array.from({ length: count }, (_, i) => from[Math.round((i * (from.length - 1)) / (count - 1))]!);
}
