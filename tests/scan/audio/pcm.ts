import type { SampleFormat } from '../../../src/scan/audio/meters/sample-format.js';

/** A format for tests: little endian, 48 kHz, unless told otherwise. */
export function format(change: Partial<SampleFormat> = {}): SampleFormat {
  return {
    coding: 'signed',
    containerBits: 24,
    bigEndian: false,
    channels: 1,
    sampleRate: 48_000,
    bitDepth: null,
    ...change,
  };
}

/** Samples at full scale ±1, [channels][frames], as interleaved bytes; written here apart from the decoder. */
export function encode(
  channels: readonly ArrayLike<number>[],
  { coding, containerBits, bigEndian }: SampleFormat,
): Uint8Array {
  const frames = channels[0]?.length ?? 0;
  const width = containerBits / 8;
  const bytes = new Uint8Array(frames * channels.length * width);
  const view = new DataView(bytes.buffer);
  const scale = 2 ** (containerBits - 1);
  let at = 0;
  for (let frame = 0; frame < frames; frame++) {
    for (const channel of channels) {
      const value = channel[frame] ?? 0;
      if (coding === 'float') {
        if (width === 8) view.setFloat64(at, value, !bigEndian);
        else view.setFloat32(at, value, !bigEndian);
      } else {
        const code =
          Math.max(-scale, Math.min(scale - 1, Math.round(value * scale))) + (coding === 'unsigned' ? scale : 0);
        for (let byte = 0; byte < width; byte++) bytes[at + byte] = code >> (8 * (bigEndian ? width - 1 - byte : byte));
      }
      at += width;
    }
  }
  return bytes;
}

/** Repeatable noise of a uniform distribution in ±peak. */
export function noise(frames: number, peak = 1, seed = 1): Float64Array {
  let state = seed >>> 0 || 1;
  return Float64Array.from({ length: frames }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return peak * ((state >>> 0) / 2 ** 31 - 1);
  });
}

export function sine(frames: number, hz: number, amplitude = 1, sampleRate = 48_000, phase = 0): Float64Array {
  return Float64Array.from(
    { length: frames },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / sampleRate + phase),
  );
}
