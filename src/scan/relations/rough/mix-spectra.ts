import { decimate, decimationLead } from '../signal/decimation.js';
import { realFourier, type Spectrum, spectrumOf } from '../signal/fourier.js';
import { tukeyWindow } from '../signal/windows.js';
import { type MonoView, takeMono } from '../sound-reader.js';
import { BLOCK, FINE_REACH, type Grid, REACH, SEGMENT } from './grid.js';

type Part = { readonly spectrum: Spectrum; readonly energy: number };
/** Spectra of the rough mix that many stems are held against; the last ones used are kept. */
export type MixSpectra = { readonly block: (block: number) => Part; readonly segment: (atFrame: number) => Part };

/** 48 MiB each at most. */
const MOST_KEPT_BLOCKS = 48;
const MOST_KEPT_SEGMENTS = 192;

export function mixSpectra(mix: MonoView, grid: Grid): MixSpectra {
  const blocks = new Map<number, Part>();
  const segments = new Map<number, Part>();
  return {
    block: (block) => kept(blocks, block, MOST_KEPT_BLOCKS, () => blockOf(mix, grid, block)),
    segment: (atFrame) => kept(segments, atFrame, MOST_KEPT_SEGMENTS, () => segmentOf(mix, atFrame)),
  };
}

function kept(parts: Map<number, Part>, key: number, most: number, make: () => Part): Part {
  const known = parts.get(key);
  if (known !== undefined) {
    parts.delete(key);
    parts.set(key, known);
    return known;
  }
  const part = make();
  if (parts.size >= most) for (const oldest of [...parts.keys()].slice(0, 1)) parts.delete(oldest);
  parts.set(key, part);
  return part;
}

function blockOf(mix: MonoView, grid: Grid, block: number): Part {
  const thin = thinned(mix, grid, block * grid.blockFrames, BLOCK);
  const energy = windowed(thin);
  const spectrum = spectrumOf(BLOCK + 2 * REACH);
  realFourier(BLOCK + 2 * REACH).forward(thin, spectrum);
  return { spectrum, energy };
}

function segmentOf(mix: MonoView, atFrame: number): Part {
  const samples = new Float32Array(SEGMENT - 2 * FINE_REACH);
  takeMono(mix, atFrame, samples);
  const energy = windowed(samples);
  const spectrum = spectrumOf(SEGMENT);
  realFourier(SEGMENT).forward(samples, spectrum);
  return { spectrum, energy };
}

/** Every `step`th sample from `fromFrame` on, behind the low-pass. */
export function thinned(view: MonoView, { decimation }: Grid, fromFrame: number, length: number): Float32Array {
  const lead = decimationLead(decimation);
  const source = scratch(length * decimation.step + 2 * lead);
  takeMono(view, fromFrame - lead, source);
  const thin = new Float32Array(length);
  decimate(decimation, source, thin);
  return thin;
}

/**
 * Thins a stem in pieces of REACH values, of which neighbouring blocks share two.
 *
 * @returns a function from a block to its samples with REACH more on either side, in an array that is reused
 */
export function thinnedBlocks(view: MonoView, grid: Grid): (block: number) => Float32Array {
  const pieces = new Map<number, Float32Array>();
  const whole = new Float32Array(BLOCK + 2 * REACH);
  return (block) => {
    const first = (block * BLOCK) / REACH - 1;
    for (const known of [...pieces.keys()]) if (known < first) pieces.delete(known);
    for (let i = 0; i < whole.length / REACH; i++) {
      const piece = pieces.get(first + i) ?? thinned(view, grid, (first + i) * REACH * grid.decimation.step, REACH);
      pieces.set(first + i, piece);
      whole.set(piece, i * REACH);
    }
    return whole;
  };
}

let scratchSamples = new Float32Array(0);
function scratch(length: number): Float32Array {
  if (scratchSamples.length < length) scratchSamples = new Float32Array(length);
  return scratchSamples.subarray(0, length);
}

/** Tapers in place; the energy is that of the tapered samples. */
export function windowed(samples: Float32Array): number {
  const window = tukeyWindow(samples.length);
  let energy = 0;
  for (let i = 0; i < samples.length; i++) {
    samples[i]! *= window[i]!;
    energy += samples[i]! * samples[i]!;
  }
  return energy;
}
