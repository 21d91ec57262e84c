import { PROFILES, resolveProfile } from '../check/profiles/index.js';
import { RULES } from '../check/rules/index.js';
import { formatRules, formatRulesJson } from '../report/rules.js';
import { ruleSeverity } from './rule-severity.js';
import { terminal } from './terminal.js';
import { unknownWord } from './unknown-word.js';

export type RulesOptions = {
  readonly format: string;
  readonly profile: string;
  readonly color: 'auto' | 'always' | 'never';
};

/**
 * `stemcheck rules`: the registry with the severities of a profile.
 *
 * @throws QuestionError on an unknown profile or format
 */
export async function rules({ format, profile, color }: RulesOptions): Promise<number> {
  const names = PROFILES.map(({ name }) => name);
  if (!names.includes(profile)) throw unknownWord('profile', profile, names, `All profiles:  ${names.join(' ')}`);
  if (format !== 'table' && format !== 'json')
    throw unknownWord('format of rules', format, ['table', 'json'], 'All formats:  table json');
  const resolved = resolveProfile(profile);
  const registry = RULES.map((rule) => ({ ...rule, severity: ruleSeverity(rule, resolved) }));
  process.stdout.write(
    format === 'json'
      ? formatRulesJson(registry)
      : formatRules(registry, { ...terminal(color, process.stdout, process.env), verbose: false }),
  );
  return 0;
}
