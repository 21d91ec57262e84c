import type { AudioHeader } from '../../../model/delivery.js';

/** How the samples of a file lie in its bytes: interleaved frames of one width. */
export type SampleFormat = {
  readonly coding: 'signed' | 'unsigned' | 'float' | 'alaw' | 'mulaw';
  readonly containerBits: 8 | 16 | 24 | 32 | 64;
  readonly bigEndian: boolean;
  readonly channels: number;
  /** Hz */
  readonly sampleRate: number;
  /** what the header states; null where it states nothing */
  readonly bitDepth: number | null;
};

/** More channels or a higher rate than this are a damaged header, not a stem. */
const MOST_CHANNELS = 256;
const HIGHEST_RATE_HZ = 6_144_000;

/** The format of plain PCM in a file; null where the codec is none that this program decodes itself. */
export function sampleFormatOf(header: AudioHeader): SampleFormat | null {
  const { channels, sampleRate, bitDepth } = header;
  const containerBits = header.data?.containerBits;
  if (!(channels >= 1 && channels <= MOST_CHANNELS && sampleRate >= 1 && sampleRate <= HIGHEST_RATE_HZ)) return null;
  const shape = { channels, sampleRate, bitDepth, bigEndian: header.endian === 'be' };
  if (/^a-?law$/.test(header.codec)) return { ...shape, coding: 'alaw', containerBits: 8 };
  if (/^(?:mu?|µ)-?law$/.test(header.codec) || header.codec === 'ulaw')
    return { ...shape, coding: 'mulaw', containerBits: 8 };
  if (header.float) {
    return containerBits === 32 || containerBits === 64 ? { ...shape, coding: 'float', containerBits } : null;
  }
  if (!header.codec.startsWith('pcm')) return null;
  if (containerBits === 8)
    return { ...shape, coding: header.codec === 'pcm_s8' ? 'signed' : 'unsigned', containerBits };
  if (containerBits === 16 || containerBits === 24 || containerBits === 32) {
    return { ...shape, coding: 'signed', containerBits };
  }
  return null;
}

export function bytesPerFrame(format: SampleFormat): number {
  return (format.channels * format.containerBits) / 8;
}
