import type { Edges, Measurements } from '../../../model/measurements.js';
import type { SampleBlock } from './decode-samples.js';

type Excerpts = NonNullable<Measurements['excerpts']>;
/** Decodes frames of the file; null where they cannot be had any more. */
export type ReadFrames = (fromFrame: number, frames: number) => SampleBlock | null;

/** What a drawing a hand's breadth wide can show. */
const EDGE_FRAMES = 192;
const CLIP_FRAMES = 144;
const HOLE_POINTS = 192;
const PAIRS = 100;
/** Every fourth frame: a hundred neighbours would only be a piece of one low wave. */
const PAIR_STEP = 4;
const ONE_SOUND = 1e-6;
const UPSIDE_DOWN = -0.9;

/** The cut first and last milliseconds, from the blocks that the edges were judged by; empty where nothing is cut. */
export function edgeExcerpts(edges: Edges | null, head: SampleBlock, tail: SampleBlock): Excerpts {
  return {
    ...(edges?.headCut ? { head: loudest(head, 0, EDGE_FRAMES) } : {}),
    ...(edges?.tailCut ? { tail: loudest(tail, Math.max(0, tail.frames - EDGE_FRAMES), EDGE_FRAMES) } : {}),
  };
}

/**
 * What drawings of the other findings need, by a second look at a few frames; a file without such findings is not read.
 *
 * @returns at most 200 numbers each, full scale ±1 in steps of 1/10,000: `clipping` around the longest run, `dropout`
 *          around the first hole, `stereo` as L, R, L, R … near the peak of a file whose sides are one sound
 */
export function placeExcerpts(measured: Measurements, read: ReadFrames): Excerpts {
  const excerpts: Record<string, number[]> = {};
  const add = (key: string, fromFrame: number, frames: number, take: (block: SampleBlock) => number[]): void => {
    const from = Math.max(0, Math.min(Math.round(fromFrame), measured.frames - frames));
    const block = read(from, Math.min(frames, measured.frames - from));
    if (block !== null) excerpts[key] = take(block);
  };
  const run = longestOf(measured.clipping?.spans ?? []);
  if (run !== null) {
    add('clipping', (run.fromFrame + run.toFrame - CLIP_FRAMES) / 2, CLIP_FRAMES, (block) =>
      loudest(block, 0, CLIP_FRAMES),
    );
  }
  const [hole] = measured.dropouts;
  if (hole !== undefined) {
    // A third of the drawing on either side of it; a long one is thinned out.
    const length = hole.toFrame - hole.fromFrame;
    const step = Math.max(1, Math.ceil((3 * length) / HOLE_POINTS));
    const frames = step * HOLE_POINTS;
    add('dropout', (hole.fromFrame + hole.toFrame - frames) / 2, frames, (block) =>
      loudest(block, 0, block.frames).filter((_, i) => i % step === 0),
    );
  }
  if (areOneSound(measured)) add('stereo', measured.peakAtFrame ?? 0, PAIRS * PAIR_STEP, pairsOf);
  return excerpts;
}

function areOneSound({ identicalChannels, correlation, peakAtFrame, silence }: Measurements): boolean {
  if (silence !== null || peakAtFrame === null) return false;
  return (
    identicalChannels === true ||
    (correlation !== null && (correlation <= UPSIDE_DOWN || 1 - correlation * correlation < ONE_SOUND))
  );
}

function longestOf<T extends { readonly fromFrame: number; readonly toFrame: number }>(spans: readonly T[]): T | null {
  return spans.reduce<T | null>(
    (best, span) => (best === null || span.toFrame - span.fromFrame > best.toFrame - best.fromFrame ? span : best),
    null,
  );
}

/** Frames of the channel that is loudest there. */
function loudest({ channels, frames }: SampleBlock, from: number, count: number): number[] {
  const cut = channels.map((samples) => samples.subarray(from, Math.min(frames, from + count)));
  const peaks = cut.map((samples) => samples.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0));
  return Array.from(cut[peaks.indexOf(Math.max(...peaks))] ?? [], rounded);
}

function pairsOf({ channels, frames }: SampleBlock): number[] {
  const pairs: number[] = [];
  for (let frame = 0; frame < frames; frame += PAIR_STEP)
    pairs.push(rounded(channels[0]?.[frame] ?? 0), rounded(channels[1]?.[frame] ?? 0));
  return pairs;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0; // no −0, which JSON would print apart
}
