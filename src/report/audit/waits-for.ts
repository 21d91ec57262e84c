import type { AuditRow } from '../../model/audit.js';

/** Whom to call: "producer", "artist", "both", "nobody"; beyond two people their number. */
export function whoFor({ waitsFor }: AuditRow): string {
  const [only] = waitsFor;
  if (only === undefined) return 'nobody';
  if (waitsFor.length === 1) return only;
  return waitsFor.length === 2 ? 'both' : `${waitsFor.length} people`;
}
