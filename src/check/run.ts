import type { Finding } from '../model/report.js';
import { contextOf, type Views, viewsWithout } from './context.js';
import type { CannotTell, Reported, Rule } from './define-rule.js';
import type { PlannedRule } from './plan.js';
import { type RuleRun, severityOf } from './settings.js';

type Undecided = { readonly rule: Rule; readonly files: readonly string[]; readonly reason: string };
export type Outcome = { readonly findings: readonly Finding[]; readonly undecided: readonly Undecided[] };

/**
 * Plays one rule with each of its settings.
 *
 * @param meant paths on which this rule's findings are waived; a finding about these and others is split, so that
 *        the words of each half count only their own files
 */
export function runRule({ rule, runs }: PlannedRule, views: Views, meant: ReadonlySet<string>): Outcome {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  runs.forEach((run, index) => {
    const outcome = runOnce(rule, run, otherRunsLeftOut(views, runs, index));
    undecided.push(...outcome.undecided);
    const mine = outcome.findings.flatMap((finding) =>
      narrowed(finding, (path) => runIndex(runs, path) === index, index === 0),
    );
    findings.push(...(mine.some(isPartlyIn(meant)) ? splitByMeant(rule, run, views, mine, meant) : mine));
  });
  return { findings, undecided };
}

/** The general run does not see the stems that an override claims; an override sees all, and its findings are cut. */
function otherRunsLeftOut(views: Views, runs: readonly RuleRun[], index: number): Views {
  if (index > 0 || runs.length === 1) return views;
  return viewsWithout(views, new Set(views.files.map(({ path }) => path).filter((path) => runIndex(runs, path) > 0)));
}

function runIndex(runs: readonly RuleRun[], path: string): number {
  for (let index = runs.length - 1; index > 0; index--) if (runs[index]!.applies!(path)) return index;
  return 0;
}

function splitByMeant(
  rule: Rule,
  run: RuleRun,
  views: Views,
  findings: readonly Finding[],
  meant: ReadonlySet<string>,
): readonly Finding[] {
  const isMeant = (path: string) => meant.has(path);
  const waived = findings.flatMap((finding) => narrowed(finding, isMeant, false));
  const rest = runOnce(rule, run, viewsWithout(views, meant)).findings;
  const isLeft = (path: string) =>
    !meant.has(path) && findings.some(({ files }) => files.length === 0 || files.includes(path));
  return [...waived, ...rest.flatMap((finding) => narrowed(finding, isLeft, true))];
}

function isPartlyIn(paths: ReadonlySet<string>): (finding: Finding) => boolean {
  return ({ files }) => files.some((path) => paths.has(path)) && files.some((path) => !paths.has(path));
}

function narrowed(finding: Finding, keeps: (path: string) => boolean, keepsFolder: boolean): readonly Finding[] {
  if (finding.files.length === 0) return keepsFolder ? [finding] : [];
  const files = finding.files.filter(keeps);
  if (files.length === 0) return [];
  if (files.length === finding.files.length) return [finding];
  const perFile = finding.act.perFile?.filter(({ path }) => keeps(path));
  return [{ ...finding, files, act: { ...finding.act, ...(perFile ? { perFile } : {}) } }];
}

function runOnce(rule: Rule, run: RuleRun, views: Views): Outcome {
  if (run.severity === 'off') return { findings: [], undecided: [] };
  const findings: Finding[] = [];
  const report = (reported: Reported) => {
    const severity = severityOf(rule, run, reported.severity);
    if (severity !== 'off') findings.push(findingOf(rule, severity, reported));
  };
  try {
    const said = rule.check(contextOf(views, run.options), report) ?? [];
    return { findings, undecided: (isOne(said) ? [said] : said).map((one) => undecidedOf(rule, one)) };
  } catch (thrown) {
    // Our mistake, and one rule less must not cost a person the other hundred.
    const reason = `this rule stopped (${thrown instanceof Error ? thrown.message : String(thrown)}), a fault of stemcheck`;
    return { findings, undecided: [{ rule, files: [], reason }] };
  }
}

function isOne(said: CannotTell | readonly CannotTell[]): said is CannotTell {
  return 'cannotTell' in said;
}

function undecidedOf(rule: Rule, { cannotTell, files }: CannotTell): Undecided {
  return { rule, files, reason: cannotTell };
}

function findingOf(rule: Rule, severity: Finding['severity'], reported: Reported): Finding {
  const { files, title, message, fix, data, at, evidence, field } = reported;
  const sorted = [...files].sort(byNfc);
  return {
    number: null,
    key: keyOf(rule.id, sorted, field),
    rule: rule.id,
    severity,
    files: sorted,
    title,
    message,
    fix,
    owners: reported.owners ?? rule.owners,
    stage: reported.stage ?? rule.stage,
    item: reported.item === undefined ? rule.item : reported.item,
    data,
    ...(at ? { at } : {}),
    ...(evidence ? { evidence } : {}),
    act: { verb: rule.verb, phrase: '', ...reported.act },
  };
}

function keyOf(rule: string, files: readonly string[], field: string | undefined): string {
  const paths = files.map((path) => path.normalize('NFC'));
  return [rule, ...paths, ...(field === undefined ? [] : [`#${field}`])].join('|');
}

function byNfc(a: string, b: string): number {
  const [left, right] = [a.normalize('NFC'), b.normalize('NFC')];
  return left < right ? -1 : left > right ? 1 : a < b ? -1 : 1;
}
