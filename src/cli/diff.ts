import { auditRow } from '../check/audit-row.js';
import { auditExitCode } from '../check/baseline.js';
import { diffReports } from '../check/diff/diff-reports.js';
import type { Diff } from '../model/diff.js';
import { deliveredPlace } from './delivered-folder.js';
import { deliverText, splitFormat } from './formats.js';
import { judgedReport, type ReportingOptions } from './judged-report.js';
import { judgingSettings, onlyRules } from './settings.js';
import { shownIn } from './terminal.js';
import { unknownWord } from './unknown-word.js';

const NAMES = ['table', 'json', 'html', 'message'] as const;
type Choice = { readonly name: (typeof NAMES)[number]; readonly file: string | null };

/**
 * `stemcheck diff <old> <new>`: scans and judges both deliveries, then compares them by sound.
 *
 * @returns the exit code of the new delivery
 * @throws QuestionError where the question cannot be asked
 */
export async function diff(old: string, now: string, options: ReportingOptions): Promise<number> {
  const oldPath = deliveredPlace(old);
  const newPath = deliveredPlace(now);
  const paths = [oldPath, newPath];
  const settings = await judgingSettings(options, paths);
  const only = onlyRules(options);
  if (options.printConfig) {
    (await import('./print-config.js')).printConfig(settings, only);
    return 0;
  }
  const { profile } = settings;
  const choices = diffChoices(options.format, paths);
  const before = await judgedReport(oldPath, options, profile, only);
  const after = await judgedReport(newPath, options, profile, only);
  const compared = diffReports(before, after);
  for (const choice of choices) deliverText(await printed(compared, choice, options), choice.file);
  return auditExitCode({ deliveries: [auditRow(after.root, after)] }, options.failOn);
}

function diffChoices(options: readonly string[], folders: readonly string[]): Choice[] {
  if (options.length === 0) return [{ name: 'table', file: null }];
  return options.map((option) => {
    const { name, file } = splitFormat(option, folders);
    const known = NAMES.find((one) => one === name);
    if (known === undefined) throw unknownWord('format of a diff', name, NAMES, `All formats:  ${NAMES.join(' ')}`);
    return { name: known, file };
  });
}

async function printed(
  compared: Diff,
  { name, file }: Choice,
  { color, verbose = false }: Pick<ReportingOptions, 'color' | 'verbose'>,
): Promise<string> {
  if (name === 'json') return (await import('../report/diff/json.js')).formatDiffJson(compared);
  if (name === 'html') return (await import('../report/diff/html.js')).formatDiffHtml(compared);
  if (name === 'message') return (await import('../report/diff/message.js')).formatDiffMessage(compared);
  return (await import('../report/diff/table.js')).formatDiffTable(compared, { ...shownIn(file, color), verbose });
}
