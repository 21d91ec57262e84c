import { terminalText } from './terminal-text.js';

/** A cell is a number, written as it is, or text. */
export type Cell = string | number | null;

/** One cell of a CSV: quoted where it must be, never a formula. Source: RFC 4180, section 2. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const shown = terminalText(value);
  // Spreadsheets run a cell that starts like a formula, in the wide forms of the signs too; names come from
  // strangers. A name that has an apostrophe there already gets a second one, so that the two stay apart.
  const inert = /^'{0,8}[=+\-@\t\r＝＋－＠]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
