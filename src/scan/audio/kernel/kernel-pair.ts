import {
  CLICK_ALONE_FRAMES,
  CLICK_NEAR_FRAMES,
  CLICK_SIDE_FRAMES,
  type Click,
  clickAt,
  isAloneAt,
  loneBendAt,
  MOST_CLICKS,
  SHORTEST_FRAMES,
} from '../meters/clicks.js';
import { hashDigits } from '../meters/content-hash.js';
import {
  type BadSamples,
  channelDecoder,
  noBadSamples,
  type SampleBlock,
  sampleDecoder,
} from '../meters/decode-samples.js';
import { type Dropout, MOST_STILL_RUNS, SIDE_FRAMES, type StillRun } from '../meters/dropouts.js';
import type { FlatTops } from '../meters/flat-tops.js';
import { isMusical, MOST_REPEAT_RUNS } from '../meters/repeats.js';
import type { SampleFormat } from '../meters/sample-format.js';
import type { ChannelSums } from '../meters/sample-sums.js';
import { countWraps, jumpList, jumpOf } from '../meters/wraps.js';
import { type Kernel, PLACE, RAW_HISTORY_FRAMES } from './kernel.js';

const BLOCK_FRAMES = 64;
const TOP_BYTES = 0x140;

/**
 * The host's half of the kernel for one or two channels: it fetches what a chunk gave, and looks itself at the few
 * places that the kernel names, whose samples are still there as raw bytes.
 *
 * @param format of the bytes that the kernel reads, with one or two channels
 */
