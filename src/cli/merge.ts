import { readFileSync } from 'node:fs';
import { auditExitCode, compared } from '../check/baseline.js';
import type { Audit, AuditRow } from '../model/audit.js';
import type { Severity } from '../model/report.js';
import { byCodePoints } from '../scan/path-order.js';
import { auditChoices, printAudit } from './audit-formats.js';
import { baselineFile, settleBaseline } from './baseline-file.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';

export type MergeOptions = {
  readonly format: readonly string[];
  readonly failOn: Severity | 'never';
  readonly baseline?: string;
  readonly prune?: boolean;
  readonly verbose?: boolean;
  readonly color: 'auto' | 'always' | 'never';
};

/**
 * `stemcheck merge <shard.json…>`: joins the audits of all shards into the one that a single run gives.
 *
 * @returns the exit code of the whole
 * @throws QuestionError where a file is no audit, shards are missing, or they do not belong together
 */
export async function merge(files: readonly string[], options: MergeOptions): Promise<number> {
  const shards = files.map(readAudit);
  const [first] = shards;
  if (first === undefined) throw new QuestionError('nothing to merge', ['Name the JSON files that the shards wrote.']);
  const stray = shards.findIndex(
    ({ audit }) =>
      audit.profile !== first.audit.profile ||
      audit.tool.version !== first.audit.tool.version ||
      audit.shard?.of !== first.audit.shard?.of ||
      audit.only?.join() !== first.audit.only?.join(),
  );
  if (stray > 0)
    throw new QuestionError(`${quoted(files[stray] ?? '')} does not belong to ${quoted(files[0] ?? '')}`, [
      'Shards of one audit have one version, one profile, the same rules and one number of parts.',
    ]);
  const missing = missingShards(shards.map(({ audit }) => audit));
  if (missing.length > 0)
    throw new QuestionError(`shard ${missing.join(', ')} of ${first.audit.shard?.of} is missing`, [
      'What was not audited must not look clean. Name the JSON of every shard.',
    ]);
  const rows = new Map<string, AuditRow>(
    shards.flatMap(({ audit }) => audit.deliveries.map((row) => [row.path, row] as const)),
  );
  const deliveries = [...rows.values()].sort((a, b) => byCodePoints(a.path, b.path));
  const { baseline: _own, ...rest } = first.audit;
  const baseline = baselineFile(options, [first.audit.root]);
  const outcome = baseline
    ? compared(deliveries, baseline.gaps, { failOn: options.failOn, only: first.audit.only ?? null })
    : null;
  const whole: Audit = {
    ...rest,
    shard: null,
    deliveries,
    ...(outcome ? { baseline: outcome.comparison } : {}),
  };
  await printAudit(whole, auditChoices(options.format, whole.root), options);
  if (baseline && outcome) settleBaseline(baseline, outcome);
  return auditExitCode(whole, options.failOn);
}

function missingShards(audits: readonly Audit[]): number[] {
  const of = audits[0]?.shard?.of ?? 0;
  const there = new Set(audits.map(({ shard }) => shard?.index));
  return Array.from({ length: of }, (_, place) => place + 1).filter((index) => !there.has(index));
}

function readAudit(path: string): { readonly audit: Audit } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why =
      error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${(error as NodeJS.ErrnoException).code})`;
    throw new QuestionError(`${quoted(path)} ${why}`, [
      'Name the JSON that  stemcheck audit --format json=FILE  wrote.',
    ]);
  }
  if (
    typeof parsed !== 'object' ||
    parsed === null ||
    !('profile' in parsed) ||
    !('deliveries' in parsed) ||
    !Array.isArray(parsed.deliveries)
  ) {
    throw new QuestionError(`${quoted(path)} is no audit`, [
      'Name the JSON that  stemcheck audit --format json=FILE  wrote.',
    ]);
  }
  return { audit: parsed as Audit };
}
