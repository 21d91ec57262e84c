import { clickMeter } from './clicks.js';
import { contentHash } from './content-hash.js';
import { boxFormer, decimationFor, decimator } from './decimate.js';
import { type BadSamples, noBadSamples, type SampleBlock, sampleDecoder } from './decode-samples.js';
import { stillRunMeter } from './dropouts.js';
import { flatTopMeter } from './flat-tops.js';
import { groupFormer } from './groups.js';
import { channelWeights, kCoefficients, kWeighting, LOWEST_LOUDNESS_RATE_HZ } from './k-weighting.js';
import { repeatMeter } from './repeats.js';
import { bytesPerFrame, type SampleFormat } from './sample-format.js';
import { addToSums, emptySums } from './sample-sums.js';
import { HOP_FRAMES, hashSalt, type PassSinks, type SoundPass, stagingBytes } from './sound-pass.js';
import { truePeakMeter } from './true-peak.js';
import { jumpCollector } from './wraps.js';

/**
 * The pass in plain TypeScript, one meter after the other over each hop: the oracle that the kernel is held to, and
 * what runs where there is no WebAssembly SIMD.
 */
export function plainPass(format: SampleFormat, sinks: PassSinks): SoundPass {
  const { channels, sampleRate } = format;
  const frameBytes = bytesPerFrame(format);
  const staging = new Uint8Array(stagingBytes(frameBytes));
  const bad: BadSamples = noBadSamples();
  const decode = sampleDecoder(format, bad);
  const sums = emptySums(channels);
  const groups = groupFormer(channels, sampleRate, sinks.groups);
  const boxes = boxFormer(decimator(decimationFor(sampleRate), sinks.slow));
  const loudness = loudnessStretches(format, sinks.loudness);
  const stillRuns = stillRunMeter(channels);
  const repeats = repeatMeter(channels);
  const each = Array.from({ length: channels }, (_, channel) => ({
    tops: [flatTopMeter(1), flatTopMeter(-1)] as const,
    jumps: jumpCollector(),
    truePeak: truePeakMeter(),
    clicks: clickMeter(channel),
  }));
  const hashes = Array.from({ length: Math.ceil(channels / 2) }, () => contentHash());
  return {
    staging,
    process(bytes) {
      const hopBytes = frameBytes * HOP_FRAMES;
      for (let at = 0; at < bytes; at += hopBytes) {
        const block = decode(staging.subarray(at, Math.min(bytes, at + hopBytes)));
        addToSums(sums, block, format.coding === 'float');
        groups.push(block);
        boxes(block);
        loudness(block);
        stillRuns.push(block);
        repeats.push(block);
        each.forEach(({ tops, jumps, truePeak, clicks }, channel) => {
          for (const meter of [...tops, jumps, truePeak, clicks]) meter.push(block.channels[channel]!, block.frames);
        });
        hashes.forEach((hash, pair) => {
          hash.push(block.words[2 * pair]!, block.words[2 * pair + 1] ?? null, block.frames);
        });
      }
    },
    finish() {
      groups.flush();
      const salt = hashSalt(sampleRate, channels);
      return {
        sums,
        bad,
        tops: each.flatMap(({ tops }) => tops.map((meter) => meter.finish())),
        wraps: each.reduce((sum, { jumps }) => sum + jumps.finish(), 0),
        truePeak: Math.max(0, ...each.map(({ truePeak }) => truePeak.finish())),
        stillRuns: stillRuns.finish(),
        repeats: repeats.finish(),
        clicks: each.flatMap(({ clicks }) => clicks.finish()),
        pcmHash: hashes.map((hash) => hash.finish(salt)).join(''),
      };
    },
  };
}

function loudnessStretches(
  { channels, sampleRate }: SampleFormat,
  sink: (powers: Float64Array) => void,
): (block: SampleBlock) => void {
  if (sampleRate < LOWEST_LOUDNESS_RATE_HZ) return () => {};
  const frames = Math.round(sampleRate / 100);
  const coefficients = kCoefficients(sampleRate);
  const weights = channelWeights(channels);
  const energies: number[][] = weights.map(() => []);
  const filters = energies.map((list) => kWeighting(coefficients, frames, (energy) => list.push(energy)));
  return (block) => {
    filters.forEach((filter, channel) => {
      filter(block.channels[channel]!, block.frames);
    });
    const energyAt = (i: number): number =>
      energies.reduce((sum, list, channel) => sum + weights[channel]! * list[i]!, 0);
    const gain = coefficients.energyGain / frames;
    sink(Float64Array.from(energies[0]!, (_, i) => energyAt(i) * gain));
    for (const list of energies) list.length = 0;
  };
}
