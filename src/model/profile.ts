import type { Severity } from './report.js';

export type RuleSetting = {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
};

/** Severities and options by rule id; what it does not name is as the rule registers it. */
export type Profile = {
  readonly name: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** for some paths only (globs: `*` within a name, `**` over folders, `?` one character) */
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, RuleSetting>>;
  }[];
};
