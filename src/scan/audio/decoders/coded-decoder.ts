import type { AudioHeader } from '../../../model/delivery.js';

/** What a decoder gave for some bytes; samples at full scale ±1, [channels][frames]. */
export type DecodedAudio = {
  readonly channelData: readonly Float32Array[];
  readonly samplesDecoded: number;
  readonly sampleRate: number;
  readonly errors: readonly { readonly message: string }[];
};
export type CodedDecoder = {
  readonly decode: (bytes: Uint8Array) => DecodedAudio | Promise<DecodedAudio>;
  readonly flush: () => Promise<DecodedAudio>;
  readonly free: () => void;
};

/** How to start the decoder of a codec; null where this program has none. Each package is loaded when first met. */
export function coderOf({ codec, container }: AudioHeader): (() => Promise<CodedDecoder>) | null {
  switch (codec) {
    case 'flac':
      return container === 'flac' ? flac : oggFlac;
    case 'mp1':
    case 'mp2':
    case 'mp3':
      return mpeg;
    case 'vorbis':
      return vorbis;
    case 'opus':
      return opus;
    default:
      return null;
  }
}

// The header of a frame, with its CRC-8, and room behind it (RFC 9639, section 9.1).
const A_NEXT_FRAME = Uint8Array.of(0xff, 0xf8, 0xc9, 0x08, 0, 0x95, ...new Uint8Array(26));

/**
 * The parser knows the end of a frame by the header of the next, and looks 13 bytes ahead for one: it lost a last frame
 * shorter than that, as a block of silence is in mono. So a next one is shown to it; it holds no sound and is dropped.
 */
async function flac(): Promise<CodedDecoder> {
  const decoder = await oggFlac();
  const flush = async (): Promise<DecodedAudio> => {
    const last = await decoder.decode(A_NEXT_FRAME.slice());
    return last.samplesDecoded > 0 || last.errors.length > 0 ? last : decoder.flush();
  };
  return { decode: decoder.decode, flush, free: decoder.free };
}

async function oggFlac(): Promise<CodedDecoder> {
  const { FLACDecoder } = await import('@wasm-audio-decoders/flac');
  const decoder = new FLACDecoder();
  await decoder.ready;
  return {
    decode: (bytes) => decoder.decode(bytes),
    flush: () => decoder.flush(),
    free: () => decoder.free(),
  };
}

async function mpeg(): Promise<CodedDecoder> {
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder();
  await decoder.ready;
  // Frames come out as soon as they are in, so nothing is held back for the end.
  const flush = async (): Promise<DecodedAudio> => ({ channelData: [], samplesDecoded: 0, sampleRate: 0, errors: [] });
  return { decode: (bytes) => decoder.decode(bytes), flush, free: () => decoder.free() };
}

async function vorbis(): Promise<CodedDecoder> {
  const { OggVorbisDecoder } = await import('@wasm-audio-decoders/ogg-vorbis');
  const decoder = new OggVorbisDecoder();
  await decoder.ready;
  return decoder;
}

async function opus(): Promise<CodedDecoder> {
  const { OggOpusDecoder } = await import('ogg-opus-decoder');
  const decoder = new OggOpusDecoder();
  await decoder.ready;
  return decoder;
}
