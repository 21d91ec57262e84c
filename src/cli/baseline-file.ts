import { readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { type Baseline, type Compared, type KnownGap, known } from '../check/baseline.js';
import { SEVERITIES } from '../model/report.js';
import { counted } from '../model/units.js';
import { refuseInside } from './formats.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';
import { VERSION } from './version.js';

export type BaselineOptions = {
  readonly baseline?: string;
  readonly prune?: boolean;
  readonly quick?: boolean;
  readonly shard?: string;
};
export type BaselineFile = { readonly path: string; readonly gaps: Baseline; readonly isPruned: boolean };

/**
 * The baseline that --baseline names; null: none.
 *
 * @param folders the delivered folders, in which nothing is written
 * @throws QuestionError where it cannot be read or is no report, or where --prune could drop debt that nobody looked at
 */
export function baselineFile(
  { baseline, prune = false, quick, shard }: BaselineOptions,
  folders: readonly string[],
): BaselineFile | null {
  if (baseline === undefined) {
    if (prune)
      throw new QuestionError('--prune names no baseline', ['Write  --baseline FILE --prune  or leave it out.']);
    return null;
  }
  if (prune) refusePruning({ quick, shard });
  if (prune) refuseInside(baseline, folders, '--baseline ');
  return { path: baseline, gaps: readBaseline(baseline), isPruned: prune };
}

function refusePruning({ quick, shard }: { readonly quick: boolean | undefined; readonly shard: string | undefined }) {
  if (quick)
    throw new QuestionError('--prune does not go with --quick', [
      'A gap that only the sound shows would look closed. Leave --quick out to prune.',
    ]);
  if (shard !== undefined)
    throw new QuestionError('--prune does not go with --shard', [
      'Prune when all shards are joined:  stemcheck merge SHARDS --baseline FILE --prune',
    ]);
}

/** Writes the baseline without what is closed, where that was asked; else says on standard error how to. */
export function settleBaseline(file: BaselineFile, { comparison, pruned }: Compared): void {
  const { closed, gone = [] } = comparison;
  const parts = [
    ...(closed.length > 0 ? [counted(closed.length, 'closed gap')] : []),
    ...(gone.length > 0 ? [counted(gone.length, 'delivery', 'deliveries')] : []),
  ];
  if (file.isPruned) {
    writePruned(file.path, pruned);
    process.stderr.write(`${quoted(file.path)} now knows ${counted(gapCount(pruned), 'gap')}.\n`);
  } else if (parts.length > 0) {
    const are = closed.length + gone.length === 1 ? 'is' : 'are';
    const tail = gone.length > 0 ? ', the latter no longer on the drive' : '';
    process.stderr.write(
      `In ${quoted(file.path)} there ${are} still ${parts.join(' and ')}${tail}. --prune takes them out.\n`,
    );
  }
}

function gapCount(baseline: Baseline): number {
  return [...baseline.values()].reduce((sum, gaps) => sum + gaps.filter(({ folded }) => !folded).length, 0);
}

function writePruned(path: string, baseline: Baseline): void {
  const rows = [...baseline].map(
    ([delivery, gaps]) => `    ${JSON.stringify({ path: delivery, findings: gaps.map(known) })}`,
  );
  const head = `  "schemaVersion": 1,\n  "tool": ${JSON.stringify({ name: 'stemcheck', version: VERSION })},\n`;
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  try {
    writeFileAtomic.sync(path, `{\n${head}  "deliveries": ${list}\n}\n`);
  } catch (error) {
    throw new QuestionError(
      `the baseline ${quoted(path)} cannot be written (${(error as NodeJS.ErrnoException).code})`,
      ['Name a file that may be written to, or leave --prune out.'],
    );
  }
}

/** Reads the JSON of an earlier `audit`, of `check` of one or several folders, or what --prune left of one. */
function readBaseline(path: string): Baseline {
  const refuse = (why: string) =>
    new QuestionError(`the baseline ${quoted(path)} ${why}`, [
      'Name the JSON that an earlier run wrote with  --format json=FILE',
    ]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw refuse(
      error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  const reports = reportsIn(parsed);
  if (reports === null) throw refuse('is no report of stemcheck');
  return new Map(
    reports.flatMap(({ path: own, root, findings, folded }): [string, readonly KnownGap[]][] => {
      const name = own ?? root;
      return typeof name === 'string' ? [[name, [...gapsIn(findings), ...gapsIn(folded).map(asFolded)]]] : [];
    }),
  );
}

function asFolded(gap: KnownGap): KnownGap {
  return { ...gap, folded: true };
}

type Found = {
  readonly path?: unknown;
  readonly root?: unknown;
  readonly findings?: unknown;
  readonly folded?: unknown;
};

function reportsIn(parsed: unknown): Found[] | null {
  if (typeof parsed !== 'object' || parsed === null) return null;
  const list = 'deliveries' in parsed ? parsed.deliveries : 'reports' in parsed ? parsed.reports : [parsed];
  if (!Array.isArray(list)) return null;
  const isReport = (one: unknown): one is Found => typeof one === 'object' && one !== null && 'findings' in one;
  return list.every(isReport) ? list : null;
}

/** Findings that counted then, and those that another one explained; a waived one was no debt. */
function gapsIn(findings: unknown): KnownGap[] {
  if (!Array.isArray(findings)) return [];
  return findings
    .filter(isGap)
    .map((gap) => ({ ...known(gap), ...(gap.followsFrom === undefined ? {} : { folded: true }) }));
}

function isGap(value: unknown): value is KnownGap & { readonly followsFrom?: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const { key, rule, severity, files, title, waived } = value as Record<string, unknown>;
  return (
    waived === undefined &&
    [key, rule, title].every((text) => typeof text === 'string') &&
    SEVERITIES.some((known) => known === severity) &&
    Array.isArray(files) &&
    files.every((path) => typeof path === 'string')
  );
}
