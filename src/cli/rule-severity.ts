import type { Rule } from '../check/define-rule.js';
import type { ResolvedProfile } from '../check/profiles/index.js';
import { runsOf } from '../check/settings.js';
import type { Severity } from '../model/report.js';

/** The severity of a rule in a profile, apart from overrides for single paths. */
export function ruleSeverity(rule: Rule, profile: ResolvedProfile): Severity | 'off' {
  return runsOf(rule, profile)[0]?.severity ?? 'off';
}
