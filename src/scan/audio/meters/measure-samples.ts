import type { Measurements } from '../../../model/measurements.js';
import { bandLimitMeter } from './band-limit.js';
import { clippingOf } from './clipping.js';
import { dcMeter } from './dc-offset.js';
import { amplitudeOf, decibels } from './decibels.js';
import { decimationFor } from './decimate.js';
import { noBadSamples, type SampleBlock, sampleDecoder } from './decode-samples.js';
import { dropoutsOf } from './dropouts.js';
import { edgesOf, HEAD_SECONDS, TAIL_SECONDS } from './edges.js';
import { edgeExcerpts } from './excerpts.js';
import type { Groups } from './groups.js';
import { humMeter } from './hum.js';
import { islandMeter } from './islands.js';
import { LOWEST_LOUDNESS_RATE_HZ } from './k-weighting.js';
import { levelMeter } from './levels.js';
import { loudnessMeter } from './loudness.js';
import { nearPeakMeter } from './near-peak.js';
import { overviewMeter } from './overview.js';
import { plainPass } from './plain-pass.js';
import { bytesPerFrame, type SampleFormat } from './sample-format.js';
import { peakOf } from './sample-sums.js';
import { kurtosisMeter, silenceOf } from './silence.js';
import { HOP_FRAMES, type PassSinks, type SoundPass } from './sound-pass.js';
import { stereoOf } from './stereo.js';
import { latticeMeter, usedBits } from './used-bits.js';
import { METERS_VERSION } from './version.js';

/** The measuring of one file, whose samples come in order, from the first to the last. */
export type Measuring = {
  /** where the next bytes are to be put; never empty */
  readonly room: () => Uint8Array;
  /** so many bytes have been put there, whole frames or not */
  readonly filled: (bytes: number) => void;
  readonly push: (bytes: Uint8Array) => void;
  readonly finish: () => Measurements;
};

/**
 * Starts to measure one file.
 *
 * @param expectedFrames from the header, to spread the costly meters over the file's length; null: unknown
 * @param passOf the plain pass, or the kernel's
 */
export function startMeasuring(
  format: SampleFormat,
  expectedFrames: number | null,
  passOf: (format: SampleFormat, sinks: PassSinks) => SoundPass = plainPass,
): Measuring {
  const { sampleRate, channels } = format;
  const frameBytes = bytesPerFrame(format);
  const meters = groupMeters(format);
  const loudness = loudnessMeter();
  const hum = humMeter(decimationFor(sampleRate).rate, expectedFrames === null ? null : expectedFrames / sampleRate);
  const hasHum = sampleRate >= LOWEST_LOUDNESS_RATE_HZ;
  const pass = passOf(format, {
    groups: meters.push,
    loudness: loudness.push,
    slow: hasHum ? hum.push : () => {},
  });
  const sparse = sparseMeters(format, expectedFrames, meters.peak);
  const ends = headAndTail(format);
  let held = 0;
  const work = (): void => {
    const bytes = pass.staging.subarray(0, held);
    ends.push(bytes);
    pass.process(held); // first, so that the sparse meters know how loud it gets
    sparse.push(bytes);
    held = 0;
  };
  const filled = (bytes: number): void => {
    held += bytes;
    if (held === pass.staging.length) work();
  };
  return {
    room: () => pass.staging.subarray(held),
    filled,
    push(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + pass.staging.length - held);
        pass.staging.set(part, held);
        at += part.length;
        filled(part.length);
      }
    },
    finish() {
      held -= held % frameBytes;
      if (held > 0) work();
      const result = pass.finish();
      const { sums } = result;
      const peak = peakOf(sums);
      const peakDbfs = decibels(peak);
      const samples = sums.frames * channels;
      const squares = sums.channels.reduce((all, channel) => all + channel.sumOfSquares, 0);
      const rmsDbfs = samples > 0 ? decibels(Math.sqrt(squares / samples)) : null;
      const offset = Math.max(0, ...sums.channels.map(({ sum }) => Math.abs(sum / sums.frames)));
      const { levels, activeSamples, ...figures } = meters.finish();
      const { head, tail } = ends.finish();
      const edges = edgesOf(head, tail, levels, sampleRate);
      const excerpts = edgeExcerpts(edges, head, tail);
      return {
        meters: METERS_VERSION,
        frames: sums.frames,
        peakDbfs,
        peakAtFrame: peak > 0 ? sums.peakAtFrame : null,
        channelPeaksDbfs: sums.channels.map(({ min, max }) => decibels(Math.max(-min, max))),
        truePeakDbtp: decibels(result.truePeak),
        ...loudness.finish(),
        rmsDbfs,
        dcDbfs: decibels(offset),
        crestDb: peakDbfs === null || rmsDbfs === null ? null : peakDbfs - rmsDbfs,
        noiseFloorDbfs: levels.p10Db,
        firstSoundFrame: sums.firstSoundFrame < 0 ? null : sums.firstSoundFrame,
        lastSoundFrame: sums.lastSoundFrame < 0 ? null : sums.lastSoundFrame,
        ...figures,
        silence: silenceOf(peak, levels, sparse.kurtosis()),
        loudest400MsDbfs: levels.loudest400MsDbfs,
        clipping: clippingOf(result.tops, result.wraps, peak, activeSamples),
        badSamples: { ...result.bad },
        usedBits: usedBits(
          sums.channels.reduce((word, { usedWord }) => word | usedWord, 0),
          format,
        ),
        latticeStep: sparse.latticeStep(),
        ...stereoOf(sums),
        edges,
        dropouts: dropoutsOf(result.stillRuns, result.repeats, { frames: sums.frames, sampleRate, peak }),
        clicks: [...result.clicks].sort((a, b) => a.frame - b.frame),
        ...sparse.bandLimit(),
        hum: hum.finish(),
        loudest3SDbfs: levels.loudest3SDbfs,
        pcmHash: result.pcmHash,
        ...(Object.keys(excerpts).length > 0 ? { excerpts } : {}),
      };
    },
  };
}

