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

let channelCount: i32 = 1;
let blocksPerGroup: i32 = 8;
let peaks: v128 = f32x4.splat(0); // so far: left and right twice, or one four times
let wasBent: bool = false;
let bendBlocks: i32 = 0; // blocks whose bend is known
let groupMin: v128 = f32x4.splat(0);
let groupMax: v128 = f32x4.splat(0);
let groupSum: v128 = f64x2.splat(0);
let groupSquares: v128 = f64x2.splat(0);

export function resetScan(perGroup: i32, count: i32): void {
  channelCount = count;
  blocksPerGroup = perGroup;
  hopFrame = cross = sumLeft = sumRight = squaresLeft = squaresRight = 0;
  peaks = f32x4.splat(0);
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

/** Ends the open group, whole or not; the lanes of a channel become one. */
export function closeGroup(): void {
  const at = GROUPS + <usize>groups * GROUP_BYTES;
  let low = f32x4.pmin(groupMin, v128.shuffle<i32>(groupMin, groupMin, 2, 3, 0, 1));
  let high = f32x4.pmax(groupMax, v128.shuffle<i32>(groupMax, groupMax, 2, 3, 0, 1));
  let sum = groupSum, squares = groupSquares;
  if (channelCount == 1) {
    low = f32x4.pmin(low, v128.shuffle<i32>(low, low, 1, 0, 3, 2));
    high = f32x4.pmax(high, v128.shuffle<i32>(high, high, 1, 0, 3, 2));
    sum = f64x2.add(sum, v128.shuffle<i64>(sum, sum, 1, 0));
    squares = f64x2.add(squares, v128.shuffle<i64>(squares, squares, 1, 0));
  }
  v128.store(at, low); v128.store(at, high, 16); v128.store(at, sum, 32); v128.store(at, squares, 48);
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

// Two functions, so that only the one that a file needs is compiled to its best.
/** @param frames of the hop; where they end inside a block, the last frame was repeated to the block's end */
export function scanStereo(frames: i32): void { walk(frames, true); }
export function scanMono(frames: i32): void { walk(frames, false); }

// @ts-ignore: decorator
@inline function walk(frames: i32, stereo: bool): void {
  const frameBytes: usize = stereo ? 8 : 4;
  const blockBytes = <usize>BLOCK * frameBytes;
  const sizes = i32x4.splat(0x7fffffff);
  const blocks = (frames + BLOCK - 1) / BLOCK;
  let box: usize = BOX, differences = f32x4.splat(0);
  let lowest = f32x4.splat(0), highest = lowest, squares = f64x2.splat(0), sums = squares, crosses = squares;
  for (let block = 0; block < blocks; block++) {
    const from = FLAT + <usize>block * blockBytes, end = from + blockBytes;
    let low = v128.load(from), high = low, square = f32x4.splat(0), squareRight = square, product = square, sum = square;
    // Two loops, one over the samples and one over their differences: in a single one the registers run out.
    // Each turn takes eight frames: four vectors of two channels, two of one.
    for (let at = from; at < end; at += 8 * frameBytes, box += 16) {
      const a = v128.load(at), b = v128.load(at, 16);
      let part = f32x4.add(a, b);
      low = f32x4.pmin(low, f32x4.pmin(a, b)); high = f32x4.pmax(high, f32x4.pmax(a, b));
      if (!stereo) square = f32x4.add(square, f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b)));
      else {
        const c = v128.load(at, 32), d = v128.load(at, 48);
        part = f32x4.add(part, f32x4.add(c, d));
        low = f32x4.pmin(low, f32x4.pmin(c, d)); high = f32x4.pmax(high, f32x4.pmax(c, d));
        const left = v128.shuffle<i32>(a, b, 0, 2, 4, 6), right = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
        const left2 = v128.shuffle<i32>(c, d, 0, 2, 4, 6), right2 = v128.shuffle<i32>(c, d, 1, 3, 5, 7);
        // All three in one order: what cancels in the side of equal channels cancels to nothing.
        square = f32x4.add(square, f32x4.add(f32x4.mul(left, left), f32x4.mul(left2, left2)));
        squareRight = f32x4.add(squareRight, f32x4.add(f32x4.mul(right, right), f32x4.mul(right2, right2)));
        product = f32x4.add(product, f32x4.add(f32x4.mul(left, right), f32x4.mul(left2, right2)));
        differences = i32x4.max_s(differences, i32x4.max_s(v128.and(f32x4.sub(left, right), sizes), v128.and(f32x4.sub(left2, right2), sizes)));
      }
      v128.store(box, part);
      sum = f32x4.add(sum, part);
    }
    let step2 = i32x4.splat(0), step3 = step2, texture = f32x4.splat(0), moving = true;
    let lastStep = f32x4.sub(v128.load(from - 16), v128.load(from - 16 - frameBytes));
    let lastBend = f32x4.sub(lastStep, f32x4.sub(v128.load(from - 16 - frameBytes), v128.load(from - 16 - 2 * frameBytes)));
    for (let at = from; at < end; at += 8 * frameBytes) {
      const stepA = f32x4.sub(v128.load(at), v128.load(at - frameBytes));
      const stepB = f32x4.sub(v128.load(at, 16), v128.load(at - frameBytes, 16));
      let moved = v128.or(stepA, stepB);
      const bendA = f32x4.sub(stepA, back(lastStep, stepA, stereo)), bendB = f32x4.sub(stepB, back(stepA, stepB, stereo));
      const twistA = v128.and(f32x4.sub(bendA, back(lastBend, bendA, stereo)), sizes);
      const twistB = v128.and(f32x4.sub(bendB, back(bendA, bendB, stereo)), sizes);
      step2 = i32x4.max_s(step2, i32x4.max_s(v128.and(bendA, sizes), v128.and(bendB, sizes)));
      step3 = i32x4.max_s(step3, i32x4.max_s(twistA, twistB));
      texture = f32x4.add(texture, f32x4.add(twistA, twistB));
      lastStep = stepB; lastBend = bendB;
      if (stereo) {
        const stepC = f32x4.sub(v128.load(at, 32), v128.load(at - frameBytes, 32));
        const stepD = f32x4.sub(v128.load(at, 48), v128.load(at - frameBytes, 48));
        moved = v128.or(moved, v128.or(stepC, stepD));
        const bendC = f32x4.sub(stepC, back(stepB, stepC, stereo)), bendD = f32x4.sub(stepD, back(stepC, stepD, stereo));
        const twistC = v128.and(f32x4.sub(bendC, back(bendB, bendC, stereo)), sizes);
        const twistD = v128.and(f32x4.sub(bendD, back(bendC, bendD, stereo)), sizes);
        step2 = i32x4.max_s(step2, i32x4.max_s(v128.and(bendC, sizes), v128.and(bendD, sizes)));
        step3 = i32x4.max_s(step3, i32x4.max_s(twistC, twistD));
        texture = f32x4.add(texture, f32x4.add(twistC, twistD));
        lastStep = stepD; lastBend = bendD;
      }
      if (!v128.any_true(moved)) moving = false;
    }
    const frame = hopFrame + <f64>(block * BLOCK);
    let blockSquares = stereo ? foldBoth(square, squareRight) : fold(square), blockSums = fold(sum);
    let blockCross = stereo ? foldBoth(product, product) : f64x2.splat(0), length = BLOCK;
    if ((block + 1) * BLOCK > frames) {
      // The repeated last frame must not count; the few frames that are left are summed one by one.
      length = frames - block * BLOCK;
      blockSquares = tailOf(from, length, stereo, 0);
      blockSums = tailOf(from, length, stereo, 1);
      blockCross = tailOf(from, length, stereo, 2);
    }
    squares = f64x2.add(squares, blockSquares); sums = f64x2.add(sums, blockSums); crosses = f64x2.add(crosses, blockCross);
    lowest = f32x4.pmin(lowest, low); highest = f32x4.pmax(highest, high);
    groupMin = f32x4.pmin(groupMin, low); groupMax = f32x4.pmax(groupMax, high);
    groupSum = f64x2.add(groupSum, blockSums); groupSquares = f64x2.add(groupSquares, blockSquares);
    const size = i32x4.max_s(v128.and(low, sizes), v128.and(high, sizes));
    const record = BLOCKS + 64 + (<usize>block << 5);
    v128.store(record, size); v128.store(record, step2, 16);
    let top = i32x4.max_s(peaks, i32x4.max_s(size, v128.shuffle<i32>(size, size, 2, 3, 0, 1)));
    if (!stereo) top = i32x4.max_s(top, v128.shuffle<i32>(top, top, 1, 0, 3, 2));
    peaks = top;
    if (topsWanted(low, high)) topsBlock(from, length, stereo, frame);
    else endTopRuns(from, stereo, frame);
    // A jump of 1.5 peaks with flat or outward slopes bends by at least 1.125 peaks; the frame after it is judged too.
    const bent = v128.any_true(f32x4.gt(step2, f32x4.mul(f32x4.splat(BENT), top)));
    if (bent || wasBent) jumpsBlock(from, length, stereo, frame, f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1));
    wasBent = bent;
    if (!moving || stillWanted()) stillBlock(from, length, stereo, frame);
    lookForClick(step3, texture, blockSquares, stereo, frame);
    if (++groupBlocks == blocksPerGroup && length == BLOCK) closeGroup();
  }
  if (stereo) {
    squaresLeft += f64x2.extract_lane(squares, 0); squaresRight += f64x2.extract_lane(squares, 1);
    sumLeft += f64x2.extract_lane(sums, 0); sumRight += f64x2.extract_lane(sums, 1);
    cross += f64x2.extract_lane(crosses, 0);
    maxDifference = max(maxDifference, max(most(differences, 0), most(differences, 1)));
  } else {
    squaresLeft += f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
    sumLeft += f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  }
  minLeft = min(minLeft, lane(lowest, 0, false)); maxLeft = max(maxLeft, lane(highest, 0, true));
  if (stereo) { minRight = min(minRight, lane(lowest, 1, false)); maxRight = max(maxRight, lane(highest, 1, true)); }
  else { minLeft = min(minLeft, lane(lowest, 1, false)); maxLeft = max(maxLeft, lane(highest, 1, true)); }
  const size = i32x4.max_s(v128.and(lowest, sizes), v128.and(highest, sizes));
  notePlaces(frames, blocks, stereo, max(most(size, 0), most(size, 1)));
}

