import type { SampleBlock } from './decode-samples.js';

/** Frames that are summed first; their plain sum already keeps what lies around its multiples 20 dB and more down. */
const BOX_FRAMES = 8;

/** How a file's rate comes down to about 1 kHz, which is enough for six harmonics of 60 Hz. */
export type Decimation = {
  readonly step: number;
  readonly taps: Float64Array;
  /** Hz */
  readonly rate: number;
};

export function decimationFor(sampleRate: number): Decimation {
  const boxRate = sampleRate / BOX_FRAMES;
  const step = Math.max(1, Math.floor(boxRate / 1000));
  return { step, taps: lowPass(8 * step + 1, 0.8 / step), rate: boxRate / step };
}

/** A windowed sinc with gain 1 at 0 Hz; `cutoff` as a share of half the rate. Source: the window method, Hamming */
function lowPass(length: number, cutoff: number): Float64Array {
  const middle = (length - 1) / 2;
  const taps = Float64Array.from({ length }, (_, i) => {
    const t = i - middle;
    const sinc = t === 0 ? cutoff : Math.sin(Math.PI * cutoff * t) / (Math.PI * t);
    return sinc * (0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (length - 1)));
  });
  const sum = taps.reduce((all, tap) => all + tap, 0);
  return taps.map((tap) => tap / sum);
}

/** Means over BOX_FRAMES frames and all channels of the first pair, handed on one by one. */
export function boxFormer(sink: (mean: number) => void) {
  const state = { sum: 0 }; // a double in an object is written in place, in a closure it is a new one each time
  let frames = 0;
  return (block: SampleBlock): void => {
    const [left, right] = [block.channels[0]!, block.channels[1] ?? null];
    let sum = state.sum;
    for (let i = 0; i < block.frames; i++) {
      sum += right === null ? left[i]! : (left[i]! + right[i]!) / 2;
      if (++frames < BOX_FRAMES) continue;
      sink(sum / BOX_FRAMES);
      sum = 0;
      frames = 0;
    }
    state.sum = sum;
  };
}

/** Low-passes boxes and hands on one value of each `step`. */
export function decimator({ step, taps }: Decimation, sink: (pairs: Float32Array) => void) {
  const pair = new Float32Array(2);
  const ring = new Float64Array(taps.length);
  let pushed = 0;
  let zeros = 0;
  return (box: number): void => {
    ring[pushed++ % ring.length] = box;
    if (box === 0) zeros++;
    if (pushed % step !== 0) return;
    let value = 0;
    const oldest = pushed % ring.length;
    for (let i = 0; i < taps.length; i++) value += taps[i]! * ring[(oldest + i) % ring.length]!;
    pair[0] = value;
    pair[1] = zeros === step ? 1 : 0;
    sink(pair);
    zeros = 0;
  };
}
