import type { Rule } from '../../define-rule.js';

export const togetherRules: readonly Rule[] = [];
