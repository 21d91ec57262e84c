import type { Rule } from '../../define-rule.js';

export const formatRules: readonly Rule[] = [];
