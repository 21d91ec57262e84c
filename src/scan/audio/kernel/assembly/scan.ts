import { BENDS, BLOCKS, BLOCK, BOX, CLICKS, FLAT, GROUPS, GROUP_BYTES, MOST_CLICKS } from './layout';
import { endTopRuns, topsBlock, topsWanted } from './tops';
import { jumpsBlock } from './jumps';
import { stillBlock, stillWanted } from './still';

// One walk over a hop of floats, block by block of 64 frames: what adds up, what is largest, and which of the costly
// looks at single samples are worth taking. For one and two channels the floats stay interleaved: a lane is a channel
// (or every fourth frame of one), and "a frame back" is a load that many bytes lower.

const FLOOR: f32 = 0.001; // -60 dBFS
const LEAST_BEND: f32 = 0.00499; // a trifle less than the meter asks for: these sums are rounded
const OVER_NEXT: f32 = 4.99;
const BENT: f32 = 1.124;
const NEAR_BLOCKS: i32 = 15;
const SIDE_BLOCKS: i32 = 32;
const LEVELS_APART: f32 = 4; // 6 dB: the meter asks for 3 over nearly the same stretch
const TEXTURES_APART: f32 = 3; // 9.5 dB: the meter asks for 6
const RING: i32 = 127;

export let hopFrame: f64 = 0; // of the first frame of this hop
export let cross: f64 = 0;
export let maxDifference: f32 = 0;
export let minLeft: f32 = 0;
export let minRight: f32 = 0;
export let maxLeft: f32 = 0;
export let maxRight: f32 = 0;
export let squaresLeft: f64 = 0;
export let squaresRight: f64 = 0;
export let sumLeft: f64 = 0; // for floats; integers sum exactly where they are decoded
export let sumRight: f64 = 0;
export let peak: f32 = 0;
export let peakAt: f64 = -1;
export let firstSound: f64 = -1;
export let lastSound: f64 = -1;
export let groups: i32 = 0; // finished in this chunk
export let groupBlocks: i32 = 0; // blocks in the open one
export let clicks: i32 = 0;

let blocksPerGroup: i32 = 8;
let peakLeft: f32 = 0;
let peakRight: f32 = 0;
let wasBent: bool = false;
let bendBlocks: i32 = 0; // blocks whose bend is known
let groupMin: v128 = f32x4.splat(0);
let groupMax: v128 = f32x4.splat(0);
let groupSum: v128 = f64x2.splat(0);
let groupSquares: v128 = f64x2.splat(0);

export function resetScan(perGroup: i32): void {
  blocksPerGroup = perGroup;
  hopFrame = cross = sumLeft = sumRight = squaresLeft = squaresRight = 0;
  peakLeft = peakRight = 0;
  wasBent = false;
  maxDifference = minLeft = minRight = maxLeft = maxRight = peak = 0;
  peakAt = firstSound = lastSound = -1;
  groups = groupBlocks = clicks = bendBlocks = 0;
  memory.fill(BENDS, 0, 128 * 32);
  memory.fill(BLOCKS, 0, 64);
  openGroup();
}

export function startChunk(): void {
  groups = 0;
  clicks = 0;
}

export function advance(frames: i32): void {
  hopFrame += <f64>frames;
}

function openGroup(): void {
  groupMin = f32x4.splat(Infinity);
  groupMax = f32x4.splat(-Infinity);
  groupSum = groupSquares = f64x2.splat(0);
  groupBlocks = 0;
}

/** Ends the open group, whole or not. */
export function closeGroup(): void {
  const at = GROUPS + <usize>groups * GROUP_BYTES;
  v128.store(at, groupMin); v128.store(at, groupMax, 16); v128.store(at, groupSum, 32); v128.store(at, groupSquares, 48);
  groups++;
  openGroup();
}

/** A hop of digital silence: groups and bends of nothing. */
export function scanSilence(blocks: i32): void {
  for (let block = 0; block < blocks; block++) {
    groupMin = f32x4.pmin(groupMin, f32x4.splat(0));
    groupMax = f32x4.pmax(groupMax, f32x4.splat(0));
    if (++groupBlocks == blocksPerGroup) closeGroup();
    lookForClick(f32x4.splat(0), f32x4.splat(0), f64x2.splat(0), true, hopFrame + <f64>(block * BLOCK));
  }
}

/** @param frames of the hop; where they end inside a block, the last frame was repeated to the block's end */
export function scan(frames: i32, stereo: bool): void {
  if (stereo) walk(frames, true); else walk(frames, false);
}

