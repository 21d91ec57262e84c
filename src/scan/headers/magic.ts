import { readMpegFrame } from './mpeg/frame.js';
import { ascii, fourCc } from './text.js';

/** Which reader a file is for, by its first bytes. */
export type Magic =
  | 'riff'
  | 'w64'
  | 'aiff'
  | 'caf'
  | 'flac'
  | 'mp3'
  | 'mp4'
  | 'ogg'
  | 'wavpack'
  | 'dsf'
  | 'au'
  | 'tagged' // an ID3v2 tag: what stands behind it decides
  | 'foreign'; // sound that no reader of ours knows

const RIFF_NAMES: readonly number[] = ['RIFF', 'RIFX', 'RF64', 'BW64'].map(fourCc);
const WAVE = fourCc('WAVE');
const AIFF_NAMES: readonly number[] = ['AIFF', 'AIFC'].map(fourCc);
const W64_GUID: readonly number[] = [0x72696666, 0x2e91cf11, 0xa5d628db, 0x04c10000];
const VIDEO_BRANDS = /^(?:avif|avis|heic|heix|mif1|msf1|hevc)$/;

/**
 * Recognises sound by its first bytes.
 *
 * @param head from where the sound may start; any length
 * @param isPromised whether the name promises sound: then one frame header is enough where the next is out of sight
 * @returns null where it is no sound. MPEG audio has no name of its own: two frame headers in a row make it
 */
export function magicOf(head: DataView, isPromised = true): Magic | null {
  if (head.byteLength < 4) return null;
  const first = head.getUint32(0);
  const third = head.byteLength >= 12 ? head.getUint32(8) : 0;
  if (RIFF_NAMES.includes(first)) return third === WAVE ? 'riff' : null;
  if (ascii(head, 0, 4) === 'FORM') return AIFF_NAMES.includes(third) ? 'aiff' : null;
  if (W64_GUID.every((word, at) => head.byteLength >= 4 * at + 4 && head.getUint32(4 * at) === word)) return 'w64';
  if (ascii(head, 4, 4) === 'ftyp') return VIDEO_BRANDS.test(ascii(head, 8, 4)) ? null : 'mp4';
  switch (ascii(head, 0, 4)) {
    case 'caff':
      return 'caf';
    case 'fLaC':
      return 'flac';
    case 'OggS':
      return 'ogg';
    case 'wvpk':
      return 'wavpack';
    case 'DSD ':
      return 'dsf';
    case '.snd':
      return 'au';
    case 'MAC ':
    case 'FRM8':
    case 'MPCK':
    case 'TTA1':
      return 'foreign';
  }
  if (ascii(head, 0, 3) === 'MP+' || first === 0x3026b275) return 'foreign';
  if (ascii(head, 0, 3) === 'ID3') return 'tagged';
  if (isAdts(head)) return 'foreign';
  return isMpeg(head, isPromised) ? 'mp3' : null;
}

/** What sound without a reader of ours is called, for people and as a codec. */
export function foreignName(head: DataView): { readonly name: string; readonly codec: string } {
  const name = ascii(head, 0, 4);
  if (name === 'MAC ') return { name: "a Monkey's Audio file", codec: 'ape' };
  if (name === 'FRM8') return { name: 'a DSDIFF file', codec: 'dsd' };
  if (name === 'MPCK' || name.startsWith('MP+')) return { name: 'a Musepack file', codec: 'musepack' };
  if (name === 'TTA1') return { name: 'a True Audio file', codec: 'tta' };
  return isAdts(head) ? { name: 'an AAC file', codec: 'adts-aac' } : { name: 'a Windows Media file', codec: 'wma' };
}

function isAdts(head: DataView): boolean {
  if (head.byteLength < 7 || (head.getUint16(0) & 0xfff6) !== 0xfff0) return false;
  const length = adtsBytes(head);
  return length > 7 && (head.byteLength < length + 2 || (head.getUint16(length) & 0xfff6) === 0xfff0);
}

function adtsBytes(head: DataView): number {
  return ((head.getUint8(3) & 3) << 11) | (head.getUint8(4) << 3) | (head.getUint8(5) >>> 5);
}

function isMpeg(head: DataView, isPromised: boolean): boolean {
  const frame = readMpegFrame(head.getUint32(0));
  if (!frame) return false;
  // The byte order mark of UTF-16 text is a frame header too.
  if (frame.bytes === 0 || frame.bytes + 4 > head.byteLength) return isPromised;
  const next = readMpegFrame(head.getUint32(frame.bytes));
  return next !== null && next.layer === frame.layer && next.sampleRate === frame.sampleRate;
}
