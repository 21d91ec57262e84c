import { PROFILES, resolveProfile } from '../check/profiles/index.js';
import { RULES } from '../check/rules/index.js';
import { formatExplain } from '../report/explain.js';
import { ruleSeverity } from './rule-severity.js';
import { knownRule } from './settings.js';
import { terminal } from './terminal.js';

/**
 * `stemcheck explain <rule>`.
 *
 * @throws QuestionError where no rule has this id, with the nearest that does
 */
export async function explain(id: string, { color }: { readonly color: 'auto' | 'always' | 'never' }): Promise<number> {
  const known = knownRule(id);
  const rule = RULES.find((one) => one.id === known);
  if (rule === undefined) return 2;
  const profiles = PROFILES.map(({ name }) => ({ name, severity: ruleSeverity(rule, resolveProfile(name)) }));
  process.stdout.write(
    formatExplain(rule, { ...terminal(color, process.stdout, process.env), verbose: false, profiles }),
  );
  return 0;
}
