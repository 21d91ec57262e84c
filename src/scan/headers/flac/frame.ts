import type { StreamInfo } from './streaminfo.js';

export type FlacFrame = {
  readonly atByte: number;
  readonly isVariable: boolean;
  /** number of the frame, or of its first sample where blocks vary */
  readonly number: number;
  readonly blockFrames: number;
  /** null: as STREAMINFO says */
  readonly sampleRate: number | null;
  readonly channels: number;
  readonly bits: number | null;
};
export const MOST_FRAME_HEADER_BYTES = 16;

const RATES: readonly (number | null)[] = [
  null,
  88_200,
  176_400,
  192_000,
  8000,
  16_000,
  22_050,
  24_000,
  32_000,
  44_100,
  48_000,
  96_000,
];
const BITS: readonly (number | null)[] = [null, 8, 12, 0, 16, 20, 24, 32];

/**
 * Reads a frame header where one starts at `at`.
 *
 * @returns null where there is none: no sync code, a reserved value, or a wrong checksum
 * Source: RFC 9639, section 9.1
 */
export function readFrameHeader(view: DataView, at: number, fileByte: number): FlacFrame | null {
  if (at + 6 > view.byteLength || (view.getUint16(at) & 0xfffe) !== 0xfff8) return null;
  const codes = view.getUint8(at + 2);
  const layout = view.getUint8(at + 3);
  const blockCode = codes >>> 4;
  const rateCode = codes & 15;
  const channelCode = layout >>> 4;
  const bits = BITS[(layout >>> 1) & 7];
  if (blockCode === 0 || rateCode === 15 || channelCode > 10 || bits === 0 || (layout & 1) !== 0) return null;
  const numbered = codedNumber(view, at + 4);
  if (!numbered) return null;
  let end = numbered.end;
  const blockBytes = blockCode === 6 ? 1 : blockCode === 7 ? 2 : 0;
  const rateBytes = rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0;
  if (end + blockBytes + rateBytes + 1 > view.byteLength) return null;
  const blockFrames =
    blockBytes === 0 ? blockFramesOf(blockCode) : (blockBytes === 1 ? view.getUint8(end) : view.getUint16(end)) + 1;
  end += blockBytes;
  const rate =
    rateBytes === 0
      ? (RATES[rateCode] ?? null)
      : rateBytes === 1
        ? view.getUint8(end) * 1000
        : view.getUint16(end) * (rateCode === 14 ? 10 : 1);
  end += rateBytes;
  if (crc8(view, at, end) !== view.getUint8(end)) return null;
  return {
    atByte: fileByte,
    isVariable: (view.getUint8(at + 1) & 1) === 1,
    number: numbered.value,
    blockFrames,
    sampleRate: rate,
    channels: channelCode < 8 ? channelCode + 1 : 2,
    bits: bits ?? null,
  };
}

/** Where a frame starts in the sound, in samples of each channel. */
export function startOf(frame: FlacFrame, info: StreamInfo): number {
  return frame.isVariable ? frame.number : frame.number * info.mostBlockFrames;
}

/** True where bytes up to `to` end with the 16-bit checksum of what stands before it. Source: RFC 9639, section 9.3 */
export function endsWithChecksum(view: DataView, from: number, to: number): boolean {
  let crc = 0;
  for (let at = from; at < to; at++) crc = ((crc << 8) & 0xffff) ^ (CRC16[(crc >>> 8) ^ view.getUint8(at)] ?? 0);
  return crc === 0 && to - from > 8;
}

function blockFramesOf(code: number): number {
  if (code === 1) return 192;
  return code < 6 ? 576 << (code - 2) : 256 << (code - 8);
}

function codedNumber(view: DataView, at: number): { value: number; end: number } | null {
  const first = view.getUint8(at);
  if (first < 0x80) return { value: first, end: at + 1 };
  const extra = Math.clz32(~(first << 24)) - 1;
  if (extra < 1 || extra > 6 || at + 1 + extra > view.byteLength) return null;
  let value = extra === 6 ? 0 : first & ((1 << (6 - extra)) - 1);
  for (let i = 1; i <= extra; i++) {
    const byte = view.getUint8(at + i);
    if ((byte & 0xc0) !== 0x80) return null;
    value = value * 64 + (byte & 0x3f);
  }
  return { value, end: at + 1 + extra };
}

function crc8(view: DataView, from: number, to: number): number {
  let crc = 0;
  for (let at = from; at < to; at++) crc = CRC8[crc ^ view.getUint8(at)] ?? 0;
  return crc;
}

const CRC8 = Uint8Array.from({ length: 256 }, (_, byte) => shifted(byte, 0x107, 0x80, 0xff));
const CRC16 = Uint16Array.from({ length: 256 }, (_, byte) => shifted(byte << 8, 0x18005, 0x8000, 0xffff));
function shifted(start: number, polynomial: number, top: number, mask: number): number {
  let crc = start;
  for (let bit = 0; bit < 8; bit++) crc = (crc & top) !== 0 ? (crc << 1) ^ polynomial : crc << 1;
  return crc & mask;
}
