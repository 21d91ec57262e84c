import type { Rule } from '../../define-rule.js';
import bwfTimestamp from './bwf-timestamp.js';
import roughLength from './rough-length.js';
import sameLength from './same-length.js';
import sameStart from './same-start.js';

export const timingRules: readonly Rule[] = [sameLength, sameStart, bwfTimestamp, roughLength];