export function kernelPair(kernel: Kernel, format: SampleFormat) {
  const { exports, bytes, view } = kernel;
  const { channels } = format;
  const frameBytes = (channels * format.containerBits) / 8;
  const decode = sampleDecoder(format, noBadSamples());
  const channelDecoders = Array.from({ length: channels }, (_, channel) =>
    channelDecoder(format, channel, noBadSamples()),
  );
  const jumps = Array.from({ length: channels }, () => jumpList());
  const stillRuns: StillRun[] = [];
  const repeats: Dropout[] = [];
  const clicks: Click[] = [];
  let openRuns: Omit<StillRun, 'powerAfter'>[] = [];
  let openClicks: { readonly frame: number; readonly channel: number }[] = [];
  let first = 0; // frame of the chunk's first byte
  let end = 0;

  return {
    /** Works through frames that lie in the kernel's memory; what it gave is to be fetched before `keep`. */
    chunk(frames: number): void {
      end = first + frames;
      exports.chunk(frames, false);
      takeJumps();
      takeRepeats();
      takeStillRuns();
      takeClicks();
    },
    keep(): void {
      exports.keep(end - first);
      first = end;
    },
    finish() {
      exports.chunk(0, true);
      takeRepeats();
      exports.finish();
      for (const run of openRuns) stillRuns.push({ ...run, powerAfter: 0 });
      const peaks = channelSums().map(({ min, max }) => Math.max(-min, max));
      return {
        stillRuns,
        repeats,
        clicks: end < SHORTEST_FRAMES ? [] : clicks,
        wraps: jumps.reduce((sum, list, channel) => sum + countWraps(list.all(), peaks[channel]!), 0),
        tops: Array.from({ length: 2 * channels }, (_, index) => flatTops(PLACE.tops + TOP_BYTES * index)),
      };
    },
    channelSums,
    badSamples: (): BadSamples => ({
      nan: exports.nan.value,
      infinite: exports.infinite.value,
      huge: exports.huge.value,
      denormal: exports.denormal.value,
      overs: exports.overs.value,
    }),
    hash(salt: number): string {
      const sums = Uint32Array.from({ length: 16 }, (_, i) => view.getUint32(PLACE.hash + 4 * i, true));
      return hashDigits(sums, end * channels, salt);
    },
  };

  function channelSums(): ChannelSums[] {
    const isFloat = format.coding === 'float';
    const sumOf = (upper: number, lower: number, float: number): number =>
      isFloat ? float : (upper * 0x10000 + lower) / 0x80000000;
    const e = exports;
    const left = {
      min: e.minLeft.value,
      max: e.maxLeft.value,
      sumOfSquares: e.squaresLeft.value,
    };
    if (channels === 1) {
      // The lanes of one channel are its even and odd frames.
      const sum = sumOf(
        e.upperLeft.value + e.upperRight.value,
        e.lowerLeft.value + e.lowerRight.value,
        e.sumLeft.value,
      );
      return [{ ...left, sum, usedWord: e.usedLeft.value | e.usedRight.value }];
    }
    return [
      { ...left, sum: sumOf(e.upperLeft.value, e.lowerLeft.value, e.sumLeft.value), usedWord: e.usedLeft.value },
      {
        min: e.minRight.value,
        max: e.maxRight.value,
        sumOfSquares: e.squaresRight.value,
        sum: sumOf(e.upperRight.value, e.lowerRight.value, e.sumRight.value),
        usedWord: e.usedRight.value,
      },
    ];
  }

  /** Decoded samples of a stretch; only good until the next call. */
  function samplesAt(fromFrame: number, toFrame: number): SampleBlock {
    const at = PLACE.raw + (fromFrame - first) * frameBytes;
    return decode(bytes.subarray(at, at + (toFrame - fromFrame) * frameBytes));
  }

  function channelAt(channel: number, fromFrame: number, toFrame: number): Float32Array {
    const at = PLACE.raw + (fromFrame - first) * frameBytes;
    return channelDecoders[channel]!(bytes.subarray(at, at + (toFrame - fromFrame) * frameBytes)).samples;
  }

  function takeJumps(): void {
    const peaks = channelSums().map(({ min, max }) => Math.max(-min, max));
    for (let i = 0; i < exports.jumps.value; i++) {
      const at = PLACE.jumps + 32 * i;
      const [before, from, to, after] = [8, 12, 16, 20].map((offset) => view.getFloat32(at + offset, true));
      const channel = view.getInt32(at + 24, true);
      jumps[channel]?.add(jumpOf(view.getFloat64(at, true), before!, from!, to!, after!), peaks[channel]!);
    }
  }

  function takeRepeats(): void {
    for (let i = 0; i < exports.repeats.value && repeats.length < MOST_REPEAT_RUNS; i++) {
      const fromFrame = view.getFloat64(PLACE.repeats + 16 * i, true);
      const blockFrames = view.getInt32(PLACE.repeats + 16 * i + 8, true);
      if (fromFrame < first - RAW_HISTORY_FRAMES) continue;
      const block = samplesAt(fromFrame, fromFrame + blockFrames);
      if (!isMusical(block.channels.map((samples) => samples.subarray(0, blockFrames)))) continue;
      repeats.push({ kind: 'repeat', fromFrame, toFrame: fromFrame + blockFrames, blockFrames });
    }
  }

  function takeStillRuns(): void {
    for (let i = 0; i < exports.runs.value; i++) {
      const at = PLACE.still + 32 * i;
      const [stepIn, stepOut, powerBefore, level] = [16, 20, 24, 28].map((offset) =>
        view.getFloat32(at + offset, true),
      ) as [number, number, number, number];
      const kind = level === 0 ? 'gap' : 'held';
      const [fromFrame, toFrame] = [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
      openRuns.push({ kind, fromFrame, toFrame, stepIn, stepOut, powerBefore, level });
    }
    openRuns = openRuns.filter((run) => {
      if (run.toFrame + SIDE_FRAMES > end) return true;
      if (stillRuns.length < MOST_STILL_RUNS) {
        const { channels: after } = samplesAt(run.toFrame, run.toFrame + SIDE_FRAMES);
        stillRuns.push({ ...run, powerAfter: meanPower(after, SIDE_FRAMES) });
      }
      return false;
    });
  }

  function takeClicks(): void {
    for (let i = 0; i < exports.clicks.value; i++) {
      const at = PLACE.clicks + 16 * i;
      openClicks.push({ frame: view.getFloat64(at, true), channel: view.getInt32(at + 8, true) });
    }
    openClicks = openClicks.filter((place) => {
      if (place.frame + BLOCK_FRAMES + CLICK_SIDE_FRAMES > end) return true;
      if (clicks.length < MOST_CLICKS) judgeClicks(place.frame, place.channel);
      return false;
    });
  }

  /**
   * A bend counts at the frame before the last of its four, so the block's places begin one frame earlier. Most places
   * fall for what stands right beside them, so the farther sides are only decoded for those that do not.
   */
  function judgeClicks(frame: number, channel: number): void {
    const from = frame - 1;
    const to = from + BLOCK_FRAMES;
    const beside = channelAt(channel, from - CLICK_ALONE_FRAMES, to + CLICK_ALONE_FRAMES);
    const places: number[] = [];
    for (let place = from; place < to; place++) {
      if (isAloneAt(beside, place - from + CLICK_ALONE_FRAMES)) places.push(place);
    }
    for (const place of places) {
      const near = channelAt(channel, place - CLICK_NEAR_FRAMES, place + CLICK_NEAR_FRAMES);
      if (loneBendAt(near, CLICK_NEAR_FRAMES) === null) continue;
      if (place < CLICK_SIDE_FRAMES || place + CLICK_SIDE_FRAMES >= end) continue;
      const found = clickAt(
        channelAt(channel, place - CLICK_SIDE_FRAMES - 2, place + CLICK_SIDE_FRAMES + 1),
        CLICK_SIDE_FRAMES + 2,
      );
      if (found !== null) clicks.push({ frame: place, channel, ...found });
    }
  }

  function flatTops(at: number): FlatTops {
    const spans = Array.from({ length: view.getInt32(at + 20, true) }, (_, i) => {
      const fromFrame = view.getFloat64(at + 32 + 16 * i, true);
      return { fromFrame, toFrame: fromFrame + view.getInt32(at + 40 + 16 * i, true) };
    });
    return {
      top: view.getFloat32(at, true),
      runs: view.getInt32(at + 12, true),
      longestFrames: view.getInt32(at + 16, true),
      clippedSamples: view.getFloat64(at + 24, true),
      spans,
    };
  }
}

function meanPower(channels: readonly Float32Array[], frames: number): number {
  let squares = 0;
  for (const samples of channels) for (let i = 0; i < frames; i++) squares += samples[i]! * samples[i]!;
  return squares / (frames * channels.length);
}