/** What stands one frame back: half of it lies in the vector before (two channels), or three quarters. */
// @ts-ignore: decorator
@inline function back(before: v128, own: v128, stereo: bool): v128 {
  return stereo ? v128.shuffle<i64>(before, own, 1, 2) : v128.shuffle<i32>(before, own, 3, 4, 5, 6);
}

/** Where the peak and the first and last sound are, from the sizes of the hop's blocks; the peak is the hop's. */
function notePlaces(frames: i32, blocks: i32, stereo: bool, hopPeak: f32): void {
  // Sizes of floats compare as integers.
  const floor = reinterpret<i32>(FLOOR);
  if (hopPeak > peak) {
    peak = hopPeak;
    peakAt = firstOver(firstBlockOver(reinterpret<i32>(peak) - 1), frames, stereo, reinterpret<i32>(peak) - 1);
  }
  if (hopPeak <= FLOOR) return;
  if (firstSound < 0) firstSound = firstOver(firstBlockOver(floor), frames, stereo, floor);
  let block = blocks - 1;
  while (!isOver(block, floor)) block--;
  lastSound = lastOver(block, frames, stereo, floor);
}

function firstBlockOver(bits: i32): i32 {
  let block = 0;
  while (!isOver(block, bits)) block++;
  return block;
}
// @ts-ignore: decorator
@inline function isOver(block: i32, bits: i32): bool {
  return v128.any_true(i32x4.gt_s(v128.load(BLOCKS + 64 + (<usize>block << 5)), i32x4.splat(bits)));
}

