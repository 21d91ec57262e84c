import type { MonoView, SoundReader } from '../sound-reader.js';
import type { Watch } from '../stem-sound.js';
import type { SecondLook } from './claims.js';
import { coarseLag } from './coarse.js';
import type { Explained } from './explain.js';
import { fineLag } from './fine.js';
import type { Grid } from './grid.js';
import type { Mix, Searched } from './locate.js';
import { mixSpectra } from './mix-spectra.js';
import type { Span } from './stretches.js';

/** Blocks of which the residual is kept: two minutes and more. */
const MOST_BLOCKS = 16;

/** The spans of the mix in which these stems are looked for again. */
export function residualSpans(blocks: readonly (readonly number[])[], grid: Grid): Span[] {
  const wanted = [...new Set(blocks.flat())].sort((a, b) => a - b).slice(0, MOST_BLOCKS);
  return wanted.map((block) => ({
    fromFrame: block * grid.blockFrames,
    toFrame: Math.min(grid.mixFrames, (block + 1) * grid.blockFrames),
  }));
}

/** The stems that were not found, held against what the others leave of the mix. */
export async function secondLooks(
  looked: readonly number[],
  searched: readonly Searched[],
  { residual }: Explained,
  mix: Mix,
  common: number,
  watch: Watch,
): Promise<Map<number, SecondLook>> {
  const found = new Map<number, SecondLook>();
  if (looked.length === 0) return found;
  const view: MonoView = { sound: residualReader(residual, mix.grid), side: false };
  const spectra = mixSpectra(view, mix.grid);
  for (const i of looked) {
    await watch.pause();
    const { view: stem, blocks } = searched[i]!;
    const coarse = coarseLag(stem, spectra, mix.grid, blocks);
    const atCommon = fineLag(stem, spectra, mix.grid, blocks, common);
    const own = coarse !== null && coarse.psr > 8 ? fineLag(stem, spectra, mix.grid, blocks, coarse.lag) : null;
    found.set(i, { coarse, atCommon, own });
  }
  return found;
}

function residualReader(spans: Explained['residual'], grid: Grid): SoundReader {
  return {
    sampleRate: grid.sampleRate,
    channels: 1,
    frames: grid.mixFrames,
    read(fromFrame, frames) {
      const samples = new Float32Array(frames);
      for (const { atFrame, samples: from } of spans) {
        const start = Math.max(fromFrame, atFrame);
        const end = Math.min(fromFrame + frames, atFrame + from.length);
        if (end > start) samples.set(from.subarray(start - atFrame, end - atFrame), start - fromFrame);
      }
      return [samples];
    },
  };
}
