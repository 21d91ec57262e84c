/** @jsxImportSource preact */

import type { DeliveredFile } from '../../model/delivery.js';
import type { Finding } from '../../model/report.js';
import { capitalised, counted, formatSeconds } from '../../model/units.js';
import { cutMiddle } from '../words/cut.js';
import { FAMILY_ORDER, familyOf } from '../words/parts.js';
import { roughLane } from '../words/rough-lane.js';
import { type Place, placesOf } from './places.js';
import { Refs } from './refs.js';
import { Ruler, timesOf } from './ruler.js';
import type { View } from './view.js';
import { percent, Wave } from './wave.js';

const LANE_HEIGHT = 40;
/** More stems than this are folded by family. */
const LANES_MOST = 24;
const FAMILY_COLUMNS = 240;
/** A longer name is whole on its card. */
const NAME_COLUMNS = 40;
/** Beyond this many places in a lane each is only a line: the marks would touch. */
const MARKED_MOST = 24;

/** All stems under one ruler, with marks where something was found: the way into the findings. */
export function Timeline({ view }: { readonly view: View }) {
  const { set, seconds, prefix, bar } = view;
  const stems = set.stems.filter(({ measured }) => measured?.overview);
  if (stems.length === 0 || seconds <= 0) return null;
  const folded = stems.length > LANES_MOST;
  const rough = roughLane(view.report);
  return (
    <section class="part" id={`${prefix}timeline`} aria-labelledby={`${prefix}timeline-name`}>
      <div class="part-head">
        <h2 id={`${prefix}timeline-name`}>Timeline</h2>
        <p>
          {counted(stems.length, 'stem')}, {formatSeconds(seconds)}, on one softened scale, so that quiet stems stay
          visible
        </p>
      </div>
      <div class="card lanes" data-seconds={seconds} data-bar={bar ?? 0}>
        <Ruler view={view} />
        {folded
          ? FAMILY_ORDER.map((family) => (
              <Family
                key={family}
                view={view}
                name={family}
                stems={stems.filter(({ label }) => familyOf(label.role) === family)}
              />
            ))
          : stems.map((stem) => <StemLane key={stem.path} view={view} stem={stem} />)}
        {rough ? <Lane view={view} name="Rough mix" file={rough.file} findings={rough.findings} /> : null}
        <div class="cross" hidden />
      </div>
      <Legend folded={folded} />
    </section>
  );
}

function StemLane({ view, stem }: { readonly view: View; readonly stem: DeliveredFile }) {
  const name = view.shortNames.get(stem.path) ?? stem.path;
  return <Lane view={view} name={name} file={stem} findings={view.on.get(stem.path) ?? []} />;
}

type OnLane = { readonly view: View; readonly file: DeliveredFile; readonly findings: readonly Finding[] };

function Lane({ view, name, file, findings }: OnLane & { readonly name: string }) {
  return (
    <div class="lane">
      <div class="lane-name">
        <a href={`#${view.anchors.get(file.path)}`}>{cutMiddle(name, NAME_COLUMNS)}</a>
        <span class="refs">
          <Refs view={view} findings={findings} />
        </span>
      </div>
      <LaneDrawing view={view} file={file} findings={findings} />
    </div>
  );
}

function LaneDrawing({ view, file, findings }: OnLane) {
  const rate = file.header?.sampleRate ?? 0;
  const marks = findings.flatMap(({ severity, at }) =>
    (rate > 0 ? placesOf(at ?? [], rate, view.seconds) : []).map((place) => ({ severity, place })),
  );
  const whole = findings.find(({ at }) => at === undefined || at.length === 0);
  // The linked numbers beside the name say it all; the picture is for eyes.
  return (
    <svg class="wave" width="100%" height={LANE_HEIGHT + 12} aria-hidden="true" focusable="false">
      {timesOf(view.seconds).map((at) => (
        <line
          key={at}
          class="grid"
          x1={percent(at / view.seconds)}
          x2={percent(at / view.seconds)}
          y1="0"
          y2={LANE_HEIGHT}
        />
      ))}
      <line class="base" x1="0" x2="100%" y1={LANE_HEIGHT / 2} y2={LANE_HEIGHT / 2} />
      <Wave view={view} file={file} height={LANE_HEIGHT} seconds={view.seconds} />
      {marks.map(({ severity, place }) => (
        <PlaceMark
          key={`${severity}${place.from}`}
          severity={severity}
          place={place}
          isBare={marks.length > MARKED_MOST}
        />
      ))}
      {whole ? (
        <line class={`whole ${whole.severity}`} x1="0" x2="100%" y1={LANE_HEIGHT + 8} y2={LANE_HEIGHT + 8} />
      ) : null}
    </svg>
  );
}

