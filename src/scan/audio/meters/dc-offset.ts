import type { Measurements } from '../../../model/measurements.js';
import { type Groups, groupsIn } from './groups.js';

/**
 * The standing offset of each channel: means over half a second. A real offset keeps its sign and size in all of
 * them; asymmetric voices and brass have means that follow their level, low notes have means that change sign.
 */
export function dcMeter(channels: number, sampleRate: number) {
  const groupsPerBlock = groupsIn(0.5, sampleRate);
  const sums = new Float64Array(channels);
  const sounding = new Uint32Array(channels);
  const means = Array.from({ length: channels }, () => meanAndSpread());
  let groups = 0;
  let frames = 0;
  const endBlock = (): void => {
    for (let channel = 0; channel < channels; channel++) {
      // A block that is silent for half of its time would only halve the mean of what is there.
      if (sounding[channel]! > groupsPerBlock / 2) means[channel]!.add(sums[channel]! / frames);
    }
    sums.fill(0);
    sounding.fill(0);
    groups = 0;
    frames = 0;
  };
  return {
    push({ count, frames: own, min, max, sum }: Groups): void {
      for (let i = 0; i < count; i++) {
        frames += own;
        for (let channel = 0; channel < channels; channel++) {
          sums[channel]! += sum[channel]![i]!;
          if (min[channel]![i] !== 0 || max[channel]![i] !== 0) sounding[channel]!++;
        }
        if (++groups === groupsPerBlock) endBlock();
      }
    },
    finish(): Measurements['dc'] {
      return means.map((own, channel) => ({ channel, ...own.finish() }));
    },
  };
}

function meanAndSpread() {
  let blocks = 0;
  let sum = 0;
  let squares = 0;
  let positive = 0;
  let negative = 0;
  return {
    add(mean: number): void {
      blocks++;
      sum += mean;
      squares += mean * mean;
      if (mean > 0) positive++;
      if (mean < 0) negative++;
    },
    finish() {
      const offset = blocks === 0 ? 0 : sum / blocks;
      const spread = blocks === 0 ? 0 : Math.sqrt(Math.max(0, squares / blocks - offset * offset));
      return { offset, spread, blocks, oneSignShare: blocks === 0 ? 0 : Math.max(positive, negative) / blocks };
    },
  };
}
