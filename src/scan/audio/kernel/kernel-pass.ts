import { noBadSamples, type SampleBlock, sampleDecoder } from '../meters/decode-samples.js';
import type { Dropout, StillRun } from '../meters/dropouts.js';
import { emptyGroups, groupFrames, joinChannels } from '../meters/groups.js';
import { channelWeights, kCoefficients, LOWEST_LOUDNESS_RATE_HZ } from '../meters/k-weighting.js';
import { bytesPerFrame, type SampleFormat } from '../meters/sample-format.js';
import { emptySums, type SampleSums } from '../meters/sample-sums.js';
import { hashSalt, type PassSinks, type SoundPass, stagingBytes } from '../meters/sound-pass.js';
import { endKernel, type Kernel, type KernelFormat, MOST_FRAMES, PLACE, startKernel } from './kernel.js';
import { kernelPair } from './kernel-pair.js';

/**
 * The pass by the kernel; only where `kernelRuns`. One and two channels of a common format are read straight into its
 * memory; more channels go pair by pair into kernels of their own, rare formats are widened or narrowed first.
 */
export function kernelPass(format: SampleFormat, sinks: PassSinks): SoundPass {
  const { channels, sampleRate } = format;
  const frameBytes = bytesPerFrame(format);
  const inner = innerFormat(format);
  const pairs = Array.from({ length: Math.ceil(channels / 2) }, (_, pair) => {
    const own = { ...inner, channels: Math.min(2, channels - 2 * pair) };
    const kernel = startKernel(kernelFormat(own));
    return { kernel, own, work: kernelPair(kernel, own) };
  });
  const isDirect = pairs.length === 1 && inner === format;
  const mostBytes = Math.min(stagingBytes(frameBytes), MOST_FRAMES * frameBytes);
  const first = pairs[0]!;
  const staging = isDirect ? first.kernel.bytes.subarray(PLACE.raw, PLACE.raw + mostBytes) : new Uint8Array(mostBytes);
  const copy = isDirect ? null : pairCopier(format, staging);
  const fetch = fetcher(
    format,
    pairs.map(({ kernel }) => kernel),
    sinks,
  );
  let frames = 0;
  return {
    staging,
    process(bytes) {
      const chunkFrames = Math.floor(bytes / frameBytes);
      frames += chunkFrames;
      pairs.forEach(({ kernel, work }, pair) => {
        copy?.(kernel, pair, chunkFrames);
        work.chunk(chunkFrames);
      });
      fetch.take();
      for (const { work } of pairs) work.keep();
    },
    finish() {
      fetch.flush(frames);
      const done = pairs.map(({ work }) => work.finish());
      const bad = pairs.map(({ work }) => work.badSamples());
      const total = (key: keyof (typeof bad)[number]): number => bad.reduce((sum, counts) => sum + counts[key], 0);
      const salt = hashSalt(sampleRate, channels);
      const result = {
        sums: sumsOf(format, frames, pairs),
        bad: {
          nan: total('nan'),
          infinite: total('infinite'),
          huge: total('huge'),
          denormal: total('denormal'),
          overs: total('overs'),
        },
        tops: done.flatMap(({ tops }) => tops),
        wraps: done.reduce((sum, { wraps }) => sum + wraps, 0),
        truePeak: Math.max(...pairs.map(({ kernel }) => kernel.exports.truePeak.value)),
        stillRuns: inAll(done.map((pair) => pair.stillRuns)),
        repeats: inAll(done.map((pair) => pair.repeats)),
        clicks: done.flatMap((pair, index) =>
          pair.clicks.map((click) => ({ ...click, channel: click.channel + 2 * index })),
        ),
        pcmHash: pairs.map(({ work }) => work.hash(salt)).join(''),
      };
      for (const { kernel } of pairs) endKernel(kernel);
      return result;
    },
  };
}

type Pair = { readonly kernel: Kernel; readonly work: ReturnType<typeof kernelPair> };

/** The format that the kernel reads: 16 bits for a G.711 code or a byte, 32 bits for a double; else the file's own. */
function innerFormat(format: SampleFormat): SampleFormat {
  if (format.coding === 'alaw' || format.coding === 'mulaw' || format.coding === 'unsigned') {
    return { ...format, coding: 'signed', containerBits: 16, bigEndian: false };
  }
  if (format.containerBits === 64) return { ...format, containerBits: 32, bigEndian: false };
  return format;
}

function kernelFormat({ channels, containerBits, coding, bigEndian, sampleRate }: SampleFormat): KernelFormat {
  return {
    channels: channels === 1 ? 1 : 2,
    sampleBytes: (containerBits / 8) as KernelFormat['sampleBytes'],
    float: coding === 'float',
    bigEndian,
    sampleRate,
  };
}

