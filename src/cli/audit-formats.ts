import type { Audit } from '../model/audit.js';
import { pagesBeside } from './audit-pages.js';
import { deliverText, splitFormat } from './formats.js';
import { shownIn } from './terminal.js';
import { unknownWord } from './unknown-word.js';

const NAMES = ['table', 'json', 'html', 'csv'] as const;
type AuditFormat = (typeof NAMES)[number];
export type AuditChoice = { readonly name: AuditFormat; readonly file: string | null };

/** @throws QuestionError on a format that an audit does not have, or a file inside the drive */
export function auditChoices(options: readonly string[], drive: string): AuditChoice[] {
  if (options.length === 0) return [{ name: 'table', file: null }];
  return options.map((option) => {
    const { name, file } = splitFormat(option, [drive]);
    const known = NAMES.find((one) => one === name);
    if (known === undefined) throw unknownWord('format of an audit', name, NAMES, `All formats:  ${NAMES.join(' ')}`);
    return { name: known, file };
  });
}

export async function printAudit(
  audit: Audit,
  choices: readonly AuditChoice[],
  { color, verbose = false }: { readonly color: 'auto' | 'always' | 'never'; readonly verbose?: boolean },
): Promise<void> {
  for (const { name, file } of choices) deliverText(await printed(audit, name, file, color, verbose), file);
}

async function printed(
  audit: Audit,
  name: AuditFormat,
  file: string | null,
  color: 'auto' | 'always' | 'never',
  verbose: boolean,
): Promise<string> {
  if (name === 'json') return (await import('../report/audit/json.js')).formatAuditJson(audit);
  if (name === 'html') return (await import('../report/audit/html.js')).formatAuditHtml(audit, pagesBeside(file));
  if (name === 'csv') return (await import('../report/audit/csv.js')).formatAuditCsv(audit);
  return (await import('../report/audit/table.js')).formatAuditTable(audit, { ...shownIn(file, color), verbose });
}
