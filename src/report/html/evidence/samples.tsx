/** @jsxImportSource preact */
import type { Evidence } from '../../../model/report.js';
import { formatCount, formatDb, formatSeconds, stemName } from '../../../model/units.js';
import type { View } from '../view.js';
import { Curve, Figure, Plot } from './plot.js';
import { fullScaleOf, numberIn, numbersIn, textIn } from './record.js';

const HEIGHT = 150;
/** A third beside the sound is "no file". */
const NO_FILE = 0.25;
/** So close to the largest sample counts as flat. */
const FLAT = 0.999;

/** The first or last milliseconds of a file: a wave that stands at once, or stops in the middle. */
export function edgeDrawing(record: Evidence, view: View, end: 'head' | 'tail') {
  const samples = numbersIn(record, 'samples');
  const path = textIn(record, 'file');
  if (samples === null || path === null) return null;
  const rate = view.files.get(path)?.header?.sampleRate ?? 48_000;
  const milliseconds = Math.round((samples.length / rate) * 10_000) / 10;
  const scale = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0) * 1.08 || 1;
  const isHead = end === 'head';
  const [from, to] = isHead ? [NO_FILE, 1] : [0, 1 - NO_FILE];
  const edge = `${(isHead ? from : to) * 100}%`;
  const name = stemName(path);
  const level = numberIn(record, isHead ? 'firstSampleDbfs' : 'lastLevelDbfs');
  const says = isHead
    ? 'A sound that begins inside a file grows out of silence over many cycles. Here it stands at once.'
    : 'A sound that ends inside a file falls to silence over many cycles. Here it stops in the middle.';
  const label = `The ${isHead ? 'first' : 'last'} ${milliseconds} milliseconds of ${name}. ${says}`;
  return (
    <Figure says={level === null ? says : `${says} The edge is at ${formatDb(level, 'dBFS')}.`}>
      <Plot
        label={label}
        height={HEIGHT}
        below={[
          { at: from, words: isHead ? '0' : `−${milliseconds} ms` },
          { at: to, words: isHead ? `${milliseconds} ms` : 'end' },
        ]}
      >
        <rect class="hatched" x={isHead ? '0' : edge} width={`${NO_FILE * 100}%`} height={HEIGHT} />
        <Curve values={samples} low={-scale} high={scale} height={HEIGHT} from={from} to={to} />
        <line class="edge" x1={edge} x2={edge} y1="0" y2={HEIGHT} />
        <text class="label bad" x={edge} dx={isHead ? 8 : -8} y="18" text-anchor={isHead ? 'start' : 'end'}>
          {isHead ? 'the file starts here' : 'the file ends here'}
        </text>
      </Plot>
    </Figure>
  );
}

/** Samples around the longest flat top, the flat part thick. */
export function clipDrawing(record: Evidence) {
  const samples = numbersIn(record, 'samples');
  const path = textIn(record, 'file');
  if (samples === null || path === null) return null;
  const full = fullScaleOf(samples);
  const scale = Math.max(full, ...samples.map(Math.abs)) * 1.12;
  const flat = longestFlat(samples);
  const longest = numberIn(record, 'longestFrames') ?? flat.to - flat.from;
  const y = (value: number) => `${50 - (value / scale) * 50}%`;
  const width = 100 / (samples.length - 1);
  const top = y(samples[flat.from] ?? full);
  return (
    <Figure says={`The wave should go on rising; it stands flat for ${formatCount(longest)} frames instead.`}>
      <Plot
        label={`A wave of ${stemName(path)} that rises, stands flat for ${longest} frames, and falls.`}
        height={HEIGHT}
        left={[
          { at: 0.5 - full / scale / 2, words: '0 dBFS' },
          { at: 0.5 + full / scale / 2, words: '0 dBFS' },
        ]}
      >
        <line class="base" x1="0" x2="100%" y1={y(full)} y2={y(full)} />
        <line class="base" x1="0" x2="100%" y1={y(-full)} y2={y(-full)} />
        <Curve values={samples} low={-scale} high={scale} height={HEIGHT} />
        <line
          class="line bad"
          x1={`${flat.from * width}%`}
          x2={`${Math.max(flat.from + 0.5, flat.to - 1) * width}%`}
          y1={top}
          y2={top}
        />
      </Plot>
    </Figure>
  );
}

function longestFlat(samples: readonly number[]): { from: number; to: number } {
  const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0) * FLAT;
  let best = { from: 0, to: 0 };
  for (let at = 0; at < samples.length; at++) {
    const sign = Math.sign(samples[at] ?? 0);
    let to = at;
    while (to < samples.length && (samples[to] ?? 0) * sign >= peak) to++;
    if (to - at > best.to - best.from) best = { from: at, to };
    at = Math.max(at, to - 1);
  }
  return best;
}

