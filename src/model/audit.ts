import type { Owner } from './brief.js';
import type { Act, Finding, Report, Severity, SongStage, Verdict } from './report.js';

/** What one delivery under a drive comes to: enough to sort, to call somebody, and to compare with the next run. */
export type AuditRow = {
  /** relative to the drive, '/' between parts; '.' is the drive itself */
  readonly path: string;
  readonly song: string | null;
  readonly verdict: Verdict;
  readonly verdictBecause: string;
  readonly stage: SongStage;
  readonly stems: number;
  readonly counts: Report['counts'];
  readonly waitsFor: readonly Owner[];
  readonly acts: readonly Act[];
  readonly findings: readonly AuditFinding[];
};
export type AuditFinding = Pick<
  Finding,
  'key' | 'rule' | 'severity' | 'files' | 'title' | 'message' | 'fix' | 'owners'
>;

/** Every delivery under a drive, or those of one shard; shards merge into the same audit that one run gives. */
export type Audit = {
  readonly schemaVersion: 1;
  readonly tool: Report['tool'];
  readonly profile: string;
  /** the drive as it was given */
  readonly root: string;
  /** which part of the deliveries this is; null: all of them */
  readonly shard: { readonly index: number; readonly of: number } | null;
  /** by path */
  readonly deliveries: readonly AuditRow[];
  readonly baseline?: BaselineComparison;
};

/** What changed since an earlier report, by finding key. */
export type BaselineComparison = {
  /** findings at or above the severity that fails, which the baseline does not know */
  readonly opened: readonly {
    readonly delivery: string;
    readonly severity: Severity;
    readonly rule: string;
    readonly title: string;
  }[];
  /** findings of the baseline that are gone: prune them */
  readonly closed: readonly {
    readonly delivery: string;
    readonly severity: Severity;
    readonly rule: string;
    readonly title: string;
  }[];
  /** known debt that still stands */
  readonly known: number;
};
