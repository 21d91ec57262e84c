import { powerDb } from './decibels.js';
import type { SampleBlock } from './decode-samples.js';
import { powerSpectrum } from './fourier.js';

const BLOCK_FRAMES = 4096;
const LOWEST_RATE_HZ = 80_000;
const CLIFF_DB = 35;
const EVEN_ABOVE_DB = 15;
/** Spread over the length of the file: a mean spectrum does not change with more. */
const MOST_BLOCKS = 200;
/** Where a converter from each rate leaves its edge: last frequency below it, first above it, half the old rate. */
const SOURCES = [
  { below: 19_500, above: 22_500, limitHz: 22_050 },
  { below: 20_500, above: 24_600, limitHz: 24_000 },
] as const;

type Bands = { readonly power: number; readonly levels: readonly number[] };

/**
 * The edge that a sound made at 44.1 or 48 kHz keeps in a file of 88.2 kHz and more. Lower rates say nothing:
 * converters, codecs and samplers all end at the same place there.
 *
 * @param expectedFrames from the header, to spread the blocks; null: the first ones
 */
export function bandLimitMeter(sampleRate: number, expectedFrames: number | null) {
  const isHigh = sampleRate >= LOWEST_RATE_HZ;
  const spectrum = isHigh ? powerSpectrum(BLOCK_FRAMES) : null;
  const windowed = new Float64Array(isHigh ? BLOCK_FRAMES : 0);
  const window = Float64Array.from({ length: isHigh ? BLOCK_FRAMES : 0 }, (_, i) => {
    const angle = (2 * Math.PI * i) / (BLOCK_FRAMES - 1);
    return 0.42 - 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
  });
  const stride = Math.max(1, Math.floor((expectedFrames ?? 0) / BLOCK_FRAMES / MOST_BLOCKS));
  const measured: Bands[] = [];
  let blocks = 0;
  return {
    /** whether the block that follows is one that counts */
    wants: (): boolean => isHigh && blocks % stride === 0 && measured.length < MOST_BLOCKS,
    skip(): void {
      blocks++;
    },
    push(block: SampleBlock): void {
      const wanted = this.wants();
      blocks++;
      if (!wanted || spectrum === null || block.frames < BLOCK_FRAMES) return;
      const strongest = [...block.channels].sort((a, b) => powerOf(b) - powerOf(a))[0]!;
      const power = powerOf(strongest);
      if (power === 0) return;
      for (let i = 0; i < BLOCK_FRAMES; i++) windowed[i] = strongest[i]! * window[i]!;
      const bins = spectrum(windowed);
      measured.push({ power, levels: SOURCES.flatMap((source) => bandPowers(bins, source, sampleRate)) });
    },
    finish(): { bandLimitHz: number | null; bandDropDb: number | null } {
      const loud = [...measured].sort((a, b) => b.power - a.power).slice(0, Math.ceil(measured.length / 2));
      for (const [index, { limitHz }] of SOURCES.entries()) {
        if (loud.length < 2) break;
        const [below, above, high] = [0, 1, 2].map((band) =>
          powerDb(loud.reduce((sum, { levels }) => sum + levels[3 * index + band]!, 0) / loud.length),
        ) as [number, number, number];
        if (below - above < CLIFF_DB || Math.abs(above - high) >= EVEN_ABOVE_DB) continue;
        return { bandLimitHz: limitHz, bandDropDb: below - above };
      }
      return { bandLimitHz: null, bandDropDb: null };
    },
  };
}

function powerOf(samples: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < BLOCK_FRAMES; i++) sum += samples[i]! * samples[i]!;
  return sum;
}

function bandPowers(bins: Float64Array, { below, above }: (typeof SOURCES)[number], sampleRate: number): number[] {
  const mean = (fromHz: number, toHz: number): number => {
    const from = Math.ceil((fromHz * BLOCK_FRAMES) / sampleRate);
    const to = Math.ceil((toHz * BLOCK_FRAMES) / sampleRate);
    let sum = 0;
    for (let bin = from; bin < to; bin++) sum += bins[bin]!;
    return sum / Math.max(1, to - from);
  };
  return [
    mean(below - 2000, below),
    mean(above, above + 2000),
    mean(above + 2000, Math.min(sampleRate / 2 - 500, above + 12_000)),
  ];
}
