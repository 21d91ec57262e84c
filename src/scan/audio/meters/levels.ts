import { decibels, powerDb } from './decibels.js';
import { type Groups, groupsIn } from './groups.js';
import { levelHistogram } from './level-histogram.js';

/** Levels of blocks of about 100 ms over all channels; blocks of exact zeros are left out of the spread. */
export type Levels = {
  readonly blocks: number;
  readonly loudestDb: number | null;
  readonly medianDb: number | null;
  /** 5 and 10 of 100 blocks are quieter */
  readonly p5Db: number | null;
  readonly p10Db: number | null;
  readonly loudest400MsDbfs: number | null;
  readonly loudest3SDbfs: number | null;
};

export function levelMeter(sampleRate: number) {
  const groupsPerBlock = groupsIn(0.1, sampleRate);
  const histogram = levelHistogram();
  const blockOf400Ms = loudestMean(4);
  const blockOf3S = loudestMean(30);
  const state = { power: 0, loudest: 0 };
  let groups = 0;
  const endBlock = (block: number): void => {
    if (block > 0) histogram.add(powerDb(block));
    state.loudest = Math.max(state.loudest, block);
    blockOf400Ms.push(block);
    blockOf3S.push(block);
  };
  return {
    push({ count, power }: Groups): void {
      let sum = state.power;
      for (let i = 0; i < count; i++) {
        sum += power[i]!;
        if (++groups < groupsPerBlock) continue;
        endBlock(sum / groupsPerBlock);
        groups = 0;
        sum = 0;
      }
      state.power = sum;
    },
    finish(): Levels {
      return {
        blocks: histogram.count(),
        loudestDb: decibels(Math.sqrt(state.loudest)),
        medianDb: histogram.percentile(0.5),
        p5Db: histogram.percentile(0.05),
        p10Db: histogram.percentile(0.1),
        loudest400MsDbfs: decibels(Math.sqrt(blockOf400Ms.loudest())),
        loudest3SDbfs: decibels(Math.sqrt(blockOf3S.loudest())),
      };
    },
  };
}

/** The largest mean of so many blocks in a row; 0 before there are that many. */
export function loudestMean(blocks: number) {
  const ring = new Float64Array(blocks);
  const state = { sum: 0, loudest: 0 };
  let at = 0;
  let full = false;
  return {
    push(power: number): void {
      state.sum += power - ring[at]!;
      ring[at++] = power;
      if (at === blocks) {
        at = 0;
        full = true;
        // Summed anew once a round: a running sum would keep the rounding of a loud moment for ever.
        state.sum = ring.reduce((sum, value) => sum + value, 0);
      }
      if (full && state.sum > state.loudest) state.loudest = state.sum;
    },
    loudest: () => state.loudest / blocks,
  };
}
