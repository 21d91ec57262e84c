import type { Rule } from '../../define-rule.js';

export const filesRules: readonly Rule[] = [];
