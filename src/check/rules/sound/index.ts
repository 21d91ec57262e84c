import type { Rule } from '../../define-rule.js';

export const soundRules: readonly Rule[] = [];
