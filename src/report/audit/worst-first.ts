import type { AuditRow } from '../../model/audit.js';
import type { Verdict } from '../../model/report.js';

// What cannot be read stands last: nobody knows yet whether it is bad.
const RANKS: Readonly<Record<Verdict, number>> = {
  'not-ready': 0,
  'ready-with-questions': 1,
  ready: 2,
  'cannot-check': 3,
};

/** The order of deliveries for people: by verdict, errors, warnings, then path. */
export function worstFirst(a: AuditRow, b: AuditRow): number {
  return (
    RANKS[a.verdict] - RANKS[b.verdict] ||
    b.counts.error - a.counts.error ||
    b.counts.warning - a.counts.warning ||
    (a.path < b.path ? -1 : 1)
  );
}
