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
  let channels: Float32Array[] = [];
  let words: Int32Array[] = [];
  const frameBytes = bytesPerFrame(format);
  const wordAt = wordReader(format);
  return (bytes) => {
    const frames = Math.floor(bytes.byteLength / frameBytes);
    if (channels.length === 0 || (channels[0]?.length ?? 0) < frames) {
      channels = Array.from({ length: format.channels }, () => new Float32Array(frames));
      words = Array.from({ length: format.channels }, () => new Int32Array(frames));
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const sampleBytes = format.containerBits / 8;
    for (let channel = 0; channel < format.channels; channel++) {
      const into = words[channel]!;
      for (let frame = 0, at = channel * sampleBytes; frame < frames; frame++, at += frameBytes)
        into[frame] = wordAt(view, at);
      const samples = channels[channel]!;
      if (format.coding === 'float') cleanFloats(new Float32Array(into.buffer, 0, frames), samples, bad);
      else for (let frame = 0; frame < frames; frame++) samples[frame] = into[frame]! * FROM_WORD;
    }
    return { frames, channels, words };
  };
}

function wordReader({ coding, containerBits, bigEndian }: SampleFormat): (view: DataView, at: number) => number {
  const little = !bigEndian;
  if (coding === 'alaw') return (view, at) => ALAW_CODES[view.getUint8(at)]! << 16;
  if (coding === 'mulaw') return (view, at) => MULAW_CODES[view.getUint8(at)]! << 16;
  if (coding === 'unsigned') return (view, at) => (view.getUint8(at) ^ 0x80) << 24;
  if (coding === 'float' && containerBits === 64) return doubleReader(little);
  if (containerBits === 8) return (view, at) => view.getUint8(at) << 24;
  if (containerBits === 16) return (view, at) => view.getInt16(at, little) << 16;
  if (containerBits === 32) return (view, at) => view.getInt32(at, little);
  return little
    ? (view, at) => (view.getUint16(at, true) << 8) | (view.getUint8(at + 2) << 24)
    : (view, at) => (view.getUint16(at, false) << 16) | (view.getUint8(at + 2) << 8);
}

function doubleReader(little: boolean): (view: DataView, at: number) => number {
  // An over of a float64 file survives in float32, which holds values up to 3.4e38.
  const float = new Float32Array(1);
  const bits = new Int32Array(float.buffer);
  return (view, at) => {
    float[0] = view.getFloat64(at, little);
    return bits[0]!;
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
