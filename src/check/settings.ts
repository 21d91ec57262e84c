import type { RuleSetting } from '../model/profile.js';
import type { Severity } from '../model/report.js';
import type { Options, Rule } from './define-rule.js';
import { RANK as SEVERITY_RANK } from './number.js';
import { matchesGlob } from './profiles/glob.js';
import type { ResolvedProfile } from './profiles/index.js';

/** How one rule is judged: on every file, or only on those that `applies` names. */
export type RuleRun = {
  readonly severity: Severity | 'off';
  readonly options: Options;
  /** null: on every path that no later run claims */
  readonly applies: ((path: string) => boolean) | null;
};

const RANK = { off: 0, ...SEVERITY_RANK };

/** The settings of a rule in a profile: the general one first, then one for each per-path override, the last wins. */
export function runsOf(rule: Rule, profile: ResolvedProfile): readonly RuleRun[] {
  const general = profile.rules[rule.id] ?? {};
  const runs: RuleRun[] = [{ ...settled(rule, profile, general), applies: null }];
  for (const override of profile.overrides) {
    const setting = override.rules[rule.id];
    if (setting === undefined) continue;
    const both = { ...general, ...setting, options: { ...general.options, ...setting.options } };
    runs.push({
      ...settled(rule, profile, both),
      applies: (path) => override.files.some((glob) => matchesGlob(glob, path)),
    });
  }
  return runs;
}

function settled(rule: Rule, profile: ResolvedProfile, setting: RuleSetting): Omit<RuleRun, 'applies'> {
  return {
    severity: setting.severity ?? registered(rule, profile),
    options: { ...rule.options, ...setting.options } as Options,
  };
}

function registered(rule: Rule, profile: ResolvedProfile): Severity | 'off' {
  return (profile.isStrict ? rule.strict : undefined) ?? rule.severity;
}

/**
 * The severity of one finding: that of the run, unless the rule marks this finding as milder or graver than its
 * registered severity. A run that was turned down caps it; one that was turned up lifts what is not milder.
 */
export function severityOf(rule: Rule, run: RuleRun, own: Severity | undefined): Severity | 'off' {
  if (own === undefined || run.severity === 'off') return run.severity;
  const base = RANK[rule.severity === 'off' ? (rule.strict ?? 'info') : rule.severity];
  if (RANK[run.severity] < base) return RANK[own] < RANK[run.severity] ? own : run.severity;
  if (RANK[run.severity] > base) return RANK[own] < base || RANK[own] > RANK[run.severity] ? own : run.severity;
  return own;
}
