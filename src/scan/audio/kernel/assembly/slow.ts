import { BOX, FIR, SLOW } from './layout';

// The mono sum at about 1 kHz (see meters/decimate.ts): the scan leaves sums of eight frames as vectors, these become
// boxes of f32, and a low-pass of whole vectors takes one value of each `step`.

export let values: i32 = 0; // in this chunk
let taps: i32 = 0; // filled up to a multiple of eight; the extra ones are zero and lie before the oldest
let step: i32 = 1;
let phase: i32 = 0; // boxes since the last value
let sounds: bool = false;

export function resetSlow(tapCount: i32, boxesPerValue: i32): void {
  taps = tapCount;
  step = boxesPerValue;
  values = phase = 0;
  sounds = false;
  memory.fill(BOX - (<usize>taps << 2), 0, <usize>taps << 2);
}
export function startSlow(): void {
  values = 0;
}

/** @param boxes vectors at BOX, each the sum of eight frames in four lanes: left and right, or frames of one channel */
export function slowDown(boxes: i32, stereo: bool): void {
  const scale = f32x4.splat(stereo ? 1 / 16 : 1 / 8);
  let out: usize = BOX; // written over what was read: a vector becomes one number
  for (let from: usize = BOX, end = BOX + (<usize>boxes << 4); from < end; from += 64, out += 16) {
    const a = pairs(v128.load(from), v128.load(from, 16)), b = pairs(v128.load(from, 32), v128.load(from, 48));
    v128.store(out, f32x4.mul(pairs(a, b), scale));
  }
  take(boxes);
}

export function slowSilence(boxes: i32): void {
  memory.fill(BOX, 0, <usize>boxes << 2);
  take(boxes);
}

/** Neighbouring lanes added up, those of `a` first. */
// @ts-ignore: decorator
@inline function pairs(a: v128, b: v128): v128 {
  return f32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
}

function take(boxes: i32): void {
  for (let done = 0; done < boxes; ) {
    const from = done;
    done = min(boxes, done + step - phase);
    for (let i = from; i < done && !sounds; i++) sounds = load<i32>(BOX + (<usize>i << 2)) << 1 != 0; // but for the sign of a zero
    phase += done - from;
    if (phase < step) break;
    let sum = f32x4.splat(0), other = sum;
    let box = BOX + (<usize>(done - taps) << 2);
    // Two sums, since each waits for its own last addition.
    for (let tap: usize = FIR, end = FIR + (<usize>taps << 2); tap < end; tap += 32, box += 32) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(tap), v128.load(box)));
      other = f32x4.add(other, f32x4.mul(v128.load(tap, 16), v128.load(box, 16)));
    }
    sum = f32x4.add(sum, other);
    sum = pairs(sum, sum);
    const at = SLOW + (<usize>values << 3);
    store<f32>(at, f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1));
    store<f32>(at, sounds ? 0 : 1, 4);
    values++;
    phase = 0;
    sounds = false;
  }
  memory.copy(BOX - (<usize>taps << 2), BOX + (<usize>(boxes - taps) << 2), <usize>taps << 2);
}
