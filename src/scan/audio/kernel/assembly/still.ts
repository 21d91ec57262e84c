import { MOST_STILL, STILL } from './layout';

// Runs of frames in which no channel moves (see meters/dropouts.ts). A block is looked at when eight aligned frames of
// it stand still, which any run of 15 does, and while a run is open.

const BACK: i32 = 16; // a run may have begun in the last frames of a block that was passed over
const SIDE: i32 = 64;
const EDGE: f32 = 0.01;

export let runs: i32 = 0; // in this chunk
let still: f64 = 0; // frames so far that equal the one before them
let stepIn: f32 = 0;
let powerBefore: f32 = 0;
let lookedAt: f64 = 0; // the frame up to which blocks were looked at

export function resetStill(): void {
  runs = 0;
  still = lookedAt = 0;
}
export function startStill(): void {
  runs = 0;
}
// @ts-ignore: decorator
@inline export function stillWanted(): bool {
  return still > 0;
}
/** A hop of digital silence that was not decoded: whatever stood still goes on doing so. */
export function stillSilence(frames: i32): void {
  still += <f64>frames;
  lookedAt += <f64>frames;
}

export function stillBlock(from: usize, frames: i32, stereo: bool, frame: f64): void {
  if (stereo) walk(from, frames, true, frame); else walk(from, frames, false, frame);
}

// @ts-ignore: decorator
@inline function walk(from: usize, frames: i32, stereo: bool, frame: f64): void {
  const step: usize = stereo ? 8 : 4;
  let first = lookedAt == frame ? 0 : -BACK;
  if (frame == 0) first = 1; // the first frame has none before it
  let last: f32 = stepAt(from + <usize>first * step - step, stereo);
  for (let i = first; i < frames; i++) {
    const at = from + <usize>i * step;
    const moved = stepAt(at, stereo);
    if (moved == 0) {
      if (still == 0) {
        stepIn = last;
        powerBefore = powerOf(at - step - <usize>SIDE * step, stereo);
      }
      still += 1;
    } else if (still > 0) {
      endRun(frame + <f64>i, moved, levelAt(at - step, stereo));
      still = 0;
    }
    last = moved;
  }
  lookedAt = frame + <f64>frames;
}

function endRun(to: f64, stepOut: f32, level: f32): void {
  const length = still + 1;
  if (!(level == 0 ? length >= 16 : length > 32) || stepIn < EDGE || stepOut < EDGE || runs == MOST_STILL) return;
  const at = STILL + <usize>runs * 32;
  store<f64>(at, to - length); store<f64>(at, to, 8);
  store<f32>(at, stepIn, 16); store<f32>(at, stepOut, 20); store<f32>(at, powerBefore, 24); store<f32>(at, level, 28);
  runs++;
}

// @ts-ignore: decorator
@inline function stepAt(at: usize, stereo: bool): f32 {
  if (!stereo) return abs(load<f32>(at) - load<f32>(at - 4));
  return max(abs(load<f32>(at) - load<f32>(at - 8)), abs(load<f32>(at, 4) - load<f32>(at - 4)));
}
// @ts-ignore: decorator
@inline function levelAt(at: usize, stereo: bool): f32 {
  return stereo ? max(abs(load<f32>(at)), abs(load<f32>(at, 4))) : abs(load<f32>(at));
}
function powerOf(from: usize, stereo: bool): f32 {
  const samples = stereo ? 2 * SIDE : SIDE;
  let sum: f64 = 0;
  for (let i = 0; i < samples; i++) { const x = <f64>load<f32>(from + (<usize>i << 2)); sum += x * x; }
  return <f32>(sum / <f64>samples);
}