/** The meters that work on groups of 10 ms. */
function groupMeters({ channels, sampleRate }: SampleFormat) {
  const levels = levelMeter(sampleRate);
  const islands = islandMeter(sampleRate);
  const nearPeak = nearPeakMeter();
  const overview = overviewMeter();
  const dc = dcMeter(channels, sampleRate);
  const state = { peak: 0 };
  let activeSamples = 0;
  return {
    peak: (): number => state.peak,
    push(groups: Groups): void {
      levels.push(groups);
      islands.push(groups);
      nearPeak.push(groups);
      overview.push(groups);
      dc.push(groups);
      const { count, frames, peak, min, max } = groups;
      for (let i = 0; i < count; i++) if (peak[i]! > state.peak) state.peak = peak[i]!;
      for (let channel = 0; channel < channels; channel++) {
        const lowest = min[channel]!;
        const highest = max[channel]!;
        for (let i = 0; i < count; i++) {
          if (-lowest[i]! > ACTIVE || highest[i]! > ACTIVE) activeSamples += frames;
        }
      }
    },
    finish() {
      return {
        levels: levels.finish(),
        activeSamples,
        ...islands.finish(),
        nearPeak: nearPeak.finish(),
        overview: overview.finish(),
        dc: dc.finish(),
      };
    },
  };
}
const ACTIVE = amplitudeOf(-40);

/** Meters that look at few hops only, or at every hop of few files: they decode on their own when they want to. */
function sparseMeters(format: SampleFormat, expectedFrames: number | null, peak: () => number) {
  const hopBytes = bytesPerFrame(format) * HOP_FRAMES;
  const decode = sampleDecoder(format, noBadSamples());
  const lattice = latticeMeter(format);
  const kurtosis = kurtosisMeter();
  const band = bandLimitMeter(format.sampleRate, expectedFrames);
  return {
    push(bytes: Uint8Array): void {
      for (let at = 0; at < bytes.length; at += hopBytes) {
        const isQuiet = kurtosis.wants(peak());
        if (!isQuiet && !lattice.isOpen() && !band.wants()) {
          band.skip();
          continue;
        }
        const block = decode(bytes.subarray(at, at + hopBytes));
        if (isQuiet) kurtosis.push(block);
        if (lattice.isOpen()) lattice.push(block);
        band.push(block);
      }
    },
    kurtosis: kurtosis.finish,
    latticeStep: lattice.finish,
    bandLimit: band.finish,
  };
}

/** Keeps the bytes of the first 20 and the last 100 ms. */
function headAndTail(format: SampleFormat) {
  const frameBytes = bytesPerFrame(format);
  const bytesIn = (seconds: number): number =>
    frameBytes * Math.min(MOST_EDGE_FRAMES, Math.ceil(seconds * format.sampleRate));
  const head = new Uint8Array(bytesIn(HEAD_SECONDS));
  const tail = new Uint8Array(bytesIn(TAIL_SECONDS));
  let inHead = 0;
  let inTail = 0;
  const blockOf = (bytes: Uint8Array): SampleBlock => sampleDecoder(format, noBadSamples())(bytes);
  return {
    push(bytes: Uint8Array): void {
      const first = bytes.subarray(0, head.length - inHead);
      head.set(first, inHead);
      inHead += first.length;
      const last = bytes.subarray(Math.max(0, bytes.length - tail.length));
      const kept = Math.min(inTail, tail.length - last.length);
      tail.copyWithin(0, inTail - kept, inTail);
      tail.set(last, kept);
      inTail = kept + last.length;
    },
    finish: () => ({ head: blockOf(head.subarray(0, inHead)), tail: blockOf(tail.subarray(0, inTail)) }),
  };
}
/** 100 ms at 192 kHz: a header that claims more gets a shorter look. */
const MOST_EDGE_FRAMES = 19_200;
