import type { AudioHeader } from '../../../model/delivery.js';
import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { MOST_PCM_HZ, pcmCodec } from '../pcm.js';

const SHORTEST_BYTES = 16;
const EXTENSIBLE = 0xfffe;
const PCM = 1;
const FLOAT = 3;
/** Codecs of the registered format tags that turn up in music. Source: RFC 2361 and the registry behind it. */
const LOSSY_CODECS: Readonly<Record<number, string>> = {
  2: 'adpcm',
  6: 'alaw',
  7: 'mulaw',
  17: 'adpcm',
  32: 'adpcm',
  49: 'gsm',
  64: 'adpcm',
  69: 'adpcm',
  80: 'mp2',
  85: 'mp3',
  255: 'aac',
  352: 'wma',
  353: 'wma',
  354: 'wma',
  512: 'adpcm',
  5632: 'aac',
  8192: 'ac3',
  26447: 'vorbis',
  26448: 'vorbis',
  26449: 'vorbis',
  26479: 'vorbis',
  26480: 'vorbis',
  26481: 'vorbis',
};
const LOSSLESS_CODECS: Readonly<Record<number, string>> = { 355: 'wma', 27745: 'alac', 61868: 'flac' };

export type WavFormat = Pick<
  AudioHeader,
  'codec' | 'sampleRate' | 'channels' | 'bitDepth' | 'float' | 'endian' | 'lossy'
> & {
  /** bytes of one frame; of one block where frames are packed in blocks */
  readonly frameBytes: number;
  readonly byteRate: number;
  /** bits that a sample takes in the file; 0 where samples are not plain numbers */
  readonly containerBits: number;
  /** frames in a block of ADPCM or GSM; 1 for plain samples; 0 where unknown */
  readonly framesPerBlock: number;
};

/**
 * Reads the body of a `fmt ` chunk.
 *
 * @param body cut where the chunk or the file ends; any length
 * @returns null, with the fault noted, where no decoder could make sound of it
 * Source: Microsoft, Multiple Channel Audio Data and WAVE Files; RFC 2361
 */
export function readWavFormat(body: DataView, atByte: number, littleEndian: boolean, faults: Faults): WavFormat | null {
  if (body.byteLength < SHORTEST_BYTES) {
    const needed = `The fmt chunk holds ${counted(body.byteLength, 'byte')} and needs ${SHORTEST_BYTES}.`;
    note(faults, 'header-cut', atByte, needed, 'a WAV file cut inside its header');
    return null;
  }
  const written = body.getUint16(0, littleEndian);
  const extensible = written === EXTENSIBLE ? readExtension(body, atByte, littleEndian, faults) : null;
  const tag = extensible?.tag ?? written;
  const channels = body.getUint16(2, littleEndian);
  const sampleRate = body.getUint32(4, littleEndian);
  const byteRate = body.getUint32(8, littleEndian);
  const blockBytes = body.getUint16(12, littleEndian);
  const bits = body.getUint16(14, littleEndian);
  const plain = tag === PCM || tag === FLOAT;
  const impossible = impossibleField(channels, sampleRate, plain ? bits : null);
  if (impossible) {
    note(
      faults,
      'format-impossible',
      atByte,
      `The header of this WAV file says ${impossible}.`,
      'a WAV file with a damaged header',
    );
    return null;
  }
  if (sampleRate > MOST_PCM_HZ) {
    note(faults, 'rate-absurd', atByte + 4, `The header gives a sample rate of ${formatCount(sampleRate)} Hz.`);
  }
  if (!plain)
    return {
      sampleRate,
      channels,
      byteRate,
      ...packedFormat(tag, body, littleEndian, channels, blockBytes, bits, atByte, faults),
    };

  const sample = sampleBytes(channels, bits, blockBytes, atByte, faults);
  const frameBytes = sample * channels;
  if (byteRate !== sampleRate * frameBytes && !faults.some(({ id }) => id === 'frame-size-wrong')) {
    note(
      faults,
      'byte-rate-wrong',
      atByte + 8,
      `The header gives ${formatCount(byteRate)} bytes a second where its other fields make ${formatCount(sampleRate * frameBytes)}.`,
    );
  }
  const float = tag === FLOAT;
  if (bits !== 64 && (bits > 32 || (float && bits !== 32))) {
    note(faults, 'bits-unusual', atByte + 14, `The samples have ${bits} bits, which most programs do not open.`);
  }
  return {
    sampleRate,
    channels,
    byteRate,
    codec: float ? `float${bits}` : pcmCodec(sample, bits, true),
    bitDepth: validBits(extensible?.validBits ?? 0, bits, atByte, faults),
    float,
    endian: littleEndian ? 'le' : 'be',
    lossy: false,
    frameBytes,
    containerBits: sample * 8,
    framesPerBlock: 1,
  };
}

