import type { Rule } from '../../define-rule.js';

export const timingRules: readonly Rule[] = [];
