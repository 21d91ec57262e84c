import type { DeliveredFile } from '../../model/delivery.js';

/** The lane's steps: RMS of a column in steps of 4 dB from here on; quieter sound is the first step. */
const FIRST_STEP_DBFS = -46;
const STEP_DB = 4;
const STEPS = 8;
/** Overviews are signed 8-bit: full scale is 127. */
const FULL_SCALE = 127;

/**
 * How loud a file is in each column of a lane.
 *
 * @param columns of the lane; the lane lasts `seconds`
 * @returns 0 (silent) to 8 a column; null where the file holds no overview
 */
export function laneLevels(file: DeliveredFile, columns: number, seconds: number): number[] | null {
  const overview = file.measured?.overview;
  const length = file.header?.seconds;
  if (!overview || !length || !file.measured) return null;
  const rate = file.header.sampleRate;
  const points = overview.rms.length;
  const sounds = file.measured.islands.map(({ fromFrame, toFrame }) => [fromFrame / rate, toFrame / rate] as const);
  return Array.from({ length: columns }, (_, column) => {
    const from = (column / columns) * seconds;
    const to = ((column + 1) / columns) * seconds;
    if (from >= length) return 0;
    const first = Math.floor((from / length) * points);
    const last = Math.min(points, Math.max(first + 1, Math.ceil((to / length) * points)));
    let power = 0;
    for (let at = first; at < last; at++) power += ((overview.rms[at] ?? 0) / FULL_SCALE) ** 2;
    const level = power === 0 ? 0 : stepOf(10 * Math.log10(power / (last - first)));
    // Quiet sound falls below the overview's eight bits; the islands of sound still know of it.
    return level === 0 && sounds.some(([start, end]) => start < to && end > from) ? 1 : level;
  });
}

function stepOf(dbfs: number): number {
  return Math.max(1, Math.min(STEPS, 1 + Math.floor((dbfs - FIRST_STEP_DBFS) / STEP_DB)));
}

/** Places and stretches below a lane, one character a column; empty where there is none. */
export function laneMarks(
  spans: readonly { readonly from: number; readonly to: number }[],
  columns: number,
  seconds: number,
  place: string,
  [from, through, to]: readonly [string, string, string],
): string {
  const marks = Array.from({ length: columns }, () => ' ');
  const columnOf = (at: number) => Math.max(0, Math.min(columns - 1, Math.floor((at / seconds) * columns)));
  // Places last: a click inside a stretch stays visible.
  const sorted = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const span of sorted) {
    const first = columnOf(span.from);
    const last = Math.max(first, columnOf(span.to));
    if (first === last) marks[first] = place;
    else for (let at = first; at <= last; at++) marks[at] = at === first ? from : at === last ? to : through;
  }
  return marks.join('').trimEnd();
}
