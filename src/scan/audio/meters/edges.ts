import type { Edges } from '../../../model/measurements.js';
import { decibels } from './decibels.js';
import type { SampleBlock } from './decode-samples.js';
import type { Levels } from './levels.js';

export const HEAD_SECONDS = 0.02;
export const TAIL_SECONDS = 0.1;
const FIRST_SAMPLE = 0.01;
const OVER_TYPICAL_STEP = 4;
const HEAD_LEVEL_DB = -40;
const TAIL_LEVEL_DB = -50;
const TAIL_FADE_DB = 10;
const OVER_FLOOR_DB = 20;
const BLOCKS_FOR_A_FLOOR = 20;
const NO_FLOOR_DB = -120;

/**
 * Whether the sound begins or ends in the middle: a first sample far above the usual steps, a last level that neither
 * fades nor is the room's own noise.
 *
 * @param head the first 20 ms, or less of a shorter file
 * @param tail the last 100 ms, or less
 * @returns null for a file without samples
 */
export function edgesOf(head: SampleBlock, tail: SampleBlock, levels: Levels, sampleRate: number): Edges | null {
  if (head.frames === 0) return null;
  const first = frameLevel(head, 0);
  const headLevelDbfs = decibels(rmsOf(head, 0, Math.max(1, Math.floor(sampleRate * 0.0005))));
  const isStep = first >= FIRST_SAMPLE && first >= OVER_TYPICAL_STEP * typicalStep(head);
  const last = (fromSeconds: number, toSeconds: number): number =>
    decibels(
      rmsOf(tail, tail.frames - Math.floor(sampleRate * toSeconds), tail.frames - Math.floor(sampleRate * fromSeconds)),
    ) ?? -240;
  const [last10, last2] = [last(0, 0.01), last(0, 0.002)];
  const before = Math.max(last(0.02, 0.05), last(0.05, 0.1));
  const floorDbfs = levels.blocks >= BLOCKS_FOR_A_FLOOR ? levels.p5Db : null;
  const isLoud = Math.min(last10, last2) >= TAIL_LEVEL_DB && last2 >= before - TAIL_FADE_DB;
  return {
    firstSampleDbfs: decibels(first),
    headCut: isStep && (headLevelDbfs ?? -240) >= HEAD_LEVEL_DB,
    headLevelDbfs,
    tailCut: isLoud && last10 >= (floorDbfs ?? NO_FLOOR_DB) + OVER_FLOOR_DB,
    lastLevelDbfs: last10 <= -240 ? null : last10,
    floorDbfs,
  };
}

function frameLevel({ channels }: SampleBlock, frame: number): number {
  return channels.reduce((level, samples) => Math.max(level, Math.abs(samples[frame] ?? 0)), 0);
}

/** 95 of 100 steps between neighbouring frames are smaller. */
function typicalStep({ channels, frames }: SampleBlock): number {
  const steps = Array.from({ length: Math.max(0, frames - 1) }, (_, i) =>
    channels.reduce((step, samples) => Math.max(step, Math.abs(samples[i + 1]! - samples[i]!)), 0),
  ).sort((a, b) => a - b);
  return steps[Math.floor(0.95 * (steps.length - 1))] ?? 0;
}

function rmsOf({ channels, frames }: SampleBlock, from: number, to: number): number {
  const [first, end] = [Math.max(0, from), Math.min(frames, to)];
  if (end <= first) return 0;
  let squares = 0;
  for (const samples of channels) for (let i = first; i < end; i++) squares += samples[i]! * samples[i]!;
  return Math.sqrt(squares / ((end - first) * channels.length));
}