// @ts-ignore: decorator
@inline function walk(frames: i32, stereo: bool): void {
  const frameBytes: usize = stereo ? 8 : 4;
  const blockBytes = <usize>BLOCK * frameBytes;
  const sizes = i32x4.splat(0x7fffffff);
  const blocks = (frames + BLOCK - 1) / BLOCK;
  let box: usize = BOX, loudFrom: usize = 0, loudLength = 0;
  let differences = f32x4.splat(<f32>0);
  let lowest = f32x4.splat(<f32>0), highest = lowest, squares = f64x2.splat(0), sums = squares, crosses = squares;
  for (let block = 0; block < blocks; block++) {
    const from = FLAT + <usize>block * blockBytes, end = from + blockBytes;
    let low = v128.load(from), high = low, step2 = f32x4.splat(0), step3 = step2, texture = step2, square = step2, product = step2, sum = step2;
    let lastStep = f32x4.sub(v128.load(from - 16), v128.load(from - 16 - frameBytes));
    let lastBend = f32x4.sub(lastStep, f32x4.sub(v128.load(from - 16 - frameBytes), v128.load(from - 16 - 2 * frameBytes)));
    let moving = true;
    // Two loops, one over the samples and one over their differences: in a single one the registers run out.
    for (let at = from; at < end; ) {
      let part = f32x4.splat(0);
      // Eight frames: four vectors of two channels, two of one.
      for (const stop = at + 8 * frameBytes; at < stop; at += 16) {
        const v = v128.load(at);
        low = f32x4.pmin(low, v); high = f32x4.pmax(high, v);
        part = f32x4.add(part, v);
        square = f32x4.add(square, f32x4.mul(v, v));
        if (stereo) {
          const other = v128.shuffle<i32>(v, v, 1, 0, 3, 2);
          product = f32x4.add(product, f32x4.mul(v, other));
          differences = i32x4.max_s(differences, v128.and(f32x4.sub(v, other), sizes));
        }
      }
      v128.store(box, part); box += 16;
      sum = f32x4.add(sum, part);
    }
    for (let at = from; at < end; ) {
      let moved = i32x4.splat(0);
      for (const stop = at + 8 * frameBytes; at < stop; at += 16) {
        const step = f32x4.sub(v128.load(at), v128.load(at - frameBytes));
        // What stands one frame back lies half in the vector before (two channels), or three quarters.
        const bend = f32x4.sub(step, stereo ? v128.shuffle<i64>(lastStep, step, 1, 2) : v128.shuffle<i32>(lastStep, step, 3, 4, 5, 6));
        const back = stereo ? v128.shuffle<i64>(lastBend, bend, 1, 2) : v128.shuffle<i32>(lastBend, bend, 3, 4, 5, 6);
        const twist = v128.and(f32x4.sub(bend, back), sizes);
        lastStep = step; lastBend = bend;
        moved = v128.or(moved, step);
        step2 = i32x4.max_s(step2, v128.and(bend, sizes));
        step3 = i32x4.max_s(step3, twist);
        texture = f32x4.add(texture, twist);
      }
      if (!v128.any_true(moved)) moving = false;
    }
    const frame = hopFrame + <f64>(block * BLOCK);
    const whole = (block + 1) * BLOCK <= frames;
    let blockSquares = fold(square), blockSums = fold(sum), blockCross = fold(product);
    if (!whole) {
      // The repeated last frame must not count; the few frames that are left are summed one by one.
      blockSquares = tailOf(from, frames - block * BLOCK, stereo, 0);
      blockSums = tailOf(from, frames - block * BLOCK, stereo, 1);
      blockCross = tailOf(from, frames - block * BLOCK, stereo, 2);
    }
    squares = f64x2.add(squares, blockSquares); sums = f64x2.add(sums, blockSums); crosses = f64x2.add(crosses, blockCross);
    lowest = f32x4.pmin(lowest, low); highest = f32x4.pmax(highest, high);
    groupMin = f32x4.pmin(groupMin, low); groupMax = f32x4.pmax(groupMax, high);
    groupSum = f64x2.add(groupSum, blockSums); groupSquares = f64x2.add(groupSquares, blockSquares);
    const size = i32x4.max_s(v128.and(low, sizes), v128.and(high, sizes));
    const record = BLOCKS + 64 + (<usize>block << 5);
    v128.store(record, size); v128.store(record, step2, 16);

    const length = whole ? BLOCK : frames - block * BLOCK;
    // Sizes of floats compare as integers. Each of these is rare but for the floor, whose last block is enough.
    if (v128.any_true(i32x4.gt_s(size, i32x4.splat(reinterpret<i32>(peak))))) {
      peak = max(most(size, 0), most(size, 1));
      peakAt = frame + <f64>firstOver(from, length, stereo, reinterpret<i32>(peak) - 1);
      if (stereo) { peakLeft = max(peakLeft, most(size, 0)); peakRight = max(peakRight, most(size, 1)); }
      else peakLeft = peak;
    } else if (stereo) { peakLeft = max(peakLeft, most(size, 0)); peakRight = max(peakRight, most(size, 1)); }
    if (v128.any_true(i32x4.gt_s(size, i32x4.splat(reinterpret<i32>(FLOOR))))) {
      if (firstSound < 0) firstSound = frame + <f64>firstOver(from, length, stereo, reinterpret<i32>(FLOOR));
      loudFrom = from;
      loudLength = length;
    }
    if (topsWanted(low, high)) topsBlock(from, length, stereo, frame);
    else endTopRuns(from, stereo, frame);
    // A jump of 1.5 peaks with flat or outward slopes bends by at least 1.125 peaks; the frame after it is judged too.
    const bent = v128.any_true(f32x4.gt(step2, f32x4.mul(f32x4.splat(BENT), stereo ? f32x4(peakLeft, peakRight, peakLeft, peakRight) : f32x4.splat(peakLeft))));
    if (bent || wasBent) jumpsBlock(from, length, stereo, frame, peakLeft, peakRight);
    wasBent = bent;
    if (!moving || stillWanted()) stillBlock(from, length, stereo, frame);
    lookForClick(step3, texture, blockSquares, stereo, frame);
    if (whole && ++groupBlocks == blocksPerGroup) closeGroup();
    else if (!whole) groupBlocks++;
  }
  if (loudLength > 0) lastSound = hopFrame + <f64>(((loudFrom - FLAT) / frameBytes) + lastOver(loudFrom, loudLength, stereo, reinterpret<i32>(FLOOR)));
  const totals = squares;
  if (stereo) {
    squaresLeft += f64x2.extract_lane(totals, 0); squaresRight += f64x2.extract_lane(totals, 1);
    sumLeft += f64x2.extract_lane(sums, 0); sumRight += f64x2.extract_lane(sums, 1);
    cross += f64x2.extract_lane(crosses, 0);
    maxDifference = max(maxDifference, max(most(differences, 0), most(differences, 1)));
  } else {
    squaresLeft += f64x2.extract_lane(totals, 0) + f64x2.extract_lane(totals, 1);
    sumLeft += f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  }
  minLeft = min(minLeft, lane(lowest, 0, false)); maxLeft = max(maxLeft, lane(highest, 0, true));
  if (stereo) { minRight = min(minRight, lane(lowest, 1, false)); maxRight = max(maxRight, lane(highest, 1, true)); }
  else { minLeft = min(minLeft, lane(lowest, 1, false)); maxLeft = max(maxLeft, lane(highest, 1, true)); }
}

