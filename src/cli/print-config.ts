import { RULES } from '../check/rules/index.js';
import { runsOf } from '../check/settings.js';
import { quoted } from './quoted.js';
import type { JudgingSettings } from './settings.js';

/**
 * Prints the settings as they come out, as a file that gives the same when it is named with --config; on standard
 * error where they come from.
 *
 * @param only the rules that run; the others are off. null: all
 */
export function printConfig({ profile, base, path }: JudgingSettings, only: readonly string[] | null): void {
  const rules = RULES.map((rule) => {
    const [general] = runsOf(rule, profile);
    const severity = only === null || only.includes(rule.id) ? general?.severity : 'off';
    return [rule.id, { severity, options: general?.options }];
  });
  const settings = {
    name: profile.name,
    extends: base,
    rules: Object.fromEntries(rules),
    overrides: profile.overrides,
  };
  process.stderr.write(`From the profile ${base}${path === null ? '' : ` and ${quoted(path)}`}.\n`);
  process.stdout.write(`${JSON.stringify(settings, null, 2)}\n`);
}
