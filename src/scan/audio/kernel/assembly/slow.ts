import { BOX, FIR, SLOW } from './layout';

// The mono sum at about 1 kHz (see meters/decimate.ts): the scan leaves sums of eight frames as vectors, these become
// boxes of f32, and a low-pass of whole vectors takes one value of each `step`.

export let values: i32 = 0; // in this chunk
let taps: i32 = 0; // filled up to a multiple of four; the extra ones are zero and lie before the oldest
let step: i32 = 1;
let phase: i32 = 0; // boxes since the last value
let zeros: i32 = 0;

export function resetSlow(tapCount: i32, boxesPerValue: i32): void {
  taps = tapCount;
  step = boxesPerValue;
  values = phase = zeros = 0;
  memory.fill(BOX - (<usize>taps << 2), 0, <usize>taps << 2);
}
export function startSlow(): void {
  values = 0;
}

/** @param boxes vectors at BOX: lanes are left and right, or frames of one channel */
export function slowDown(boxes: i32, stereo: bool): void {
  const scale: f32 = stereo ? 1 / 16 : 1 / 8;
  let out: usize = BOX; // written over what was read: a vector becomes one number
  for (let i: usize = 0; i < <usize>boxes; i++, out += 4) {
    const v = v128.load(BOX + (i << 4));
    const w = f32x4.add(v, v128.shuffle<i32>(v, v, 2, 3, 0, 1));
    store<f32>(out, (f32x4.extract_lane(w, 0) + f32x4.extract_lane(w, 1)) * scale);
  }
  take(boxes);
}

export function slowSilence(boxes: i32): void {
  memory.fill(BOX, 0, <usize>boxes << 2);
  take(boxes);
}

function take(boxes: i32): void {
  for (let i = 0; i < boxes; i++) {
    if (load<i32>(BOX + (<usize>i << 2)) << 1 == 0) zeros++; // +0 and -0
    if (++phase < step) continue;
    phase = 0;
    let sum = f32x4.splat(0);
    let box = BOX + (<usize>(i + 1 - taps) << 2);
    for (let tap: usize = FIR, end = FIR + (<usize>taps << 2); tap < end; tap += 16, box += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(tap), v128.load(box)));
    }
    sum = f32x4.add(sum, v128.shuffle<i32>(sum, sum, 2, 3, 0, 1));
    const at = SLOW + (<usize>values << 3);
    store<f32>(at, f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1));
    store<f32>(at, zeros == step ? 1 : 0, 4);
    values++;
    zeros = 0;
  }
  memory.copy(BOX - (<usize>taps << 2), BOX + (<usize>(boxes - taps) << 2), <usize>taps << 2);
}