/** Lanes of f32 added up as f64: left and right, or every second frame of one channel. */
// @ts-ignore: decorator
@inline function fold(v: v128): v128 {
  return f64x2.add(f64x2.promote_low_f32x4(v), f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 0)));
}

/** Four lanes of each added up. */
// @ts-ignore: decorator
@inline function foldBoth(a: v128, b: v128): v128 {
  const x = fold(a), y = fold(b);
  return f64x2.add(v128.shuffle<i64>(x, y, 0, 2), v128.shuffle<i64>(x, y, 1, 3));
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

/** Frame of the first or last sample of a block that is larger, which is known to hold one. */
function firstOver(block: i32, frames: i32, stereo: bool, bits: i32): f64 {
  const from = FLAT + (<usize>(block * BLOCK) << (stereo ? 3 : 2)), length = min(BLOCK, frames - block * BLOCK);
  let i = 0, samples = stereo ? 2 * length : length;
  while (i < samples - 1 && (load<i32>(from + (<usize>i << 2)) & 0x7fffffff) <= bits) i++;
  return hopFrame + <f64>(block * BLOCK + (stereo ? i >> 1 : i));
}
function lastOver(block: i32, frames: i32, stereo: bool, bits: i32): f64 {
  const from = FLAT + (<usize>(block * BLOCK) << (stereo ? 3 : 2)), length = min(BLOCK, frames - block * BLOCK);
  let i = (stereo ? 2 * length : length) - 1;
  while (i > 0 && (load<i32>(from + (<usize>i << 2)) & 0x7fffffff) <= bits) i--;
  return hopFrame + <f64>(block * BLOCK + (stereo ? i >> 1 : i));
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