function readExtension(body: DataView, atByte: number, littleEndian: boolean, faults: Faults) {
  if (body.byteLength < 26) {
    note(
      faults,
      'format-short',
      atByte,
      `The fmt chunk is of the extensible kind, holds ${body.byteLength} bytes and needs 40.`,
    );
    return { tag: PCM, validBits: 0 };
  }
  // A writer of big-endian files may leave the sub format little-endian: the small number of the two is the tag.
  const low = body.getUint16(24, littleEndian);
  const tag = low > 0xff && (low & 0xff) === 0 ? low >>> 8 : low;
  return { tag, validBits: body.getUint16(18, littleEndian) };
}

function impossibleField(channels: number, sampleRate: number, bits: number | null): string | null {
  if (channels === 0) return 'that it has 0 channels';
  if (sampleRate === 0) return 'that it runs at 0 Hz';
  if (bits === 0) return 'that its samples have 0 bits';
  return bits !== null && bits > 256 ? `that its samples have ${bits} bits` : null;
}

function validBits(valid: number, bits: number, atByte: number, faults: Faults): number {
  if (valid > bits) {
    note(faults, 'bits-unusual', atByte + 18, `The header says that ${valid} of ${bits} bits are used.`);
  }
  return valid > 0 && valid <= bits ? valid : bits;
}

/** Bytes that one sample takes: by the block size where it fits the bits, else by the bits. */
function sampleBytes(channels: number, bits: number, blockBytes: number, atByte: number, faults: Faults): number {
  const needed = Math.ceil(bits / 8);
  if (blockBytes === needed * channels) return needed;
  const text = `The header gives frames of ${counted(blockBytes, 'byte')} where ${channels} × ${bits} bits need ${needed * channels}.`;
  const each = blockBytes / channels;
  if (Number.isInteger(each) && each > needed && each <= 8) {
    note(faults, 'frame-size-odd', atByte + 12, text);
    return each;
  }
  note(faults, 'frame-size-wrong', atByte + 12, text);
  return needed;
}

type Packed = Omit<WavFormat, 'sampleRate' | 'channels' | 'byteRate'>;
function packedFormat(
  tag: number,
  body: DataView,
  littleEndian: boolean,
  channels: number,
  blockBytes: number,
  bits: number,
  atByte: number,
  faults: Faults,
): Packed {
  const lossless = LOSSLESS_CODECS[tag];
  const codec = LOSSY_CODECS[tag] ?? lossless ?? `wav-${tag.toString(16).padStart(4, '0')}`;
  if (codec.startsWith('wav-')) {
    note(
      faults,
      'codec-unsupported',
      atByte,
      `The sound is packed by a method with the number ${tag}, which is not known here.`,
    );
  }
  const oneByte = codec === 'alaw' || codec === 'mulaw';
  return {
    codec,
    bitDepth: lossless && bits > 0 ? bits : null,
    float: false,
    lossy: lossless === undefined,
    frameBytes: oneByte ? channels : blockBytes,
    containerBits: 0,
    framesPerBlock: oneByte ? 1 : blockFrames(tag, body, littleEndian, channels, blockBytes),
  };
}

function blockFrames(tag: number, body: DataView, littleEndian: boolean, channels: number, blockBytes: number): number {
  const stated = body.byteLength >= 20 ? body.getUint16(18, littleEndian) : 0;
  // A block starts with the state of each channel: 4 bytes and a sample (IMA), 7 bytes and two samples (Microsoft).
  if (tag === 17) return stated || Math.max(0, Math.floor(((blockBytes - 4 * channels) * 2) / channels) + 1);
  if (tag === 2) return stated || Math.max(0, Math.floor(((blockBytes - 7 * channels) * 2) / channels) + 2);
  return tag === 49 ? stated || 320 : 0;
}
