import type { Rule } from '../../define-rule.js';
import busAndMembers from './bus-and-members.js';
import duplicateStem from './duplicate-stem.js';
import groupStemsOnly from './group-stems-only.js';
import mixAmongStems from './mix-among-stems.js';
import roughMixSingle from './rough-mix-single.js';

export const togetherRules: readonly Rule[] = [
  duplicateStem,
  busAndMembers,
  groupStemsOnly,
  mixAmongStems,
  roughMixSingle,
];
