import type { Measurements } from '../../../model/measurements.js';
import { amplitudeOf } from './decibels.js';
import type { Groups } from './groups.js';

/** Groups that peak this far below the file's peak still touch its ceiling, groups 20 dB below it no longer count. */
const NEAR = amplitudeOf(-0.1);
const ACTIVE = amplitudeOf(-20);
/** A float's bits without the last 13 grow with its logarithm, in steps of a hundredth of a decibel and less. */
const DROPPED_BITS = 13;
const QUIETEST = 2 ** -20;
const LOUDEST = 2 ** 8;

/** How often a file touches its own ceiling: a limiter does so all the time, music rarely. */
export function nearPeakMeter() {
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  const stepOf = (amplitude: number): number => {
    float[0] = Math.max(QUIETEST, Math.min(LOUDEST, amplitude));
    return bits[0]! >>> DROPPED_BITS;
  };
  const lowest = stepOf(QUIETEST);
  const counts = new Uint32Array(stepOf(LOUDEST) - lowest + 1);
  const state = { peak: 0 };
  const countFrom = (amplitude: number): number =>
    counts.subarray(stepOf(amplitude) - lowest).reduce((sum, count) => sum + count, 0);
  return {
    push({ count, peak }: Groups): void {
      for (let i = 0; i < count; i++) {
        const own = peak[i]!;
        if (own === 0) continue;
        if (own > state.peak) state.peak = own;
        counts[stepOf(own) - lowest]!++;
      }
    },
    finish(): Measurements['nearPeak'] {
      if (state.peak === 0) return null;
      const blocks = countFrom(state.peak * NEAR);
      return { blocks, share: blocks / countFrom(state.peak * ACTIVE) };
    },
  };
}
