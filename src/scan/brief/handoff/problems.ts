import type { BriefFault } from '../../../model/brief.js';
import { counted, fileName } from '../../../model/units.js';
import { readHandoff } from './read-handoff.js';

const MOST_SHOWN = 5;

/**
 * What keeps a brief that the caller named from being read.
 *
 * @param text the whole file
 * @param path as the caller wrote it
 * @returns the headline without a full stop, then lines that show each place with its neighbours, a caret and what to
 *          write instead; empty where all of it can be read
 */
export function briefProblems(text: string, path: string): string[] {
  const faults = [...readHandoff(text, path).faults].sort((a, b) => a.line - b.line || a.column - b.column);
  if (faults.length === 0) return [];
  const rows = text.split('\n', Math.max(...faults.map((fault) => fault.line)) + 1);
  const shown = faults.slice(0, MOST_SHOWN).flatMap((fault) => [...placeShown(fault, rows, path), '']);
  const more = faults.length - MOST_SHOWN;
  return [
    headline(faults, path),
    ...shown,
    ...(more > 0 ? [`and ${counted(more, 'more place', 'more places')} below`, ''] : []),
    'Nothing else was checked: you named this brief, and it would be misread.',
    '(A handoff.yaml that lies in the delivered folder is a finding instead.)',
  ];
}

function headline(faults: readonly BriefFault[], path: string): string {
  const name = fileName(path);
  const [first] = faults;
  if (first !== undefined && faults.length === 1 && first.id !== 'line-unclear') {
    return first.id === 'not-yaml' ? `${name} is not YAML from line ${first.line} on` : `${name} cannot be read`;
  }
  return `${name} has ${counted(faults.length, 'line')} that cannot be read`;
}

function placeShown(fault: BriefFault, rows: readonly string[], path: string): string[] {
  const note = asNote(fault);
  if (fault.line === 0) return [note];
  const width = String(fault.line + 1).length;
  const row = (line: number) => (rows[line - 1] ?? '').replace(/\r$/, '').replaceAll('\t', ' ').slice(0, 160);
  const numbered = (line: number) => `  ${String(line).padStart(width)} │ ${row(line)}`;
  const carets = '^'.repeat(markLength(fault, row(fault.line)));
  return [
    `${path}:${fault.line}:${fault.column}`,
    ...(fault.line > 1 ? [numbered(fault.line - 1)] : []),
    numbered(fault.line),
    `  ${' '.repeat(width)} │ ${' '.repeat(Math.min(160, fault.column - 1))}${carets} ${note}`,
    ...(fault.line < rows.length ? [numbered(fault.line + 1)] : []),
    ...(fault.instead === null ? [] : [`Write instead:  ${fault.instead}`]),
  ];
}

/** The fault's sentence as a remark beside the caret. */
function asNote({ id, message }: BriefFault): string {
  const remark = (id === 'not-yaml' ? message.replace(/^Line \d+ is not YAML: /, '') : message).replace(/\.$/, '');
  return remark.startsWith('There ') ? `t${remark.slice(1)}` : remark;
}

/** How many characters are in question: a key, or the rest of the line without its comment; one where it is not YAML. */
function markLength({ id, column }: BriefFault, row: string): number {
  if (id !== 'line-unclear') return 1;
  const rest = row.slice(column - 1);
  if (column === 1) return Math.max(1, rest.slice(0, Math.max(0, rest.indexOf(':'))).trimEnd().length);
  const comment = rest.indexOf(' #');
  return Math.max(1, (comment < 0 ? rest : rest.slice(0, comment)).trimEnd().length);
}
