import type { Measurements } from '../../../model/measurements.js';
import { type Group, groupPeak } from './groups.js';

/** Groups that peak this far below the file's peak still touch its ceiling, groups 20 dB below it no longer count. */
const NEAR_DB = 0.1;
const ACTIVE_DB = 20;
const STEPS_PER_DB = 100;
const LOWEST_DB = -120;
const STEPS = 160 * STEPS_PER_DB;

/** How often a file touches its own ceiling: a limiter does so all the time, music rarely. */
export function nearPeakMeter() {
  const counts = new Uint32Array(STEPS + 1);
  const state = { peak: 0 };
  const stepOf = (amplitude: number): number =>
    Math.max(0, Math.min(STEPS, Math.round((20 * Math.log10(amplitude) - LOWEST_DB) * STEPS_PER_DB)));
  return {
    push(group: Group): void {
      const own = groupPeak(group);
      if (own === 0) return;
      if (own > state.peak) state.peak = own;
      counts[stepOf(own)]!++;
    },
    finish(): Measurements['nearPeak'] {
      if (state.peak === 0) return null;
      const top = stepOf(state.peak);
      const blocks = sumFrom(counts, top - NEAR_DB * STEPS_PER_DB);
      return { blocks, share: blocks / sumFrom(counts, top - ACTIVE_DB * STEPS_PER_DB) };
    },
  };
}

function sumFrom(counts: Uint32Array, step: number): number {
  return counts.subarray(Math.max(0, step)).reduce((sum, count) => sum + count, 0);
}
