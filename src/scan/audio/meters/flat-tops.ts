import type { FrameSpan } from '../../../model/measurements.js';

/** Runs of equal samples at the extreme of one channel and sign, both neighbours falling away steeply. */
export type FlatTops = {
  /** the extreme, as a positive level */
  top: number;
  runs: number;
  longestFrames: number;
  clippedSamples: number;
  /** the first runs, and always the longest */
  spans: FrameSpan[];
};

/** A wave that only just reaches its top has neighbours one or two steps lower, a clipped one falls off at once. */
const STEEP = 8 / 32768;
const SHORTEST_RUN_FRAMES = 3;
const MOST_SPANS = 16;

/**
 * Watches one sign of one channel. A new extreme forgets what was counted at the old one, so one pass is enough.
 *
 * @param sign 1 for tops, −1 for bottoms
 */
export function flatTopMeter(sign: 1 | -1) {
  let found = noTops(0);
  const state = { before: 0, previous: 0, run: 0, frame: 0 };
  return {
    push(samples: Float32Array, frames: number): void {
      let { before, previous, run, frame } = state;
      for (let i = 0; i < frames; i++, frame++) {
        const value = samples[i]! * sign;
        if (value > found.top) {
          found = noTops(value);
          // The very first sample has no neighbour before it, so its run cannot be judged.
          before = frame === 0 ? value : previous;
          run = 1;
        } else if (value === found.top && value > 0) {
          if (run++ === 0) before = previous;
        } else if (run > 0) {
          const isSteep = found.top - before > STEEP && found.top - value > STEEP;
          if (run >= SHORTEST_RUN_FRAMES && isSteep) addRun(found, frame - run, frame);
          run = 0;
        }
        previous = value;
      }
      Object.assign(state, { before, previous, run, frame });
    },
    /** a run that reaches the end of the file has no neighbour after it and does not count */
    finish: (): FlatTops => found,
  };
}

function noTops(top: number): FlatTops {
  return { top, runs: 0, longestFrames: 0, clippedSamples: 0, spans: [] };
}

function addRun(found: FlatTops, fromFrame: number, toFrame: number): void {
  const length = toFrame - fromFrame;
  found.runs++;
  found.clippedSamples += length;
  const span = { fromFrame, toFrame };
  if (found.spans.length < MOST_SPANS) found.spans.push(span);
  else if (length > found.longestFrames) found.spans[MOST_SPANS - 1] = span;
  found.longestFrames = Math.max(found.longestFrames, length);
}
