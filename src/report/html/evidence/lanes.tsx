/** @jsxImportSource preact */
import type { DeliveredFile } from '../../../model/delivery.js';
import type { Evidence, Finding } from '../../../model/report.js';
import { formatCount, formatRate, formatSeconds, stemName } from '../../../model/units.js';
import { placesOf } from '../places.js';
import type { View } from '../view.js';
import { percent, Wave, wavePath } from '../wave.js';
import { Figure, linePath, Plot } from './plot.js';
import { numberIn, numbersIn, textIn, textsIn } from './record.js';

const LANE = 60;
const LANES_SHOWN = 4;

/** One time axis, two lengths: what a file lasts at its own rate and what it lasts when it is read at the set's. */
export function rateDrawing(record: Evidence, view: View) {
  const own = numberIn(record, 'sampleRateHz');
  const set = numberIn(record, 'setHz');
  const path = textIn(record, 'file');
  const frames = numberIn(record, 'frames') ?? view.files.get(path ?? '')?.header?.frames ?? null;
  if (own === null || set === null || frames === null || path === null || own <= 0 || set <= 0) return null;
  const longest = Math.max(frames / own, frames / set);
  const ends = formatSeconds(Math.round((frames / set) * 10) / 10);
  return (
    <Figure says={`Read at ${formatRate(set)} without being converted, it ends at ${ends}.`}>
      <Plot
        label={`${stemName(path)} lasts ${formatSeconds(frames / own)} at its own rate and ${ends} when it is read at ${formatRate(set)}.`}
        height={84}
        left={[
          { at: 0.25, words: formatRate(own) },
          { at: 0.75, words: formatRate(set) },
        ]}
      >
        <rect class="bar" x="0" y="11" width={percent(frames / own / longest)} height="20" />
        <rect class="bar bad" x="0" y="53" width={percent(frames / set / longest)} height="20" />
      </Plot>
    </Figure>
  );
}

/** Where the rough mix has a stem and where the stem lies, with how far it is between them. */
export function offsetDrawing(record: Evidence, view: View) {
  const lag = numberIn(record, 'lagFrames');
  const path = textIn(record, 'file');
  if (lag === null || path === null || lag === 0) return null;
  const rate = view.report.relations.rough?.sampleRate ?? view.files.get(path)?.header?.sampleRate ?? 48_000;
  const milliseconds = Math.round((Math.abs(lag) / rate) * 10_000) / 10;
  const plusMinus = numberIn(record, 'plusMinusFrames');
  const late = lag > 0;
  const [place, stem] = late ? [0.25, 0.7] : [0.7, 0.25];
  const words = `${formatCount(milliseconds)} ms ${late ? 'late' : 'early'}`;
  const match = numbersIn(record, 'match');
  const name = stemName(path);
  return (
    <Figure
      says={`${formatCount(Math.abs(lag))} frames at ${formatRate(rate)}${plusMinus === null ? '' : `, ± ${formatCount(plusMinus)}`}: moved ${late ? 'earlier' : 'later'} by that much, the stem lies where the rough mix has it.`}
    >
      <Plot
        label={`${name} lies ${words} against the rough mix.`}
        height={108}
        left={[
          { at: 0.17, words: 'rough mix' },
          { at: 0.8, words: 'stem' },
        ]}
      >
        <rect class="bar" x={percent(place)} y="9" width="22%" height="20" />
        <rect class="bar bad" x={percent(stem)} y="76" width="22%" height="20" />
        <line class="edge fine" x1={percent(place)} x2={percent(place)} y1="4" y2="102" />
        <line class="edge" x1={percent(stem)} x2={percent(stem)} y1="48" y2="102" />
        <line class="edge" x1={percent(place)} x2={percent(stem)} y1="58" y2="58" />
        <text class="label bad" x="47.5%" y="51" text-anchor="middle">
          {words}
        </text>
      </Plot>
      {match === null ? null : (
        <Plot
          label="How well the stem fits, for every shift: one sharp peak."
          height={LANE}
          left={[{ at: 0.5, words: 'fit' }]}
        >
          <svg
            viewBox={`0 0 ${match.length - 1} 1000`}
            preserveAspectRatio="none"
            aria-hidden="true"
            width="100%"
            height={LANE}
          >
            <path class="line" d={linePath(match, 0, 1)} />
          </svg>
        </Plot>
      )}
    </Figure>
  );
}

/** Two or more files under one ruler: the same sound twice, two takes of one part. */
export function besideDrawing(paths: readonly string[], view: View, says: string) {
  const files = paths
    .slice(0, LANES_SHOWN)
    .flatMap((path) => view.files.get(path) ?? [])
    .filter(({ measured }) => measured?.overview);
  if (files.length < 2) return null;
  const seconds = Math.max(view.seconds, ...files.map(({ header }) => header?.seconds ?? 0));
  return (
    <Figure says={says}>
      {files.map((file) => (
        <Lane key={file.path} view={view} file={file} seconds={seconds} />
      ))}
    </Figure>
  );
}

