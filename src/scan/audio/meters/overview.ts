import type { Overview } from '../../../model/measurements.js';
import type { Groups } from './groups.js';

const COLUMNS = 480;
/** Four groups or more a drawn column, at any length, before neighbours are merged. */
const MOST_CELLS = 8 * COLUMNS;

/** The picture of a file: 480 columns of smallest, largest and RMS value, both channels folded into one. */
export function overviewMeter() {
  const min = new Float32Array(MOST_CELLS);
  const max = new Float32Array(MOST_CELLS);
  const power = new Float64Array(MOST_CELLS);
  let cells = 0;
  let groupsPerCell = 1;
  let groups = 0;
  const merge = (): void => {
    for (let i = 0; i < MOST_CELLS / 2; i++) {
      min[i] = Math.min(min[2 * i]!, min[2 * i + 1]!);
      max[i] = Math.max(max[2 * i]!, max[2 * i + 1]!);
      power[i] = (power[2 * i]! + power[2 * i + 1]!) / 2;
    }
    cells = MOST_CELLS / 2;
    groupsPerCell *= 2;
  };
  return {
    push(own: Groups): void {
      for (let i = 0; i < own.count; i++) {
        if (groups === 0) {
          if (cells === MOST_CELLS) merge();
          min[cells] = 0;
          max[cells] = 0;
          power[cells] = 0;
          cells++;
        }
        const cell = cells - 1;
        for (let channel = 0; channel < own.min.length; channel++) {
          const lowest = own.min[channel]![i]!;
          const highest = own.max[channel]![i]!;
          if (lowest < min[cell]!) min[cell] = lowest;
          if (highest > max[cell]!) max[cell] = highest;
        }
        power[cell]! += own.power[i]! / groupsPerCell;
        if (++groups === groupsPerCell) groups = 0;
      }
    },
    finish(): Overview | null {
      if (cells === 0) return null;
      const overview = { min: [] as number[], max: [] as number[], rms: [] as number[] };
      for (let column = 0; column < COLUMNS; column++) {
        const from = Math.floor((column * cells) / COLUMNS);
        const to = Math.max(from + 1, Math.floor(((column + 1) * cells) / COLUMNS));
        const mean = power.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
        overview.min.push(eighth(Math.min(...min.subarray(from, to))));
        overview.max.push(eighth(Math.max(...max.subarray(from, to))));
        overview.rms.push(eighth(Math.sqrt(mean)));
      }
      return overview;
    },
  };
}

/** As a signed byte: 127 is full scale. */
function eighth(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value * 127))) + 0; // no −0, which JSON would print apart
}
