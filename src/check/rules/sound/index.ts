import type { Rule } from '../../define-rule.js';
import silentStem from './silent-stem.js';

export const soundRules: readonly Rule[] = [silentStem];
