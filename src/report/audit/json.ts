import type { Audit } from '../../model/audit.js';

const KEYS = ['schemaVersion', 'tool', 'profile', 'root', 'shard', 'only', 'baseline', 'deliveries'] as const;

/** Prints an audit as JSON, one delivery a line, so that shards can be compared and joined with plain tools. */
export function formatAuditJson(audit: Audit): string {
  const head = KEYS.filter((key) => key !== 'deliveries' && audit[key] !== undefined).map(
    (key) => `  ${JSON.stringify(key)}: ${JSON.stringify(audit[key])},`,
  );
  const rows = audit.deliveries.map((row) => `    ${JSON.stringify(row)}`);
  return `{\n${head.join('\n')}\n  "deliveries": [${rows.length === 0 ? '' : `\n${rows.join(',\n')}\n  `}]\n}\n`;
}
