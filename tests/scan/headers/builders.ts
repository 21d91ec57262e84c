import { type FileHeader, readHeader } from '../../../src/scan/headers/read-header.js';
import { HEAD_BYTES, runNow } from '../../../src/scan/headers/reading.js';

/** Small files for tests, put together byte by byte as the standards say. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
export function le16(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]));
}
export function le32(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)));
}
export function be16(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [(value >>> 8) & 0xff, value & 0xff]));
}
export function be32(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)));
}
export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
export function zeros(count: number): Uint8Array {
  return new Uint8Array(count);
}

export function chunk(id: string, body: Uint8Array): Uint8Array {
  return join(ascii(id), le32(body.length), body, zeros(body.length % 2));
}
export function riff(...chunks: readonly Uint8Array[]): Uint8Array {
  const body = join(ascii('WAVE'), ...chunks);
  return join(ascii('RIFF'), le32(body.length), body);
}
export function fmt(parts: { tag?: number; channels?: number; rate?: number; bits?: number; block?: number } = {}) {
  const { tag = 1, channels = 2, rate = 48_000, bits = 24 } = parts;
  const block = parts.block ?? channels * Math.ceil(bits / 8);
  return chunk('fmt ', join(le16(tag, channels), le32(rate, rate * block), le16(block, bits)));
}

export function formChunk(id: string, body: Uint8Array): Uint8Array {
  return join(ascii(id), be32(body.length), body, zeros(body.length % 2));
}
export function form(type: string, ...chunks: readonly Uint8Array[]): Uint8Array {
  const body = join(ascii(type), ...chunks);
  return join(ascii('FORM'), be32(body.length), body);
}
/** 48,000 Hz as the COMM chunk writes it: 1.46484375 × 2^15. */
export const RATE_48K: Uint8Array = join(be16(0x400e), be32(0xbb800000, 0));

export function read(bytes: Uint8Array, name = 'Bass.wav'): FileHeader {
  return readCounted(bytes, name).facts;
}

/** Reads and counts how often, and how much, the reader asked for. */
export function readCounted(bytes: Uint8Array, name = 'Bass.wav') {
  let asks = 0;
  let asked = 0;
  const facts = runNow(readHeader(bytes.length, bytes.subarray(0, HEAD_BYTES), name), (atByte, count) => {
    asks++;
    asked += count;
    return bytes.subarray(atByte, atByte + count);
  });
  return { facts, asks, asked };
}

export function faultIds(bytes: Uint8Array, name = 'Bass.wav'): string[] {
  return read(bytes, name).faults.map(({ id }) => id);
}