/** Puts one pair's samples of the staged frames into its kernel. */
function pairCopier(format: SampleFormat, staging: Uint8Array): (kernel: Kernel, pair: number, frames: number) => void {
  const frameBytes = bytesPerFrame(format);
  const sampleBytes = format.containerBits / 8;
  const decode = sampleDecoder(format, noBadSamples());
  const isRare = innerFormat(format) !== format;
  let decoded: SampleBlock | null = null;
  return ({ bytes, view }, pair, frames) => {
    const width = Math.min(2, format.channels - 2 * pair);
    if (!isRare) {
      const pairBytes = width * sampleBytes;
      let to = PLACE.raw;
      for (let frame = 0; frame < frames; frame++) {
        let from = frame * frameBytes + 2 * pair * sampleBytes;
        for (let i = 0; i < pairBytes; i++) bytes[to++] = staging[from++]!;
      }
      return;
    }
    if (pair === 0) decoded = decode(staging.subarray(0, frames * frameBytes));
    const words = decoded?.words ?? [];
    for (let channel = 0; channel < width; channel++) {
      const from = words[2 * pair + channel]!;
      for (let frame = 0; frame < frames; frame++) {
        const at = frame * width + channel;
        if (format.coding === 'float') view.setInt32(PLACE.raw + 4 * at, from[frame]!, true);
        else view.setInt16(PLACE.raw + 2 * at, from[frame]! >> 16, true);
      }
    }
  };
}

const GROUP_BYTES = 64;

/** Hands on what the kernels gave for a chunk, all channels of a moment together. */
function fetcher({ channels, sampleRate }: SampleFormat, kernels: readonly Kernel[], sinks: PassSinks) {
  const size = groupFrames(sampleRate);
  const groups = emptyGroups(channels, Math.ceil(MOST_FRAMES / size) + 1);
  const stretchFrames = Math.round(sampleRate / 100);
  const gain = sampleRate >= LOWEST_LOUDNESS_RATE_HZ ? kCoefficients(sampleRate).energyGain / stretchFrames : 0;
  const weights = channelWeights(channels);
  const powers = new Float64Array(Math.ceil(MOST_FRAMES / Math.max(1, stretchFrames)) + 1);
  const floats = kernels.map(({ exports }) => new Float32Array(exports.memory.buffer));
  const doubles = kernels.map(({ exports }) => new Float64Array(exports.memory.buffer));
  const first = kernels[0]!;
  let emitted = 0;
  const emit = (from: number, count: number, frames: number): void => {
    groups.count = count;
    groups.frames = frames;
    for (let channel = 0; channel < channels; channel++) readGroups(from, channel);
    joinChannels(groups);
    emitted += count * frames;
    sinks.groups(groups);
  };
  function readGroups(from: number, channel: number): void {
    const pair = channel >> 1;
    const lane = channel & 1;
    const lanes = floats[pair]!;
    const sums = doubles[pair]!;
    const min = groups.min[channel]!;
    const max = groups.max[channel]!;
    const sum = groups.sum[channel]!;
    const squares = groups.sumOfSquares[channel]!;
    let f = ((PLACE.groups + GROUP_BYTES * from) >> 2) + lane;
    let d = ((PLACE.groups + GROUP_BYTES * from + 32) >> 3) + lane;
    for (let i = 0; i < groups.count; i++, f += GROUP_BYTES >> 2, d += GROUP_BYTES >> 3) {
      min[i] = lanes[f]!;
      max[i] = lanes[f + 4]!;
      sum[i] = sums[d]!;
      squares[i] = sums[d + 2]!;
    }
  }
  return {
    take(): void {
      emit(0, first.exports.groups.value, size);
      const energies = first.exports.energies.value;
      powers.fill(0, 0, energies);
      for (let channel = 0; channel < channels; channel++) {
        const weight = weights[channel]!;
        const own = doubles[channel >> 1]!;
        for (let i = 0, at = (PLACE.energies >> 3) + (channel & 1); i < energies; i++, at += 2) {
          powers[i]! += weight * own[at]!;
        }
      }
      for (let i = 0; i < energies; i++) powers[i]! *= gain;
      sinks.loudness(powers.subarray(0, energies));
      const values = first.exports.values.value;
      if (values > 0) sinks.slow(floats[0]!.subarray(PLACE.slow >> 2, (PLACE.slow >> 2) + 2 * values));
    },
    flush(frames: number): void {
      if (first.exports.groupBlocks.value === 0) return;
      const index = first.exports.groups.value;
      for (const { exports } of kernels) exports.closeGroup();
      emit(index, 1, frames - emitted);
    },
  };
}

function sumsOf({ channels }: SampleFormat, frames: number, pairs: readonly Pair[]): SampleSums {
  const sums = emptySums(channels);
  const exports = pairs.map(({ kernel }) => kernel.exports);
  const loudest = pairs
    .map(({ kernel, work }) => ({ at: kernel.exports.peakAt.value, peak: peakOfPair(work) }))
    .sort((a, b) => b.peak - a.peak || a.at - b.at)[0]!;
  const firsts = exports.map(({ firstSound }) => firstSound.value).filter((frame) => frame >= 0);
  return {
    ...sums,
    frames,
    channels: pairs.flatMap(({ work }) => work.channelSums()),
    peakAtFrame: loudest.at,
    cross: exports[0]!.cross.value,
    maxDifference: exports[0]!.maxDifference.value,
    firstSoundFrame: firsts.length === 0 ? -1 : Math.min(...firsts),
    lastSoundFrame: Math.max(...exports.map(({ lastSound }) => lastSound.value)),
  };
}

function peakOfPair(work: Pair['work']): number {
  return Math.max(...work.channelSums().map(({ min, max }) => Math.max(-min, max)));
}

/** What all pairs of channels show at the same place; a hole in some of them is no hole of the file. */
function inAll<T extends StillRun | Dropout>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...others] = lists;
  return first.filter((run) =>
    others.every((list) =>
      list.some(({ fromFrame, toFrame }) => fromFrame === run.fromFrame && toFrame === run.toFrame),
    ),
  );
}
