import type { Finding, Report, Severity } from '../model/report.js';
import { terminalText } from './terminal-text.js';
import { SEVERITY_WORDS, VERDICT_WORDS } from './words/verdict.js';

export type JunitOptions = {
  /** the rules that ran, each a case; without it only those that have something to say */
  readonly rules?: readonly { readonly id: string; readonly summary: string; readonly chapter: string }[];
  /** what fails a case: "error" unless told, as for the exit code */
  readonly failOn?: Severity | 'never';
};

const RANK: Readonly<Record<Severity | 'never', number>> = { info: 1, warning: 2, error: 3, never: 4 };

/** Prints JUnit XML as GitLab and Jenkins read it: a suite a delivery, a case a rule. */
export function formatJunit(reports: readonly Report[], options: JunitOptions = {}): string {
  const suites = reports.map((report) => suiteOf(report, options));
  const sum = (count: (suite: Suite) => number) => suites.reduce((total, suite) => total + count(suite), 0);
  const attributes = `name="stemcheck" tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="0" skipped="${sum(({ skipped }) => skipped)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
}

type Suite = { readonly tests: number; readonly failures: number; readonly skipped: number; readonly xml: string };

function suiteOf(report: Report, { rules = [], failOn = 'error' }: JunitOptions): Suite {
  const skippedRules = new Map(report.coverage.rulesNotRun.map(({ rule, needs }) => [rule, needs]));
  const findings = report.findings.filter(({ number, waived }) => number !== null || waived);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set([...known.keys(), ...findings.map(({ rule }) => rule), ...skippedRules.keys()])];
  const cases = ids.map((id) => {
    const own = findings.filter(({ rule }) => rule === id);
    const failing = own.filter(({ severity, waived }) => !waived && RANK[severity] >= RANK[failOn]);
    const needs = failing.length === 0 ? skippedRules.get(id) : undefined;
    return { id, own, failing, needs, rule: known.get(id) };
  });
  const failures = cases.filter(({ failing }) => failing.length > 0).length;
  const skipped = cases.filter(({ needs }) => needs !== undefined).length;
  const attributes = `name=${quoted(report.root)} tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const xml = cases
    .map(({ id, own, failing, needs, rule }) => {
      const name = rule === undefined ? id : `${id}: ${rule.summary}`;
      const open = `    <testcase classname=${quoted(`stemcheck.${rule?.chapter ?? 'rules'}`)} name=${quoted(name)}`;
      const inside = [
        ...(failing.length > 0 ? [failure(failing)] : []),
        ...(needs === undefined ? [] : [`      <skipped message=${quoted(`not run, for want of ${needs}`)}/>`]),
        ...remarks(own.filter((finding) => !failing.includes(finding))),
      ];
      return inside.length === 0 ? `${open}/>\n` : `${open}>\n${inside.join('\n')}\n    </testcase>\n`;
    })
    .join('');
  const verdict = `    <system-out>${escaped(`${VERDICT_WORDS[report.verdict]}. ${report.verdictBecause}`)}</system-out>\n`;
  return {
    tests: cases.length,
    failures,
    skipped,
    xml: `  <testsuite ${attributes}>\n${xml}${verdict}  </testsuite>\n`,
  };
}

/** One failure a case, whatever the number of findings: Jenkins reads only the first. */
function failure(findings: readonly Finding[]): string {
  const [worst] = findings;
  const more = findings.length > 1 ? `, and ${findings.length - 1} more` : '';
  const message = `${worst?.title ?? ''}${more}`;
  return `      <failure type="${worst?.severity ?? 'error'}" message=${quoted(message)}>${escaped(findings.map(inWords).join('\n\n'))}</failure>`;
}

function remarks(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  return [`      <system-out>${escaped(findings.map(inWords).join('\n\n'))}</system-out>`];
}

function inWords({ number, severity, files, title, message, fix, waived }: Finding): string {
  const head = waived ? `waived ("${waived.reason}")` : `${SEVERITY_WORDS[severity]} #${number}`;
  return [`${head}: ${title}`, files.join(', '), message, fix]
    .filter((line) => line !== '')
    .map((line) => terminalText(line))
    .join('\n');
}

/** Text in XML 1.0, which has no way to write most control characters: they are shown as signs instead. */
function escaped(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => terminalText(line))
      .join('\n')
      .replace(/[\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      // "]]>" may not stand in text.
      .replaceAll('>', '&gt;')
  );
}

function quoted(text: string): string {
  return `"${escaped(terminalText(text)).replaceAll('"', '&quot;')}"`;
}
