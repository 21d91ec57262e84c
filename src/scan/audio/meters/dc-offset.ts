import type { Measurements } from '../../../model/measurements.js';
import { type Group, groupsIn } from './groups.js';

/**
 * The standing offset of each channel: means over half a second. A real offset keeps its sign and size in all of
 * them; asymmetric voices and brass have means that follow their level, low notes have means that change sign.
 */
export function dcMeter(channels: number, sampleRate: number) {
  const groupsPerBlock = groupsIn(0.5, sampleRate);
  const states = Array.from({ length: channels }, () => ({ sum: 0, sounding: 0, means: meanAndSpread() }));
  let groups = 0;
  let frames = 0;
  return {
    push(group: Group): void {
      frames += group.frames;
      groups++;
      states.forEach((state, channel) => {
        state.sum += group.sum[channel]!;
        if (group.min[channel] !== 0 || group.max[channel] !== 0) state.sounding++;
        if (groups < groupsPerBlock) return;
        // A block that is silent for half of its time would only halve the mean of what is there.
        if (state.sounding > groupsPerBlock / 2) state.means.add(state.sum / frames);
        state.sum = 0;
        state.sounding = 0;
      });
      if (groups === groupsPerBlock) {
        groups = 0;
        frames = 0;
      }
    },
    finish(): Measurements['dc'] {
      return states.map(({ means }, channel) => ({ channel, ...means.finish() }));
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
