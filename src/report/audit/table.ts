import Table from 'cli-table3';
import stringWidth from 'string-width';
import type { Audit, AuditRow } from '../../model/audit.js';
import type { Verdict } from '../../model/report.js';
import { counted } from '../../model/units.js';
import { block, heading } from '../table/lines.js';
import { type Look, look, type Mark } from '../table/look.js';
import type { TableOptions } from '../table.js';
import { asciiText, terminalText, withStrings } from '../terminal-text.js';
import { cutPath } from '../words/cut.js';
import { whoFor } from './waits-for.js';
import { worstFirst } from './worst-first.js';

const VERDICTS: Readonly<Record<Verdict, { readonly mark: Mark; readonly words: string }>> = {
  'cannot-check': { mark: 'cannot-tell', words: 'cannot check' },
  'not-ready': { mark: 'error', words: 'not ready' },
  'ready-with-questions': { mark: 'warning', words: 'questions' },
  ready: { mark: 'ok', words: 'ready' },
};
const DELIVERY_COLUMNS_LEAST = 14;
// Verdict, stems, stage and whom it waits for, eight frame characters and the step at the right edge.
const OTHER_COLUMNS = 16 + 7 + 12 + 12 + 8 + 1;
const COUNT_COLUMNS_LEAST = 4;
const CHANGES_MOST = 40;

/** Prints an audit for a terminal: worst first, never by name, with whom to call. */
export function formatAuditTable(audit: Audit, options: TableOptions): string {
  const style = look(options);
  const safe = withStrings(audit, (text) => (options.ascii ? asciiText(terminalText(text)) : terminalText(text)));
  const rows = [...safe.deliveries].sort(worstFirst);
  const lines = [
    ...headline(safe, rows, style),
    '',
    ...table(rows, style),
    '',
    ...changes(safe, style),
    ...closing(safe, rows, style),
  ];
  const text = `${lines.join('\n')}\n`;
  return options.ascii ? text.split('\n').map(asciiText).join('\n') : text;
}

function headline({ root, shard, baseline }: Audit, rows: readonly AuditRow[], { ink, inner }: Look): string[] {
  const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  const ready = of('ready');
  const rest = [
    of('not-ready') > 0 ? `${of('not-ready')} not ready` : '',
    of('ready-with-questions') > 0 ? `${of('ready-with-questions')} ready with questions` : '',
    of('cannot-check') > 0 ? `${of('cannot-check')} cannot be checked` : '',
  ].filter((part) => part !== '');
  const title = `${ready} of ${counted(rows.length, 'delivery', 'deliveries')} ${ready === 1 ? 'is' : 'are'} ready to mix`;
  const where = `${root}${shard ? ` (shard ${shard.index} of ${shard.of})` : ''}`;
  const gap = inner - 2 - stringWidth(title) - stringWidth(where);
  return [
    gap >= 2 ? `  ${ink.bold(title)}${' '.repeat(gap)}${where}` : `  ${ink.bold(title)}`,
    ...(rest.length > 0 ? [`    ${rest.join(', ')}`] : []),
    ...(baseline
      ? [
          '',
          `  Since the baseline: ${counted(baseline.opened.length, 'gap')} opened, ${baseline.closed.length} closed, ${baseline.known} known.`,
        ]
      : []),
  ];
}

function table(rows: readonly AuditRow[], { width, glyphs, ink }: Look): string[] {
  const [errors, warnings] = (['error', 'warning'] as const).map((severity) => {
    const digits = String(Math.max(0, ...rows.map(({ counts }) => counts[severity]))).length;
    return Math.max(COUNT_COLUMNS_LEAST, digits + 2);
  }) as [number, number];
  const room = Math.max(DELIVERY_COLUMNS_LEAST, width - OTHER_COLUMNS - errors - warnings);
  const drawn = new Table({
    head: ['Delivery', 'Verdict', 'Stems', glyphs.marks.error, glyphs.marks.warning, 'Stage', 'Waits for'],
    colWidths: [room, 16, 7, errors, warnings, 12, 12],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'left', 'left'],
    chars: { ...glyphs.frame, mid: '', 'mid-mid': '', 'left-mid': '', 'right-mid': '' },
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1 },
  });
  for (const row of rows) {
    const { mark, words } = VERDICTS[row.verdict];
    const isRead = row.verdict !== 'cannot-check';
    drawn.push([
      cutPath(row.path, room - 2, glyphs.ellipsis),
      `${glyphs.marks[mark]} ${words}`,
      isRead ? row.stems : '',
      isRead ? row.counts.error : '',
      isRead ? row.counts.warning : '',
      isRead ? row.stage : '',
      isRead ? whoFor(row) : '',
    ]);
  }
  return drawn
    .toString()
    .split('\n')
    .map((line, at) => (at === 1 ? ink.bold(line) : line));
}

function changes({ baseline }: Audit, style: Look): string[] {
  const gone = baseline?.gone ?? [];
  if (baseline === undefined || baseline.opened.length + baseline.closed.length + gone.length === 0) return [];
  const line = (mark: string, { delivery, title, rule }: (typeof baseline.opened)[number]) =>
    block(`${delivery}: ${title} (${rule})`, 4, style.inner, `  ${mark} `);
  const opened = baseline.opened.map((one) => line('+', one));
  const closed = baseline.closed.map((one) => line(style.glyphs.marks.ok, one));
  const absent = gone.map((path) => block(`${path}: no longer on the drive`, 4, style.inner, '  - '));
  const all = [...opened, ...closed, ...absent];
  const shown = style.verbose ? all : all.slice(0, CHANGES_MOST);
  const left = all.length - shown.length;
  return [
    heading('What changed', '', style),
    '',
    ...shown.flat(),
    ...(left > 0 ? [`  and ${left} more: --verbose lists them`] : []),
    '',
  ];
}

function closing({ root }: Audit, rows: readonly AuditRow[], { inner, program }: Look): string[] {
  const worst = rows.find(({ verdict }) => verdict !== 'ready');
  const stems = rows.reduce((sum, row) => sum + row.stems, 0);
  return [
    ...(worst
      ? block(
          `To see one of them:  ${program} "${worst.path === '.' ? root : `${root}/${worst.path}`}"`,
          2,
          Number.MAX_SAFE_INTEGER,
        )
      : []),
    '',
    ...block(
      `Read: ${counted(rows.length, 'folder')}, ${counted(stems, 'stem')}. Nothing was written or sent.`,
      2,
      inner,
    ),
  ];
}
