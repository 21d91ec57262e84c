import type { Audit, AuditFinding, AuditRow, BaselineComparison } from '../model/audit.js';
import type { Severity } from '../model/report.js';

const RANK: Readonly<Record<Severity | 'never', number>> = { info: 1, warning: 2, error: 3, never: 4 };

/** Deliveries of an earlier run, by path: an audit, or the reports of `check --format json`. */
export type Baseline = ReadonlyMap<string, readonly AuditFinding[]>;

/**
 * Compares the findings of now with those of a baseline, by delivery and finding key.
 *
 * @param failOn findings below it are no debt and are not compared
 * @returns what opened and closed; a delivery that was not audited this time (another shard) is left out
 */
export function compared(
  rows: readonly AuditRow[],
  baseline: Baseline,
  failOn: Severity | 'never',
): BaselineComparison {
  const counts = ({ severity }: AuditFinding) => RANK[severity] >= RANK[failOn];
  const opened: BaselineComparison['opened'][number][] = [];
  const closed: BaselineComparison['closed'][number][] = [];
  let known = 0;
  for (const row of rows) {
    const before = (baseline.get(row.path) ?? []).filter(counts);
    const now = row.findings.filter(counts);
    const keysBefore = new Set(before.map(({ key }) => key));
    const keysNow = new Set(now.map(({ key }) => key));
    const line = ({ severity, rule, title }: AuditFinding) => ({ delivery: row.path, severity, rule, title });
    opened.push(...now.filter(({ key }) => !keysBefore.has(key)).map(line));
    closed.push(...before.filter(({ key }) => !keysNow.has(key)).map(line));
    known += now.filter(({ key }) => keysBefore.has(key)).length;
  }
  return { opened, closed, known };
}

/** 1 where something stands at or above `failOn`, against a baseline only where it is new; 1 where a delivery could not be checked. */
export function auditExitCode(
  { deliveries, baseline }: Pick<Audit, 'deliveries' | 'baseline'>,
  failOn: Severity | 'never',
): 0 | 1 {
  if (failOn === 'never') return 0;
  if (deliveries.some(({ verdict }) => verdict === 'cannot-check')) return 1;
  if (baseline) return baseline.opened.length > 0 ? 1 : 0;
  return deliveries.some(({ findings }) => findings.some(({ severity }) => RANK[severity] >= RANK[failOn])) ? 1 : 0;
}