function Lane(props: { readonly view: View; readonly file: DeliveredFile; readonly seconds: number }) {
  const { view, file, seconds } = props;
  const name = stemName(file.path);
  return (
    <>
      <p class="quiet">{name}</p>
      <Plot label={`Waveform of ${name}`} height={LANE}>
        <line class="base" x1="0" x2="100%" y1={LANE / 2} y2={LANE / 2} />
        <Wave view={view} file={file} height={LANE} seconds={seconds} />
      </Plot>
    </>
  );
}

/** The part of a file around its hole, the hole hatched with its length in it. */
export function holeDrawing(record: Evidence, view: View) {
  const path = textIn(record, 'file');
  const from = numberIn(record, 'fromFrame');
  const to = numberIn(record, 'toFrame');
  const file = path === null ? undefined : view.files.get(path);
  const overview = file?.measured?.overview;
  if (!file?.header?.seconds || !overview || from === null || to === null || to <= from) return null;
  const { sampleRate: rate, seconds } = file.header;
  const points = overview.max.length;
  const length = (to - from) / rate;
  // A hole of less than two columns of the overview would be drawn by chance.
  if (length < (2 * seconds) / points) return null;
  const start = Math.max(0, from / rate - 2 * length);
  const end = Math.min(seconds, to / rate + 2 * length);
  const [first, last] = [Math.floor((start / seconds) * points), Math.ceil((end / seconds) * points)];
  const cut = { min: overview.min.slice(first, last), max: overview.max.slice(first, last), rms: [] };
  if (cut.max.length < 3) return null;
  const share = (frame: number) => ((frame / rate / seconds) * points - first) / (cut.max.length - 1);
  const words = length < 1 ? `${Math.round(length * 1000)} ms` : `${length.toFixed(2)} s`;
  return (
    <Figure
      says={`Silence from ${formatSeconds(from / rate)} to ${formatSeconds(to / rate)}, with sound on both sides.`}
    >
      <Plot
        label={`${stemName(file.path)} around ${formatSeconds(from / rate)}: ${words} of it are silent.`}
        height={96}
        below={[
          { at: 0, words: formatSeconds(Math.round(start * 10) / 10) },
          { at: 1, words: formatSeconds(Math.round(end * 10) / 10) },
        ]}
      >
        <line class="base" x1="0" x2="100%" y1="48" y2="48" />
        <svg
          viewBox={`0 0 ${cut.max.length - 1} 200`}
          preserveAspectRatio="none"
          aria-hidden="true"
          width="100%"
          height="96"
        >
          <path class="shape" d={wavePath(cut, 1)} />
        </svg>
        <rect class="hatched" x={percent(share(from))} width={percent(share(to) - share(from))} height="96" />
        <line class="edge" x1={percent(share(from))} x2={percent(share(from))} y1="0" y2="96" />
        <line class="edge" x1={percent(share(to))} x2={percent(share(to))} y1="0" y2="96" />
        <text class="label bad" x={percent((share(from) + share(to)) / 2)} y="20" text-anchor="middle">
          {words}
        </text>
      </Plot>
    </Figure>
  );
}

/** A file over the whole song with the places of a finding marked: for whatever has a place and no drawing of its own. */
export function placesDrawing({ files, at, severity }: Finding, view: View) {
  const [path] = files;
  const file = path === undefined ? undefined : view.files.get(path);
  if (files.length !== 1 || !file?.measured?.overview || !file.header?.seconds || !at || at.length === 0) return null;
  const { seconds, sampleRate } = file.header;
  const places = placesOf(at, sampleRate, seconds);
  const where = places.length === 1 ? 'One place' : `${formatCount(at.length)} places`;
  return (
    <Figure says={`${where}, the first at ${formatSeconds((at[0]?.fromFrame ?? 0) / sampleRate)}.`}>
      <Plot
        label={`Waveform of ${stemName(file.path)} with the places marked.`}
        height={LANE + 8}
        below={[
          { at: 0, words: '0:00' },
          { at: 1, words: formatSeconds(seconds) },
        ]}
      >
        <line class="base" x1="0" x2="100%" y1={LANE / 2} y2={LANE / 2} />
        <Wave view={view} file={file} height={LANE} seconds={seconds} />
        <g class={severity}>
          {places.map(({ from, to, is }) => (
            <g key={from}>
              <rect
                class={is === 'stretch' ? 'stretch' : 'at'}
                x={percent(from)}
                width={is === 'place' ? 1.5 : percent(Math.max(to - from, 0.004))}
                height={is === 'many' ? 0 : LANE}
              />
              <rect
                class="under"
                x={percent(from)}
                y={LANE + 1}
                width={is === 'place' ? 3 : percent(Math.max(to - from, 0.004))}
                height="5"
              />
            </g>
          ))}
        </g>
      </Plot>
    </Figure>
  );
}

/** A file over the whole song: when it sounds. */
export function overviewDrawing(record: Evidence, view: View) {
  const path = textIn(record, 'file') ?? textsIn(record, 'files')[0];
  const file = path === undefined ? undefined : view.files.get(path);
  if (!file?.measured?.overview || !file.header?.seconds) return null;
  return (
    <Figure says="When it sounds, over the length of the song.">
      <Lane view={view} file={file} seconds={Math.max(view.seconds, file.header.seconds)} />
    </Figure>
  );
}
