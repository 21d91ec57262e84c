import { COEFFICIENTS, ENERGIES, FLAT, K_STATE } from './layout';

// K-weighting in f64, left and right in two lanes (see meters/k-weighting.ts). Direct form I with the feedback written as
// (u - a2 y2) - a1 y1, so that one product and one difference lie between two outputs; the high-pass numerator
// 1, -2, 1 is two differences, the gain is left to the host. The loop is bound by the number of its operations: f32
// would halve it and be wrong by decibels below 40 Hz, two streams at once spill their registers.

export let energies: i32 = 0; // finished in this chunk
let stretch: i32 = 480;
let left: i32 = 480;
let energy: v128 = f64x2.splat(0);

export function resetWeighting(frames: i32): void {
  stretch = left = frames;
  energies = 0;
  energy = f64x2.splat(0);
  memory.fill(K_STATE, 0, 112);
}
export function startWeighting(): void {
  energies = 0;
}

export function weigh(frames: i32, stereo: bool): void {
  let at = FLAT;
  while (frames > 0) {
    const part = min(frames, left);
    // Two copies of the loop: a test of the channel count inside it would cost more than half of it again.
    if (stereo) filter(at, part, false); else filter(at, part, true);
    at += <usize>part * (stereo ? 8 : 4);
    frames -= part;
    count(part);
  }
}

/** Digital silence after silence: the filters have rung out, and zeros keep denormals away. */
export function weighSilence(frames: i32): void {
  memory.fill(K_STATE, 0, 112);
  while (frames > 0) {
    const part = min(frames, left);
    frames -= part;
    count(part);
  }
}

function count(frames: i32): void {
  left -= frames;
  if (left > 0) return;
  v128.store(ENERGIES + (<usize>energies << 4), energy);
  energies++;
  energy = f64x2.splat(0);
  left = stretch;
}

// @ts-ignore: decorator
@inline function filter(at: usize, frames: i32, mono: bool): void {
  const b1 = v128.load(COEFFICIENTS), b2 = v128.load(COEFFICIENTS, 16), a1 = v128.load(COEFFICIENTS, 32), a2 = v128.load(COEFFICIENTS, 48);
  const c1 = v128.load(COEFFICIENTS, 64), c2 = v128.load(COEFFICIENTS, 80);
  let x1 = v128.load(K_STATE), x2 = v128.load(K_STATE, 16), y1 = v128.load(K_STATE, 32), y2 = v128.load(K_STATE, 48);
  let d1 = v128.load(K_STATE, 64), z1 = v128.load(K_STATE, 80), z2 = v128.load(K_STATE, 96), e = energy;
  const step: usize = mono ? 4 : 8;
  for (const end = at + <usize>frames * step; at < end; at += step) {
    const x = f64x2.promote_low_f32x4(mono ? v128.load32_zero(at) : v128.load64_zero(at));
    const u = f64x2.add(f64x2.add(x, f64x2.mul(b1, x1)), f64x2.mul(b2, x2));
    const y = f64x2.sub(f64x2.sub(u, f64x2.mul(a2, y2)), f64x2.mul(a1, y1));
    const d = f64x2.sub(y, y1);
    const z = f64x2.sub(f64x2.sub(f64x2.sub(d, d1), f64x2.mul(c2, z2)), f64x2.mul(c1, z1));
    e = f64x2.add(e, f64x2.mul(z, z));
    x2 = x1; x1 = x; y2 = y1; y1 = y; d1 = d; z2 = z1; z1 = z;
  }
  // A fade to tiny floats would leave denormals, each of which costs a hundred times a number.
  const tiny = f64x2.splat(1e-30);
  if (!v128.any_true(v128.or(f64x2.gt(f64x2.abs(z1), tiny), v128.or(f64x2.gt(f64x2.abs(y1), tiny), f64x2.gt(f64x2.abs(x1), tiny))))) {
    x1 = x2 = y1 = y2 = d1 = z1 = z2 = f64x2.splat(0);
  }
  v128.store(K_STATE, x1); v128.store(K_STATE, x2, 16); v128.store(K_STATE, y1, 32); v128.store(K_STATE, y2, 48);
  v128.store(K_STATE, d1, 64); v128.store(K_STATE, z1, 80); v128.store(K_STATE, z2, 96);
  energy = e;
}
