import { grouped } from '../../model/grouped.js';
import type { Finding, Report } from '../../model/report.js';
import { stemName } from '../../model/units.js';
import { cutMiddle } from '../words/cut.js';
import { SEVERITY_WORDS } from '../words/verdict.js';
import { block, ends, heading, padStart } from './lines.js';
import { type Look, marked } from './look.js';

/** More gaps than this are grouped by rule, so that the report stays one that people read. */
export const UNGROUPED_MOST = 16;
const NAMES_SHOWN = 3;

/** Gaps by kind, worst first: how often, the first one's title, some of the files, and the act that closes them. */
export function groupedGaps(report: Report, look: Look): string[] {
  const counted = report.findings.filter(({ number, waived }) => number !== null && !waived);
  const kinds = byKind(counted);
  const about = `${counted.length} findings of ${kinds.length} ${kinds.length === 1 ? 'kind' : 'kinds'}`;
  const lines = [heading('Gaps, worst first', about, look), ''];
  const digits = Math.max(...kinds.map((findings) => findings.length)).toString().length;
  for (const findings of kinds) lines.push(...kindLines(findings, report, look, digits));
  const arrow = look.glyphs.arrow;
  const acts = report.acts.length;
  const range = acts > 1 ? `1 ${look.glyphs.ellipsis} ${acts}` : '1';
  const closes = acts > 0 ? `${arrow} ${range}: the thing to do that closes it. ` : '';
  return [...lines, '', ...block(`${closes}--verbose lists all ${counted.length}.`, 2, look.inner)];
}

function byKind(findings: readonly Finding[]): Finding[][] {
  return [...grouped(findings, ({ severity, rule }) => `${severity} ${rule}`).values()];
}

function kindLines(findings: readonly Finding[], report: Report, look: Look, digits: number): string[] {
  const { ink, glyphs, inner } = look;
  const [worst] = findings;
  if (!worst) return [];
  const many = padStart(`${glyphs.times}${findings.length}`, digits + 1);
  const first = `  ${marked(worst.severity, look)} ${SEVERITY_WORDS[worst.severity].padEnd(7)} ${many}  `;
  const indent = 15 + digits;
  const room = inner - indent;
  const title = ink.bold(cutMiddle(kindTitle(findings), room, glyphs.ellipsis));
  const lines = [
    ends(first + title, ink.dim(worst.rule), inner) ??
      ends(first + title, ink.dim(worst.rule), look.width, 1) ??
      first + title,
  ];
  const names = filesInWords(findings);
  const act = closingActs(findings, report, glyphs.arrow);
  if (names !== '' || act !== '') {
    const shown = cutMiddle(names, room - act.length - 2, glyphs.ellipsis);
    lines.push((ends(' '.repeat(indent) + shown, ink.dim(act), inner) ?? ' '.repeat(indent) + shown).trimEnd());
  }
  return lines;
}

/** One finding's own title; of several that differ in the file's name only, what they share. */
function kindTitle(findings: readonly Finding[]): string {
  const [first] = findings;
  const shared = new Set(findings.map(titleWithoutName));
  const [rest = ''] = shared;
  return findings.length > 1 && shared.size === 1 && rest.startsWith(ELSE)
    ? `Each${rest.slice(1)}`
    : (first?.title ?? '');
}

/** Stands for the file's name at the start of a title. */
const ELSE = '…';

function titleWithoutName({ title, files }: Finding): string {
  const name = stemName(files[0] ?? '');
  return files.length === 1 && title.startsWith(name) ? ELSE + title.slice(name.length) : title;
}

function filesInWords(findings: readonly Finding[]): string {
  const names = [...new Set(findings.flatMap(({ files }) => files.map(stemName)))];
  if (names.length <= NAMES_SHOWN + 1) return names.join(', ');
  return `${names.slice(0, NAMES_SHOWN).join(', ')}, and ${names.length - NAMES_SHOWN} more`;
}

function closingActs(findings: readonly Finding[], { acts }: Report, arrow: string): string {
  const numbers = new Set(findings.map(({ number }) => number));
  const closing = acts.flatMap(({ closes }, at) => (closes.some((number) => numbers.has(number)) ? [at + 1] : []));
  return closing.length === 0 ? '' : `${arrow} ${closing.slice(0, 4).join(', ')}`;
}
