import type { BaselineStates } from '../model/audit.js';
import type { Owner } from '../model/brief.js';
import type { Report, Severity } from '../model/report.js';
import type { RuleDoc } from '../model/rule-doc.js';

/** What a format may want to know beside the reports; each takes what it has a use for. */
export type PrintOptions = {
  /** the rules that ran, with what they want: junit makes a case of each, sarif describes those that found something */
  readonly rules?: readonly RuleDoc[];
  /** from which severity on a case of junit fails: "error" unless told */
  readonly failOn?: Severity | 'never';
  /** message: only what this person can do */
  readonly owner?: Owner;
  /** sarif: what became of the findings of each report since the baseline */
  readonly baseline?: readonly BaselineStates[];
};
/** Several reports in their order as one document. */
export type Printer = (reports: readonly Report[], options?: PrintOptions) => string;

/** The formats, each loaded when it is asked for: a verb loads only what it prints. */
export const FORMATS = {
  table: () => import('./table.js').then(({ formatTable }) => formatTable),
  json: () => import('./json.js').then(({ formatJson }) => formatJson),
  html: (): Promise<Printer> => import('./html.js').then(({ formatHtml }) => formatHtml),
  markdown: (): Promise<Printer> => import('./markdown.js').then(({ formatMarkdown }) => formatMarkdown),
  message: (): Promise<Printer> => import('./message.js').then(({ formatMessage }) => formatMessage),
  csv: (): Promise<Printer> => import('./csv.js').then(({ formatCsv }) => formatCsv),
  sarif: (): Promise<Printer> => import('./sarif.js').then(({ formatSarif }) => formatSarif),
  junit: (): Promise<Printer> => import('./junit.js').then(({ formatJunit }) => formatJunit),
  github: (): Promise<Printer> => import('./github.js').then(({ formatGithub }) => formatGithub),
} as const;
export type FormatName = keyof typeof FORMATS;
