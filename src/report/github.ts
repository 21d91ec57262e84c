import type { Finding, Report, Severity } from '../model/report.js';
import { terminalText, withStrings } from './terminal-text.js';
import { VERDICT_MARKS } from './words/marks.js';
import { seenFromHere } from './words/places.js';
import { countsInWords, folderName, VERDICT_WORDS } from './words/verdict.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
/** The host shows ten annotations of a kind; a log of thousands helps nobody. */
const FINDINGS_MOST = 100;

/**
 * Prints annotations as GitHub's runner reads them: one workflow command a finding, one with the verdict. The same
 * report as markdown is the step summary.
 */
export function formatGithub(reports: readonly Report[]): string {
  return reports
    .flatMap((report) => commandsOf(withStrings(report, terminalText)))
    .map((command) => `${command}\n`)
    .join('');
}

function commandsOf(report: Report): string[] {
  const findings = report.findings.filter(({ number, waived }) => number !== null && !waived);
  const shown = findings.slice(0, FINDINGS_MOST).map((finding) => annotation(finding, report));
  const rest = findings.length - shown.length;
  const counts = countsInWords(report);
  const said = `${VERDICT_MARKS[report.verdict]} ${VERDICT_WORDS[report.verdict]}: ${folderName(report)}`;
  const verdict = `${said}${counts === '' ? '' : ` (${counts})`}${rest > 0 ? `; ${rest} more gaps are in the report` : ''}`;
  const command = report.verdict === 'ready' ? 'notice' : report.verdict === 'not-ready' ? 'error' : 'warning';
  return [...shown, `::${command} title=stemcheck::${data(verdict)}`];
}

function annotation(
  { severity, rule, files, number, title, message, fix, data: facts }: Finding,
  report: Report,
): string {
  const [path] = files;
  const line = typeof facts.line === 'number' && facts.line > 0 ? `,line=${Math.floor(facts.line)}` : '';
  const place = path === undefined ? null : seenFromHere(report, path);
  const where = place === null ? '' : `file=${property(place)}${line},`;
  const which =
    files.length === 0
      ? ''
      : ` [${files.slice(0, 5).join(', ')}${files.length > 5 ? ` and ${files.length - 5} more` : ''}]`;
  return `::${COMMANDS[severity]} ${where}title=${property(`${title} (${rule})`)}::${data(`#${number}${which} ${message} ${fix}`)}`;
}

/** The message of a command: what would end the line is escaped. Older runners look for "##[" anywhere in a line. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('##[', '## [');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