const SCOPE = 150;

/** Left against right, turned so that a mono sound stands upright. */
export function channelsDrawing(record: Evidence) {
  const pairs = numbersIn(record, 'samples');
  const path = textIn(record, 'file');
  if (pairs === null || path === null) return null;
  const correlation = numberIn(record, 'correlation');
  const says =
    correlation !== null && correlation < -0.9
      ? 'A flat line: one channel is the other one upside down, and in mono both vanish.'
      : 'An upright line: both channels hold the same. A stereo sound would draw a cloud.';
  const peak = pairs.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
  const points: string[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const left = (pairs[at] ?? 0) / peak;
    const right = (pairs[at + 1] ?? 0) / peak;
    points.push(`${Math.round(600 + (right - left) * 270) / 10} ${Math.round(600 - (left + right) * 270) / 10}`);
  }
  return (
    <Figure says={says}>
      <div class="scopes">
        <svg
          viewBox="0 0 120 120"
          width={SCOPE}
          height={SCOPE}
          role="img"
          aria-label={`${stemName(path)}, left against right. ${says}`}
        >
          <path class="base" fill="none" d="M60 6 114 60 60 114 6 60ZM60 6V114M6 60H114" />
          <path class="line" d={`M${points.join(' ')}`} />
        </svg>
      </div>
    </Figure>
  );
}

const SPECTRUM_FLOOR_DB = -130;
const SPECTRUM_TOP_DB = -30;

/** Mean power over frequency, with the wall behind which nothing is left. */
export function spectrumDrawing(record: Evidence, view: View) {
  const bins = numbersIn(record, 'db') ?? numbersIn(record, 'bins');
  const path = textIn(record, 'file');
  if (bins === null || path === null) return null;
  const nyquist = (view.files.get(path)?.header?.sampleRate ?? 48_000) / 2;
  const wall = numberIn(record, 'wallHz');
  const other = numbersIn(record, 'compareDb');
  const says =
    wall === null
      ? 'The mean spectrum of the file.'
      : `It falls off a wall at ${Math.round(wall / 100) / 10} kHz; a sound that was never encoded runs out slowly.`;
  return (
    <Figure says={says}>
      <Plot
        label={`Mean spectrum of ${stemName(path)} from 0 to ${nyquist / 1000} kilohertz. ${says}`}
        height={HEIGHT}
        left={[
          { at: 0.08, words: `−30 dB` },
          { at: 0.92, words: `−130` },
        ]}
        below={[
          { at: 0, words: '0' },
          { at: 0.5, words: `${nyquist / 2000} kHz` },
          { at: 1, words: `${nyquist / 1000} kHz` },
        ]}
      >
        {wall === null ? null : (
          <rect
            class="hatched"
            x={`${(wall / nyquist) * 100}%`}
            width={`${(1 - wall / nyquist) * 100}%`}
            height={HEIGHT}
          />
        )}
        {other === null ? null : (
          <Curve values={other} low={SPECTRUM_FLOOR_DB} high={SPECTRUM_TOP_DB} height={HEIGHT} tone="ghost" />
        )}
        <Curve values={bins} low={SPECTRUM_FLOOR_DB} high={SPECTRUM_TOP_DB} height={HEIGHT} />
      </Plot>
    </Figure>
  );
}

/** Onsets over the grid that the stated tempo gives. */
export function tempoDrawing(record: Evidence) {
  const onsets = numbersIn(record, 'onsets');
  const bars = numbersIn(record, 'bars');
  if (onsets === null || bars === null) return null;
  const start = Math.min(onsets[0] ?? 0, bars[0] ?? 0);
  const end = Math.max(onsets.at(-1) ?? 1, bars.at(-1) ?? 1);
  const x = (seconds: number) => `${((seconds - start) / (end - start || 1)) * 100}%`;
  const deviation = numberIn(record, 'deviationMs');
  const says = `Above, where sounds begin; below, the bars of the stated tempo${deviation === null ? '' : `, ${Math.round(deviation)} ms apart in the middle`}.`;
  return (
    <Figure says={says}>
      <Plot
        label={says}
        height={60}
        left={[
          { at: 0.25, words: 'sound' },
          { at: 0.75, words: 'bars' },
        ]}
        below={[
          { at: 0, words: formatSeconds(start) },
          { at: 1, words: formatSeconds(end) },
        ]}
      >
        {onsets.slice(0, 400).map((at) => (
          <line key={at} class="edge fine" x1={x(at)} x2={x(at)} y1="6" y2="28" />
        ))}
        {bars.slice(0, 400).map((at) => (
          <line key={at} class="edge" x1={x(at)} x2={x(at)} y1="32" y2="54" />
        ))}
      </Plot>
    </Figure>
  );
}
