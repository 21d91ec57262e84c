import Table from 'cli-table3';
import stringWidth from 'string-width';
import type { Diff, DiffGap, SoundChange, SoundKind } from '../../model/diff.js';
import { block, ends, heading, padEnd } from '../table/lines.js';
import { type Look, look, type Mark, marked } from '../table/look.js';
import type { TableOptions } from '../table.js';
import { asciiText, terminalText, withStrings } from '../terminal-text.js';
import { cutMiddle } from '../words/cut.js';
import { closedWords, standingWords } from './gap-words.js';
import { countsChange, headlineWords, sideNames } from './headline-words.js';
import { soundInWords } from './sound-words.js';
import { swapWords } from './swap-words.js';

/** Prints what changed between two deliveries for a terminal: gaps, then files by sound, then words. */
export function formatDiffTable(diff: Diff, options: TableOptions): string {
  const style = look(options);
  const text = options.ascii ? (said: string) => asciiText(terminalText(said)) : terminalText;
  const safe = withStrings(diff, text);
  const swaps = swapWords(safe);
  const sections = [
    headline(safe, style),
    gaps(safe, style),
    files(safe, style),
    words(safe, style),
    swaps === null ? [] : block(swaps, 2, style.inner),
  ].filter((section) => section.length > 0);
  const lines = sections
    .flatMap((section, at) => (at === 0 ? section : ['', ...section]))
    .map((line) => line.trimEnd());
  // Names were made plain before; this is for the marks of the sections themselves.
  return `${(options.ascii ? lines.map(asciiText) : lines).join('\n')}\n`;
}

function headline(diff: Diff, { ink, inner, glyphs }: Look): string[] {
  const title = `  ${ink.bold(headlineWords(diff))}`;
  const names = sideNames(diff);
  const room = Math.max(8, Math.floor((inner - 44) / 2));
  const sides = `${cutMiddle(names.was, room, glyphs.ellipsis)}  ${glyphs.arrow}  ${cutMiddle(names.now, room, glyphs.ellipsis)}`;
  const joined = ends(title, sides, inner);
  const change = countsChange(diff, glyphs.arrow);
  const isQuick = diff.old.quick || diff.new.quick;
  return [
    ...(joined === null ? [title, `    ${sides}`] : [joined]),
    ...(change === '' ? [] : [`    ${change}`]),
    '',
    ...block(
      isQuick
        ? 'A quick look: names, headers and words. Nothing was compared by sound.'
        : 'Compared by sound, not by name: a file that was only renamed is the same file.',
      2,
      inner,
    ),
  ];
}

const LABEL_COLUMNS = 10;

function gaps(diff: Diff, style: Look): string[] {
  const { closed, still, opened } = diff.gaps;
  const shown = <T extends DiffGap>(some: readonly T[]) =>
    some.filter(({ severity }) => style.verbose || severity !== 'info');
  const closedMark = { mended: 'ok', meant: 'waived', 'not-judged': 'cannot-tell' } as const satisfies Record<
    string,
    Mark
  >;
  const groups = [
    group(
      'Closed',
      shown(closed).map((gap) => [closedMark[gap.how], gap, closedWords(gap)] as const),
      style,
    ),
    group(
      'Still',
      shown(still).map((gap) => [gap.severity, gap, standingWords(gap)] as const),
      style,
    ),
    group(
      'New',
      shown(opened).map((gap) => [gap.severity, gap, standingWords(gap)] as const),
      style,
    ),
  ].filter((lines) => lines.length > 0);
  if (groups.length === 0) return [];
  const about = shown(closed).length > 0 ? 'closed ones with their old numbers' : '';
  return [heading('Gaps', about, style), ...groups.flatMap((lines) => ['', ...lines])];
}

