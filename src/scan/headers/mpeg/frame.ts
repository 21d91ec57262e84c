export type MpegFrame = {
  readonly layer: 1 | 2 | 3;
  readonly version: 1 | 2 | 2.5;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** 0 in free format, where only the next frame tells */
  readonly bytes: number;
  /** samples of each channel */
  readonly samples: number;
};

const RATES: readonly number[] = [44_100, 48_000, 32_000];
// kbit/s by bit rate index. Source: ISO/IEC 11172-3, 2.4.2.3; ISO/IEC 13818-3, 2.4.2.3
const MPEG1_KBITS: Readonly<Record<1 | 2 | 3, readonly number[]>> = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
};
const MPEG2_LAYER1_KBITS: readonly number[] = [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256];
const MPEG2_KBITS: readonly number[] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/**
 * Reads the four bytes of an MPEG audio frame header.
 *
 * @returns null where they are none, or hold a reserved value
 * Source: ISO/IEC 11172-3 and 13818-3, 2.4.1.3; the half rates of "MPEG 2.5" are common practice
 */
export function readMpegFrame(word: number): MpegFrame | null {
  if (word >>> 21 !== 0x7ff) return null;
  const versionCode = (word >>> 19) & 3;
  const layerCode = (word >>> 17) & 3;
  const kbitCode = (word >>> 12) & 15;
  const rateCode = (word >>> 10) & 3;
  if (versionCode === 1 || layerCode === 0 || kbitCode === 15 || rateCode === 3 || (word & 3) === 2) return null;
  const version = versionCode === 3 ? 1 : versionCode === 2 ? 2 : 2.5;
  const layer = (4 - layerCode) as 1 | 2 | 3;
  const sampleRate = (RATES[rateCode] ?? 0) / (version === 1 ? 1 : version === 2 ? 2 : 4);
  const table = version === 1 ? MPEG1_KBITS[layer] : layer === 1 ? MPEG2_LAYER1_KBITS : MPEG2_KBITS;
  const kbits = table[kbitCode] ?? 0;
  const padding = (word >>> 9) & 1;
  const samples = layer === 1 ? 384 : layer === 3 && version !== 1 ? 576 : 1152;
  const slots = Math.floor(((samples / 8) * kbits * 1000) / sampleRate / (layer === 1 ? 4 : 1));
  const bytes = kbits === 0 ? 0 : (slots + padding) * (layer === 1 ? 4 : 1);
  return { layer, version, sampleRate, channels: ((word >>> 6) & 3) === 3 ? 1 : 2, bytes, samples };
}

/** True where two frames can stand in one stream. */
export function isSameStream(a: MpegFrame, b: MpegFrame): boolean {
  return a.layer === b.layer && a.version === b.version && a.sampleRate === b.sampleRate;
}
