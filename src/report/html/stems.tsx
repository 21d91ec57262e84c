/** @jsxImportSource preact */

import type { DeliveredFile } from '../../model/delivery.js';
import { counted, formatDb, formatRate, formatSeconds, stemName } from '../../model/units.js';
import { cutMiddle } from '../words/cut.js';
import { widthOf } from '../words/set.js';
import { Refs } from './refs.js';
import { timesOf } from './ruler.js';
import type { View } from './view.js';
import { percent, Wave } from './wave.js';

const WAVE_HEIGHT = 52;
/** Pauses shorter than this share of the song cannot be seen, and a thousand of them would weigh. */
const PAUSE_FROM = 0.004;
/** In a list; a longer name is whole on its card. */
const NAME_COLUMNS = 40;

/** A card a file of sound, and all figures as one table. */
export function Stems({ view }: { readonly view: View }) {
  const { prefix, anchors, files } = view;
  const shown = [...anchors.keys()].flatMap((path) => files.get(path) ?? []);
  if (shown.length === 0) return null;
  return (
    <section class="part" id={`${prefix}stems`} aria-labelledby={`${prefix}stems-name`}>
      <div class="part-head">
        <h2 id={`${prefix}stems-name`}>Stems</h2>
        <p>{counted(shown.length, 'file')} of sound</p>
      </div>
      <Fine view={view} />
      <div class="cards">
        {shown.map((file) => (
          <Stem key={file.path} view={view} file={file} />
        ))}
      </div>
      <Table view={view} files={shown} />
    </section>
  );
}

/** What a tired producer needs to read: which files can stay as they are. Said only of what was read to the end. */
function Fine({ view }: { readonly view: View }) {
  const { report, set, on } = view;
  if (report.coverage.quick) return null;
  const unread = new Set(report.coverage.unread.map(({ path }) => path));
  const fine = [...set.stems, ...set.dry].filter(
    ({ path, measured }) =>
      measured && !unread.has(path) && (on.get(path) ?? []).every(({ severity }) => severity === 'info'),
  );
  if (fine.length === 0 || report.verdict === 'ready') return null;
  return (
    <>
      <p class="quiet">Nothing has to be done to {fine.length === 1 ? 'this one' : `these ${fine.length}`}:</p>
      <ul class="fine">
        {fine.map(({ path }) => (
          <li key={path}>{cutMiddle(stemName(path), NAME_COLUMNS)}</li>
        ))}
      </ul>
    </>
  );
}

function Stem({ view, file }: { readonly view: View; readonly file: DeliveredFile }) {
  const anchor = view.anchors.get(file.path);
  return (
    <article class="card stem" id={anchor} aria-labelledby={`${anchor}-name`}>
      <div class="stem-head">
        <h3 id={`${anchor}-name`}>{stemName(file.path)}</h3>
        <span class="refs">
          <Refs view={view} findings={view.on.get(file.path) ?? []} />
        </span>
      </div>
      <Sound view={view} file={file} />
      <dl class="figures">
        {figuresOf(file).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** The waveform over the length of the set, and below it a strip that is open where the file is silent. */
function Sound({ view, file }: { readonly view: View; readonly file: DeliveredFile }) {
  const length = file.header?.seconds ?? 0;
  if (!file.measured?.overview || length <= 0) return null;
  const seconds = Math.max(view.seconds, length);
  const pauses = pausesOf(file, seconds);
  const silent = Math.max(0, length - file.measured.activeSeconds);
  const label = `Waveform of ${stemName(file.path)}; silent for ${formatSeconds(Math.round(silent))} of ${formatSeconds(Math.round(length))}`;
  return (
    <svg class="wave" width="100%" height={WAVE_HEIGHT + 14} role="img" aria-label={label}>
      {timesOf(seconds).map((at) => (
        <line key={at} class="grid" x1={percent(at / seconds)} x2={percent(at / seconds)} y1="0" y2={WAVE_HEIGHT} />
      ))}
      <Wave view={view} file={file} height={WAVE_HEIGHT} seconds={seconds} />
      <rect class="sound" x="0" y={WAVE_HEIGHT + 6} width={percent(length / seconds)} height="6" />
      {pauses.map(({ from, to }) => (
        <rect key={from} class="silence" x={percent(from)} y={WAVE_HEIGHT + 6} width={percent(to - from)} height="6" />
      ))}
    </svg>
  );
}

function pausesOf({ header, measured }: DeliveredFile, seconds: number): { from: number; to: number }[] {
  const rate = header?.sampleRate ?? 0;
  if (rate <= 0) return [];
  const pauses: { from: number; to: number }[] = [];
  let end = 0;
  for (const { fromFrame, toFrame } of measured?.islands ?? []) {
    pauses.push({ from: end, to: fromFrame / rate / seconds });
    end = toFrame / rate / seconds;
  }
  pauses.push({ from: end, to: (header?.seconds ?? 0) / seconds });
  return pauses.filter(({ from, to }) => to - from >= PAUSE_FROM);
}

const CHANNELS = ['none', 'mono', 'stereo'];

function figuresOf({ header, measured }: DeliveredFile): (readonly [string, string])[] {
  if (!header) return [['Read', 'no header could be read']];
  const rate = header.sampleRate;
  const width = widthOf(header);
  const figures: (readonly [string, string | null])[] = [
    ['Rate', formatRate(rate)],
    ['Depth', width ?? header.codec],
    ['Channels', CHANNELS[header.channels] ?? String(header.channels)],
    ['Length', header.seconds === null ? 'not known' : formatSeconds(header.seconds)],
    ['First sound', measured?.firstSoundFrame == null ? null : formatSeconds(measured.firstSoundFrame / rate)],
    ['Sounds for', measured ? formatSeconds(Math.round(measured.activeSeconds * 10) / 10) : null],
    ['True peak', measured?.truePeakDbtp == null ? null : formatDb(measured.truePeakDbtp, 'dBTP')],
    ['Loudness', measured?.integratedLufs == null ? null : formatDb(measured.integratedLufs, 'LUFS')],
  ];
  return figures.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

function Table({ view, files }: { readonly view: View; readonly files: readonly DeliveredFile[] }) {
  const columns = ['Rate', 'Depth', 'Channels', 'Length', 'First sound', 'Sounds for', 'True peak', 'Loudness'];
  return (
    <details class="all">
      <summary>All figures as one table</summary>
      <section
        class="scroll"
        tabindex={0}
        aria-label={`Figures of all files${view.prefix === '' ? '' : ` of ${view.report.root}`}`}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">File</th>
              {columns.map((name) => (
                <th key={name} scope="col" class="figure">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {files.map((file) => {
              const figures = new Map(figuresOf(file));
              return (
                <tr key={file.path}>
                  <th scope="row">{stemName(file.path)}</th>
                  {columns.map((name) => (
                    <td key={name} class="figure">
                      {figures.get(name) ?? ''}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}
