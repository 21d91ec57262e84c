import type { Audit } from '../../model/audit.js';
import { csvCell } from '../csv-cell.js';
import { whoFor } from './waits-for.js';

const COLUMNS = [
  'delivery',
  'song',
  'verdict',
  'stems',
  'errors',
  'warnings',
  'notes',
  'stage',
  'waits for',
  'because',
];

/** Prints an audit as a table to keep: a header row, one row a delivery in path order, rows end in CRLF. Source: RFC 4180, section 2. */
export function formatAuditCsv({ deliveries }: Audit): string {
  const rows = deliveries.map((row) => [
    row.path,
    row.song ?? '',
    row.verdict,
    row.stems,
    row.counts.error,
    row.counts.warning,
    row.counts.info,
    row.stage,
    whoFor(row),
    row.verdictBecause,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
