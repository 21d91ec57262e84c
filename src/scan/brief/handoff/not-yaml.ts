import type { YAMLParseError } from 'yaml';
import type { BriefFault } from '../../../model/brief.js';
import { fileName } from '../../../model/units.js';
import { inQuotes, keyAtEdge } from './written.js';

const WHAT_IS_THERE: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a colon and a space start a new value here',
  MISSING_CHAR: 'a quote or a bracket that is opened here is not closed',
  TAB_AS_INDENT: 'the line starts with a tab, where YAML takes spaces only',
  MULTIPLE_DOCS: 'a second document starts here',
  BAD_SCALAR_START: 'a sentence that starts with this character needs quotes',
  BAD_INDENT: 'the line is not indented like the lines around it',
  RESOURCE_EXHAUSTION: 'values stand inside each other deeper than can be read',
};

/**
 * A text, or a block of one, that is no YAML: what stands there and the line to write instead.
 *
 * @param at where the parser stopped; lines from 1, counted in the whole file
 * @param linesBefore lines of the file above the text
 */
export function notYaml(
  error: YAMLParseError,
  text: string,
  at: { readonly line: number; readonly column: number },
  linesBefore: number,
  file: string,
): BriefFault {
  const rows = text.split('\n');
  let line = at.line;
  let column = at.column;
  let row = rows[line - linesBefore - 1] ?? '';
  if (error.code === 'MISSING_CHAR') {
    // The parser notices at the end of the text; the line that opened it is the one to mend.
    line = linesBefore + 1;
    const first = rows.findIndex((one) => keyAtEdge(one) !== '');
    if (first > 0) line += first;
    row = rows[line - linesBefore - 1] ?? '';
    column = Math.max(1, row.search(/["'[{]/) + 1);
  }
  const key = keyAtEdge(row);
  const value = key === '' ? '' : withoutComment(row.slice(row.indexOf(':') + 1)).trim();
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    const colon = row.indexOf(': ', column);
    if (colon >= 0) column = colon + 1;
  }
  const what = WHAT_IS_THERE[error.code] ?? 'what stands here is neither a value nor a new line';
  return {
    id: error.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'not-yaml',
    file,
    line,
    column,
    message: `Line ${line} is not YAML: ${what}.`,
    instead: insteadOf(error.code, row, key, value),
    field: null,
  };
}

function insteadOf(code: string, row: string, key: string, value: string): string | null {
  if (row.length > 200) return null;
  if (code === 'TAB_AS_INDENT') return row.replace(/^\s+/, '  ');
  if (key === '' || value === '') return null;
  return `${key}: ${inQuotes(value.replace(/^["']|["']$/g, ''))}`;
}

/** YAML, and no `key: value` in it. */
export function noLines(file: string, line: number): BriefFault {
  return {
    id: 'not-yaml',
    file,
    line,
    column: 1,
    message: `${fileName(file)} holds no lines with a name, a colon and a value.`,
    instead: 'tempo: 92',
    field: null,
  };
}

function withoutComment(value: string): string {
  const comment = value.indexOf(' #');
  return comment < 0 ? value : value.slice(0, comment);
}
