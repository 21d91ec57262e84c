import { auditRow } from '../check/audit-row.js';
import { auditExitCode } from '../check/baseline.js';
import { check } from '../check/check.js';
import { diffReports } from '../check/diff/diff-reports.js';
import type { Diff } from '../model/diff.js';
import type { Severity } from '../model/report.js';
import { deliveredPlace } from './delivered-folder.js';
import { deliverText, splitFormat } from './formats.js';
import { type ReadingOptions, readDelivery } from './read-delivery.js';
import { type JudgingOptions, judgingSettings, onlyRules, unknown } from './settings.js';
import { terminal } from './terminal.js';
import { VERSION } from './version.js';

export type DiffOptions = ReadingOptions &
  JudgingOptions & {
    readonly format: readonly string[];
    readonly failOn: Severity | 'never';
    readonly waivers: boolean;
    readonly printConfig?: boolean;
    readonly verbose?: boolean;
    readonly color: 'auto' | 'always' | 'never';
  };

const NAMES = ['table', 'json', 'html', 'message'] as const;
type Choice = { readonly name: (typeof NAMES)[number]; readonly file: string | null };

/**
 * `stemcheck diff <old> <new>`: scans and judges both deliveries, then compares them by sound.
 *
 * @returns the exit code of the new delivery
 * @throws QuestionError where the question cannot be asked
 */
export async function diff(old: string, now: string, options: DiffOptions): Promise<number> {
  const paths = [old, now].map(deliveredPlace);
  const settings = await judgingSettings(options, paths);
  const only = onlyRules(options);
  if (options.printConfig) {
    (await import('./print-config.js')).printConfig(settings, only);
    return 0;
  }
  const { profile } = settings;
  const choices = diffChoices(options.format, paths);
  const reports = [];
  for (const path of paths) {
    const delivery = await readDelivery(path, options);
    reports.push(check(delivery, { profile, waivers: options.waivers, version: VERSION, ...(only ? { only } : {}) }));
  }
  const [before, after] = reports as [(typeof reports)[number], (typeof reports)[number]];
  const compared = diffReports(before, after);
  for (const choice of choices) deliverText(await printed(compared, choice, options), choice.file);
  return auditExitCode({ deliveries: [auditRow(after.root, after)] }, options.failOn);
}

function diffChoices(options: readonly string[], folders: readonly string[]): Choice[] {
  if (options.length === 0) return [{ name: 'table', file: null }];
  return options.map((option) => {
    const { name, file } = splitFormat(option, folders);
    const known = NAMES.find((one) => one === name);
    if (known === undefined) throw unknown('format of a diff', name, NAMES, `All formats:  ${NAMES.join(' ')}`);
    return { name: known, file };
  });
}

async function printed(
  compared: Diff,
  { name, file }: Choice,
  { color, verbose = false }: Pick<DiffOptions, 'color' | 'verbose'>,
): Promise<string> {
  if (name === 'json') return (await import('../report/diff/json.js')).formatDiffJson(compared);
  if (name === 'html') return (await import('../report/diff/html.js')).formatDiffHtml(compared);
  if (name === 'message') return (await import('../report/diff/message.js')).formatDiffMessage(compared);
  const look =
    file === null
      ? terminal(color, process.stdout, process.env)
      : { width: 100, color: color === 'always', ascii: false };
  return (await import('../report/diff/table.js')).formatDiffTable(compared, { ...look, verbose });
}
