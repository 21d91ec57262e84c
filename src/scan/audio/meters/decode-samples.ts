import { ALAW_CODES, MULAW_CODES } from './g711.js';
import { bytesPerFrame, type SampleFormat } from './sample-format.js';

/** Some frames of a file, channel by channel; the arrays may be longer than `frames`. */
export type SampleBlock = {
  readonly frames: number;
  /** full scale ±1, without NaN, infinities, denormals and values that are no level; shape [channels][frames] */
  readonly channels: readonly Float32Array[];
  /** integers moved to the top of 32 bits, floats as their bits: equal words are equal samples; [channels][frames] */
  readonly words: readonly Int32Array[];
};

export type BadSamples = { nan: number; infinite: number; huge: number; denormal: number; overs: number };

/** Above +40 dBFS: no level but another number format. */
const HUGE = 100;
const SMALLEST_NORMAL = 2 ** -126;
const FROM_WORD = 2 ** -31;

/**
 * A decoder of interleaved bytes for one file.
 *
 * @returns a function from whole frames of bytes to a block that is only good until its next call; float samples
 *          that are no numbers or no level count in `bad` and become 0, since one of them would spoil every sum
 */
export function sampleDecoder(format: SampleFormat, bad: BadSamples): (bytes: Uint8Array) => SampleBlock {
  const decoders = Array.from({ length: format.channels }, (_, channel) => channelDecoder(format, channel, bad));
  return (bytes) => {
    const decoded = decoders.map((decode) => decode(bytes));
    return {
      frames: Math.floor(bytes.byteLength / bytesPerFrame(format)),
      channels: decoded.map(({ samples }) => samples),
      words: decoded.map(({ words }) => words),
    };
  };
}

/** The same for one channel of the file, counted from 0. */
export function channelDecoder(
  format: SampleFormat,
  channel: number,
  bad: BadSamples,
): (bytes: Uint8Array) => { readonly samples: Float32Array; readonly words: Int32Array } {
  const frameBytes = bytesPerFrame(format);
  const offset = (channel * format.containerBits) / 8;
  const readWords = wordReader(format);
  const isFloat = format.coding === 'float';
  let samples = new Float32Array(0);
  let words = new Int32Array(0);
  return (bytes) => {
    const frames = Math.floor(bytes.byteLength / frameBytes);
    if (samples.length < frames) {
      samples = new Float32Array(frames);
      words = new Int32Array(frames);
    }
    readWords(bytes, offset, frameBytes, words, frames);
    if (isFloat) cleanFloats(new Float32Array(words.buffer, 0, frames), samples, bad);
    else for (let frame = 0; frame < frames; frame++) samples[frame] = words[frame]! * FROM_WORD;
    return { samples, words };
  };
}

export function noBadSamples(): BadSamples {
  return { nan: 0, infinite: 0, huge: 0, denormal: 0, overs: 0 };
}

/** Reads every `step`th byte group from `at` on; whole loops, since a call for each sample would cost more than it does. */
type WordReader = (bytes: Uint8Array, at: number, step: number, into: Int32Array, frames: number) => void;

function wordReader({ coding, containerBits, bigEndian }: SampleFormat): WordReader {
  if (coding === 'alaw') return codeReader(ALAW_CODES);
  if (coding === 'mulaw') return codeReader(MULAW_CODES);
  if (containerBits === 64) return doubleReader(!bigEndian);
  const width = containerBits / 8;
  const flip = coding === 'unsigned' ? 0x80 : 0;
  // Where the bytes lie, from the most significant on; a byte that is not there is masked away.
  const [first, second, third, fourth] = [0, 1, 2, 3].map((i) =>
    i >= width ? 0 : bigEndian ? i : width - 1 - i,
  ) as Four;
  const [mask2, mask3, mask4] = [width > 1 ? 255 : 0, width > 2 ? 255 : 0, width > 3 ? 255 : 0];
  return (bytes, start, step, into, frames) => {
    for (let frame = 0, at = start; frame < frames; frame++, at += step) {
      into[frame] =
        ((bytes[at + first]! ^ flip) << 24) |
        ((bytes[at + second]! & mask2) << 16) |
        ((bytes[at + third]! & mask3) << 8) |
        (bytes[at + fourth]! & mask4);
    }
  };
}
type Four = [number, number, number, number];

function codeReader(codes: Int16Array): WordReader {
  return (bytes, start, step, into, frames) => {
    for (let frame = 0, at = start; frame < frames; frame++, at += step) into[frame] = codes[bytes[at]!]! << 16;
  };
}

function doubleReader(little: boolean): WordReader {
  return (bytes, start, step, into, frames) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // An over of a float64 file survives in float32, which holds values up to 3.4e38.
    const floats = new Float32Array(into.buffer, 0, frames);
    for (let frame = 0, at = start; frame < frames; frame++, at += step) floats[frame] = view.getFloat64(at, little);
  };
}

function cleanFloats(raw: Float32Array, samples: Float32Array, bad: BadSamples): void {
  for (let frame = 0; frame < raw.length; frame++) {
    const value = raw[frame]!;
    const size = Math.abs(value);
    if (size <= 1 && (size >= SMALLEST_NORMAL || size === 0)) samples[frame] = value;
    else samples[frame] = cleaned(value, size, bad);
  }
}

function cleaned(value: number, size: number, bad: BadSamples): number {
  if (Number.isNaN(value)) bad.nan++;
  else if (size === Number.POSITIVE_INFINITY) bad.infinite++;
  else if (size > HUGE) bad.huge++;
  else if (size < SMALLEST_NORMAL) bad.denormal++;
  else {
    bad.overs++;
    return value;
  }
  return 0;
}
