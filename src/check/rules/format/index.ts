import type { Rule } from '../../define-rule.js';
import bitDepth from './bit-depth.js';
import bitDepthConsistent from './bit-depth-consistent.js';
import channelCount from './channel-count.js';
import formatConsistent from './format-consistent.js';
import losslessFormat from './lossless-format.js';
import paddedBits from './padded-bits.js';
import referenceQuality from './reference-quality.js';
import roughLossy from './rough-lossy.js';
import sampleRate from './sample-rate.js';
import sampleRateConsistent from './sample-rate-consistent.js';
import upsampled from './upsampled.js';

export const formatRules: readonly Rule[] = [
  losslessFormat,
  bitDepth,
  bitDepthConsistent,
  sampleRate,
  sampleRateConsistent,
  channelCount,
  formatConsistent,
  roughLossy,
  referenceQuality,
  paddedBits,
  upsampled,
];
