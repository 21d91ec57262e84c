/** @jsxImportSource preact */
import { formatSeconds } from '../../model/units.js';
import type { View } from './view.js';
import { percent } from './wave.js';

const STEPS_SECONDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600];
const TIMES_MOST = 8;
const BARS_MOST = 10;
const SECTIONS_MOST = 16;
/** A label that begins behind this share is written to the left of its line. */
const NEAR_EDGE = 0.94;

/** Round times along the song, few enough to be read on a phone. */
export function timesOf(seconds: number): number[] {
  const step = STEPS_SECONDS.find((one) => seconds / one <= TIMES_MOST) ?? seconds / TIMES_MOST;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, at) => Math.round(at * step * 10) / 10);
}

/** Sections by the markers of the files, bars by the tempo, and times; what is not known has no row. */
export function Ruler({ view }: { readonly view: View }) {
  const { seconds, bar } = view;
  const sections = sectionsOf(view);
  const barsAt = bar === null ? null : 22;
  const top = sections.length > 0 ? 18 : 0;
  const timesY = top + (barsAt === null ? 16 : 36);
  return (
    <div class="ruler-row">
      <span class="readout" aria-hidden="true" />
      <svg class="ruler" width="100%" height={timesY + 8} aria-hidden="true" focusable="false">
        {sections.map(({ at, name }) => (
          <text key={at} class="section wide-only" x={percent(at / seconds)} y="13">
            {name}
          </text>
        ))}
        {bar === null
          ? null
          : barsOf(seconds, bar).map((nth) => (
              <text key={nth} class="bars wide-only" {...placed((nth * bar) / seconds)} y={top + 14}>
                {nth === 0 ? 'bar 1' : nth + 1}
              </text>
            ))}
        {timesOf(seconds).map((at) => (
          <g key={at}>
            <line class="tick" x1={percent(at / seconds)} x2={percent(at / seconds)} y1={timesY - 12} y2={timesY + 8} />
            <text {...placed(at / seconds)} dx={at / seconds > NEAR_EDGE ? -4 : 4} y={timesY}>
              {formatSeconds(at)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function placed(share: number) {
  return { x: percent(share), ...(share > NEAR_EDGE ? { 'text-anchor': 'end' as const } : {}) };
}

function barsOf(seconds: number, bar: number): number[] {
  let step = 8;
  while (seconds / (bar * step) > BARS_MOST) step *= 2;
  return Array.from({ length: Math.floor(seconds / (bar * step)) + 1 }, (_, at) => at * step);
}

/** Named markers of the first file that has some: a session exports the same ones into every stem. */
function sectionsOf({ report, seconds }: View): { at: number; name: string }[] {
  const marked = report.files.find(({ header }) => header?.markers?.some(({ name }) => name.trim() !== ''));
  const rate = marked?.header?.sampleRate ?? 0;
  if (!marked?.header?.markers || rate <= 0) return [];
  return marked.header.markers
    .filter(({ name }) => name.trim() !== '')
    .map(({ frame, name }) => ({ at: frame / rate, name: name.trim().slice(0, 14) }))
    .filter(({ at }) => at >= 0 && at < seconds * NEAR_EDGE)
    .slice(0, SECTIONS_MOST);
}
