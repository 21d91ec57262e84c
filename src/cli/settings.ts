import envPaths from 'env-paths';
import { PROFILES, type ResolvedProfile, resolveProfile } from '../check/profiles/index.js';
import { RULES } from '../check/rules/index.js';
import { nearest } from '../model/nearest.js';
import type { RuleSetting } from '../model/profile.js';
import { configPath } from './config-path.js';
import { QuestionError } from './question-error.js';

export type JudgingOptions = {
  readonly profile?: string;
  readonly config?: string;
  readonly rule: readonly string[];
  readonly only: readonly string[];
};

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

/**
 * The profile with what a studio's settings, then the command line add to it.
 *
 * @param deliveries the delivered folders, in which no settings are looked for
 * @throws QuestionError on a profile, rule or severity that does not exist, with the nearest that does
 */
export async function judgingProfile(
  { profile, config: named, rule }: JudgingOptions,
  deliveries: readonly string[],
): Promise<ResolvedProfile> {
  const path = named ?? configPath(process.cwd(), envPaths('stemcheck', { suffix: '' }).config, deliveries);
  // The schema is loaded for a file only: most runs have none.
  const config = path === null ? null : (await import('./config.js')).readConfig(path);
  const names = PROFILES.map(({ name }) => name);
  const base = profile ?? config?.extends ?? 'standard';
  if (!names.includes(base)) throw unknown('profile', base, names, `All profiles:  ${names.join(' ')}`);
  const layers = config === null ? [] : [{ name: config.name, rules: config.rules, overrides: config.overrides }];
  return resolveProfile(base, ...layers, { rules: Object.fromEntries(rule.map(ruleSetting)) });
}

/** The rules that --only names; null: all of them. */
export function onlyRules({ only }: JudgingOptions): string[] | null {
  if (only.length === 0) return null;
  return only.flatMap((list) => list.split(',')).map((id) => knownRule(id.trim()));
}

/** @throws QuestionError where no rule has this id */
export function knownRule(id: string): string {
  const ids = RULES.map(({ id }) => id);
  if (!ids.includes(id)) throw unknown('rule', id, ids, 'All rules:     stemcheck rules');
  return id;
}

export function unknown(kind: string, written: string, known: readonly string[], all: string): QuestionError {
  const near = nearest(written, known);
  return new QuestionError(`there is no ${kind} "${written}"`, [
    ...(near === null ? [] : [`Did you mean  ${near} ?`]),
    all,
  ]);
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