/** A stretch as a tint with a bar below it; a place as a line with the mark of its severity; many places as one bar. */
function PlaceMark(props: { readonly severity: Finding['severity']; readonly place: Place; readonly isBare: boolean }) {
  const { severity, place, isBare } = props;
  const x = percent(place.from);
  if (place.is === 'place' && isBare) return <rect class={`at ${severity}`} x={x} width="1.5" height={LANE_HEIGHT} />;
  if (place.is === 'place') {
    return (
      <g class={severity}>
        <rect class="at" x={x} y="0" width="1.5" height={LANE_HEIGHT} />
        <svg x={x} y={LANE_HEIGHT} overflow="visible" aria-hidden="true">
          <use href={`#mark-${severity}`} x={place.from < 0.01 ? 0 : -5} y="1" width="10" height="10" />
        </svg>
      </g>
    );
  }
  const width = percent(Math.max(place.to - place.from, 0.003));
  return (
    <g class={severity}>
      {place.is === 'stretch' ? <rect class="stretch" x={x} y="0" width={width} height={LANE_HEIGHT} /> : null}
      <rect class="under" x={x} y={LANE_HEIGHT + 1} width={width} height={place.is === 'stretch' ? 2 : 5} />
    </g>
  );
}

function Family(props: { readonly view: View; readonly name: string; readonly stems: readonly DeliveredFile[] }) {
  const { view, name, stems } = props;
  if (stems.length === 0) return null;
  const gaps = new Set(stems.flatMap(({ path }) => view.on.get(path) ?? [])).size;
  const said = gaps === 0 ? '' : `, ${counted(gaps, 'finding')}`;
  return (
    <details class="family">
      <summary>
        <div class="lane">
          <div class="lane-name">
            <span>{name === 'not named' ? 'Not named' : capitalised(name)}</span>
            <span class="quiet">
              {counted(stems.length, 'stem')}
              {said}
            </span>
          </div>
          <svg class="wave" width="100%" height="28" aria-hidden="true" focusable="false">
            <svg
              viewBox={`0 0 ${FAMILY_COLUMNS} 100`}
              preserveAspectRatio="none"
              width="100%"
              height="28"
              aria-hidden="true"
            >
              <path class="shape" d={familyPath(stems, view.seconds)} />
            </svg>
          </svg>
        </div>
      </summary>
      {stems.map((stem) => (
        <StemLane key={stem.path} view={view} stem={stem} />
      ))}
    </details>
  );
}

/** A silhouette whose height is the share of a family's stems that sound. */
function familyPath(stems: readonly DeliveredFile[], seconds: number): string {
  const sounding = new Array<number>(FAMILY_COLUMNS).fill(0);
  for (const { header, measured } of stems) {
    const rate = header?.sampleRate ?? 0;
    if (rate <= 0) continue;
    const columns = new Set<number>();
    for (const { fromFrame, toFrame } of measured?.islands ?? []) {
      const first = Math.floor((fromFrame / rate / seconds) * FAMILY_COLUMNS);
      const last = Math.min(FAMILY_COLUMNS - 1, Math.floor((toFrame / rate / seconds) * FAMILY_COLUMNS));
      for (let column = Math.max(0, first); column <= last; column++) columns.add(column);
    }
    for (const column of columns) sounding[column] = (sounding[column] ?? 0) + 1;
  }
  const steps = sounding.map((count, at) => `L${at} ${100 - Math.round((count / stems.length) * 100)}h1`);
  return `M0 100${steps.join('')}V100Z`;
}

function Legend({ folded }: { readonly folded: boolean }) {
  return (
    <p class="legend">
      <span>
        <svg width="10" height="18" aria-hidden="true">
          <rect class="at" x="4" width="1.5" height="18" />
        </svg>
        a place
      </span>
      <span>
        <svg width="26" height="5" aria-hidden="true">
          <rect class="at" width="26" height="5" />
        </svg>
        many places
      </span>
      <span>
        <svg width="26" height="18" aria-hidden="true">
          <rect class="stretch" width="26" height="15" />
          <rect class="at" y="16" width="26" height="2" />
        </svg>
        a stretch
      </span>
      <span>
        the whole file:
        {(['error', 'warning', 'info'] as const).map((severity) => (
          <span key={severity}>
            <svg width="30" height="4" aria-hidden="true">
              <line class={`whole ${severity}`} x1="0" x2="30" y1="2" y2="2" />
            </svg>
            {severity === 'info' ? 'note' : severity}
          </span>
        ))}
      </span>
      <span>
        {folded
          ? 'Height of a group: how many of its stems sound. Open one to see them.'
          : 'The number beside a name is the number of the finding.'}
      </span>
    </p>
  );
}
