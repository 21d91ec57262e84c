import type { AudioHeader } from '../../../model/delivery.js';
import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { MOST_PCM_HZ, pcmCodec } from '../pcm.js';
import { fourCc, nameOf } from '../text.js';
import { extended80 } from './extended.js';

const AIFF_BYTES = 18;
const AIFC_BYTES = 22;

export type AiffFormat = Pick<AudioHeader, 'codec' | 'sampleRate' | 'channels' | 'bitDepth' | 'float' | 'lossy'> & {
  readonly endian?: 'le' | 'be';
  /** what COMM says; packets for ima4 */
  readonly declaredFrames: number;
  /** bytes of a frame, or of a packet of all channels; 0 where unknown */
  readonly frameBytes: number;
  readonly framesPerPacket: number;
  readonly containerBits: number;
};

type Compression = {
  readonly codec?: string;
  readonly float?: true;
  readonly littleEndian?: true;
  /** bits of the sample's container, where the method fixes them */
  readonly bits?: number;
  readonly unsigned?: true;
  /** bytes and frames of a packet of one channel */
  readonly packet?: readonly [bytes: number, frames: number];
};
const METHODS: Readonly<Record<string, Compression>> = {
  NONE: {},
  twos: {},
  sowt: { littleEndian: true },
  'raw ': { unsigned: true },
  in24: { bits: 24 },
  in32: { bits: 32 },
  '42ni': { bits: 24, littleEndian: true },
  '23ni': { bits: 32, littleEndian: true },
  fl32: { float: true, bits: 32 },
  FL32: { float: true, bits: 32 },
  fl64: { float: true, bits: 64 },
  FL64: { float: true, bits: 64 },
  alaw: { codec: 'alaw', packet: [1, 1] },
  ALAW: { codec: 'alaw', packet: [1, 1] },
  ulaw: { codec: 'mulaw', packet: [1, 1] },
  ULAW: { codec: 'mulaw', packet: [1, 1] },
  ima4: { codec: 'adpcm', packet: [34, 64] },
  MAC3: { codec: 'mace', packet: [2, 6] },
  MAC6: { codec: 'mace', packet: [1, 6] },
  'GSM ': { codec: 'gsm', packet: [33, 160] },
};

/**
 * Reads the body of a COMM chunk.
 *
 * @returns null, with the fault noted, where no decoder could make sound of it
 * Source: Apple, Audio Interchange File Format 1.3 and AIFF-C draft of 1991, Common Chunk
 */
export function readComm(body: DataView, atByte: number, isAifc: boolean, faults: Faults): AiffFormat | null {
  const needed = isAifc ? AIFC_BYTES : AIFF_BYTES;
  if (body.byteLength < needed) {
    note(
      faults,
      'header-cut',
      atByte,
      `The COMM chunk holds ${counted(body.byteLength, 'byte')} and needs ${needed}.`,
      'an AIFF file cut inside its header',
    );
    return null;
  }
  const channels = body.getUint16(0);
  const declared = body.getUint32(2);
  const bits = body.getUint16(6);
  const sampleRate = extended80(body, 8);
  const method = isAifc ? nameOf(body.getUint32(18)) : 'NONE';
  const known = METHODS[method];
  const plain = known !== undefined && known.packet === undefined;
  const impossible =
    channels === 0
      ? 'has 0 channels'
      : !(sampleRate > 0)
        ? 'runs at no rate that a clock can have'
        : plain && (bits === 0 || bits > 64)
          ? `has samples of ${bits} bits`
          : null;
  if (impossible) {
    note(
      faults,
      'format-impossible',
      atByte,
      `The header of this AIFF file says that it ${impossible}.`,
      'an AIFF file with a damaged header',
    );
    return null;
  }
  if (sampleRate > MOST_PCM_HZ)
    note(faults, 'rate-absurd', atByte + 8, `The header gives a sample rate of ${formatCount(sampleRate)} Hz.`);
  const common = { sampleRate, channels };
  if (!plain) {
    if (!known)
      note(
        faults,
        'codec-unsupported',
        atByte + 18,
        `The sound is packed by the method "${method}", which is not known here.`,
      );
    const [packetBytes, framesPerPacket] = known?.packet ?? [0, 0];
    return {
      ...common,
      codec: known?.codec ?? `aifc-${method.trim()}`,
      bitDepth: null,
      float: false,
      lossy: true,
      declaredFrames: framesPerPacket > 1 ? declared * framesPerPacket : declared,
      frameBytes: packetBytes * channels,
      framesPerPacket,
      containerBits: 0,
    };
  }
  const sampleBytes = Math.ceil((known.bits ?? bits) / 8);
  const float = known.float === true;
  return {
    ...common,
    codec: float ? `float${sampleBytes * 8}` : pcmCodec(sampleBytes, bits, known.unsigned === true),
    bitDepth: float ? sampleBytes * 8 : Math.min(bits, sampleBytes * 8),
    float,
    endian: known.littleEndian ? 'le' : 'be',
    lossy: false,
    declaredFrames: declared,
    frameBytes: sampleBytes * channels,
    framesPerPacket: 1,
    containerBits: sampleBytes * 8,
  };
}

export const AIFC = fourCc('AIFC');
