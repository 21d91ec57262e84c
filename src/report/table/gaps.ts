import type { Finding, Report } from '../../model/report.js';
import { fileName, listed, stemName } from '../../model/units.js';
import { withoutNumber } from '../words/names.js';
import { SEVERITY_WORDS } from '../words/verdict.js';
import { block, ends, heading, padEnd, padStart } from './lines.js';
import { type Look, marked } from './look.js';

/** Notes are worth their room while they are few; else one line says how many there are. */
const NOTES_SHOWN = 2;

/** Each gap with what is there, then what closes it; at the right edge the rule to ask `explain` about. */
export function gaps(report: Report, look: Look): string[] {
  const shown = shownFindings(report, look);
  if (shown.length === 0) return [];
  const digits = String(Math.max(...shown.map(({ number }) => number ?? 0))).length;
  const brief = report.coverage.quick && !look.verbose;
  const lines = [heading('Gaps, worst first', '', look)];
  for (const finding of shown) {
    if (!brief || finding === shown[0]) lines.push('');
    lines.push(...findingLines(finding, report, look, digits));
  }
  return lines;
}

/** "i 3 notes, no gap: --verbose shows them."; null where they are shown or there are none. */
export function notesLine(report: Report, look: Look): string | null {
  const notes = report.findings.filter((finding) => isNote(finding) && counts(finding)).length;
  if (notes === 0 || look.verbose || showsNotes(report, notes)) return null;
  return `  ${marked('info', look)} ${notes === 1 ? '1 note, no gap: --verbose shows it.' : `${notes} notes, no gap: --verbose shows them.`}`;
}

/** What the producer meant as it is: it stays in the report, with the reason. */
export function waivedFindings(report: Report, look: Look): string[] {
  const waived = report.findings.filter((finding) => finding.waived);
  if (waived.length === 0) return [];
  if (!look.verbose) {
    const what = waived.length === 1 ? '1 gap is' : `${waived.length} gaps are`;
    const show = waived.length === 1 ? 'it' : 'them';
    return [`  ${marked('waived', look)} ${what} meant, as the brief says: --verbose shows ${show}.`];
  }
  const lines = [heading('Waived', '', look)];
  for (const finding of waived) {
    const where = `${finding.waived?.file}:${finding.waived?.line}`;
    lines.push('', ...titleLines(`  ${marked('waived', look)} `, 4, finding, look));
    lines.push(...block(finding.message, 4, look.inner));
    lines.push(...block(`Meant: "${finding.waived?.reason}" (${where})`, 4, look.inner));
  }
  return lines;
}

function shownFindings(report: Report, look: Look): Finding[] {
  const counted = report.findings.filter(counts);
  const notes = counted.filter(isNote).length;
  return look.verbose || showsNotes(report, notes) ? counted : counted.filter((finding) => !isNote(finding));
}

function showsNotes(report: Report, notes: number): boolean {
  return report.verdict === 'not-ready' && !report.coverage.quick && notes <= NOTES_SHOWN;
}

function counts({ number, waived }: Finding): boolean {
  return number !== null && !waived;
}

function isNote({ severity }: Finding): boolean {
  return severity === 'info';
}

function findingLines(finding: Finding, report: Report, look: Look, digits: number): string[] {
  const { severity, number } = finding;
  const mark = marked(severity, look);
  const first = `  ${mark} ${padEnd(SEVERITY_WORDS[severity], 7)} ${padStart(`#${number}`, digits + 1)}  `;
  // On a narrow terminal the text needs the room more than the column needs to be straight.
  const indent = look.width < 70 ? 4 : 15 + digits;
  const title = titleLines(first, 15 + digits, finding, look);
  if (report.coverage.quick && !look.verbose) return title;
  return [...title, ...bodyLines(finding, indent, look), ...folded(finding, report, indent, look)];
}

/** The bold title with the rule's id at the right edge; the id is the first to go where the room is short. */
function titleLines(first: string, indent: number, { title, rule }: Finding, { ink, inner, width }: Look): string[] {
  const whole = `${first}${ink.bold(title)}`;
  const joined = ends(whole, ink.dim(rule), inner) ?? ends(whole, ink.dim(rule), width, 1);
  return joined
    ? [joined]
    : block(title, indent, inner, first).map((line, at) =>
        at === 0 ? first + ink.bold(line.slice(first.length)) : ' '.repeat(indent) + ink.bold(line.trimStart()),
      );
}

function bodyLines(finding: Finding, indent: number, look: Look): string[] {
  const { ink, glyphs, inner, verbose } = look;
  const lines = block(finding.message, indent, inner);
  const where = unnamedFiles(finding, verbose);
  if (where.length > 0) {
    lines.push(
      ...block(listed(where, verbose ? Number.POSITIVE_INFINITY : 3), indent, inner).map((line) => ink.dim(line)),
    );
  }
  if (finding.act.verb === 'nothing' && finding.severity === 'info' && !verbose) return lines;
  const arrow = `${glyphs.arrow} `;
  const fix = block(finding.fix, indent + arrow.length, inner, ' '.repeat(indent) + arrow);
  const [head = '', ...more] = fix;
  lines.push(
    head.replace(glyphs.arrow, () => ink.cyan(glyphs.arrow)),
    ...more,
  );
  return lines;
}

/** Files of a finding of which its own sentences name none; with `all`, of which they leave one out. */
function unnamedFiles({ files, title, message, fix }: Finding, all: boolean): string[] {
  const said = `${title} ${message} ${fix}`;
  const isNamed = (path: string) => said.includes(stemName(path)) || said.includes(withoutNumber(stemName(path)));
  return (all ? files.every(isNamed) : files.some(isNamed)) ? [] : files.map(fileName);
}

/** What follows from a finding: no gap of its own, one line under it. */
function folded(parent: Finding, report: Report, indent: number, look: Look): string[] {
  const children = report.findings.filter((finding) => finding.followsFrom === parent.key);
  if (children.length === 0) return [];
  if (look.verbose) {
    return children.flatMap(({ title, rule }) => block(`follows from it: ${title} (${rule})`, indent, look.inner));
  }
  const titles = children.slice(0, 2).map(({ title }) => title);
  const rest = children.length - titles.length;
  const said = `Follows from it: ${titles.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
  return block(said, indent, look.inner).map((line) => look.ink.dim(line));
}
