import { check as judge } from '../check/check.js';
import { RULES } from '../check/rules/index.js';
import type { Report, Severity } from '../model/report.js';
import { FORMATS } from '../report/index.js';
import type { BaselineFile } from './baseline-file.js';
import { deliveredPlace } from './delivered-folder.js';
import { deliverText, formatChoices } from './formats.js';
import { printReports } from './print-reports.js';
import { type ReadingOptions, readDelivery } from './read-delivery.js';
import { type JudgingOptions, judgingSettings, onlyRules } from './settings.js';
import { terminal } from './terminal.js';
import { VERSION } from './version.js';

export type CheckOptions = ReadingOptions &
  JudgingOptions & {
    readonly format: readonly string[];
    readonly failOn: Severity | 'never';
    readonly waivers: boolean;
    readonly baseline?: string;
    readonly prune?: boolean;
    readonly printConfig?: boolean;
    readonly evidence?: boolean;
    readonly verbose?: boolean;
    readonly quiet?: boolean;
    readonly color: 'auto' | 'always' | 'never';
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
  for (const path of paths) {
    const delivery = await readDelivery(path, options);
    reports.push(judge(delivery, { profile, waivers: options.waivers, version: VERSION, ...(only ? { only } : {}) }));
  }
  for (const { name, file } of choices) {
    const look =
      file === null
        ? terminal(options.color, process.stdout, process.env)
        : { width: 100, color: options.color === 'always', ascii: false };
    const { verbose = false, quiet = false, evidence = false } = options;
    deliverText(
      await printReports(
        name,
        reports,
        { ...look, verbose, quiet, evidence },
        { rules: RULES, failOn: options.failOn },
      ),
      file,
    );
  }
  if (choices.some(({ name }) => name === 'github')) await stepSummary(reports, process.env.GITHUB_STEP_SUMMARY);
  if (baseline !== null) return againstBaseline(reports, baseline, options, only);
  return Math.max(...reports.map((report) => exitCode(report, options.failOn)));
}

/** The page that GitHub shows under a run: the same reports as markdown, appended as its documentation asks. */
async function stepSummary(reports: readonly Report[], file: string | undefined): Promise<void> {
  if (file === undefined || file === '') return;
  const { appendFileSync } = await import('node:fs');
  const format = await FORMATS.markdown();
  appendFileSync(file, format(reports));
}

/** Known debt does not fail; what opened and what closed since is said on standard error, beside the reports. */
async function againstBaseline(
  reports: readonly Report[],
  file: BaselineFile,
  { failOn }: CheckOptions,
  only: readonly string[] | null,
): Promise<number> {
  const { auditExitCode, compared } = await import('../check/baseline.js');
  const { auditRow } = await import('../check/audit-row.js');
  const { settleBaseline } = await import('./baseline-file.js');
  const { baselineText } = await import('../report/audit/baseline-text.js');
  const rows = reports.map((report) => auditRow(report.root, report));
  // One folder against one report: the same delivery, wherever it lay on the day of the baseline.
  const [known] = file.gaps.values();
  const gaps =
    rows.length === 1 && file.gaps.size === 1 && rows[0] && known ? new Map([[rows[0].path, known]]) : file.gaps;
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
