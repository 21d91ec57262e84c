import type { Measurements } from '../../../model/measurements.js';

export type Click = Measurements['clicks'][number];

/** Frames of quiet neighbourhood that a judgement needs on both sides. */
export const CLICK_SIDE_FRAMES = 2048;
const NEAR_FRAMES = 1024;
/** What a judgement of the third differences alone needs. */
export const CLICK_NEAR_FRAMES: number = NEAR_FRAMES + 4;
const ALONE_FRAMES = 16;
/** What the first look at a place needs. */
export const CLICK_ALONE_FRAMES: number = ALONE_FRAMES + 4;
const OWN_FRAMES = 8; // belong to the click itself
const LEAST_STEP = 0.005;
const OVER_MEAN = 20;
const OVER_NEXT = 5;
const LEVELS_APART_DB = 3;
const TEXTURES_APART_DB = 6;
const WIDEST_FRAMES = 8;
/** Shorter than this a sound is a one-shot, whose edges look like clicks. */
export const SHORTEST_FRAMES = 8192;
export const MOST_CLICKS = 32;

/**
 * Single clicks of one channel: the third difference stands out from what surrounds it, and level and texture are
 * equal before and after, so that it is no onset.
 */
export function clickMeter(channel: number) {
  const clicks: Click[] = [];
  let buffer = new Float32Array(0);
  let held = 0;
  let base = 0; // frame of buffer[0]
  let pushed = 0;
  const search = (): void => {
    const last = held - CLICK_SIDE_FRAMES - 1;
    for (let at = CLICK_SIDE_FRAMES; at <= last; at++) {
      if (clicks.length < MOST_CLICKS && bendAt(buffer, at) >= LEAST_STEP) {
        const over = clickAt(buffer, at);
        if (over !== null)
          clicks.push({ frame: base + at, channel, stepDbfs: over.stepDbfs, overLocal: over.overLocal });
      }
    }
    const done = Math.max(0, last + 1 - CLICK_SIDE_FRAMES);
    buffer.copyWithin(0, done, held);
    held -= done;
    base += done;
  };
  return {
    push(samples: Float32Array, frames: number): void {
      if (buffer.length < held + frames) {
        const wider = new Float32Array(held + frames);
        wider.set(buffer.subarray(0, held));
        buffer = wider;
      }
      buffer.set(samples.subarray(0, frames), held);
      held += frames;
      pushed += frames;
      search();
    },
    finish: (): Click[] => (pushed < SHORTEST_FRAMES ? [] : clicks),
  };
}

function bendAt(x: Float32Array, at: number): number {
  return Math.abs(x[at + 1]! - 3 * x[at]! + 3 * x[at - 1]! - x[at - 2]!);
}

/** Judges one place with at least CLICK_SIDE_FRAMES on both sides in `x`; null where it is no click. */
export function clickAt(x: Float32Array, at: number): { stepDbfs: number; overLocal: number } | null {
  const overLocal = loneBendAt(x, at);
  if (overLocal === null) return null;
  const before = level(x, at - CLICK_SIDE_FRAMES, at - OWN_FRAMES);
  const after = level(x, at + OWN_FRAMES + 1, at + CLICK_SIDE_FRAMES + 1);
  return ratioDb(before, after) > LEVELS_APART_DB ? null : { stepDbfs: 20 * Math.log10(bendAt(x, at)), overLocal };
}

/**
 * How far the third difference at a place stands out from those around it, with CLICK_NEAR_FRAMES on both sides in `x`;
 * null where it does not, or where the texture before and after differs.
 */
export function loneBendAt(x: Float32Array, at: number): number | null {
  if (!isAloneAt(x, at)) return null;
  const own = bendAt(x, at);
  const before = bends(x, at - NEAR_FRAMES, at - OWN_FRAMES, own / OVER_NEXT);
  if (before === null) return null;
  const after = bends(x, at + OWN_FRAMES + 1, at + NEAR_FRAMES + 1, own / OVER_NEXT);
  if (after === null || own < OVER_MEAN * Math.max(before, after)) return null;
  return ratioDb(before, after) > TEXTURES_APART_DB ? null : own / Math.max(before, after, 1e-12);
}

/** The part of it that nearly all places fail, with CLICK_ALONE_FRAMES on both sides in `x`. */
export function isAloneAt(x: Float32Array, at: number): boolean {
  const own = bendAt(x, at);
  if (own < LEAST_STEP) return false;
  let wide = 1;
  for (let i = 1; i <= ALONE_FRAMES; i++) {
    const before = bendAt(x, at - i);
    const after = bendAt(x, at + i);
    if (before >= own || after > own) return false;
    if (i > OWN_FRAMES) {
      if (before > own / OVER_NEXT || after > own / OVER_NEXT) return false;
      continue;
    }
    if (before > own / 4) wide++;
    if (after > own / 4) wide++;
  }
  return wide <= WIDEST_FRAMES;
}

/** Mean third difference of a range; null as soon as one of them exceeds `most`. */
function bends(x: Float32Array, from: number, to: number, most: number): number | null {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const bend = bendAt(x, i);
    if (bend > most) return null;
    sum += bend;
  }
  return sum / (to - from);
}

function level(x: Float32Array, from: number, to: number): number {
  let squares = 0;
  for (let i = from; i < to; i++) squares += x[i]! * x[i]!;
  return Math.sqrt(squares / (to - from));
}

function ratioDb(a: number, b: number): number {
  return Math.abs(20 * Math.log10(Math.max(a, 1e-12) / Math.max(b, 1e-12)));
}
