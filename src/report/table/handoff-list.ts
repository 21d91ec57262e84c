import Table from 'cli-table3';
import type { HandoffItem, Report } from '../../model/report.js';
import { ITEM_NAMES, listInWords, STATUS_WORDS } from '../words/handoff-list.js';
import { block, heading, padStart, wrapped } from './lines.js';
import { type Look, type Mark, marked } from './look.js';

/** From these widths on a column fits beside "What is there" without squeezing it. */
const FRAME_FROM = 76;
const SAID_IN_FROM = 96;
const CLOSED_BY_FROM = 114;

/** The twelve rows, always in this order; `short` keeps those that are not ok and names the others in one line. */
export function handoffList(report: Report, look: Look, short: boolean): string[] {
  const { handoff } = report;
  if (handoff.length === 0) return [];
  const rows = handoff.map((item, at) => ({ item, number: at + 1 }));
  const shown = short ? rows.filter(({ item }) => item.status !== 'ok') : rows;
  const fine = short ? handoff.filter(({ status }) => status === 'ok') : [];
  const lines = [heading('Handoff list', listInWords(handoff), look), ''];
  if (shown.length > 0) lines.push(...(look.width < FRAME_FROM ? narrow : framed)(shown, report, look));
  if (fine.length > 0) {
    lines.push(...block(`ok: ${fine.map(({ id }) => ITEM_NAMES[id].toLowerCase()).join(', ')}.`, 2, look.inner));
  }
  return lines;
}

type Row = { readonly item: HandoffItem; readonly number: number };
/** A cell's width includes the space on both of its sides. */
type Column = { readonly title: string; readonly columns: number; readonly of: (row: Row) => string };

function framed(rows: readonly Row[], report: Report, look: Look): string[] {
  const status = Math.max(...rows.map(({ item }) => STATUS_WORDS[item.status].length));
  const named: Column[] = [
    { title: '', columns: 4, of: ({ number }) => String(number) },
    { title: 'What the mixer needs', columns: 22, of: ({ item }) => ITEM_NAMES[item.id] },
    { title: '', columns: Math.max(10, status + 4), of: ({ item }) => statusCell(item, look) },
  ];
  const saidIn: Column = { title: 'Said in', columns: 21, of: ({ item }) => item.from ?? '' };
  const closedBy: Column = { title: 'Closed by', columns: 18, of: ({ item }) => closers(item, report) };
  const right = [...(look.width >= SAID_IN_FROM ? [saidIn] : []), ...(look.width >= CLOSED_BY_FROM ? [closedBy] : [])];
  const taken = [...named, ...right].reduce((sum, { columns }) => sum + columns + 1, 2);
  const there: Column = { title: 'What is there', columns: look.width - taken, of: ({ item }) => item.because };
  const columns = [...named, there, ...right];
  const table = new Table({
    head: columns.map(({ title }) => title),
    colWidths: columns.map(({ columns }) => columns),
    colAligns: columns.map((_, at) => (at === 0 ? 'right' : 'left')),
    chars: { ...look.glyphs.frame, mid: '', 'mid-mid': '', 'left-mid': '', 'right-mid': '' },
    // No ink of the table's own: it would ask the process whether a terminal is there.
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1 },
  });
  for (const row of rows) table.push(columns.map((column) => cellLines(column, row)));
  return withHeadLine(table.toString().split('\n'), columns, look);
}

/** Broken into lines here, by the same measure as everywhere: the table's own wrapping knows fewer alphabets. */
function cellLines({ title, columns, of }: Column, row: Row): string {
  // A mark and a word: never too long, and the blank mark of "n/a" is not to be trimmed.
  return title === '' ? of(row) : wrapped(of(row), columns - 2).join('\n');
}

function statusCell({ status }: HandoffItem, look: Look): string {
  const mark: Mark = status === 'gap' ? 'error' : status;
  return `${marked(mark, look)} ${STATUS_WORDS[status]}`;
}

/** The people whose acts close an item's gaps: "artist, producer". */
function closers({ status, findings }: HandoffItem, report: Report): string {
  if (status !== 'gap' && status !== 'open') return '';
  const numbers = new Set(findings);
  const owners = report.findings.flatMap((finding) =>
    finding.number !== null && numbers.has(finding.number) && finding.severity !== 'info' ? finding.owners : [],
  );
  return [...new Set(owners)].sort().join(', ');
}

/** Puts the line under the head, and the frame in a dim ink; the rows themselves stand without lines between. */
function withHeadLine(lines: readonly string[], columns: readonly Column[], { ink, glyphs }: Look): string[] {
  const frame = glyphs.frame;
  const under =
    frame['left-mid'] +
    columns.map(({ columns }) => (frame.mid ?? '').repeat(columns)).join(frame['mid-mid']) +
    frame['right-mid'];
  const [top = '', head = '', ...rest] = lines;
  const side = frame.left ?? '';
  const inked = (line: string) => line.split(side).join(ink.dim(side));
  const bottom = rest.pop() ?? '';
  return [ink.dim(top), inked(head), ink.dim(under), ...rest.map(inked), ink.dim(bottom)];
}

/** Without a frame: "✗ gap  Final stems: 6 of 14 need another export". */
function narrow(rows: readonly Row[], _report: Report, look: Look): string[] {
  const status = Math.max(...rows.map(({ item }) => STATUS_WORDS[item.status].length));
  return rows.flatMap(({ item, number }) => {
    const cell = statusCell(item, look);
    const gap = ' '.repeat(status - STATUS_WORDS[item.status].length);
    const first = `  ${padStart(String(number), 2)} ${cell}${gap}  `;
    return block(`${ITEM_NAMES[item.id]}: ${item.because}`, 9 + status, look.inner, first);
  });
}
