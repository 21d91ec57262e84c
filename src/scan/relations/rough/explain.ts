import { realFourier, spectrumOf } from '../signal/fourier.js';
import type { SoundReader } from '../sound-reader.js';
import { FRAME, HOP } from './bands.js';
import type { Fit } from './fit.js';
import { frameRuns, type MixPart, RUN } from './frame-runs.js';
import { type Judged, judgedBins, judgeOf } from './judge-frames.js';
import type { MixLevels } from './mix-pass.js';
import { type Span, type Stretch, stretchesToHear } from './stretches.js';

/** What the mix holds that no located stem gives; and what is left of the mix, mono, in the spans that were asked for. */
export type Explained = Judged & {
  readonly residual: readonly { readonly atFrame: number; readonly samples: Float32Array }[];
};

/** From this length on only every second frame is heard: a part lasts longer than a tenth of a second. */
const LONG_SECONDS = 120;

/**
 * Holds the mix against what the located stems can give, wherever they leave something of it.
 *
 * @param keep spans of the mix, in frames, of which the residual is kept
 * @param isHeadCut the mix begins after the stems
 */
export async function explainMix(
  mix: SoundReader,
  levels: MixLevels,
  fit: Fit,
  keep: readonly Span[],
  isHeadCut: boolean,
  pause: () => Promise<void>,
): Promise<Explained> {
  const { edges } = levels;
  // Frames that do not overlap tell as much, but cannot be put together to a sound again.
  const step = keep.length > 0 ? 1 : mix.frames > LONG_SECONDS * mix.sampleRate ? 4 : 2;
  const top = keep.length > 0 ? edges[edges.length - 1]! : judgedBins(levels, mix.sampleRate);
  const runs = frameRuns(mix, levels, fit, top, step);
  const judge = judgeOf(levels, step, mix.sampleRate);
  const residual = keep.map(({ fromFrame, toFrame }) => ({
    atFrame: fromFrame,
    samples: new Float32Array(toFrame - fromFrame),
  }));

  for (const { first, stretch } of runsOf(stretchesToHear(levels, fit, keep, mix.sampleRate, isHeadCut), step)) {
    const count = Math.min(RUN, Math.ceil((stretch.to - first) / step));
    if (first === stretch.from) judge.restart();
    const { parts, power, gains } = runs.run(first, count);
    for (let frame = 0; frame < count; frame++) {
      const at = frame * runs.bins;
      const index = first + frame * step;
      judge.add(index, index >= stretch.countFrom, parts, power, at, gains[frame]!);
      addResidual(residual, index * HOP, parts, at, gains[frame]!, runs.bins);
    }
    await pause();
  }
  return { ...judge.finish(), residual };
}

function* runsOf(stretches: readonly Stretch[], step: number): Generator<{ first: number; stretch: Stretch }> {
  for (const stretch of stretches) {
    for (let first = stretch.from; first < stretch.to; first += RUN * step) yield { first, stretch };
  }
}

/** Adds a frame of what is left to the kept spans, mono. */
function addResidual(
  spans: readonly { readonly atFrame: number; readonly samples: Float32Array }[],
  atFrame: number,
  parts: readonly MixPart[],
  at: number,
  gain: number,
  bins: number,
): void {
  const wanted = spans.filter((span) => atFrame + FRAME > span.atFrame && atFrame < span.atFrame + span.samples.length);
  if (wanted.length === 0) return;
  const left = spectrumOf(FRAME);
  for (const { mix, located } of parts) {
    for (let k = 0; k < bins; k++) {
      left.real[k]! += (mix[0][at + k]! - gain * located[0][at + k]!) / parts.length;
      left.imaginary[k]! += (mix[1][at + k]! - gain * located[1][at + k]!) / parts.length;
    }
  }
  const block = new Float32Array(FRAME);
  realFourier(FRAME).inverse(left, block);
  for (const { atFrame: start, samples } of wanted) {
    const from = Math.max(0, start - atFrame);
    const to = Math.min(FRAME, start + samples.length - atFrame);
    for (let i = from; i < to; i++) samples[atFrame + i - start]! += block[i]!;
  }
}
