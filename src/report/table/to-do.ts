import stringWidth from 'string-width';
import type { Act, Report } from '../../model/report.js';
import { stemName } from '../../model/units.js';
import { cutMiddle } from '../words/cut.js';
import { actGroups, listedFiles, ownersInWords } from '../words/to-do.js';
import { block, ends, heading, padEnd, wrapped } from './lines.js';
import type { Look } from './look.js';

/** Named one by one; of more, the first ones and a count. */
const FILES_SHOWN = 8;
const NUMBERS_SHOWN = 5;
const NAME_COLUMNS = 28;

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
  return [...lines, ...fileLines(act, look)];
}

function closesInWords(closes: readonly number[], grouped: boolean): string {
  if (closes.length === 0) return '';
  if (grouped || closes.length > NUMBERS_SHOWN) return `closes ${closes.length}`;
  return `closes ${closes.map((number) => `#${number}`).join(' ')}`;
}

function fileLines(act: Act, look: Look): string[] {
  const { ink, glyphs, inner, verbose } = look;
  const files = listedFiles(act);
  if (files.length === 0) return [];
  const shown = verbose || files.length <= FILES_SHOWN + 1 ? files : files.slice(0, FILES_SHOWN);
  const names = shown.map(({ path }) => cutMiddle(stemName(path), NAME_COLUMNS, glyphs.ellipsis));
  const rest = files.length - shown.length;
  if (shown.every(({ remark }) => remark === '')) {
    return block([...names, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', '), 7, inner);
  }
  const column = Math.max(...names.map((name) => stringWidth(name)));
  const lines = shown.flatMap(({ remark }, at) => {
    const first = `       ${padEnd(names[at] ?? '', column)}    `;
    const [head = '', ...more] = wrapped(remark, Math.max(20, inner - column - 11));
    return [first + ink.dim(head), ...more.map((line) => ' '.repeat(column + 11) + ink.dim(line))].map((line) =>
      line.trimEnd(),
    );
  });
  return rest > 0 ? [...lines, `       and ${rest} more`] : lines;
}
