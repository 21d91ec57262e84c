import type { FrameSpan } from '../../model/measurements.js';
import { blocksToRead, type Grid } from './rough/grid.js';
import { resampled } from './signal/resample.js';
import type { SoundReader } from './sound-reader.js';

/** A stem as the comparisons take it. */
export type StemSound = {
  readonly path: string;
  readonly sound: SoundReader;
  /** where it sounds, frames at its own rate; null: not measured */
  readonly islands: readonly FrameSpan[] | null;
  /** rms of equal stretches over its length; null: not measured */
  readonly levels: readonly number[] | null;
  /** a dry version beside a wet one: it is placed, and takes no part in the sum */
  readonly isDryTwin: boolean;
  /** its codec puts a delay of its own in front */
  readonly isLossy: boolean;
};
/** What the caller wants to know meanwhile; `pause` lets others run and throws where the work should stop. */
export type Watch = {
  readonly pause: () => Promise<void>;
  readonly onProgress: (done: number, of: number, path: string | null) => void;
};

export function atRate(sound: SoundReader, sampleRate: number): SoundReader {
  return sound.sampleRate === sampleRate ? sound : resampled(sound, sound.sampleRate / sampleRate, sampleRate);
}

/** Seconds of sound in every block of a grid; all blocks alike where the stem was not measured. */
export function soundSeconds({ sound, islands }: StemSound, grid: Grid): number[] {
  const block = grid.blockFrames / grid.sampleRate;
  return Array.from({ length: grid.blocks }, (_, i) => {
    if (islands === null) return 1;
    return islands.reduce((sum, { fromFrame, toFrame }) => {
      const overlap =
        Math.min(toFrame / sound.sampleRate, (i + 1) * block) - Math.max(fromFrame / sound.sampleRate, i * block);
      return sum + Math.max(0, overlap);
    }, 0);
  });
}

export type Profile = {
  /** out of phase with itself: the search listens to the difference of its channels */
  readonly isSide: boolean;
  /** left and right differ */
  readonly isWide: boolean;
};

export function profileOf(sound: SoundReader, grid: Grid, blocks: readonly number[]): Profile {
  if (sound.channels < 2) return { isSide: false, isWide: false };
  let [mid, side] = [0, 0];
  for (const block of blocks) {
    for (const part of [0.125, 0.375, 0.625, 0.875]) {
      const from = Math.round((block + part) * grid.blockFrames);
      const frames = Math.min(2 ** 15, sound.frames - from);
      if (frames <= 0) continue;
      const [left, right] = sound.read(from, frames);
      for (let i = 0; i < frames; i++) {
        mid += (left![i]! + right![i]!) ** 2;
        side += (left![i]! - right![i]!) ** 2;
      }
    }
  }
  return { isSide: side > 4 * mid, isWide: side > 1e-3 * mid };
}

/** The blocks in which all of these sound, as far as there are such. */
export function blocksOfAll(stems: readonly StemSound[], grid: Grid): number[] {
  const all = stems.map((stem) => soundSeconds(stem, grid));
  return blocksToRead(Array.from({ length: grid.blocks }, (_, i) => Math.min(...all.map((seconds) => seconds[i]!))));
}
