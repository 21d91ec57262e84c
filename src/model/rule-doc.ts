import type { Owner, Stage } from './brief.js';
import type { ItemId, Severity } from './report.js';

/** What a rule says about itself, without its code: what `explain`, `rules` and the page of the rule print. */
export type RuleDoc = {
  readonly id: string;
  readonly chapter: string;
  readonly severity: Severity | 'off';
  /** the severity in the profile `strict`, where it differs */
  readonly strict?: Severity | 'off';
  readonly item: ItemId | null;
  readonly owners: readonly Owner[];
  readonly stage: Stage;
  readonly needs: readonly string[];
  readonly uses?: readonly string[];
  readonly summary: string;
  readonly why: string;
  /** how to close it in a studio's words; markdown */
  readonly how?: string;
  /** what its thresholds stand on: the labelled set or the standard */
  readonly standsOn?: string;
  readonly options: Readonly<Record<string, number | string | boolean | readonly string[]>>;
  /** cannot be waived, whatever the brief says */
  readonly neverWaived?: true;
  readonly examples: {
    readonly passes: readonly { readonly when: string }[];
    readonly fails: readonly { readonly when: string; readonly says: string }[];
  };
};
