import type { FrameSpan } from '../../../model/measurements.js';
import { type Groups, groupsIn } from './groups.js';
import { SOUND_FLOOR } from './sample-sums.js';

/** Stretches of sound shorter apart than this belong together: a breath, a rest, a bar of a slow song. */
const GAP_SECONDS = 1;
/** A file of many short sounds is no song with a few islands; the list only serves the latter. */
const MOST_ISLANDS = 64;

/** Stretches above −60 dBFS in blocks of about 100 ms that lie a second or more apart, and how long there is sound. */
export function islandMeter(sampleRate: number) {
  const groupsPerBlock = groupsIn(0.1, sampleRate);
  const islands: { fromFrame: number; toFrame: number }[] = [];
  let frames = 0;
  let activeFrames = 0;
  let blockFrom = 0;
  let groups = 0;
  let sounds = false;
  const endBlock = (): void => {
    if (sounds) extend(islands, blockFrom, frames, GAP_SECONDS * sampleRate);
    blockFrom = frames;
    groups = 0;
    sounds = false;
  };
  return {
    push({ count, frames: own, peak }: Groups): void {
      for (let i = 0; i < count; i++) {
        frames += own;
        if (peak[i]! > SOUND_FLOOR) {
          sounds = true;
          activeFrames += own;
        }
        if (++groups === groupsPerBlock) endBlock();
      }
    },
    finish(): { islands: FrameSpan[]; activeSeconds: number } {
      endBlock();
      return { islands, activeSeconds: activeFrames / sampleRate };
    },
  };
}

function extend(islands: { fromFrame: number; toFrame: number }[], from: number, to: number, gap: number): void {
  const last = islands.at(-1);
  if (last !== undefined && (from - last.toFrame < gap || islands.length === MOST_ISLANDS)) last.toFrame = to;
  else islands.push({ fromFrame: from, toFrame: to });
}
