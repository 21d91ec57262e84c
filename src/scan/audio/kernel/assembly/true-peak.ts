import { BLOCK, BLOCKS, FLAT, GRID, GRID_BYTES, TAPS } from './layout';

// The true peak of all channels together (see meters/true-peak.ts), of blocks that can still raise it. A block waits
// for the hop after it, whose frames its filter reaches.

export let truePeak: f32 = 0;
export let evaluated: f64 = 0;
let gain: f32 = 1;
let waiting: i32 = 0; // frames of the last block of the hop before

export function resetTruePeak(bound: f32): void {
  gain = bound;
  truePeak = 0;
  evaluated = 0;
  waiting = BLOCK; // the file begins after silence, into which its first frames ring
}

/** @param samplePeak of all that was scanned so far: the interpolator passes through the samples */
export function lookForTruePeak(frames: i32, stereo: bool, samplePeak: f32): void {
  truePeak = max(truePeak, samplePeak);
  const blocks = (frames + BLOCK - 1) / BLOCK, frameBytes: usize = stereo ? 8 : 4;
  for (let block = -1; block < blocks - 1; block++) {
    const record = BLOCKS + 64 + (<usize>block << 5);
    const size = i32x4.max_s(v128.load(record), v128.load(record, 32));
    const bend = i32x4.max_s(i32x4.max_s(v128.load(record - 32, 16), v128.load(record, 16)), v128.load(record, 48));
    const bound = f32x4.add(size, f32x4.mul(f32x4.splat(gain), bend));
    if (!v128.any_true(f32x4.gt(bound, f32x4.splat(truePeak)))) continue;
    const own = block < 0 ? waiting : BLOCK;
    const from = block < 0 ? FLAT - <usize>waiting * frameBytes : FLAT + <usize>(block * BLOCK) * frameBytes;
    if (stereo) evaluate(from, own, 8); else evaluate(from, own, 4);
    evaluated += 1;
  }
  // The last block becomes "-1" for the next hop, the one before it "-2".
  const last = BLOCKS + 64 + (<usize>(blocks - 1) << 5);
  const size = v128.load(last), bend = v128.load(last, 16), before = v128.load(last - 32, 16);
  v128.store(BLOCKS, before, 16); v128.store(BLOCKS, size, 32); v128.store(BLOCKS, bend, 48);
  waiting = frames - (blocks - 1) * BLOCK;
}

/**
 * Phases 1/4 and 3/4 mirror each other and phase 1/2 is symmetric, so with the sums and differences of the frames at
 * equal distance three products serve three phases.
 */
// @ts-ignore: decorator
@inline function evaluate(from: usize, frames: i32, frameBytes: usize): void {
  const end = from + <usize>frames * frameBytes, sizes = i32x4.splat(0x7fffffff);
  let grid: usize = GRID, highest = i32x4.splat(0);
  for (let at = from - 16; at < end; at += 16, grid += 16) { // a vector early: each point is compared with the one before
    let even = f32x4.splat(0), odd = even, half = even, low = at, high = at + frameBytes;
    for (let tap: usize = TAPS; tap < TAPS + 192; tap += 12, low -= frameBytes, high += frameBytes) {
      const x = v128.load(low), y = v128.load(high), sum = f32x4.add(x, y);
      even = f32x4.add(even, f32x4.mul(sum, v128.load32_splat(tap)));
      odd = f32x4.add(odd, f32x4.mul(f32x4.sub(x, y), v128.load32_splat(tap, 4)));
      half = f32x4.add(half, f32x4.mul(sum, v128.load32_splat(tap, 8)));
    }
    const quarter = v128.and(f32x4.add(even, odd), sizes), middle = v128.and(half, sizes), late = v128.and(f32x4.sub(even, odd), sizes);
    v128.store(grid, quarter); v128.store(grid, middle, GRID_BYTES); v128.store(grid, late, 2 * GRID_BYTES);
    highest = i32x4.max_s(highest, i32x4.max_s(i32x4.max_s(quarter, middle), late));
  }
  // Near its maximum a band-limited signal stays above its cosine, so the grid point nearest to a new maximum is above
  // cos(pi / 8) of the old one; all else is settled by this one comparison.
  if (!v128.any_true(f32x4.gt(highest, f32x4.splat(truePeak * <f32>0.9238)))) return;
  if (!canWin(from, end, frameBytes)) return;
  for (let channel: usize = 0; channel < frameBytes; channel += 4) refine(from + channel, end, frameBytes, GRID + 16 + channel);
}

/** Whether the top of any parabola through three points exceeds the maximum, four lanes at once, without a division. */
// @ts-ignore: decorator
@inline function canWin(from: usize, end: usize, frameBytes: usize): bool {
  const sizes = i32x4.splat(0x7fffffff);
  // An exactly periodic tone repeats its maximum up to rounding: that is no new one.
  const top = f32x4.splat(truePeak * <f32>1.000001);
  let grid: usize = GRID + 16, wins = i32x4.splat(0);
  for (let at = from; at < end; at += 16, grid += 16) {
    const z = v128.load(grid - frameBytes, 2 * GRID_BYTES), a = v128.and(v128.load(at), sizes), b = v128.load(grid);
    const c = v128.load(grid, GRID_BYTES), d = v128.load(grid, 2 * GRID_BYTES), e = v128.and(v128.load(at + frameBytes), sizes);
    wins = v128.or(wins, v128.or(v128.or(exceeds(z, a, b, top), exceeds(a, b, c, top)), v128.or(exceeds(b, c, d, top), exceeds(c, d, e, top))));
  }
  return v128.any_true(wins);
}

/** b + (c - a)^2 / (8 bend) > top, with bend = 2b - a - c. */
// @ts-ignore: decorator
@inline function exceeds(a: v128, b: v128, c: v128, top: v128): v128 {
  const isTop = v128.and(f32x4.ge(b, a), f32x4.ge(b, c)), slope = f32x4.sub(c, a);
  const bend = f32x4.sub(f32x4.add(b, b), f32x4.add(a, c));
  const rise = f32x4.gt(f32x4.mul(slope, slope), f32x4.mul(f32x4.mul(f32x4.splat(8), bend), f32x4.sub(top, b)));
  return v128.and(isTop, v128.or(f32x4.gt(b, top), rise));
}

function refine(at: usize, end: usize, frameBytes: usize, grid: usize): void {
  let a: f32 = 0, b = load<f32>(grid - frameBytes, 2 * GRID_BYTES);
  a = load<f32>(grid - frameBytes, GRID_BYTES);
  for (; at < end; at += frameBytes, grid += frameBytes) {
    for (let phase = 0; phase < 5; phase++) {
      // The fifth is the next frame's own sample, to judge the last phase of this one.
      const c = phase == 0 ? abs(load<f32>(at)) : phase == 4 ? abs(load<f32>(at + frameBytes)) : load<f32>(grid + <usize>(phase - 1) * GRID_BYTES);
      if (b >= a && b >= c) {
        const bend: f32 = b + b - a - c, slope: f32 = c - a;
        truePeak = max(truePeak, bend > 0 ? b + (slope * slope) / (<f32>8 * bend) : b);
      }
      if (phase == 4) break;
      a = b;
      b = c;
    }
  }
}
