import type { Report } from '../model/report.js';
import { FORMATS, type FormatName } from '../report/index.js';
import type { Terminal } from './terminal.js';

export type Look = Terminal & { readonly verbose: boolean; readonly quiet: boolean; readonly evidence: boolean };

/** The reports of one call in one format: json as one document, the table as one after the other. */
export async function printReports(name: FormatName, reports: readonly Report[], look: Look): Promise<string> {
  if (name === 'json') {
    const formatJson = await FORMATS.json();
    const [only] = reports;
    return formatJson(reports.length === 1 && only ? only : reports, { evidence: look.evidence });
  }
  if (name !== 'table') {
    const format = await FORMATS[name]();
    return format(reports);
  }
  const formatTable = await FORMATS.table();
  return reports.map((report) => formatTable(report, look)).join('\n');
}