/** Lanes of f32 added up as f64: left and right, or every second frame of one channel. */
// @ts-ignore: decorator
@inline function fold(v: v128): v128 {
  return f64x2.add(f64x2.promote_low_f32x4(v), f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 0)));
}

function tailOf(from: usize, frames: i32, stereo: bool, what: i32): v128 {
  let left: f64 = 0, right: f64 = 0;
  const step: usize = stereo ? 8 : 4;
  for (let i = 0; i < frames; i++, from += step) {
    const l = <f64>load<f32>(from), r = stereo ? <f64>load<f32>(from, 4) : 0;
    left += what == 0 ? l * l : what == 1 ? l : l * r;
    right += what == 0 ? r * r : what == 1 ? r : 0;
  }
  return f64x2(left, right);
}

/** Largest of two lanes of sizes that belong to one channel of two. */
// @ts-ignore: decorator
@inline function most(v: v128, channel: i32): f32 {
  return channel == 0
    ? max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 2))
    : max(f32x4.extract_lane(v, 1), f32x4.extract_lane(v, 3));
}
// @ts-ignore: decorator
@inline function lane(v: v128, channel: i32, highest: bool): f32 {
  if (highest) return most(v, channel);
  return channel == 0
    ? min(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 2))
    : min(f32x4.extract_lane(v, 1), f32x4.extract_lane(v, 3));
}

