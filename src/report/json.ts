import type { Delivery } from '../model/delivery.js';
import type { Report } from '../model/report.js';

export type JsonOptions = {
  /** true: with overviews, excerpts and the records that drawings are made of */
  readonly evidence: boolean;
};

/**
 * Prints one report, or several in their order as `{ schemaVersion: 1, reports: [...] }`.
 *
 * @returns JSON, indented by two, ended by a line break: the same bytes for equal reports, however they were built.
 *          Names stay as they were found, half a surrogate pair as its escape
 */
export function formatJson(report: Report | readonly Report[], { evidence }: JsonOptions): string {
  const one = (each: Report) => printable(each, evidence);
  return printed(isOne(report) ? one(report) : { schemaVersion: 1, reports: report.map(one) });
}

/** Prints the facts of one folder: what `scan` says. */
export function formatDelivery(delivery: Delivery, { evidence }: JsonOptions = { evidence: false }): string {
  return printed(printable(delivery, evidence));
}

function isOne(report: Report | readonly Report[]): report is Report {
  return !Array.isArray(report);
}

/**
 * Keys that stand first, in this order, in whatever object they occur: what a person reads first in a pager, the
 * long lists last. All others stand between, by their code points.
 */
const FIRST =
  'schemaVersion tool profile root song verdict verdictBecause stage stageBecause counts questions acts handoff number id key rule severity path kind status title message fix value owners verb act because from answer decision file line findings';
const LAST = 'data coverage brief relations sessions archives manifests label header tags measured faults files';
const RANK = new Map([
  ...FIRST.split(' ').map((key, at) => [key, at - 1000] as const),
  ...LAST.split(' ').map((key, at) => [key, at + 1000] as const),
]);

/** Drawings' data: heavy, and of use only to who draws. */
const DRAWN: ReadonlySet<string> = new Set(['overview', 'excerpts', 'evidence']);

/** A plain copy in a fixed order, without what was not asked for. */
function printable(value: unknown, evidence: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => printable(one, evidence));
  // JSON knows no infinity; a number that is none is not known.
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => evidence || !DRAWN.has(key));
  return Object.fromEntries(entries.sort(byKey).map(([key, one]) => [key, printable(one, evidence)]));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
}

function printed(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
