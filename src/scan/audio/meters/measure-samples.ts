import type { Measurements } from '../../../model/measurements.js';
import { contentHash } from './content-hash.js';
import { type BadSamples, sampleDecoder } from './decode-samples.js';
import { bytesPerFrame, type SampleFormat } from './sample-format.js';
import { addToSums, emptySums, peakOf, type SampleSums } from './sample-sums.js';

/** Measurements of another version are measured again: raise it with any change of a meter or its floors. */
export const METERS_VERSION = '1';

export type Measuring = {
  /** any number of bytes; what is no whole frame waits for the rest */
  readonly push: (bytes: Uint8Array) => void;
  readonly finish: () => Measurements;
};

/** Meters work on pieces of this many frames, so that the caller's block size cannot change an answer. */
export const HOP_FRAMES = 4096;

/** Starts to measure one file whose samples come in order, from the first to the last. */
export function startMeasuring(format: SampleFormat): Measuring {
  const bad: BadSamples = { nan: 0, infinite: 0, huge: 0, denormal: 0, overs: 0 };
  const decode = sampleDecoder(format, bad);
  const sums = emptySums(format.channels);
  const hashes = Array.from({ length: Math.ceil(format.channels / 2) }, () => contentHash());
  const hop = hopBuffer(bytesPerFrame(format) * HOP_FRAMES, (bytes) => {
    const block = decode(bytes);
    addToSums(sums, block, format.coding === 'float');
    hashes.forEach((hash, pair) => {
      hash.push(block.words[2 * pair]!, block.words[2 * pair + 1] ?? null, block.frames);
    });
  });
  return {
    push: hop.push,
    finish() {
      hop.flush();
      const salt = Math.imul(format.sampleRate, 31) + format.channels;
      return measurementsOf(format, sums, bad, hashes.map((hash) => hash.finish(salt)).join(''));
    },
  };
}

/** Cuts a stream of bytes into pieces of equal size; the last may be shorter. */
function hopBuffer(size: number, use: (bytes: Uint8Array) => void) {
  const held = new Uint8Array(size);
  let filled = 0;
  return {
    push(bytes: Uint8Array) {
      let at = 0;
      while (at < bytes.length) {
        if (filled === 0 && bytes.length - at >= size) {
          use(bytes.subarray(at, at + size));
          at += size;
          continue;
        }
        const part = bytes.subarray(at, at + size - filled);
        held.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < size) continue;
        use(held);
        filled = 0;
      }
    },
    flush() {
      if (filled > 0) use(held.subarray(0, filled));
      filled = 0;
    },
  };
}

function measurementsOf(format: SampleFormat, sums: SampleSums, bad: BadSamples, pcmHash: string): Measurements {
  const peak = peakOf(sums);
  const samples = sums.frames * format.channels;
  const squares = sums.channels.reduce((all, channel) => all + channel.sumOfSquares, 0);
  return {
    meters: METERS_VERSION,
    frames: sums.frames,
    peakDbfs: dbfs(peak),
    peakAtFrame: peak > 0 ? sums.peakAtFrame : null,
    channelPeaksDbfs: sums.channels.map(({ min, max }) => dbfs(Math.max(-min, max))),
    truePeakDbtp: null,
    integratedLufs: null,
    loudnessRangeLu: null,
    momentaryMaxLufs: null,
    shortTermMaxLufs: null,
    rmsDbfs: samples > 0 ? dbfs(Math.sqrt(squares / samples)) : null,
    dcDbfs: null,
    crestDb: null,
    noiseFloorDbfs: null,
    firstSoundFrame: sums.firstSoundFrame < 0 ? null : sums.firstSoundFrame,
    lastSoundFrame: sums.lastSoundFrame < 0 ? null : sums.lastSoundFrame,
    activeSeconds: 0,
    islands: [],
    silence: silenceOf(peak),
    loudest400MsDbfs: null,
    clipping: null,
    badSamples: { ...bad },
    usedBits: null,
    latticeStep: null,
    correlation: null,
    sideDb: null,
    balanceDb: null,
    maxDifference: null,
    identicalChannels: format.channels === 2 ? sums.identical : null,
    silentSide: null,
    edges: null,
    dc: [],
    dropouts: [],
    clicks: [],
    bandLimitHz: null,
    bandDropDb: null,
    hum: null,
    nearPeak: null,
    loudest3SDbfs: null,
    overview: null,
    pcmHash,
  };
}

/** Two steps of 16 bit, −84.3 dBFS: below it there is dither at most. */
const SILENT_PEAK = 2.01 / 32768;

function silenceOf(peak: number): Measurements['silence'] {
  if (peak === 0) return { kind: 'digital', noiseRmsDbfs: null };
  if (peak <= SILENT_PEAK) return { kind: 'dither', noiseRmsDbfs: null };
  return null;
}

function dbfs(amplitude: number): number | null {
  return amplitude > 0 ? 20 * Math.log10(amplitude) : null;
}
