import type { DeliveredFile } from '../../model/delivery.js';
import type { Finding, Report } from '../../model/report.js';
import { barSeconds } from '../words/bars.js';
import { shortNames } from '../words/names.js';
import { type StemSet, stemSet } from '../words/set.js';

/** Above this many files overviews are drawn with half their points, so that the page stays small. */
const FINE_FILES_MOST = 40;

/** A report with what several parts of its page ask for, computed once. */
export type View = {
  readonly report: Report;
  /** keeps the anchors of several reports on one page apart; empty for one */
  readonly prefix: string;
  /** with a number and not waived, worst first */
  readonly findings: readonly Finding[];
  readonly waived: readonly Finding[];
  /** findings on a file, by its path */
  readonly on: ReadonlyMap<string, readonly Finding[]>;
  /** findings that follow from another one, by its key */
  readonly following: ReadonlyMap<string, readonly Finding[]>;
  readonly set: StemSet;
  /** files that have a card and a waveform, with the name of their anchors */
  readonly anchors: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, DeliveredFile>;
  /** length of the longest stem; 0 where none has one */
  readonly seconds: number;
  /** names of the stems for a narrow column, by path */
  readonly shortNames: ReadonlyMap<string, string>;
  readonly bar: number | null;
  /** every how many points of an overview one is drawn */
  readonly stride: 1 | 2;
};

export function viewOf(report: Report, prefix: string): View {
  const set = stemSet(report);
  const findings = report.findings.filter(({ number, waived }) => number !== null && !waived);
  const sounding = report.files.filter(
    ({ kind }) => kind === 'stem' || kind === 'rough-mix' || kind === 'alternate-mix' || kind === 'reference',
  );
  return {
    report,
    prefix,
    findings,
    waived: report.findings.filter(({ waived }) => waived !== undefined),
    on: gathered(findings.flatMap((finding) => finding.files.map((path) => [path, finding] as const))),
    following: gathered(report.findings.flatMap((one) => (one.followsFrom ? [[one.followsFrom, one] as const] : []))),
    set,
    anchors: new Map(sounding.map(({ path }, at) => [path, `${prefix}s${at}`])),
    files: new Map(report.files.map((file) => [file.path, file])),
    seconds: Math.max(0, ...set.stems.map(({ header }) => header?.seconds ?? 0)),
    shortNames: shortNames(set.stems.map(({ path }) => path)),
    bar: barSeconds(report.brief),
    stride: sounding.length > FINE_FILES_MOST ? 2 : 1,
  };
}

function gathered<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const all = new Map<string, T[]>();
  for (const [key, value] of pairs) all.set(key, [...(all.get(key) ?? []), value]);
  return all;
}

/** The anchor of a finding. */
export function findingAnchor({ prefix }: View, { number }: Finding): string {
  return `${prefix}f${number}`;
}
