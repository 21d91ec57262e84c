import { type LineName, lineNamed } from './line-names.js';
import type { HandoffLine } from './lines.js';
import { type Handoff, statementsOf } from './read-handoff.js';

export type FilledForm = Omit<Handoff, 'faults'> & {
  /** what else stands in the form, every line in its place: read as notes */
  readonly rest: string;
};

const MOST_ROWS = 2_000;
const ROW_CHARACTERS = 2_000;
const ANSWER = /^(?:[-*+] )?\*{0,2}(?<label>[A-Za-z][A-Za-z ]{1,20}?)\*{0,2}:\*{0,2}(?:\s(?<value>.*))?$/;
const BULLET = /^\s{0,8}[-*+](?:\s(?<value>.*))?$/;
// Lists in which a comma stands between file names or versions. A reference may hold commas.
const WITH_COMMAS: readonly LineName[] = ['effects', 'dryVocals', 'deliverables', 'scope'];

/**
 * Reads a handoff.md that somebody filled in by hand: "**Tempo:** 92", lists below their line with hyphens.
 *
 * @param text the whole file; comments (`<!-- -->`) and quotes (`>`) are the form's own words and say nothing
 * @param file the path that statements name
 * @returns what the answers state. An answer that cannot be read as one, and everything else, is in `rest`; an
 *          unfilled form gives nothing and an empty rest
 */
export function readHandoffForm(text: string, file: string): FilledForm {
  const rows = withoutComments(text).split(/\r?\n/).slice(0, MOST_ROWS);
  const rest = rows.map((row) => (/^\s{0,8}(?:>|#|---)/.test(row) ? '' : row));
  const lines: HandoffLine[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = (rows[index] ?? '').slice(0, ROW_CHARACTERS);
    const answer = ANSWER.exec(row)?.groups;
    const name = answer?.label === undefined ? null : lineNamed(answer.label);
    if (name === null || name === 'meant') continue;
    const listed = bulletsBelow(rows, index);
    const line = formLine(name, (answer?.value ?? '').trim(), row, index + 1, listed);
    const read = statementsOf([line], file);
    const isEmpty = line.value === '' || (Array.isArray(line.value) && line.value.length === 0);
    if (read.faults.length === 0 || isEmpty) {
      for (let at = index; at <= index + listed.length; at++) rest[at] = '';
      if (!isEmpty) lines.push(line);
    }
    index += listed.length;
  }
  const { brief, waivers } = statementsOf(lines, file);
  return { brief, waivers, rest: rest.join('\n') };
}

/** Comments may span lines; their line ends stay, so that line numbers do. */
function withoutComments(text: string): string {
  let plain = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open);
    const end = close < 0 ? text.length : close + 3;
    plain += text.slice(at, open) + text.slice(open, end).replace(/[^\n]+/g, '');
    at = end;
  }
  return plain + text.slice(at);
}

type Bullet = { readonly value: string; readonly line: number; readonly quote: string };

function bulletsBelow(rows: readonly string[], index: number): Bullet[] {
  const bullets: Bullet[] = [];
  for (let at = index + 1; at < rows.length; at++) {
    const row = (rows[at] ?? '').slice(0, ROW_CHARACTERS);
    const bullet = BULLET.exec(row);
    // "- **Key:** D" is the next answer of a form that somebody turned into a list.
    const label = ANSWER.exec(row)?.groups?.label;
    if (bullet === null || (label !== undefined && lineNamed(label) !== null)) break;
    bullets.push({ value: (bullet.groups?.value ?? '').trim(), line: at + 1, quote: row.trim() });
  }
  return bullets;
}

function formLine(name: LineName, said: string, row: string, line: number, listed: readonly Bullet[]): HandoffLine {
  const here = { line, column: 1, quote: row.trim() };
  const filled = listed.filter(({ value }) => value !== '');
  const isNone = /^none\b/i.test(said);
  const split =
    WITH_COMMAS.includes(name) && !isNone && said !== ''
      ? said
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== '')
      : null;
  const value = listed.length > 0 && said === '' ? filled.map((bullet) => bullet.value) : (split ?? said);
  const places = listed.length > 0 && said === '' ? filled : [];
  return {
    name,
    ...here,
    value,
    at: ([step] = []) => {
      const bullet = places[Number(step)];
      return bullet === undefined ? here : { line: bullet.line, column: 1, quote: bullet.quote };
    },
  };
}
