import envPaths from 'env-paths';
import { PROFILES, type ResolvedProfile, resolveProfile } from '../check/profiles/index.js';
import { RULES } from '../check/rules/index.js';
import type { RuleSetting } from '../model/profile.js';
import { configPath } from './config-path.js';
import { isDelivered } from './is-delivered.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';
import { unknownWord } from './unknown-word.js';

export type JudgingOptions = {
  readonly profile?: string;
  readonly config?: string;
  readonly rule: readonly string[];
  readonly only: readonly string[];
};

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

export type JudgingSettings = {
  readonly profile: ResolvedProfile;
  /** the profile that it starts from */
  readonly base: string;
  /** the studio's file; null: none */
  readonly path: string | null;
};

/**
 * The profile with what a studio's settings, then the command line add to it, and where it comes from.
 *
 * @param deliveries the delivered folders, in which no settings are looked for
 * @throws QuestionError on a profile, rule or severity that does not exist, with the nearest that does; on settings
 *         that lie in a delivered folder
 */
export async function judgingSettings(
  { profile, config: named, rule }: JudgingOptions,
  deliveries: readonly string[],
): Promise<JudgingSettings> {
  if (named !== undefined && isDelivered(named, deliveries))
    throw new QuestionError(`the settings ${quoted(named)} lie in the delivered folder`, [
      'What is judged does not choose how. Copy them to a place of your own, and name that one.',
    ]);
  const path = named ?? configPath(process.cwd(), envPaths('stemcheck', { suffix: '' }).config, deliveries);
  // The schema is loaded for a file only: most runs have none.
  const config = path === null ? null : (await import('./config.js')).readConfig(path);
  const names = PROFILES.map(({ name }) => name);
  const base = profile ?? config?.extends ?? 'standard';
  if (!names.includes(base)) throw unknownWord('profile', base, names, `All profiles:  ${names.join(' ')}`);
  const layers = config === null ? [] : [{ name: config.name, rules: config.rules, overrides: config.overrides }];
  return { profile: resolveProfile(base, ...layers, { rules: Object.fromEntries(rule.map(ruleSetting)) }), base, path };
}

/** The rules that --only names; null: all of them. */
export function onlyRules({ only }: JudgingOptions): string[] | null {
  if (only.length === 0) return null;
  return only.flatMap((list) => list.split(',')).map((id) => knownRule(id.trim()));
}

/** @throws QuestionError where no rule has this id */
export function knownRule(id: string): string {
  const ids = RULES.map(({ id }) => id);
  if (!ids.includes(id)) throw unknownWord('rule', id, ids, 'All rules:     stemcheck rules');
  return id;
}

function ruleSetting(text: string): [string, RuleSetting] {
  const [id = '', severity = ''] = text.split('=', 2);
  if (!SEVERITIES.some((known) => known === severity)) {
    throw new QuestionError(`--rule is "${text}"`, [
      'Write a rule, "=" and off, info, warning or error, such as:',
      '  --rule same-length=off',
    ]);
  }
  return [knownRule(id), { severity: severity as (typeof SEVERITIES)[number] }];
}
