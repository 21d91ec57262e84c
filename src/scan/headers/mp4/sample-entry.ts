import { nameOf } from '../text.js';

export type SampleEntry = {
  readonly codec: string;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bits: number | null;
  readonly lossy: boolean;
};

const CODECS: Readonly<Record<string, string>> = {
  mp4a: 'aac',
  alac: 'alac',
  'ac-3': 'ac3',
  'ec-3': 'eac3',
  fLaC: 'flac',
  Opus: 'opus',
  '.mp3': 'mp3',
  sowt: 'pcm_s16',
  twos: 'pcm_s16',
  in24: 'pcm_s24',
  in32: 'pcm_s32',
  fl32: 'float32',
  fl64: 'float64',
  ulaw: 'mulaw',
  alaw: 'alaw',
};
const LOSSLESS: readonly string[] = ['alac', 'flac', 'pcm_s16', 'pcm_s24', 'pcm_s32', 'float32', 'float64'];
// QuickTime writes 16 into the entry, whatever the width.
const PCM_BITS: Readonly<Record<string, number>> = { pcm_s24: 24, pcm_s32: 32, float32: 32, float64: 64 };
const OBJECT_TYPES: Readonly<Record<number, string>> = {
  105: 'mp3',
  107: 'mp3',
  165: 'ac3',
  166: 'eac3',
  221: 'vorbis',
  173: 'opus',
};
const AAC_RATES: readonly number[] = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
];
const AAC_CHANNELS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 8];
const ALS = 36;

/**
 * Reads the first sample entry of a track, with the codec's own description behind it, which counts where they differ.
 *
 * @param body the stsd box's content: version, count, entry
 * @returns null where there is none
 * Source: ISO/IEC 14496-12, 12.2.3; ISO/IEC 14496-3, 1.6.2.1; Apple Lossless magic cookie; FLAC in ISOBMFF
 */
export function readSampleEntry(body: DataView): SampleEntry | null {
  if (body.byteLength < 8 + 36) return null;
  const entry = 8;
  const format = nameOf(body.getUint32(entry + 4));
  const codec = CODECS[format] ?? `mp4-${format.trim()}`;
  const plain: SampleEntry = {
    codec,
    channels: body.getUint16(entry + 24),
    sampleRate: body.getUint32(entry + 32) >>> 16,
    bits: PCM_BITS[codec] ?? (LOSSLESS.includes(codec) ? body.getUint16(entry + 26) : null),
    lossy: !LOSSLESS.includes(codec),
  };
  const config = findBox(body, entry + 36, codec);
  if (config === null) return plain;
  if (codec === 'alac' && config + 28 <= body.byteLength) {
    return {
      ...plain,
      bits: body.getUint8(config + 9),
      channels: body.getUint8(config + 13),
      sampleRate: body.getUint32(config + 24),
    };
  }
  if (codec === 'flac' && config + 4 + 4 + 18 <= body.byteLength) {
    const packed = body.getUint32(config + 8 + 10);
    return { ...plain, sampleRate: packed >>> 12, channels: ((packed >>> 9) & 7) + 1, bits: ((packed >>> 4) & 31) + 1 };
  }
  return codec === 'aac' ? { ...plain, ...audioSpecific(body, config) } : plain;
}

/** Where the content of the codec's own box starts. */
function findBox(body: DataView, from: number, codec: string): number | null {
  const wanted = codec === 'aac' ? 'esds' : codec === 'alac' ? 'alac' : codec === 'flac' ? 'dfLa' : '';
  if (wanted === '') return null;
  // QuickTime puts the box into a "wave" box behind longer entries: looked up by its name.
  for (let at = from; at + 8 <= body.byteLength; at++) {
    if (nameOf(body.getUint32(at + 4)) === wanted && body.getUint32(at) >= 12) return at + 8;
  }
  return null;
}

function audioSpecific(body: DataView, config: number): Partial<SampleEntry> {
  let at = config + 4;
  let objectType = 0;
  // Descriptors: 3 holds 4, which holds 5 with the decoder's own words. Each has a tag and a length of 1 to 4 bytes.
  for (let depth = 0; depth < 8 && at + 2 < body.byteLength; depth++) {
    const tag = body.getUint8(at++);
    let length = 0;
    for (let byte = 0; byte < 4 && at < body.byteLength; byte++) {
      const more = body.getUint8(at++);
      length = (length << 7) | (more & 0x7f);
      if (more < 0x80) break;
    }
    if (tag === 3) at += 3;
    else if (tag === 4 && at + 13 <= body.byteLength) {
      objectType = body.getUint8(at);
      at += 13;
    } else if (tag === 5) return aacConfig(body, at, Math.min(length, body.byteLength - at));
    else break;
  }
  const other = OBJECT_TYPES[objectType];
  return other === undefined ? {} : { codec: other };
}

function aacConfig(body: DataView, at: number, length: number): Partial<SampleEntry> {
  const bits = bitReader(body, at, length);
  const readType = (): number => {
    const type = bits(5);
    return type === 31 ? 32 + bits(6) : type;
  };
  const readRate = (): number => {
    const index = bits(4);
    return index === 15 ? bits(24) : (AAC_RATES[index] ?? 0);
  };
  const type = readType();
  let sampleRate = readRate();
  const channels = AAC_CHANNELS[bits(4)] ?? 0;
  // Spectral band replication doubles the rate; parametric stereo makes two channels of one.
  if (type === 5 || type === 29) sampleRate = readRate();
  if (type === ALS) return { codec: 'als', lossy: false };
  return {
    ...(sampleRate > 0 ? { sampleRate } : {}),
    ...(channels > 0 ? { channels: type === 29 ? 2 : channels } : {}),
  };
}

function bitReader(body: DataView, at: number, length: number): (count: number) => number {
  let position = 0;
  return (count) => {
    let value = 0;
    for (let i = 0; i < count; i++, position++) {
      const byte = position >>> 3 < length ? body.getUint8(at + (position >>> 3)) : 0;
      value = value * 2 + ((byte >>> (7 - (position & 7))) & 1);
    }
    return value;
  };
}
