import type {
  Audit,
  AuditFinding,
  AuditRow,
  BaselineChange,
  BaselineComparison,
  BaselineStates,
} from '../model/audit.js';
import type { Severity } from '../model/report.js';
import { RANK as SEVERITY_RANK } from './number.js';

const RANK: Readonly<Record<Severity | 'never', number>> = { ...SEVERITY_RANK, never: 4 };

export type KnownGap = Pick<AuditFinding, 'key' | 'rule' | 'severity' | 'files' | 'title'> & {
  /** another finding explained it: known, but nothing to call closed */
  readonly folded?: true;
};
/** Gaps of an earlier run by delivery: an audit, the reports of `check --format json`, or what was left of them. */
export type Baseline = ReadonlyMap<string, readonly KnownGap[]>;

export type ComparedWith = {
  /** findings below it are no debt: they neither open nor close */
  readonly failOn: Severity | 'never';
  /** the rules that ran; left out: all of them */
  readonly only?: readonly string[] | null;
  /** every delivery of the drive is among the rows, so that what is missing is gone */
  readonly isWhole?: boolean;
};
export type Compared = {
  readonly comparison: BaselineComparison;
  /** the baseline without what is closed or gone; nothing new is added */
  readonly pruned: Baseline;
};

/**
 * Compares the findings of now with those of a baseline, by delivery and finding key. A finding that stands on fewer
 * files than it did is what is left of the old one. What nobody looked for this time (a quick look, `--only`, a
 * delivery that could not be checked) is not closed.
 */
export function compared(
  rows: readonly AuditRow[],
  baseline: Baseline,
  { failOn, only, isWhole }: ComparedWith,
): Compared {
  const counts = ({ severity }: KnownGap) => RANK[severity] >= RANK[failOn];
  const opened: BaselineChange[] = [];
  const closed: BaselineChange[] = [];
  const pruned = new Map(baseline);
  let known = 0;
  for (const row of rows) {
    const before = baseline.get(row.path) ?? [];
    const standing = leftOf(before, gapsOf(row));
    const isKnown = (now: KnownGap) => before.some((gap) => counts(gap) && standing.get(gap)?.includes(now));
    const wasLookedFor = looked(row, only ?? null);
    const isClosed = (gap: KnownGap) => standing.get(gap)?.length === 0 && wasLookedFor(gap.rule);
    const now = row.findings.filter(counts);
    const debt = before.filter((gap) => counts(gap) && gap.folded === undefined);
    opened.push(...now.filter((gap) => !isKnown(gap)).map((gap) => change(row.path, gap)));
    closed.push(...debt.filter(isClosed).map((gap) => change(row.path, gap)));
    known += now.filter(isKnown).length;
    const kept = before.flatMap((gap) => (isClosed(gap) ? [] : stillThere(gap, standing.get(gap) ?? [])));
    if (baseline.has(row.path)) pruned.set(row.path, kept);
  }
  const there = new Set(rows.map(({ path }) => path));
  const gone = isWhole ? [...baseline.keys()].filter((path) => !there.has(path)) : [];
  for (const path of gone) pruned.delete(path);
  return { comparison: { opened, closed, known, ...(gone.length > 0 ? { gone } : {}) }, pruned };
}

/**
 * What became of each gap of one delivery since an earlier report of it, at any severity.
 *
 * @param before gaps of the earlier report; a folded one is known, and never absent
 */
export function baselineStates(
  row: AuditRow,
  before: readonly KnownGap[],
  only: readonly string[] | null,
): BaselineStates {
  const standing = leftOf(before, gapsOf(row));
  const wasLookedFor = looked(row, only);
  return {
    known: new Map(
      before.flatMap((gap) => (standing.get(gap) ?? []).map((now) => [now.key, isAsBefore(now, gap)] as const)),
    ),
    absent: before.filter(
      (gap) => gap.folded === undefined && standing.get(gap)?.length === 0 && wasLookedFor(gap.rule),
    ),
  };
}

function isAsBefore(now: KnownGap, before: KnownGap): 'unchanged' | 'updated' {
  return now.key === before.key && now.severity === before.severity ? 'unchanged' : 'updated';
}

/** The gaps of a baseline by delivery. One folder against one report is the same delivery, wherever it lay then. */
export function gapsBefore(rows: readonly AuditRow[], baseline: Baseline): Baseline {
  const [known] = baseline.values();
  return rows.length === 1 && baseline.size === 1 && rows[0] && known ? new Map([[rows[0].path, known]]) : baseline;
}

/** Every gap of a delivery, the folded ones marked. */
function gapsOf({ findings, folded = [] }: AuditRow): readonly KnownGap[] {
  return [...findings, ...folded.map((gap): KnownGap => ({ ...gap, folded: true }))];
}

/** For each gap of before, what of it stands now: the same key, or the same rule on a part of the files. */
function leftOf(before: readonly KnownGap[], now: readonly KnownGap[]): ReadonlyMap<KnownGap, readonly KnownGap[]> {
  const keysBefore = new Set(before.map(({ key }) => key));
  const unknown = now.filter(({ key }) => !keysBefore.has(key));
  return new Map(
    before.map((gap) => [
      gap,
      [...now.filter(({ key }) => key === gap.key), ...unknown.filter((one) => isPartOf(one, gap))],
    ]),
  );
}

function isPartOf(now: KnownGap, before: KnownGap): boolean {
  if (now.rule !== before.rule || now.files.length === 0 || now.files.length >= before.files.length) return false;
  const files = new Set(before.files.map((path) => path.normalize('NFC')));
  return now.files.every((path) => files.has(path.normalize('NFC')));
}

/** The severity stays that of the baseline: a gap that got worse since is not forgiven by pruning. */
function stillThere(gap: KnownGap, standing: readonly KnownGap[]): readonly KnownGap[] {
  return standing.length === 0 ? [gap] : standing.map((now) => ({ ...known(now), severity: gap.severity }));
}

/** What a baseline keeps of a gap. */
export function known({ key, rule, severity, files, title, folded }: KnownGap): KnownGap {
  return { key, rule, severity, files, title, ...(folded ? { folded } : {}) };
}

function looked({ verdict, notLooked }: AuditRow, only: readonly string[] | null): (rule: string) => boolean {
  if (verdict === 'cannot-check') return () => false;
  return (rule) => (only === null || only.includes(rule)) && notLooked?.includes(rule) !== true;
}

function change(delivery: string, { severity, rule, title }: KnownGap): BaselineChange {
  return { delivery, severity, rule, title };
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
