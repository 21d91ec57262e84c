import type { Rule } from '../../define-rule.js';
import bwfTimestamp from './bwf-timestamp.js';
import clockDrift from './clock-drift.js';
import headCut from './head-cut.js';
import keyConflict from './key-conflict.js';
import longSilenceEnd from './long-silence-end.js';
import midiTwin from './midi-twin.js';
import preRoll from './pre-roll.js';
import roughLength from './rough-length.js';
import sameLength from './same-length.js';
import sameStart from './same-start.js';
import sampleRateMislabelled from './sample-rate-mislabelled.js';
import stemOffset from './stem-offset.js';
import tailCut from './tail-cut.js';
import tempoConflict from './tempo-conflict.js';
import tempoMap from './tempo-map.js';

export const timingRules: readonly Rule[] = [
  sameLength,
  sameStart,
  bwfTimestamp,
  roughLength,
  preRoll,
  headCut,
  tailCut,
  longSilenceEnd,
  stemOffset,
  clockDrift,
  sampleRateMislabelled,
  tempoConflict,
  keyConflict,
  tempoMap,
  midiTwin,
];
