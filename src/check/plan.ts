import type { Delivery } from '../model/delivery.js';
import type { Need, Rule } from './define-rule.js';
import type { ResolvedProfile } from './profiles/index.js';
import { type RuleRun, runsOf } from './settings.js';

export type PlannedRule = { readonly rule: Rule; readonly runs: readonly RuleRun[] };
export type Plan = {
  readonly rules: readonly PlannedRule[];
  /** rules that would speak if a whole kind of fact were there */
  readonly notRun: readonly { readonly rule: Rule; readonly needs: Need }[];
  /** rules that are set to leave notes at most */
  readonly notes: readonly Rule[];
};

/** Which rules run, with which settings, and which cannot for lack of a whole kind of fact. */
export function planOf(
  rules: readonly Rule[],
  delivery: Delivery,
  profile: ResolvedProfile,
  only: readonly string[] | undefined,
): Plan {
  const lacking = lackingNeeds(delivery);
  const planned: PlannedRule[] = [];
  const notRun: { rule: Rule; needs: Need }[] = [];
  const notes: Rule[] = [];
  for (const rule of rules) {
    if (only !== undefined && !only.includes(rule.id)) continue;
    const runs = runsOf(rule, profile);
    if (runs.every(({ severity }) => severity === 'off')) continue;
    if (runs.every(({ severity }) => severity === 'info' || severity === 'off')) notes.push(rule);
    // Whether a file is whole can be said of any folder; everything else is said of one song.
    const wanted: readonly Need[] = rule.chapter === 'files' ? rule.needs : ['one-song', ...rule.needs];
    const needs = wanted.find((need) => lacking.has(need));
    if (needs === undefined) planned.push({ rule, runs });
    else notRun.push({ rule, needs });
  }
  return { rules: planned, notRun, notes };
}

function lackingNeeds({ coverage, files, relations, songs }: Delivery): ReadonlySet<Need> {
  const lacking = new Set<Need>();
  const audio = files.filter(({ header }) => header !== undefined);
  const isMeasured = audio.length === 0 || audio.some(({ measured }) => measured !== undefined);
  if (coverage.quick || !isMeasured) lacking.add('sound');
  if (songs.length > 0) lacking.add('one-song');
  // A comparison that could not be made says why; one that nobody made says nothing.
  if (relations.rough === null && relations.roughBecause === null) lacking.add('relations');
  return lacking;
}
