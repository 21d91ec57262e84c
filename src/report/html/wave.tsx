/** @jsxImportSource preact */
import type { DeliveredFile } from '../../model/delivery.js';
import type { Overview } from '../../model/measurements.js';
import type { View } from './view.js';

/** Half the height of a shape's own field. */
const HALF = 100;
/** |v| to this power: a stem at −40 dBFS can be seen beside one at full scale. */
const SOFTENED = 0.6;
const FULL_SCALE = 127;

/** The waveforms, each drawn once; the timeline and the cards use them by name. */
export function WaveShapes({ view }: { readonly view: View }) {
  const drawn = [...view.anchors].flatMap(([path, anchor]) => {
    const overview = view.files.get(path)?.measured?.overview;
    return overview ? [{ anchor, d: wavePath(overview, view.stride), points: pointsOf(overview, view.stride) }] : [];
  });
  return (
    <svg width="0" height="0" class="defs" aria-hidden="true" focusable="false">
      <defs>
        {drawn.map(({ anchor, d, points }) => (
          <symbol key={anchor} id={`w${anchor}`} viewBox={`0 0 ${points - 1} ${2 * HALF}`} preserveAspectRatio="none">
            <path class="shape" d={d} />
          </symbol>
        ))}
      </defs>
    </svg>
  );
}

/** A file's waveform in a drawing whose width is `seconds`. */
export function Wave(props: {
  readonly file: DeliveredFile;
  readonly view: View;
  readonly height: number;
  readonly seconds: number;
}) {
  const { file, view, height, seconds } = props;
  const anchor = view.anchors.get(file.path);
  const length = file.header?.seconds;
  if (!file.measured?.overview || anchor === undefined || !length || seconds <= 0) return null;
  return <use href={`#w${anchor}`} width={percent(length / seconds)} height={height} />;
}

export function percent(share: number): string {
  return `${Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 100}%`;
}

function pointsOf({ max }: Overview, stride: number): number {
  return Math.max(2, Math.ceil(max.length / stride));
}

/** An outline of the largest and smallest samples, there and back; whole numbers keep a hundred of them small. */
export function wavePath({ min, max }: Overview, stride: number): string {
  const count = pointsOf({ min, max, rms: [] }, stride);
  const extreme = (values: readonly number[], at: number, pick: (...all: number[]) => number) =>
    pick(...Array.from({ length: stride }, (_, step) => values[at * stride + step] ?? 0));
  const upper = Array.from({ length: count }, (_, at) => `${at} ${height(extreme(max, at, Math.max))}`);
  const lower = Array.from({ length: count }, (_, at) => `${at} ${height(extreme(min, at, Math.min))}`);
  return `M${upper.join(' ')} ${lower.reverse().join(' ')}Z`;
}

function height(value: number): number {
  const share = Math.min(1, Math.abs(value) / FULL_SCALE) ** SOFTENED;
  return Math.round(HALF - Math.sign(value) * share * HALF);
}
