import type { SampleFormat } from '../meters/sample-format.js';
import type { DecodedAudio } from './coded-decoder.js';

/** Turns decoded floats into the interleaved bytes that the meters read, and that a FLAC's MD5 is taken of. */
export type SampleWriter = {
  readonly format: SampleFormat;
  /** the bytes of all frames; only good until the next call */
  readonly write: (audio: DecodedAudio) => Uint8Array;
};

/** Floats of a lossy codec, as they are. */
export function floatWriter(channels: number, sampleRate: number): SampleWriter {
  const format: SampleFormat = {
    coding: 'float',
    containerBits: 32,
    bigEndian: false,
    channels,
    sampleRate,
    bitDepth: null,
  };
  return {
    format,
    write({ channelData, samplesDecoded }) {
      const floats = new Float32Array(samplesDecoded * channels);
      channelData.forEach((samples, channel) => {
        for (let frame = 0, at = channel; frame < samplesDecoded; frame++, at += channels) floats[at] = samples[frame]!;
      });
      return new Uint8Array(floats.buffer);
    },
  };
}

/**
 * The integers of a lossless codec, whose decoder gives them as floats of 2^(bits − 1) − 1 steps.
 *
 * @param bitDepth 4 to 24; the bytes are the fewest that hold it, the lowest first, unused bits at the bottom
 */
export function integerWriter(channels: number, sampleRate: number, bitDepth: number): SampleWriter {
  const width = Math.ceil(bitDepth / 8);
  const containerBits = (8 * width) as 8 | 16 | 24;
  const scale = 2 ** (bitDepth - 1) - 1;
  const shift = containerBits - bitDepth;
  return {
    format: { coding: 'signed', containerBits, bigEndian: false, channels, sampleRate, bitDepth },
    write({ channelData, samplesDecoded }) {
      const bytes = new Uint8Array(samplesDecoded * channels * width);
      channelData.forEach((samples, channel) => {
        for (let frame = 0, at = channel * width; frame < samplesDecoded; frame++, at += channels * width) {
          const code = Math.round(samples[frame]! * scale) << shift;
          for (let byte = 0; byte < width; byte++) bytes[at + byte] = code >> (8 * byte);
        }
      });
      return bytes;
    },
  };
}
