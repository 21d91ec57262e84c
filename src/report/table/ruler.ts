import type { Brief } from '../../model/brief.js';
import { formatSeconds } from '../../model/units.js';
import { barSeconds } from '../words/bars.js';

const STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600];
const COLUMNS_A_TIME = 7;
const BARS_A_TICK = 8;
const COLUMNS_A_TICK = 4;
const LABEL_OVER_EDGE = 4;

/** Times above the lanes: "0:00    0:30    1:00", as close as they can be read. */
export function timeRuler(columns: number, seconds: number): string {
  const step = STEPS_SECONDS.find((one) => (one / seconds) * columns >= COLUMNS_A_TIME) ?? seconds;
  return ticks(columns, seconds, step, (at) => formatSeconds(at));
}

/**
 * Bars above the lanes: "│1    │9    │17". Null where the brief names no single tempo, or the meter has another
 * beat than the tempo counts.
 */
export function barRuler(columns: number, seconds: number, brief: Brief, tick: string): string | null {
  const length = barSeconds(brief);
  if (length === null) return null;
  let bars = BARS_A_TICK;
  while (((bars * length) / seconds) * columns < COLUMNS_A_TICK && bars < 4096) bars *= 2;
  return ticks(columns, seconds, bars * length, (_, nth) => `${tick}${nth * bars + 1}`);
}

function ticks(columns: number, seconds: number, step: number, label: (at: number, nth: number) => string): string {
  let line = '';
  for (let nth = 0; nth * step < seconds; nth++) {
    const column = Math.floor(((nth * step) / seconds) * columns);
    const words = label(nth * step, nth);
    // A label may stand out over the edge a little; half a label would name another time.
    if (column + words.length > columns + LABEL_OVER_EDGE) break;
    if (column >= line.length) line = line.padEnd(column) + words;
  }
  return line;
}
