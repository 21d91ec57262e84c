import { decodeFloats, decodeIntegers, decodeWideIntegers, hashZeros, isZero, resetDecode } from './decode';
import { startJumps } from './jumps';
import { resetWeighting, startWeighting, weigh, weighSilence } from './k-weighting';
import { BLOCK, BLOCKS, FLAT, HISTORY, HOP, RAW, RAW_HISTORY } from './layout';
import { findRepeats, resetRepeats } from './repeats';
import { advance, closeGroup, hopFrame, peak, resetScan, scanMono, scanSilence, scanStereo, startChunk } from './scan';
import { resetSlow, slowDown, slowSilence, startSlow } from './slow';
import { resetStill, startStill, stillSilence } from './still';
import { resetTops } from './tops';
import { lookForTruePeak, resetTruePeak } from './true-peak';

// The pass over every sample, one instance for one or two channels of one file. The host puts a chunk of raw bytes at
// RAW and calls chunk(); all work is done hop by hop, so that a hop's floats stay in the cache while pass after pass
// goes over them. Fusing the passes was tried in an earlier prototype and lost: the loops run out of registers.

let sampleBytes: i32 = 2;
let channels: i32 = 1;
let float: bool = false;
let loud: bool = true; // whether loudness is measured at this rate
let wasZero: bool = false;

export function begin(channelCount: i32, bytes: i32, isFloat: bool, groupBlocks: i32, stretchFrames: i32, bound: f32, tapCount: i32, boxesPerValue: i32): void {
  channels = channelCount;
  sampleBytes = bytes;
  float = isFloat;
  loud = stretchFrames > 0;
  wasZero = false;
  memory.fill(FLAT - <usize>HISTORY * 8, 0, <usize>HISTORY * 8);
  memory.fill(RAW - <usize>RAW_HISTORY * 8, 0, <usize>RAW_HISTORY * 8);
  resetDecode();
  resetScan(groupBlocks, channelCount);
  resetTops();
  resetStill();
  resetRepeats();
  resetTruePeak(bound);
  resetWeighting(max(1, stretchFrames));
  resetSlow(tapCount, boxesPerValue);
}

/** @param frames of the chunk: whole hops, but for the file's last chunk */
export function chunk(frames: i32, last: bool): void {
  const stereo = channels == 2, frameBytes = channels * sampleBytes;
  startChunk(); startJumps(); startStill(); startWeighting(); startSlow();
  // The last stripe of a hash is filled up with silence, and decoding may read a vector past the end.
  memory.fill(RAW + <usize>(frames * frameBytes), 0, 256);
  findRepeats(hopFrame, frames, frameBytes, last);
  for (let done = 0; done < frames; done += HOP) hop(RAW + <usize>(done * frameBytes), min(HOP, frames - done), stereo, frameBytes);
}

/** Moves the end of the chunk before RAW, so that the next one can be read to its place. */
export function keep(frames: i32): void {
  const frameBytes = channels * sampleBytes, kept = <usize>(RAW_HISTORY * frameBytes);
  memory.copy(RAW - kept, RAW + <usize>(frames * frameBytes) - kept, kept);
}

// @ts-ignore: decorator
@inline function hop(src: usize, frames: i32, stereo: bool, frameBytes: i32): void {
  const samples = frames * channels, zero = isZero(src, <usize>(frames * frameBytes));
  if (zero && wasZero && frames == HOP) {
    hashZeros(samples);
    scanSilence(frames / BLOCK);
    memory.fill(BLOCKS, 0, 64);
    stillSilence(frames);
    if (loud) { weighSilence(frames); slowSilence(frames >> 3); }
    advance(frames);
    return;
  }
  wasZero = zero && frames == HOP;
  if (float) decodeFloats(src, samples);
  else if (sampleBytes == 4) decodeWideIntegers(src, samples);
  else decodeIntegers(src, samples, sampleBytes);
  if ((frames & (BLOCK - 1)) != 0) fillUp(frames);
  if (stereo) scanStereo(frames); else scanMono(frames);
  lookForTruePeak(frames, stereo, peak);
  if (loud) { weigh(frames, stereo); slowDown(frames >> 3, stereo); }
  const kept = <usize>(HISTORY * channels * 4);
  memory.copy(FLAT - kept, FLAT + <usize>(samples << 2) - kept, kept);
  advance(frames);
}

/** Repeats the last frame to the end of its block. */
function fillUp(frames: i32): void {
  const step = <usize>channels << 2, last = FLAT + <usize>(frames - 1) * step;
  const end = FLAT + <usize>((frames + BLOCK - 1) & ~(BLOCK - 1)) * step;
  for (let at = last + step; at < end; at += step) memory.copy(at, last, step);
}

/** After the last chunk: a block of zeros, so that the waiting one and the ringing of its filter are seen. */
export function finish(): void {
  memory.fill(FLAT, 0, <usize>(2 * BLOCK * channels) << 2);
  for (let block: usize = 0; block < 2; block++) {
    const record = BLOCKS + 64 + (block << 5);
    v128.store(record, f32x4.splat(0));
    v128.store(record, f32x4.splat(4 * peak), 16); // no bend is larger
  }
  lookForTruePeak(2 * BLOCK, channels == 2, peak);
}

export { usedLeft, usedRight, upperLeft, upperRight, lowerLeft, lowerRight, nan, infinite, huge, denormal, overs } from './decode';
export { cross, maxDifference, minLeft, minRight, maxLeft, maxRight, squaresLeft, squaresRight, sumLeft, sumRight, peakAt, firstSound, lastSound, groups, groupBlocks, clicks, closeGroup } from './scan';
export { jumps } from './jumps';
export { energies } from './k-weighting';
export { repeats } from './repeats';
export { values } from './slow';
export { runs } from './still';
export { truePeak, evaluated } from './true-peak';
