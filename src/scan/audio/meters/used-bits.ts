import type { SampleBlock } from './decode-samples.js';
import type { SampleFormat } from './sample-format.js';

/** Codes near zero, where every gain of a coarser original leaves its steps. */
const NEAR_ZERO_CODES = 16_384;
const LEAST_STEP_CODES = 8;
const FEWEST_SAMPLES = 2000;
const FEWEST_CODES = 64;
const WIDTH_BITS = 24;
/** A lattice that held for so many samples is one. */
const ENOUGH_SAMPLES = 4_000_000;

/** Bits of an integer that were ever used, counted from the top of the word; null for floats and for silence. */
export function usedBits(usedWord: number, { coding }: SampleFormat): number | null {
  if (coding === 'float' || usedWord === 0) return null;
  return 32 - (31 - Math.clz32(usedWord & -usedWord));
}

/**
 * The step of codes that a 16-bit sound turned down in 24 bits keeps: gaps between all codes near zero. The first two
 * codes that lie closer end the search, so true 24 bit costs nothing.
 */
export function latticeMeter({ coding, bitDepth, containerBits }: SampleFormat) {
  const isWide = coding === 'signed' && (bitDepth ?? containerBits) >= WIDTH_BITS && containerBits >= WIDTH_BITS;
  const used = new Uint8Array(2 * NEAR_ZERO_CODES);
  let open = isWide;
  let samples = 0;
  return {
    isOpen: (): boolean => open && samples < ENOUGH_SAMPLES,
    push({ words, frames }: SampleBlock): void {
      for (const channel of words) {
        for (let i = 0; open && i < frames; i++) {
          const code = channel[i]! >> 8;
          if (code === 0 || code >= NEAR_ZERO_CODES || code <= -NEAR_ZERO_CODES) continue;
          samples++;
          const at = code + NEAR_ZERO_CODES;
          if (used[at] === 1) continue;
          used[at] = 1;
          for (let near = Math.max(0, at - LEAST_STEP_CODES + 1); near < at + LEAST_STEP_CODES; near++) {
            if (near !== at && used[near] === 1) open = false;
          }
        }
      }
    },
    /** the median step in codes; null where there is no lattice or too little to tell */
    finish(): number | null {
      if (!open || samples < FEWEST_SAMPLES) return null;
      const codes = [...used.keys()].filter((at) => used[at] === 1);
      if (codes.length < FEWEST_CODES) return null;
      const steps = codes
        .slice(1)
        .map((code, i) => code - codes[i]!)
        .sort((a, b) => a - b);
      return steps[Math.floor(steps.length / 2)]!;
    },
  };
}
