import type { Delivery } from '../model/delivery.js';
import type { Finding, Report } from '../model/report.js';
import { actsOf } from './acts.js';
import { type Views, viewsOf } from './context.js';
import type { Rule } from './define-rule.js';
import { folded } from './fold.js';
import { handoffItems, type Untold } from './handoff.js';
import { counts, distinctKeys, numbered } from './number.js';
import { type Plan, planOf } from './plan.js';
import type { ResolvedProfile } from './profiles/index.js';
import { questionsOf } from './questions.js';
import { RULES } from './rules/index.js';
import { type Outcome, runRule } from './run.js';
import { stageOf } from './stage.js';
import { verdictBecause, verdictOf } from './verdict.js';
import { meantPaths, waived, withoutWaivers, withWaiverFaults } from './waive.js';

export type CheckOptions = {
  readonly profile: ResolvedProfile;
  /** false: judge as if the brief waived nothing */
  readonly waivers: boolean;
  /** the program's version, printed in the report */
  readonly version: string;
  /** rule ids; the others do not run */
  readonly only?: readonly string[];
  /** other rules than the program's own, in their order */
  readonly rules?: readonly Rule[];
};

/**
 * Judges a delivery. Pure: the same delivery and options give the same report.
 *
 * @returns every finding, numbered worst first; a rule that throws becomes a line under coverage, never an exception
 */
export function check(delivery: Delivery, options: CheckOptions): Report {
  const rules = options.rules ?? RULES;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const brief = options.waivers ? withWaiverFaults(delivery.brief, [...byId.keys()]) : withoutWaivers(delivery.brief);
  const judged = { ...delivery, brief };
  const views = viewsOf(judged);
  const plan = planOf(rules, judged, options.profile, options.only);

  const outcome = outcomeOf(plan, views);
  const found = folded(distinctKeys(outcome.findings), byId, new Set(judged.brief.sources.map(({ path }) => path)));
  const findings = numbered(waived(found, judged.brief, byId));

  const handoff = handoffItems(views, findings, untoldOf(plan, outcome));
  const verdict = verdictOf(judged, findings, handoff, options.only !== undefined);
  const { stage, because } = stageOf(findings);
  const acts = actsOf(findings, views);
  return {
    schemaVersion: 1,
    tool: { name: 'stemcheck', version: options.version },
    profile: options.profile.name,
    root: delivery.root,
    song: delivery.song,
    verdict,
    verdictBecause: verdictBecause(verdict, judged, acts, handoff),
    stage,
    stageBecause: because,
    questions: questionsOf(views, handoff, findings),
    acts,
    handoff,
    findings,
    files: delivery.files,
    relations: delivery.relations,
    coverage: {
      ...delivery.coverage,
      undecided: outcome.undecided.map(({ rule, files, reason }) => ({ rule: rule.id, files, reason })),
      rulesNotRun: plan.notRun.map(({ rule, needs }) => ({ rule: rule.id, needs })),
    },
    counts: countsOf(findings),
    brief: delivery.brief,
  };
}

function outcomeOf({ rules }: Plan, views: Views): Outcome {
  const paths = views.files.map(({ path }) => path);
  const outcomes = rules.map((planned) => runRule(planned, views, meantPaths(planned.rule, paths, views.brief)));
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    undecided: outcomes.flatMap(({ undecided }) => undecided),
  };
}

/**
 * The items that a rule could not judge at all. A file that one rule cannot decide on is a line in coverage; a rule
 * that could only have left a note changes no status, spoken or not.
 */
function untoldOf(plan: Plan, outcome: Outcome): readonly Untold[] {
  const notes = new Set(plan.notes);
  const undecided = outcome.undecided.filter(({ rule }) => !notes.has(rule));
  const notRun = plan.notRun.filter(({ rule }) => !notes.has(rule));
  return [
    ...notRun.map(({ rule, needs }) => ({ item: rule.item, needs, reason: needs })),
    ...undecided
      .filter(({ files }) => files.length === 0)
      .map(({ rule, reason }) => ({ item: rule.item, needs: null, reason })),
  ];
}

function countsOf(findings: readonly Finding[]): Report['counts'] {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => counts(finding) && finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
