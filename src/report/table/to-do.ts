import stringWidth from 'string-width';
import type { Act, Report } from '../../model/report.js';
import { listed } from '../../model/units.js';
import { cutMiddle } from '../words/cut.js';
import { actGroups, fileLines, ownersInWords } from '../words/to-do.js';
import { block, ends, heading, padEnd, wrapped } from './lines.js';
import type { Look } from './look.js';

/** Named one by one; of more, the first ones and a count. */
const FILES_SHOWN = 8;
const NUMBERS_SHOWN = 5;
const NAME_COLUMNS = 28;
const NAMES_SHOWN = 4;

/** What to do, by person, then by act: the part that gets copied and sent. */
export function toDo(report: Report, look: Look, grouped: boolean): string[] {
  const groups = actGroups(report.acts);
  if (groups.length === 0) return [];
  const lines = [heading('To do', '', look)];
  for (const { owners, decision, acts } of groups) {
    const who = `  ${look.ink.bold(ownersInWords(owners))}`;
    const remark = `  ${look.ink.dim('a decision, not a file error')}`;
    lines.push('', decision && stringWidth(who + remark) <= look.inner ? who + remark : who);
    for (const { number, act } of acts) lines.push(...actLines(number, act, look, grouped));
  }
  return lines;
}

/** An act with what it closes at the right edge, and under it the files that it is about. */
export function actLines(number: number, act: Act, look: Look, grouped: boolean): string[] {
  const { ink, inner } = look;
  const first = `  ${number}. `;
  const indent = first.length;
  const closes = closesInWords(act.closes, grouped);
  const text = wrapped(act.act, inner - indent - (stringWidth(closes) > 16 ? 2 : 8));
  const lines = text.map((line, at) => (at === 0 ? first : ' '.repeat(indent)) + line);
  if (closes !== '') {
    const joined = ends(lines.at(-1) ?? '', ink.dim(closes), inner);
    if (joined === null) lines.push(' '.repeat(indent) + ink.dim(closes));
    else lines[lines.length - 1] = joined;
  }
  return [...lines, ...linesOfFiles(act, look)];
}

function closesInWords(closes: readonly number[], grouped: boolean): string {
  if (closes.length === 0) return '';
  if (grouped || closes.length > NUMBERS_SHOWN) return `closes ${closes.length}`;
  return `closes ${closes.map((number) => `#${number}`).join(' ')}`;
}

function linesOfFiles(act: Act, look: Look): string[] {
  const { ink, glyphs, inner, verbose } = look;
  const all = fileLines(act);
  if (all.length === 0) return [];
  const shown = verbose || all.length <= FILES_SHOWN + 1 ? all : all.slice(0, FILES_SHOWN);
  const cut = (name: string) => cutMiddle(name, NAME_COLUMNS, glyphs.ellipsis);
  const column = Math.max(0, ...shown.map(({ names }) => (names.length === 1 ? stringWidth(cut(names[0] ?? '')) : 0)));
  const lines = shown.flatMap(({ names, remark }) => {
    if (names.length > 1) {
      const said = block(listed(names.map(cut), verbose ? Number.POSITIVE_INFINITY : NAMES_SHOWN), 7, inner);
      return remark === ''
        ? said
        : [...said, ...wrapped(remark, inner - 11).map((line) => `           ${ink.dim(line)}`)];
    }
    const first = `       ${padEnd(cut(names[0] ?? ''), column)}    `;
    const [head = '', ...more] = wrapped(remark, Math.max(20, inner - column - 11));
    return [first + ink.dim(head), ...more.map((line) => ' '.repeat(column + 11) + ink.dim(line))];
  });
  const rest = all.slice(shown.length).reduce((sum, { names }) => sum + names.length, 0);
  return (rest > 0 ? [...lines, `       and ${rest} more`] : lines).map((line) => line.trimEnd());
}