function firstOver(from: usize, frames: i32, stereo: bool, bits: i32): i32 {
  const samples = stereo ? 2 * frames : frames;
  for (let i = 0; i < samples; i++) {
    if ((load<i32>(from + (<usize>i << 2)) & 0x7fffffff) > bits) return stereo ? i >> 1 : i;
  }
  return 0;
}

function lastOver(from: usize, frames: i32, stereo: bool, bits: i32): i32 {
  for (let i = (stereo ? 2 * frames : frames) - 1; i >= 0; i--) {
    if ((load<i32>(from + (<usize>i << 2)) & 0x7fffffff) > bits) return stereo ? i >> 1 : i;
  }
  return 0;
}

/**
 * Notes of a block the largest third difference, their sum and the power, and names the block SIDE_BLOCKS before it
 * where it stands out from all but its neighbours, and level and texture are the same before and after: only such a
 * block can hold a click, and the host looks at its samples. All limits are wider than those of meters/clicks.ts, whose
 * stretches do not end with blocks.
 */
function lookForClick(bend: v128, texture: v128, squares: v128, stereo: bool, frame: f64): void {
  const at = BENDS + (<usize>(bendBlocks & RING) << 5);
  let both = i32x4.max_s(bend, v128.shuffle<i32>(bend, bend, 2, 3, 0, 1)), power = squares;
  let sum = f32x4.add(texture, v128.shuffle<i32>(texture, texture, 2, 3, 0, 1));
  if (!stereo) {
    both = i32x4.max_s(both, v128.shuffle<i32>(both, both, 1, 0, 3, 2));
    sum = f32x4.add(sum, v128.shuffle<i32>(sum, sum, 1, 0, 3, 2));
    power = f64x2.add(squares, v128.shuffle<i64>(squares, squares, 1, 0));
  }
  v128.store(at, v128.shuffle<i64>(both, sum, 0, 2));
  v128.store(at, f32x4.demote_f64x2_zero(power), 16);
  bendBlocks++;
  if (bendBlocks <= 2 * SIDE_BLOCKS) return;
  // Nearly all blocks fall for one of their next six neighbours, both channels at once.
  const middle = bendBlocks - 1 - SIDE_BLOCKS;
  let beside = i32x4.max_s(v128.load64_zero(bendAt(middle - 2)), v128.load64_zero(bendAt(middle + 2)));
  beside = i32x4.max_s(beside, i32x4.max_s(v128.load64_zero(bendAt(middle - 3)), v128.load64_zero(bendAt(middle + 3))));
  beside = i32x4.max_s(beside, i32x4.max_s(v128.load64_zero(bendAt(middle - 4)), v128.load64_zero(bendAt(middle + 4))));
  const least = f32x4.pmax(f32x4.splat(LEAST_BEND), f32x4.mul(beside, f32x4.splat(OVER_NEXT)));
  const out = f32x4.ge(v128.load64_zero(bendAt(middle)), least);
  if (!v128.any_true(out)) return;
  if (i32x4.extract_lane(out, 0) != 0) standsOut(0, frame);
  if (stereo && i32x4.extract_lane(out, 1) != 0) standsOut(4, frame);
}

// @ts-ignore: decorator
@inline function bendAt(block: i32): usize {
  return BENDS + (<usize>(block & RING) << 5);
}

function standsOut(channel: usize, frame: f64): void {
  const middle = bendBlocks - 1 - SIDE_BLOCKS;
  const own = load<f32>(bendAt(middle) + channel);
  let before: f32 = 0, after: f32 = 0;
  for (let away = 2; away <= NEAR_BLOCKS; away++) {
    const earlier = bendAt(middle - away) + channel, later = bendAt(middle + away) + channel;
    if (own < OVER_NEXT * max(load<f32>(earlier), load<f32>(later))) return;
    before += load<f32>(earlier, 8);
    after += load<f32>(later, 8);
  }
  if (before > TEXTURES_APART * after || after > TEXTURES_APART * before) return;
  before = after = 0;
  for (let away = 1; away <= SIDE_BLOCKS; away++) {
    before += load<f32>(bendAt(middle - away) + channel, 16);
    after += load<f32>(bendAt(middle + away) + channel, 16);
  }
  if (before > LEVELS_APART * after || after > LEVELS_APART * before || clicks == MOST_CLICKS) return;
  const at = CLICKS + <usize>clicks * 16;
  store<f64>(at, frame - <f64>(SIDE_BLOCKS * BLOCK));
  store<i32>(at, <i32>(channel >> 2), 8);
  clicks++;
}
