import { counted, formatCount } from '../../model/units.js';
import { type Faults, note } from './faults.js';
import { audioHeader, type HeaderFacts, plausibleTempo, someTags } from './header.js';
import { pcmCodec } from './pcm.js';
import { type Bytes, part, type Reading, sub } from './reading.js';
import { ascii, fieldText } from './text.js';

const MOST_CHUNKS = 100_000;
// One-bit sound included; the field could say far more than any clock gives.
const MOST_HZ = 1e8;
const DESC_BYTES = 32;
const FLOAT_FLAG = 1;
const LITTLE_ENDIAN_FLAG = 2;
const CODECS: Readonly<Record<string, string>> = {
  'aac ': 'aac',
  aace: 'aac',
  aacp: 'aac',
  aach: 'aac',
  alac: 'alac',
  alaw: 'alaw',
  ulaw: 'mulaw',
  ima4: 'adpcm',
  '.mp3': 'mp3',
  '.mp2': 'mp2',
  '.mp1': 'mp1',
  'ac-3': 'ac3',
  flac: 'flac',
  opus: 'opus',
  MAC3: 'mace',
  MAC6: 'mace',
  'ms\0\x02': 'adpcm',
  'ms\0\x11': 'adpcm',
};
const LOSSLESS: readonly string[] = ['alac', 'flac'];
// The flags of ALAC name the width of the source in place of a bit count.
const ALAC_BITS: readonly number[] = [0, 16, 20, 24, 32];

type Description = {
  readonly sampleRate: number;
  readonly format: string;
  readonly flags: number;
  readonly packetBytes: number;
  readonly packetFrames: number;
  readonly channels: number;
  readonly bits: number;
};
type Sound = { readonly atByte: number; readonly declaredBytes: number | null; readonly presentBytes: number };
type Packets = { readonly validFrames: number };

/**
 * Reads a Core Audio Format file.
 *
 * Source: Apple, Core Audio Format Specification 1.0
 */
export function* readCaf(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  let description: Description | null = null;
  let sound: Sound | null = null;
  let packets: Packets | null = null;
  let info = new Map<string, string>();
  let at = base + 8;
  for (let count = 0; count < MOST_CHUNKS && at + 12 <= file.size; count++) {
    const head = yield* part(file, at, 12);
    if (head.byteLength < 12) break;
    const type = ascii(head, 0, 4);
    const size = head.getInt32(4) * 2 ** 32 + head.getUint32(8);
    const body = at + 12;
    const rest = file.size - body;
    if (type === 'desc') description = readDescription(yield* part(file, body, Math.min(size, DESC_BYTES)));
    else if (type === 'data') {
      // The sound starts behind the four bytes of the edit count; size −1: it goes on to the end of the file.
      const declaredBytes = size < 0 ? null : Math.max(0, size - 4);
      sound = {
        atByte: body + 4,
        declaredBytes,
        presentBytes: Math.max(0, Math.min(declaredBytes ?? rest - 4, rest - 4)),
      };
      if (declaredBytes === null) break;
    } else if (type === 'pakt') packets = readPackets(yield* part(file, body, 24));
    else if (type === 'info') info = readInfo(yield* part(file, body, Math.min(Math.max(0, size), 65_536)));
    if (size < 0) {
      note(faults, 'chunk-cut', at, `The chunk at byte ${formatCount(at)} says a length below 0.`);
      break;
    }
    at = body + size;
  }
  if (!description) {
    note(
      faults,
      'format-missing',
      base,
      'The file has no desc chunk, so nothing says how to read its sound.',
      'a CAF file without its format',
    );
    return { faults };
  }
  if (description.channels === 0 || !(description.sampleRate > 0) || description.sampleRate > MOST_HZ) {
    note(
      faults,
      'format-impossible',
      base,
      `The header says ${counted(description.channels, 'channel')} at a rate that no clock can have.`,
      'a CAF file with a damaged header',
    );
    return { faults };
  }
  return finish(description, sound, packets, info, faults);
}

