import type { SampleBlock } from './decode-samples.js';

/**
 * Sums over stretches of about 10 ms of all channels: what level, island, offset and picture are made of. They come many
 * at a time, since a call for each costs more than its sums.
 */
export type Groups = {
  /** how many stand in the arrays, which may be longer */
  count: number;
  /** of each group; fewer than `groupFrames` in the file's last one, which comes alone */
  frames: number;
  /** all of shape [channels][groups] */
  readonly min: readonly Float32Array[];
  readonly max: readonly Float32Array[];
  readonly sum: readonly Float64Array[];
  readonly sumOfSquares: readonly Float64Array[];
  /** over all channels, [groups]: the largest |sample|, and the mean square */
  readonly peak: Float32Array;
  readonly power: Float64Array;
};
/** Takes groups in order; they are only good until it returns. */
export type GroupSink = (groups: Groups) => void;

/** The multiple of 64 frames that is nearest to 10 ms: the fast pass works in blocks of 64. */
export function groupFrames(sampleRate: number): number {
  return 64 * Math.max(1, Math.round(sampleRate / 6400));
}

/** How many groups last nearest to so many seconds; at least 1. */
export function groupsIn(seconds: number, sampleRate: number): number {
  return Math.max(1, Math.round((seconds * sampleRate) / groupFrames(sampleRate)));
}

export function emptyGroups(channels: number, capacity: number): Groups {
  const floats = (): Float32Array => new Float32Array(capacity);
  const doubles = (): Float64Array => new Float64Array(capacity);
  return {
    count: 0,
    frames: 0,
    min: Array.from({ length: channels }, floats),
    max: Array.from({ length: channels }, floats),
    sum: Array.from({ length: channels }, doubles),
    sumOfSquares: Array.from({ length: channels }, doubles),
    peak: floats(),
    power: doubles(),
  };
}

/** Works out what belongs to all channels together, once their own figures stand. */
export function joinChannels(groups: Groups): void {
  const { count, peak, power } = groups;
  const channels = groups.min.length;
  const samples = groups.frames * channels;
  for (let i = 0; i < count; i++) {
    let most = 0;
    let squares = 0;
    for (let channel = 0; channel < channels; channel++) {
      const low = -groups.min[channel]![i]!;
      const high = groups.max[channel]![i]!;
      if (low > most) most = low;
      if (high > most) most = high;
      squares += groups.sumOfSquares[channel]![i]!;
    }
    peak[i] = most;
    power[i] = squares / samples;
  }
}

/** Cuts blocks into groups and hands each on. */
export function groupFormer(channels: number, sampleRate: number, sink: GroupSink) {
  const size = groupFrames(sampleRate);
  const group = emptyGroups(channels, 1);
  group.count = 1;
  const open = (): void => {
    group.frames = 0;
    for (const min of group.min) min[0] = Number.POSITIVE_INFINITY;
    for (const max of group.max) max[0] = Number.NEGATIVE_INFINITY;
    for (const sums of [...group.sum, ...group.sumOfSquares]) sums[0] = 0;
  };
  const emit = (): void => {
    joinChannels(group);
    sink(group);
    open();
  };
  open();
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

function addRange(group: Groups, channel: number, samples: Float32Array, from: number, to: number): void {
  const [lowest, highest] = [group.min[channel]!, group.max[channel]!];
  let min = lowest[0]!;
  let max = highest[0]!;
  let sum = 0;
  let squares = 0;
  for (let frame = from; frame < to; frame++) {
    const value = samples[frame]!;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    squares += value * value;
  }
  lowest[0] = min;
  highest[0] = max;
  group.sum[channel]![0]! += sum;
  group.sumOfSquares[channel]![0]! += squares;
}
