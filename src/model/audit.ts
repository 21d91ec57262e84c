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
  /** findings that another one explains: they are not counted, and known where a baseline is compared */
  readonly folded?: readonly Pick<Finding, 'key' | 'rule' | 'severity' | 'files' | 'title'>[];
  /** rules that could not look at all, for lack of a whole kind of fact */
  readonly notLooked?: readonly string[];
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
  /** the rules that ran; left out: all of the profile */
  readonly only?: readonly string[];
  /** by path */
  readonly deliveries: readonly AuditRow[];
  readonly baseline?: BaselineComparison;
};

/** What changed since an earlier report, by finding key. */
export type BaselineComparison = {
  /** findings at or above the severity that fails, which the baseline does not know */
  readonly opened: readonly BaselineChange[];
  /** findings of the baseline that are gone */
  readonly closed: readonly BaselineChange[];
  /** known debt that still stands */
  readonly known: number;
  /** deliveries of the baseline that are no longer on the drive */
  readonly gone?: readonly string[];
};
export type BaselineChange = {
  readonly delivery: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly title: string;
};

/** What became of each finding since a baseline. updated: it stands on fewer files, or weighs another way. */
export type BaselineStates = {
  /** by finding key; what is not in it is new */
  readonly known: ReadonlyMap<string, 'unchanged' | 'updated'>;
  /** gaps of the baseline that were looked for and are gone */
  readonly absent: readonly Pick<AuditFinding, 'key' | 'rule' | 'severity' | 'files' | 'title'>[];
};
