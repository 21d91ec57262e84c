import { TOPS, TOP_BYTES } from './layout';

// Runs of equal samples at the extreme of each channel and sign (see meters/flat-tops.ts). Blocks that do not reach the
// extreme so far are passed over; only a run that was open when the last block ended needs their first sample.
// State a channel and sign: f32 top, i32 run, f32 before, i32 runs, i32 longest, i32 spans, f64 samples, then 16 spans of
// f64 from, i32 frames.

const STEEP: f32 = 8 / 32768;
const MOST_SPANS: i32 = 16;
const TINY: f32 = 1.1754943508222875e-38;

let open: bool = false;
let gateHigh: v128 = f32x4.splat(0); // by lane: the extreme so far, at least TINY
let gateLow: v128 = f32x4.splat(0);

export function resetTops(): void {
  memory.fill(TOPS, 0, 4 * TOP_BYTES);
  open = false;
  gateHigh = f32x4.splat(TINY);
  gateLow = f32x4.splat(-TINY);
}

// @ts-ignore: decorator
@inline export function topsWanted(low: v128, high: v128): bool {
  return v128.any_true(v128.or(f32x4.ge(high, gateHigh), f32x4.le(low, gateLow)));
}

/** Judges the runs that were open at the end of the last block by the first frame of this one. */
export function endTopRuns(from: usize, stereo: bool, frame: f64): void {
  if (!open) return;
  const channels = stereo ? 2 : 1;
  for (let channel = 0; channel < channels; channel++) {
    const next = load<f32>(from + (<usize>channel << 2));
    endRun(TOPS + <usize>(2 * channel) * TOP_BYTES, next, frame);
    endRun(TOPS + <usize>(2 * channel + 1) * TOP_BYTES, -next, frame);
  }
  open = false;
}

export function topsBlock(from: usize, frames: i32, stereo: bool, frame: f64): void {
  const step: usize = stereo ? 8 : 4;
  open = false;
  const channels = stereo ? 2 : 1;
  for (let channel = 0; channel < channels; channel++) {
    const start = from + (<usize>channel << 2);
    for (let sign = 0; sign < 2; sign++) walk(TOPS + <usize>(2 * channel + sign) * TOP_BYTES, start, frames, step, frame, sign == 0 ? 1 : -1);
  }
  const left = load<f32>(TOPS), leftLow = load<f32>(TOPS + TOP_BYTES);
  const right = stereo ? load<f32>(TOPS + 2 * TOP_BYTES) : left, rightLow = stereo ? load<f32>(TOPS + 3 * TOP_BYTES) : leftLow;
  gateHigh = f32x4(max(left, TINY), max(right, TINY), max(left, TINY), max(right, TINY));
  gateLow = f32x4(min(-leftLow, -TINY), min(-rightLow, -TINY), min(-leftLow, -TINY), min(-rightLow, -TINY));
}

function walk(state: usize, at: usize, frames: i32, step: usize, frame: f64, sign: f32): void {
  let top = load<f32>(state), run = load<i32>(state, 4);
  for (let i = 0; i < frames; i++, at += step) {
    const value = load<f32>(at) * sign;
    if (value > top) {
      top = value;
      memory.fill(state, 0, TOP_BYTES);
      store<f32>(state, top);
      run = 1;
      // The very first sample has no neighbour before it, so its run cannot be judged.
      store<f32>(state, frame == 0 && i == 0 ? value : load<f32>(at - step) * sign, 8);
    } else if (value == top && value > 0) {
      if (run == 0) store<f32>(state, load<f32>(at - step) * sign, 8);
      run++;
    } else if (run > 0) {
      store<i32>(state, run, 4);
      endRun(state, value, frame + <f64>i);
      run = 0;
    }
  }
  store<i32>(state, run, 4);
  if (run > 0) open = true;
}

function endRun(state: usize, next: f32, frame: f64): void {
  const run = load<i32>(state, 4), top = load<f32>(state);
  store<i32>(state, 0, 4);
  if (run < 3 || !(top - load<f32>(state, 8) > STEEP) || !(top - next > STEEP)) return;
  const longest = load<i32>(state, 16);
  let span = load<i32>(state, 20);
  store<i32>(state, load<i32>(state, 12) + 1, 12);
  store<f64>(state, load<f64>(state, 24) + <f64>run, 24);
  if (span == MOST_SPANS) { if (run > longest) putSpan(state, span - 1, frame, run); }
  else { putSpan(state, span, frame, run); store<i32>(state, span + 1, 20); }
  if (run > longest) store<i32>(state, run, 16);
}

function putSpan(state: usize, span: i32, frame: f64, run: i32): void {
  const at = state + 32 + <usize>span * 16;
  store<f64>(at, frame - <f64>run);
  store<i32>(at, run, 8);
}
