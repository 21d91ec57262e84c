import { readFileSync } from 'node:fs';
import type { Baseline } from '../check/baseline.js';
import type { AuditFinding } from '../model/audit.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';

type Found = { readonly path?: unknown; readonly root?: unknown; readonly findings?: unknown };

/**
 * Reads the JSON of an earlier `audit`, or of `check` of one or several folders.
 *
 * @param nameOf how a report's folder is called in the comparison; an audit's rows keep their own path
 * @throws QuestionError where it cannot be read or is no report
 */
export function readBaseline(path: string, nameOf: (root: string) => string): Baseline {
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
    reports.map(({ path: own, root, findings }) => [
      typeof own === 'string' ? own : nameOf(String(root)),
      findingsIn(findings),
    ]),
  );
}

function reportsIn(parsed: unknown): Found[] | null {
  if (typeof parsed !== 'object' || parsed === null) return null;
  if ('deliveries' in parsed && Array.isArray(parsed.deliveries)) return parsed.deliveries as Found[];
  if ('reports' in parsed && Array.isArray(parsed.reports)) return parsed.reports as Found[];
  return 'findings' in parsed ? [parsed as Found] : null;
}

/** Findings that counted then: numbered and not waived. */
function findingsIn(findings: unknown): AuditFinding[] {
  if (!Array.isArray(findings)) return [];
  return (findings as (AuditFinding & { number?: number | null; waived?: unknown })[]).filter(
    (finding) => typeof finding?.key === 'string' && finding.number !== null && finding.waived === undefined,
  );
}