function finish(
  description: Description,
  sound: Sound | null,
  packets: Packets | null,
  info: ReadonlyMap<string, string>,
  faults: Faults,
): HeaderFacts {
  const { format, flags, packetBytes, packetFrames, channels, sampleRate, bits } = description;
  const plain = format === 'lpcm';
  if (!sound || sound.presentBytes === 0 || (plain && packetBytes === 0)) {
    note(
      faults,
      'sound-missing',
      0,
      'The file holds a header and no sound: its length is 0 samples.',
      'a CAF file with no sound in it',
    );
    return { faults };
  }
  const codec = plain ? '' : CODECS[format];
  if (codec === undefined)
    note(
      faults,
      'codec-unsupported',
      0,
      `The sound is packed by the method "${format.replace(/[^ -~]/g, '?')}", which is not known here.`,
    );
  const float = plain && (flags & FLOAT_FLAG) !== 0;
  const sampleBytes = plain ? packetBytes / channels : 0;
  const fixed =
    packetBytes > 0 && packetFrames > 0 ? Math.floor(sound.presentBytes / packetBytes) * packetFrames : null;
  const isCut = sound.declaredBytes !== null && sound.declaredBytes > sound.presentBytes;
  const declared = packets
    ? packets.validFrames
    : fixed === null
      ? undefined
      : Math.floor((sound.declaredBytes ?? sound.presentBytes) / packetBytes) * packetFrames;
  const frames = plain ? fixed : isCut ? null : packets && packets.validFrames > 0 ? packets.validFrames : fixed;
  if (isCut) {
    note(
      faults,
      'truncated',
      sound.atByte + sound.presentBytes,
      `The file ends too early: its header says ${formatCount(sound.declaredBytes ?? 0)} bytes of sound, and ${formatCount(sound.presentBytes)} are there.`,
    );
  }
  const lossless = plain || LOSSLESS.includes(codec ?? '');
  return {
    header: audioHeader({
      container: 'caf',
      codec: plain ? (float ? `float${bits}` : pcmCodec(sampleBytes, bits, false)) : (codec ?? `caf-${format.trim()}`),
      sampleRate: Math.round(sampleRate * 1000) / 1000,
      channels,
      bitDepth: plain ? bits : codec === 'alac' ? ALAC_BITS[flags] || null : lossless && bits > 0 ? bits : null,
      float,
      endian: plain ? ((flags & LITTLE_ENDIAN_FLAG) !== 0 ? 'le' : 'be') : undefined,
      frames,
      framesDeclared: isCut ? declared : undefined,
      lossy: !lossless,
      data:
        plain && Number.isInteger(sampleBytes)
          ? { atByte: sound.atByte, bytes: sound.presentBytes, containerBits: sampleBytes * 8 }
          : undefined,
      tempo: plausibleTempo(Number(info.get('tempo') ?? Number.NaN)),
      key: info.get('key signature'),
      description: info.get('comments'),
      software: info.get('encoding application'),
    }),
    ...someTags({ title: info.get('title'), artist: info.get('artist'), album: info.get('album') }),
    faults,
  };
}

function readDescription(body: DataView): Description | null {
  if (body.byteLength < DESC_BYTES) return null;
  return {
    sampleRate: body.getFloat64(0),
    format: ascii(body, 8, 4),
    flags: body.getUint32(12),
    packetBytes: body.getUint32(16),
    packetFrames: body.getUint32(20),
    channels: body.getUint32(24),
    bits: body.getUint32(28),
  };
}

function readPackets(body: DataView): Packets | null {
  if (body.byteLength < 24) return null;
  return { validFrames: body.getUint32(8) * 2 ** 32 + body.getUint32(12) };
}

function readInfo(body: DataView): Map<string, string> {
  const entries = new Map<string, string>();
  let at = 4;
  while (at < body.byteLength && entries.size < 256) {
    const key = cString(body, at);
    const value = cString(body, key.end);
    if (key.text && value.text) entries.set(key.text, value.text);
    at = value.end;
  }
  return entries;
}

function cString(body: DataView, at: number): { text: string | undefined; end: number } {
  let end = at;
  while (end < body.byteLength && body.getUint8(end) !== 0) end++;
  return { text: fieldText(sub(body, at, end - at)), end: end + 1 };
}
