import type { Baseline } from '../check/baseline.js';
import { RULES } from '../check/rules/index.js';
import type { AuditRow, BaselineStates } from '../model/audit.js';
import type { Report, Severity } from '../model/report.js';
import { FORMATS } from '../report/index.js';
import type { BaselineFile } from './baseline-file.js';
import { deliveredPlace } from './delivered-folder.js';
import { deliverText, formatChoices } from './formats.js';
import { judgedReport, type ReportingOptions } from './judged-report.js';
import { printReports } from './print-reports.js';
import { judgingSettings, onlyRules } from './settings.js';
import { shownIn } from './terminal.js';

export type CheckOptions = ReportingOptions & {
  readonly baseline?: string;
  readonly prune?: boolean;
  readonly evidence?: boolean;
  readonly quiet?: boolean;
};

/**
 * `stemcheck check <folder…>`: scans, judges and prints each delivery.
 *
 * @returns the exit code: the worst of the folders'
 * @throws QuestionError where the question cannot be asked; nothing is printed for the other folders then
 */
export async function check(folders: readonly string[], options: CheckOptions): Promise<number> {
  const paths = folders.map(deliveredPlace);
  const settings = await judgingSettings(options, paths);
  const only = onlyRules(options);
  if (options.printConfig) {
    (await import('./print-config.js')).printConfig(settings, only);
    return 0;
  }
  const { profile } = settings;
  const choices = formatChoices(options.format, paths);
  // Loaded where it is asked for only: most runs have none.
  const isCompared = options.baseline !== undefined || options.prune === true;
  const baseline = isCompared ? (await import('./baseline-file.js')).baselineFile(options, paths) : null;
  const reports: Report[] = [];
  for (const path of paths) reports.push(await judgedReport(path, options, profile, only));
  const since = baseline === null ? null : await sinceBaseline(reports, baseline, only);
  for (const { name, file } of choices) {
    const { verbose = false, quiet = false, evidence = false } = options;
    deliverText(
      await printReports(
        name,
        reports,
        { ...shownIn(file, options.color), verbose, quiet, evidence },
        { rules: RULES, failOn: options.failOn, ...(since ? { baseline: since.states } : {}) },
      ),
      file,
    );
  }
  if (choices.some(({ name }) => name === 'github')) await stepSummary(reports, process.env.GITHUB_STEP_SUMMARY);
  if (baseline !== null && since !== null) return againstBaseline(since, baseline, options, only);
  return Math.max(...reports.map((report) => exitCode(report, options.failOn)));
}

/** The page that GitHub shows under a run: the same reports as markdown, appended as its documentation asks. */
async function stepSummary(reports: readonly Report[], file: string | undefined): Promise<void> {
  if (file === undefined || file === '') return;
  const { appendFileSync } = await import('node:fs');
  const format = await FORMATS.markdown();
  appendFileSync(file, format(reports));
}

type Since = {
  readonly rows: readonly AuditRow[];
  readonly gaps: Baseline;
  /** of each report */
  readonly states: readonly BaselineStates[];
};

async function sinceBaseline(
  reports: readonly Report[],
  file: BaselineFile,
  only: readonly string[] | null,
): Promise<Since> {
  const { baselineStates, gapsBefore } = await import('../check/baseline.js');
  const { auditRow } = await import('../check/audit-row.js');
  const rows = reports.map((report) => auditRow(report.root, report));
  const gaps = gapsBefore(rows, file.gaps);
  return { rows, gaps, states: rows.map((row) => baselineStates(row, gaps.get(row.path) ?? [], only)) };
}

/** Known debt does not fail; what opened and what closed since is said on standard error, beside the reports. */
async function againstBaseline(
  { rows, gaps }: Since,
  file: BaselineFile,
  { failOn }: CheckOptions,
  only: readonly string[] | null,
): Promise<number> {
  const { auditExitCode, compared } = await import('../check/baseline.js');
  const { settleBaseline } = await import('./baseline-file.js');
  const { baselineText } = await import('../report/audit/baseline-text.js');
  const outcome = compared(rows, gaps, { failOn, only });
  process.stderr.write(baselineText(outcome.comparison));
  settleBaseline(file, outcome);
  return auditExitCode({ deliveries: rows, baseline: outcome.comparison }, failOn);
}

function exitCode({ verdict, counts }: Report, failOn: Severity | 'never'): number {
  if (verdict === 'cannot-check' && failOn !== 'never') return 1;
  const failing = {
    error: counts.error,
    warning: counts.error + counts.warning,
    info: counts.error + counts.warning + counts.info,
    never: 0,
  };
  return failing[failOn] > 0 ? 1 : 0;
}
