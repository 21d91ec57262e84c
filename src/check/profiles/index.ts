import type { Profile, RuleSetting } from '../../model/profile.js';
import { standard } from './standard.js';
import { strict } from './strict.js';
import { twoTrack } from './two-track.js';

/** The profiles that come with the program. */
export const PROFILES: readonly Profile[] = [standard, strict, twoTrack];

export type ResolvedProfile = {
  readonly name: string;
  /** rules take the severity that they register for `strict` */
  readonly isStrict: boolean;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly overrides: NonNullable<Profile['overrides']>;
};

/** What a studio's file, then the command line, add to a profile. */
export type ProfileOverrides = {
  readonly name?: string;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly overrides?: Profile['overrides'];
};

/**
 * A profile with what is added to it, later layers winning rule by rule and option by option.
 *
 * @param profile a name of PROFILES, or a profile as data
 * @throws RangeError on a name that is not in PROFILES: callers ask first
 */
export function resolveProfile(profile: string | Profile, ...layers: readonly ProfileOverrides[]): ResolvedProfile {
  const base = typeof profile === 'string' ? PROFILES.find(({ name }) => name === profile) : profile;
  if (base === undefined) throw new RangeError(`resolveProfile: there is no profile "${String(profile)}"`);
  let rules: Readonly<Record<string, RuleSetting>> = base.rules;
  for (const layer of layers) rules = mergedRules(rules, layer.rules ?? {});
  return {
    name: layers.findLast(({ name }) => name !== undefined)?.name ?? base.name,
    isStrict: base.name === strict.name,
    rules,
    overrides: [...(base.overrides ?? []), ...layers.flatMap(({ overrides }) => overrides ?? [])],
  };
}

function mergedRules(
  under: Readonly<Record<string, RuleSetting>>,
  over: Readonly<Record<string, RuleSetting>>,
): Readonly<Record<string, RuleSetting>> {
  const merged: Record<string, RuleSetting> = { ...under };
  for (const [rule, setting] of Object.entries(over)) {
    const known = merged[rule];
    merged[rule] = { ...known, ...setting, options: { ...known?.options, ...setting.options } };
  }
  return merged;
}
