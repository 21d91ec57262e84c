import { join } from 'node:path';
import { auditRow } from '../check/audit-row.js';
import { auditExitCode, compared } from '../check/baseline.js';
import type { Audit, AuditRow } from '../model/audit.js';
import { findDeliveries } from '../scan/find-deliveries.js';
import { auditChoices, printAudit } from './audit-formats.js';
import { pageFolders, writePages } from './audit-pages.js';
import { baselineFile, settleBaseline } from './baseline-file.js';
import { deliveredFolder } from './delivered-folder.js';
import { judgedReport, type ReportingOptions } from './judged-report.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';
import { judgingSettings, onlyRules } from './settings.js';
import { readShard, shardOf } from './shard.js';
import { VERSION } from './version.js';

export type AuditOptions = ReportingOptions & {
  readonly shard?: string;
  readonly baseline?: string;
  readonly prune?: boolean;
};

/**
 * `stemcheck audit <drive>`: checks every delivery under a drive, one after the other, and keeps a row of each.
 *
 * @returns the exit code
 * @throws QuestionError where the drive cannot be read, or holds no delivery
 */
export async function audit(drive: string, options: AuditOptions): Promise<number> {
  const root = deliveredFolder(drive);
  const shard = options.shard === undefined ? null : readShard(options.shard);
  const choices = auditChoices(options.format, root);
  const pages = pageFolders(choices, root);
  const settings = await judgingSettings(options, [root]);
  const only = onlyRules(options);
  if (options.printConfig) {
    (await import('./print-config.js')).printConfig(settings, only);
    return 0;
  }
  const { profile } = settings;
  const baseline = baselineFile(options, [root]);
  const { folders, unread } = findDeliveries(root);
  if (folders.length === 0)
    throw new QuestionError(`${quoted(root)} holds no delivery`, [
      'No audio and no handoff.yaml lie under it. Name the drive or folder in which the deliveries lie.',
    ]);
  const deliveries: AuditRow[] = [];
  for (const folder of shard === null ? folders : shardOf(folders, shard)) {
    const report = await judgedReport(folder === '.' ? root : join(root, folder), options, profile, only);
    // At once: of a report nothing but its row is kept.
    await writePages(pages, folder, report);
    deliveries.push(auditRow(folder, report));
  }
  const outcome =
    baseline === null
      ? null
      : compared(deliveries, baseline.gaps, {
          failOn: options.failOn,
          only,
          // A folder that could not be listed may hold deliveries that only look gone.
          isWhole: shard === null && unread.length === 0,
        });
  const result: Audit = {
    schemaVersion: 1,
    tool: { name: 'stemcheck', version: VERSION },
    profile: profile.name,
    root,
    shard,
    ...(only ? { only } : {}),
    deliveries,
    ...(outcome ? { baseline: outcome.comparison } : {}),
  };
  await printAudit(result, choices, options);
  if (baseline && outcome) settleBaseline(baseline, outcome);
  return auditExitCode(result, options.failOn);
}
