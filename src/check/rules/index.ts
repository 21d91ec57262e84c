import type { Rule } from '../define-rule.js';
import { filesRules } from './files/index.js';
import { formatRules } from './format/index.js';
import { handoffRules } from './handoff/index.js';
import { namesRules } from './names/index.js';
import { scopeRules } from './scope/index.js';
import { soundRules } from './sound/index.js';
import { timingRules } from './timing/index.js';
import { togetherRules } from './together/index.js';

/** Every rule, chapter by chapter, in the order in which they run and are listed. */
export const RULES: readonly Rule[] = [
  ...handoffRules,
  ...scopeRules,
  ...namesRules,
  ...filesRules,
  ...formatRules,
  ...timingRules,
  ...soundRules,
  ...togetherRules,
];
