import type { BaselineStates } from '../model/audit.js';
import type { Finding, Report, Severity } from '../model/report.js';
import { terminalText } from './terminal-text.js';
import { pathUri, seenFromHere } from './words/places.js';

export type SarifOptions = {
  /** what the rules want, by their ids, for the viewer's list */
  readonly rules?: readonly { readonly id: string; readonly summary: string; readonly why: string }[];
  /** what became of the findings of each report since the baseline, in their order; left out: there is none */
  readonly baseline?: readonly BaselineStates[];
};
type Absent = BaselineStates['absent'][number];

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
/** Where files lie when the delivered folder is no part of the checkout. */
const DELIVERY = 'DELIVERY';

/**
 * Prints a SARIF log: a run a delivery, a result a finding, recognised over time by the finding's key. Against a
 * baseline each result says if it is new, and what is closed stands at the end as absent.
 *
 * Source: SARIF 2.1.0 (OASIS), sections 3.14 run, 3.27 result
 */
export function formatSarif(reports: readonly Report[], options: SarifOptions = {}): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: reports.map((report, place) => runOf(report, options.rules ?? [], options.baseline?.[place] ?? null)),
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function runOf(report: Report, rules: NonNullable<SarifOptions['rules']>, since: BaselineStates | null) {
  const findings = report.findings.filter(({ number, waived }) => number !== null || waived);
  const shown = new Set(findings.map(({ key }) => key));
  const absent = (since?.absent ?? []).filter(({ key }) => !shown.has(key));
  const ids = [...new Set([...findings, ...absent].map(({ rule }) => rule))];
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return {
    tool: {
      driver: {
        name: report.tool.name,
        semanticVersion: report.tool.version,
        rules: ids.map((id) => {
          const rule = known.get(id);
          return rule === undefined
            ? { id }
            : { id, shortDescription: { text: `${rule.summary}.` }, fullDescription: { text: rule.why } };
        }),
      },
    },
    // A host keeps the results of each delivery apart by this.
    automationDetails: { id: `stemcheck/${terminalText(report.root)}/` },
    originalUriBaseIds: { [DELIVERY]: { description: { text: 'The delivered folder.' } } },
    invocations: [
      {
        executionSuccessful: report.verdict !== 'cannot-check',
        toolExecutionNotifications: report.coverage.unread.map(({ message, because }) => ({
          level: 'warning',
          descriptor: { id: because },
          message: { text: terminalText(message) },
        })),
      },
    ],
    columnKind: 'unicodeCodePoints',
    results: [
      ...findings.map((finding) => ({
        ...resultOf(finding, ids.indexOf(finding.rule), report),
        ...(since ? { baselineState: since.known.get(finding.key) ?? 'new' } : {}),
      })),
      ...absent.map((gap) => absentResultOf(gap, ids.indexOf(gap.rule), report)),
    ],
    properties: { verdict: report.verdict, stage: report.stage, profile: report.profile, counts: report.counts },
  };
}

function resultOf(finding: Finding, ruleIndex: number, report: Report) {
  const { rule, severity, title, message, fix, key, waived, owners, item, stage, number } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: terminalText(`${title}. ${message} ${fix}`) },
    locations: locationsOf(finding, report),
    partialFingerprints: { 'stemcheckKey/v1': key },
    ...(waived
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: terminalText(waived.reason) }] }
      : {}),
    properties: { number, owners, item, stage, files: finding.files },
  };
}

/** A gap of the baseline that is closed. Source: SARIF 2.1.0, section 3.27.24 */
function absentResultOf({ rule, severity, title, key, files }: Absent, ruleIndex: number, report: Report) {
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: terminalText(`${title}.`) },
    locations: locationsOf({ files, data: {} }, report),
    partialFingerprints: { 'stemcheckKey/v1': key },
    baselineState: 'absent',
    properties: { files },
  };
}

/** A finding about the whole folder lies at the folder: hosts leave out what lies nowhere. */
function locationsOf({ files, data }: Pick<Finding, 'files' | 'data'>, report: Report) {
  const paths = files.length > 0 ? files : [''];
  const region = files.length === 1 ? regionOf(data) : {};
  return paths.map((path) => {
    const here = seenFromHere(report, path);
    const artifactLocation =
      here === null ? { uri: pathUri(path) || './', uriBaseId: DELIVERY } : { uri: pathUri(here) || './' };
    return { physicalLocation: { artifactLocation, ...region } };
  });
}

function regionOf({ line, column }: Finding['data']) {
  if (typeof line !== 'number' || line < 1) return {};
  const startColumn = typeof column === 'number' && column >= 1 ? { startColumn: Math.floor(column) } : {};
  return { region: { startLine: Math.floor(line), ...startColumn } };
}