function group(label: string, lines: readonly (readonly [Mark, DiffGap, string])[], style: Look): string[] {
  const digits = Math.max(1, ...lines.map(([, { number }]) => String(number ?? '').length));
  return lines.flatMap(([mark, { number }, said], at) => {
    const head = padEnd(at === 0 ? label : '', LABEL_COLUMNS);
    const first = `  ${head}${marked(mark, style)} ${padEnd(`#${number ?? ''}`, digits + 1)}  `;
    return block(said, LABEL_COLUMNS + digits + 7, style.inner, first);
  });
}

const ROWS: readonly { readonly is: SoundKind; readonly sign: string; readonly words: string }[] = [
  { is: 'same', sign: '=', words: 'same' },
  { is: 'exported', sign: '=', words: 'exported' },
  { is: 'renamed', sign: '→', words: 'renamed' },
  { is: 'moved', sign: '~', words: 'moved' },
  { is: 'level', sign: '~', words: 'level' },
  { is: 'changed', sign: '≠', words: 'changed' },
  { is: 'new', sign: '+', words: 'new' },
  { is: 'gone', sign: '−', words: 'gone' },
  { is: 'not-compared', sign: '?', words: 'not heard' },
];
const SAME_MOST = 6;
const EACH_MOST = 12;
const SOUND_COLUMNS = 13;
const COUNT_COLUMNS = 7;

function files({ sounds }: Diff, style: Look): string[] {
  if (sounds.length === 0) return [];
  const { width, glyphs, ink } = style;
  const room = Math.max(16, width - SOUND_COLUMNS - COUNT_COLUMNS - 4);
  const table = new Table({
    head: ['Sound', 'Files', 'Which'],
    colWidths: [SOUND_COLUMNS, COUNT_COLUMNS, room],
    colAligns: ['left', 'right', 'left'],
    wordWrap: true,
    chars: { ...glyphs.frame, mid: '', 'mid-mid': '', 'left-mid': '', 'right-mid': '' },
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1 },
  });
  for (const { is, sign, words } of ROWS) {
    const some = sounds.filter((change) => change.is === is);
    if (some.length > 0) table.push([`${sign} ${words}`, some.length, which(is, some, room - 2, style)]);
  }
  const drawn = table
    .toString()
    .split('\n')
    .map((line, at) => (at === 1 ? ink.bold(line) : line));
  return [heading('Files', '', style), '', ...drawn];
}

/** What is as it was stands one behind the other; what is not, in a line each. */
function which(is: SoundKind, some: readonly SoundChange[], columns: number, { verbose, glyphs }: Look): string {
  const isPlain = is === 'same' || is === 'new' || is === 'gone' || is === 'not-compared';
  const most = verbose ? some.length : is === 'same' ? SAME_MOST : EACH_MOST;
  const named = some.slice(0, most).map((change) => soundInWords(change, glyphs.arrow));
  const rest = some.length - named.length;
  if (isPlain) return packed([...named, ...(rest > 0 ? [glyphs.ellipsis] : [])], columns).join('\n');
  return [...named, ...(rest > 0 ? [`and ${rest} more: --verbose lists them`] : [])].join('\n');
}

/** Names with commas between them, as many a line as fit; none is broken over two lines that fits into one. */
function packed(names: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const [at, name] of names.entries()) {
    const word = at < names.length - 1 ? `${name},` : name;
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(last) + 1 + stringWidth(word) <= columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function words({ words: changes }: Diff, style: Look): string[] {
  if (changes.length === 0) return [];
  let file = '';
  const lines = changes.flatMap(({ is, file: of, field, quote }) => {
    const head = of === file ? '' : `  ${cutMiddle(of, style.inner - 4, style.glyphs.ellipsis)}`;
    file = of;
    const said = block(
      quote.startsWith(field) ? quote : `${field}: ${quote}`,
      6,
      style.inner,
      `    ${is === 'said' ? '+' : '−'} `,
    );
    return head === '' ? said : [head, ...said];
  });
  return [heading('Words', '', style), '', ...lines];
}
