import type { SampleBlock } from './decode-samples.js';

/** Sums over about 10 ms of all channels: what level, island, offset and picture are made of. */
export type Group = {
  /** fewer than `groupFrames` in the file's last one */
  frames: number;
  /** all of shape [channels] */
  readonly min: Float32Array;
  readonly max: Float32Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
};
export type GroupSink = (group: Group) => void;

/** The multiple of 64 frames that is nearest to 10 ms: the fast pass works in blocks of 64. */
export function groupFrames(sampleRate: number): number {
  return 64 * Math.max(1, Math.round(sampleRate / 6400));
}

/** How many groups last nearest to so many seconds; at least 1. */
export function groupsIn(seconds: number, sampleRate: number): number {
  return Math.max(1, Math.round((seconds * sampleRate) / groupFrames(sampleRate)));
}

export function emptyGroup(channels: number): Group {
  const group = {
    frames: 0,
    min: new Float32Array(channels),
    max: new Float32Array(channels),
    sum: new Float64Array(channels),
    sumOfSquares: new Float64Array(channels),
  };
  clearGroup(group);
  return group;
}

function clearGroup(group: Group): void {
  group.frames = 0;
  group.min.fill(Number.POSITIVE_INFINITY);
  group.max.fill(Number.NEGATIVE_INFINITY);
  group.sum.fill(0);
  group.sumOfSquares.fill(0);
}

/** Largest |sample| of a group in any channel. */
export function groupPeak(group: Group): number {
  let peak = 0;
  for (let channel = 0; channel < group.min.length; channel++) {
    if (-group.min[channel]! > peak) peak = -group.min[channel]!;
    if (group.max[channel]! > peak) peak = group.max[channel]!;
  }
  return peak;
}

/** Mean square of a group over all channels. */
export function groupPower(group: Group): number {
  let squares = 0;
  for (let channel = 0; channel < group.sumOfSquares.length; channel++) squares += group.sumOfSquares[channel]!;
  return squares / (group.frames * group.sumOfSquares.length);
}

/** Cuts blocks into groups and hands each on; the group is only good until the next one. */
export function groupFormer(channels: number, sampleRate: number, sink: GroupSink) {
  const size = groupFrames(sampleRate);
  const group = emptyGroup(channels);
  const emit = (): void => {
    sink(group);
    clearGroup(group);
  };
  return {
    push(block: SampleBlock): void {
      for (let from = 0; from < block.frames; ) {
        const to = Math.min(block.frames, from + size - group.frames);
        for (let channel = 0; channel < channels; channel++)
          addRange(group, channel, block.channels[channel]!, from, to);
        group.frames += to - from;
        from = to;
        if (group.frames === size) emit();
      }
    },
    flush(): void {
      if (group.frames > 0) emit();
    },
  };
}

function addRange(group: Group, channel: number, samples: Float32Array, from: number, to: number): void {
  let min = group.min[channel]!;
  let max = group.max[channel]!;
  let sum = 0;
  let squares = 0;
  for (let frame = from; frame < to; frame++) {
    const value = samples[frame]!;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    squares += value * value;
  }
  group.min[channel] = min;
  group.max[channel] = max;
  group.sum[channel]! += sum;
  group.sumOfSquares[channel]! += squares;
}
