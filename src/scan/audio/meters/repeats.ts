import type { SampleBlock } from './decode-samples.js';
import type { Dropout } from './dropouts.js';

/** Sizes of the buffers in which audio drivers and programs hand sound on, in frames. */
export const REPEAT_LAGS: readonly number[] = [64, 128, 256, 441, 480, 512, 960, 1024, 2048, 4096];
const LONGEST_LAG = 4096;
/** The repeated block and its source must still be there when the run ends. */
const REPEAT_HISTORY_FRAMES = 2 * LONGEST_LAG;
const MASK = REPEAT_HISTORY_FRAMES - 1; // a power of two, so that a ring needs no division
const LAGS = Int32Array.from(REPEAT_LAGS);
const FEWEST_VALUES = 16;
const QUIETEST_DB = -50;
export const MOST_REPEAT_RUNS = 64;

/**
 * Buffers that were played twice: x[n] = x[n − lag] in all channels, for one to two lags. What repeats longer is a loop
 * or a synthesiser's wave, and is left alone.
 */
export function repeatMeter(channels: number) {
  const rings = Array.from({ length: channels }, () => new Float32Array(REPEAT_HISTORY_FRAMES));
  const equal = new Int32Array(REPEAT_LAGS.length);
  const found: Dropout[] = [];
  let frame = 0;
  const endRun = (index: number): void => {
    const lag = REPEAT_LAGS[index]!;
    const run = equal[index]!;
    if (run < lag || run >= 2 * lag || found.length >= MOST_REPEAT_RUNS) return;
    const from = frame - run;
    const block = rings.map((ring) => Float32Array.from({ length: lag }, (_, i) => ring[(from + i) % ring.length]!));
    if (isMusical(block)) found.push({ kind: 'repeat', fromFrame: from, toFrame: from + lag, blockFrames: lag });
  };
  return {
    push(block: SampleBlock): void {
      for (let i = 0; i < block.frames; i++, frame++) {
        for (let index = 0; index < equal.length; index++) {
          const at = (frame - LAGS[index]!) & MASK;
          let same = frame >= LAGS[index]!;
          for (let channel = 0; same && channel < channels; channel++) {
            same = block.channels[channel]![i] === rings[channel]![at];
          }
          if (same) equal[index]!++;
          else if (equal[index]! > 0) {
            endRun(index);
            equal[index] = 0;
          }
        }
        for (let channel = 0; channel < channels; channel++) {
          rings[channel]![frame & MASK] = block.channels[channel]![i]!;
        }
      }
    },
    finish(): Dropout[] {
      for (let index = 0; index < equal.length; index++) endRun(index);
      return found;
    },
  };
}

/** Not silence, not hiss of a few steps, not a square: [channels][frames]. */
export function isMusical(block: readonly Float32Array[]): boolean {
  if (new Set(block[0]).size < FEWEST_VALUES) return false;
  let squares = 0;
  let samples = 0;
  for (const channel of block) {
    const mean = channel.reduce((sum, value) => sum + value, 0) / channel.length;
    for (const value of channel) squares += (value - mean) ** 2;
    samples += channel.length;
  }
  return 10 * Math.log10(squares / samples) > QUIETEST_DB;
}
