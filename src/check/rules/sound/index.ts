import type { Rule } from '../../define-rule.js';
import badSamples from './bad-samples.js';
import channelPolarity from './channel-polarity.js';
import clicks from './clicks.js';
import clipping from './clipping.js';
import dcOffset from './dc-offset.js';
import dropouts from './dropouts.js';
import floatOverZero from './float-over-zero.js';
import headroom from './headroom.js';
import heavyProcessing from './heavy-processing.js';
import hum from './hum.js';
import levelTooLow from './level-too-low.js';
import masterBusLeftOn from './master-bus-left-on.js';
import monoAsStereo from './mono-as-stereo.js';
import normalisedStems from './normalised-stems.js';
import oneSidedStereo from './one-sided-stereo.js';
import silentStem from './silent-stem.js';
import stereoBalance from './stereo-balance.js';
import talkbackLeft from './talkback-left.js';

export const soundRules: readonly Rule[] = [
  silentStem,
  clipping,
  floatOverZero,
  badSamples,
  headroom,
  normalisedStems,
  levelTooLow,
  dcOffset,
  monoAsStereo,
  oneSidedStereo,
  stereoBalance,
  channelPolarity,
  masterBusLeftOn,
  heavyProcessing,
  dropouts,
  clicks,
  hum,
  talkbackLeft,
];
