import type { DeliveredFile } from '../../model/delivery.js';
import type { Finding, Report } from '../../model/report.js';
import { capitalised, countWord, stemName } from '../../model/units.js';
import { cutMiddle } from '../words/cut.js';
import { shortNames } from '../words/names.js';
import { FAMILY_ORDER, familyOf } from '../words/parts.js';
import { roughLane } from '../words/rough-lane.js';
import { stemSet } from '../words/set.js';
import { laneLevels, laneMarks } from './lane.js';
import { block, heading, padEnd, padStart } from './lines.js';
import { type Look, marked } from './look.js';
import { barRuler, timeRuler } from './ruler.js';

/** More stems than this are drawn by family. */
export const LANES_MOST = 24;
const NARROWEST = 60;
const NAME_COLUMNS = 18;
/** indent, name, mark and the spaces around them; at the right the finding's number */
const BEFORE_LANE = 24;
const AFTER_LANE = 5;

type Names = ReadonlyMap<string, string>;
type Lane = { readonly file: DeliveredFile; readonly levels: readonly number[] };

/** Where in the song: a lane a stem, or a family; nothing where no stem was measured. */
export function timeline(report: Report, look: Look): string[] {
  const { stems } = stemSet(report);
  const seconds = Math.max(0, ...stems.map(({ header }) => header?.seconds ?? 0));
  const columns = look.width - BEFORE_LANE - AFTER_LANE;
  const lanes = stems.flatMap((file): Lane[] => {
    const levels = laneLevels(file, columns, seconds);
    return levels ? [{ file, levels }] : [];
  });
  if (lanes.length === 0 || seconds <= 0) return [];
  if (look.width < NARROWEST) return ['  The timeline needs 60 columns; this terminal has fewer.'];
  const byFamily = lanes.length > LANES_MOST && !look.verbose;
  const about = byFamily ? 'stems that sound, by group' : columnInWords(seconds / columns);
  const names = shortNames(lanes.map(({ file }) => file.path));
  const rulers = [ruled('time', timeRuler(columns, seconds), look)];
  const bars = barRuler(columns, seconds, report.brief, look.glyphs.tick);
  if (bars !== null) rulers.push(ruled('bar', bars, look));
  return [
    heading('Timeline', about, look),
    '',
    ...rulers,
    ...(byFamily
      ? familyLanes(lanes, report, look)
      : lanes.flatMap((lane) => fileLane(lane, findingsOn(lane.file, report), look, seconds, names))),
    ...roughMixLane(report, look, seconds, columns),
    '',
    ...(byFamily ? familyLegend(report, look) : legend(look)),
  ];
}

function columnInWords(seconds: number): string {
  return `one column is ${seconds < 0.1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`}`;
}

function ruled(name: string, ruler: string, { ink }: Look): string {
  return `  ${ink.dim(name)}${' '.repeat(BEFORE_LANE - 2 - name.length)}${ink.dim(ruler)}`;
}

/** Where the rough mix holds something that no stem has; nothing where it does not. */
function roughMixLane(report: Report, look: Look, seconds: number, columns: number): string[] {
  const rough = roughLane(report);
  const levels = rough && laneLevels(rough.file, columns, seconds);
  if (!levels) return [];
  return fileLane(
    { file: rough.file, levels },
    rough.findings,
    look,
    seconds,
    new Map([[rough.file.path, 'Rough mix']]),
  );
}

function fileLane(
  { file, levels }: Lane,
  findings: readonly Finding[],
  look: Look,
  seconds: number,
  names: Names,
): string[] {
  const { glyphs } = look;
  const [worst] = findings;
  const name = padEnd(
    cutMiddle(names.get(file.path) ?? stemName(file.path), NAME_COLUMNS, glyphs.ellipsis),
    NAME_COLUMNS,
  );
  const mark = worst ? marked(worst.severity, look) : ' ';
  const number = worst ? padStart(`#${worst.number}`, AFTER_LANE) : '';
  const lane = levels.map((level) => glyphs.levels[level] ?? '').join('');
  const lines = [`  ${name} ${mark}  ${lane}${number}`.trimEnd()];
  const rate = file.header?.sampleRate ?? 0;
  const spans = findings
    .flatMap(({ at }) => at ?? [])
    .map(({ fromFrame, toFrame }) => ({ from: fromFrame / rate, to: toFrame / rate }));
  const marks = rate > 0 ? laneMarks(spans, levels.length, seconds, glyphs.place, glyphs.stretch) : '';
  if (worst && marks !== '') {
    const paint = { error: look.ink.red, warning: look.ink.yellow, info: look.ink.cyan }[worst.severity];
    lines.push(' '.repeat(BEFORE_LANE) + paint(marks));
  }
  return lines;
}

/** Findings on a file that have a number, worst first. */
function findingsOn({ path }: DeliveredFile, { findings }: Report): Finding[] {
  return findings.filter(({ files, number, waived }) => number !== null && !waived && files.includes(path));
}

/** One lane a family: its height is the share of its stems that sound. */
function familyLanes(lanes: readonly Lane[], report: Report, look: Look): string[] {
  const present = FAMILY_ORDER.map((family) => ({
    family,
    members: lanes.filter(({ file }) => familyOf(file.label.role) === family),
  })).filter(({ members }) => members.length > 0);
  return present.map(({ family, members }) => {
    const columns = members[0]?.levels.length ?? 0;
    const lane = Array.from({ length: columns }, (_, column) => {
      const sounding = members.filter(({ levels }) => (levels[column] ?? 0) > 0).length;
      return look.glyphs.levels[Math.ceil((sounding / members.length) * 8)] ?? '';
    }).join('');
    const numbers = new Set(members.flatMap(({ file }) => findingsOn(file, report)).map(({ number }) => number));
    const name = padEnd(family === 'not named' ? family : capitalised(family), NAME_COLUMNS - 4);
    const gaps = numbers.size > 0 ? padStart(String(numbers.size), AFTER_LANE) : '';
    return `  ${name} ${padStart(String(members.length), 4)}   ${lane}${gaps}`.trimEnd();
  });
}

function familyLegend(report: Report, look: Look): string[] {
  const inWordsOnly = report.findings.filter(
    ({ number, waived, files }) =>
      number !== null &&
      !waived &&
      !files.some((path) => report.files.some((file) => file.path === path && file.header)),
  ).length;
  const words =
    inWordsOnly === 0
      ? []
      : inWordsOnly === 1
        ? ['  One more gap is in the words, not in the sound.']
        : [`  ${capitalised(countWord(inWordsOnly))} more gaps are in the words, not in the sound.`];
  const more = `At the left the stems of a group, at the right its gaps. More than ${LANES_MOST} stems are drawn by group; --verbose draws a lane for each.`;
  return [...words, ...block(more, 2, look.inner)];
}

function legend({ ink, glyphs, inner }: Look): string[] {
  const [from, through, to] = glyphs.stretch;
  const quiet = `${glyphs.levels[1]} quiet ${glyphs.ellipsis} ${glyphs.levels[8]} loud (RMS, 4 dB a step)`;
  const silent = glyphs.levels[0] === ' ' ? 'blank: below −60 dBFS' : `${glyphs.levels[0]} below −60 dBFS`;
  const marks = `${glyphs.place} a place   ${from}${through}${to} a stretch   no mark below the lane: the whole file`;
  return [`${quiet}   ${silent.replace('−', glyphs.rule === '-' ? '-' : '−')}`, marks]
    .flatMap((line) => block(line, 2, inner))
    .map((line) => `  ${ink.dim(line.slice(2))}`);
}
