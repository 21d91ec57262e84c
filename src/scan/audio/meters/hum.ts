import type { Measurements } from '../../../model/measurements.js';
import { powerDb } from './decibels.js';
import { powerSpectrum } from './fourier.js';

const MAINS_HZ = [50, 60] as const;
const HARMONICS = 6;
const BLOCK_SECONDS = 2;
const SHORTEST_SECONDS = 8;
const FEWEST_BLOCKS = 6;
const MOST_SILENT = 0.02;
const PROMINENCE_DB = 10;
/** Mains hum does not move: over the whole file it may swing this far, in the pauses less. */
const STEADY_DB = 6;
const STEADY_IN_PAUSES_DB = 1.5;
const FEWEST_HARMONICS = 3;
const QUIETEST_DB = -75;
const LOUDEST_DB = -35;
/** Blocks are spread over the length of the file: more than these would not change a percentile. */
const ENOUGH_BLOCKS = 30;
const MOST_BLOCKS = 1024;

type BlockLevels = {
  /** dB between 10 and 350 Hz */
  readonly total: number;
  /** by mains frequency and harmonic: at the line, and around it */
  readonly near: readonly number[];
  readonly around: readonly number[];
};

/**
 * Mains hum: a series of 50 or 60 Hz that stands in nine of ten blocks, or in the pauses, and does not move. A bass
 * does: its notes stop, and the tones next to the series leave it from the third harmonic on.
 *
 * @param rate of the values that are pushed, in Hz
 * @param expectedSeconds from the header, to spread the work; null: every second counts
 */
export function humMeter(rate: number, expectedSeconds: number | null) {
  const size = Math.round(BLOCK_SECONDS * rate);
  const hop = Math.floor(size / 2);
  const stride = expectedSeconds === null ? 1 : Math.max(1, Math.floor(expectedSeconds / ENOUGH_BLOCKS));
  const fft = 2 ** Math.ceil(Math.log2(size));
  const spectrum = powerSpectrum(fft);
  const window = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (size - 1)));
  const gain = (2 / window.reduce((sum, value) => sum + value, 0)) ** 2;
  const values = new Float64Array(size);
  const windowed = new Float64Array(fft);
  const silent = new Uint8Array(size);
  const blocks: BlockLevels[] = [];
  let pushed = 0;
  let start = 0; // where the block that is being filled begins; what lies before it is passed over
  const endBlock = (): void => {
    if (blocks.length < MOST_BLOCKS && share(silent) <= MOST_SILENT) {
      for (let i = 0; i < size; i++) windowed[i] = values[i]! * window[i]!;
      const power = spectrum(windowed);
      blocks.push(blockLevels(power, gain, fft / rate));
    }
    start += stride * hop;
    if (start >= pushed) return;
    values.copyWithin(0, stride * hop);
    silent.copyWithin(0, stride * hop);
  };
  return {
    /** @param pairs a value, and 1 where it is exact silence, else 0 */
    push(pairs: Float32Array): void {
      for (let i = 0; i < pairs.length; ) {
        const left = (pairs.length - i) / 2;
        const skipped = Math.min(left, Math.max(0, start - pushed));
        const from = pushed + skipped - start;
        const count = Math.min(left - skipped, size - from);
        i += 2 * skipped;
        for (let k = 0; k < count; k++, i += 2) {
          values[from + k] = pairs[i]!;
          silent[from + k] = pairs[i + 1]!;
        }
        pushed += skipped + count;
        if (pushed === start + size) endBlock();
      }
    },
    finish: (): Measurements['hum'] =>
      blocks.length < FEWEST_BLOCKS || pushed / rate < SHORTEST_SECONDS ? null : humIn(blocks),
  };
}

function share(flags: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < flags.length; i++) count += flags[i]!;
  return count / flags.length;
}

function blockLevels(power: Float64Array, gain: number, binsPerHz: number): BlockLevels {
  const near: number[] = [];
  const around: number[] = [];
  for (const mains of MAINS_HZ) {
    for (let harmonic = 1; harmonic <= HARMONICS; harmonic++) {
      const line = Math.round(mains * harmonic * binsPerHz);
      near.push(powerDb(gain * Math.max(power[line - 1] ?? 0, power[line] ?? 0, power[line + 1] ?? 0)));
      for (let i = 0; i < 9; i++) {
        BESIDE[2 * i] = power[line - 14 + i] ?? 0;
        BESIDE[2 * i + 1] = power[line + 6 + i] ?? 0;
      }
      BESIDE.sort();
      around.push(powerDb((gain * (BESIDE[8]! + BESIDE[9]!)) / 2));
    }
  }
  let total = 0;
  for (let bin = Math.round(10 * binsPerHz); bin < 350 * binsPerHz; bin++) total += power[bin] ?? 0;
  return { total: powerDb(total * gain), near, around };
}
const BESIDE = new Float64Array(18);

function humIn(blocks: readonly BlockLevels[]): Measurements['hum'] {
  const quietest = [...blocks]
    .sort((a, b) => a.total - b.total)
    .slice(0, Math.max(FEWEST_BLOCKS, Math.floor(blocks.length / 5)));
  for (const [index, mainsHz] of MAINS_HZ.entries()) {
    const all = series(blocks, index, STEADY_DB);
    if (all !== null) return { mainsHz, ...all, where: 'all' };
    const pauses = series(quietest, index, STEADY_IN_PAUSES_DB);
    if (pauses !== null) return { mainsHz, ...pauses, where: 'pauses' };
  }
  return null;
}

function series(blocks: readonly BlockLevels[], mains: number, steadyDb: number) {
  const harmonics: number[] = [];
  let power = 0;
  for (let harmonic = 1; harmonic <= HARMONICS; harmonic++) {
    const at = mains * HARMONICS + harmonic - 1;
    const near = blocks.map((block) => block.near[at]!);
    const low = percentile(near, 0.1);
    const prominence = percentile(
      blocks.map((block) => block.near[at]! - block.around[at]!),
      0.1,
    );
    if (prominence < PROMINENCE_DB || percentile(near, 0.9) - low > steadyDb) continue;
    harmonics.push(harmonic);
    power += 10 ** (low / 10);
  }
  const levelDbfs = powerDb(power);
  const isHum =
    harmonics.length >= FEWEST_HARMONICS && harmonics[0]! <= 3 && levelDbfs >= QUIETEST_DB && levelDbfs <= LOUDEST_DB;
  return isHum ? { harmonics, levelDbfs } : null;
}

/** Linear between neighbours. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at % 1);
}
