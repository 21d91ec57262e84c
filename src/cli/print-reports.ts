import type { Report } from '../model/report.js';
import { FORMATS, type FormatName, type PrintOptions } from '../report/index.js';
import type { Terminal } from './terminal.js';

export type Look = Terminal & { readonly verbose: boolean; readonly quiet: boolean; readonly evidence: boolean };

/** The reports of one call in one format: the table one after the other, every other format as one document. */
export async function printReports(
  name: FormatName,
  reports: readonly Report[],
  look: Look,
  options: PrintOptions,
): Promise<string> {
  if (name === 'table') {
    const formatTable = await FORMATS.table();
    return reports.map((report) => formatTable(report, look)).join('\n');
  }
  if (name === 'json') {
    const formatJson = await FORMATS.json();
    const [only] = reports;
    return formatJson(reports.length === 1 && only ? only : reports, { evidence: look.evidence });
  }
  return (await FORMATS[name]())(reports, options);
}
