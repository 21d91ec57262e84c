import type { Measurements } from '../../../model/measurements.js';
import { decibels, powerDb } from './decibels.js';
import type { SampleSums } from './sample-sums.js';
import { SILENT_PEAK } from './silence.js';

/** 60 dB below the other side, a side only holds its hiss. */
const DEAD_SHARE = 1e-3;
const MONO_DIFFERENCE = 1.01 / 32768;

export type StereoFigures = Pick<
  Measurements,
  'correlation' | 'sideDb' | 'balanceDb' | 'maxDifference' | 'identicalChannels' | 'silentSide'
>;

const NOT_STEREO: StereoFigures = {
  correlation: null,
  sideDb: null,
  balanceDb: null,
  maxDifference: null,
  identicalChannels: null,
  silentSide: null,
};

/** What the two channels of a stereo file say about each other; all null for any other file and for silence. */
export function stereoOf(sums: SampleSums): StereoFigures {
  const [left, right] = sums.channels;
  if (left === undefined || right === undefined || sums.channels.length !== 2) return NOT_STEREO;
  const peaks = [left, right].map(({ min, max }) => Math.max(-min, max)) as [number, number];
  const [weaker, stronger] = [Math.min(...peaks), Math.max(...peaks)];
  const { maxDifference, cross } = sums;
  const identicalChannels = maxDifference <= MONO_DIFFERENCE;
  if (stronger <= SILENT_PEAK) return { ...NOT_STEREO, maxDifference, identicalChannels };
  // A very soft file has no room for a side 60 dB lower, so its own dither is no proof.
  const floor = stronger > 10 / 32768 ? SILENT_PEAK : 0;
  const isOneSided = weaker <= Math.max(floor, DEAD_SHARE * stronger);
  const [ll, rr] = [left.sumOfSquares, right.sumOfSquares];
  const bothSound = ll > 0 && rr > 0;
  const mid = ll + rr + 2 * cross;
  const side = ll + rr - 2 * cross;
  return {
    correlation: bothSound ? Math.max(-1, Math.min(1, cross / Math.sqrt(ll * rr))) : null,
    sideDb: mid > 0 && side > 0 ? powerDb(side / mid) : null,
    balanceDb: bothSound ? (decibels(Math.sqrt(ll / rr)) ?? 0) : null,
    maxDifference,
    identicalChannels,
    silentSide: isOneSided ? (peaks[0] < peaks[1] ? 'L' : 'R') : null,
  };
}
