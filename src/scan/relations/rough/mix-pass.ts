import { realFourier, spectrumOf } from '../signal/fourier.js';
import { type SoundReader, takeChannels } from '../sound-reader.js';
import { bandEdges, FRAME, HOP } from './bands.js';
import { windowInto } from './windowed-frame.js';

/** What one pass over the rough mix gives: what is loud where. */
export type MixLevels = {
  readonly frames: number;
  readonly edges: readonly number[];
  /** energy by frame and band, both channels; index frame · bands + band */
  readonly bandEnergy: Float32Array;
  readonly meanBandEnergy: Float64Array;
  /** mean power of every bin below the top edge */
  readonly meanPower: Float64Array;
  readonly meanRow: number;
  readonly midEnergy: number;
  readonly sideEnergy: number;
};

const RUN = 64;

/** Frames of the short-time transform in a sound of that length. */
function frameCount(frames: number): number {
  return Math.max(0, Math.floor((frames - FRAME) / HOP) + 1);
}

export async function mixLevels(mix: SoundReader, pause: () => Promise<void>): Promise<MixLevels> {
  const edges = bandEdges(mix.sampleRate);
  const bands = edges.length - 1;
  const top = edges[bands]!;
  const frames = frameCount(mix.frames);
  const bandEnergy = new Float32Array(frames * bands);
  const meanPower = new Float64Array(top);
  const channels = Array.from({ length: Math.min(2, mix.channels) }, () => new Float32Array((RUN - 1) * HOP + FRAME));
  const spectrum = spectrumOf(FRAME);
  const block = new Float32Array(FRAME);
  const power = new Float64Array(top);
  let [midEnergy, sideEnergy] = [0, 0];
  for (let first = 0; first < frames; first += RUN) {
    takeChannels(mix, first * HOP, channels);
    const [left, right] = channels;
    for (let i = 0; i < RUN * HOP; i++) {
      const [l, r] = [left![i]!, (right ?? left)![i]!];
      midEnergy += (l + r) * (l + r);
      sideEnergy += (l - r) * (l - r);
    }
    for (let frame = first; frame < Math.min(frames, first + RUN); frame++) {
      power.fill(0);
      for (const channel of channels) {
        windowInto(channel, (frame - first) * HOP, block);
        realFourier(FRAME).forward(block, spectrum);
        for (let k = 0; k < top; k++) power[k]! += spectrum.real[k]! ** 2 + spectrum.imaginary[k]! ** 2;
      }
      for (let band = 0; band < bands; band++) {
        let sum = 0;
        for (let k = edges[band]!; k < edges[band + 1]!; k++) sum += power[k]!;
        bandEnergy[frame * bands + band] = sum;
      }
      for (let k = 0; k < top; k++) meanPower[k]! += power[k]! / frames;
    }
    await pause();
  }
  const meanBandEnergy = new Float64Array(bands);
  for (let i = 0; i < bandEnergy.length; i++) meanBandEnergy[i % bands]! += bandEnergy[i]! / frames;
  const meanRow = meanPower.reduce((sum, value) => sum + value, 0);
  return { frames, edges, bandEnergy, meanBandEnergy, meanPower, meanRow, midEnergy, sideEnergy };
}
