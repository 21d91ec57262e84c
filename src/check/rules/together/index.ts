import type { Rule } from '../../define-rule.js';
import busAndMembers from './bus-and-members.js';
import diPresent from './di-present.js';
import duplicateStem from './duplicate-stem.js';
import effectsNotDelivered from './effects-not-delivered.js';
import groupStemsOnly from './group-stems-only.js';
import micPolarity from './mic-polarity.js';
import mixAmongStems from './mix-among-stems.js';
import namedFileAbsent from './named-file-absent.js';
import partPromisedAbsent from './part-promised-absent.js';
import referenceIsRough from './reference-is-rough.js';
import roughMissingPart from './rough-missing-part.js';
import roughMixSingle from './rough-mix-single.js';
import roughOtherVersion from './rough-other-version.js';
import stemNotInRough from './stem-not-in-rough.js';
import stemPolarity from './stem-polarity.js';
import wetDryPairDiffers from './wet-dry-pair-differs.js';

export const togetherRules: readonly Rule[] = [
  duplicateStem,
  busAndMembers,
  groupStemsOnly,
  mixAmongStems,
  roughMixSingle,
  roughOtherVersion,
  roughMissingPart,
  stemNotInRough,
  stemPolarity,
  micPolarity,
  wetDryPairDiffers,
  effectsNotDelivered,
  diPresent,
  referenceIsRough,
  namedFileAbsent,
  partPromisedAbsent,
];
