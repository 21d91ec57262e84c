import { createHash, type Hash } from 'node:crypto';
import type { OpenedBytes } from '../../source/opened-bytes.js';
import type { SampleFormat } from '../meters/sample-format.js';

const STREAM_INFO_BYTES = 34;
const DIGEST_AT = 18;
const LONGEST_TAG_BYTES = 1 << 20;

/**
 * The MD5 that a FLAC file states of its samples.
 *
 * @returns 32 hexadecimal digits; null where none was stored or the stream information is not where it belongs
 * Source: RFC 9639, sections 8.2 and 9.2
 */
export function statedDigest(file: OpenedBytes): string | null {
  const head = new Uint8Array(10);
  if (file.read(head, 0) < 10) return null;
  // An ID3 tag may stand before the stream; its length has seven bits a byte.
  const isTagged = String.fromCharCode(...head.subarray(0, 3)) === 'ID3';
  const tagBytes = isTagged ? 10 + head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0) : 0;
  if (tagBytes > LONGEST_TAG_BYTES) return null;
  const info = new Uint8Array(8 + STREAM_INFO_BYTES);
  if (file.read(info, tagBytes) < info.length) return null;
  if (String.fromCharCode(...info.subarray(0, 4)) !== 'fLaC' || (info[4]! & 127) !== 0) return null;
  const digest = Buffer.from(info.subarray(8 + DIGEST_AT)).toString('hex');
  return /^0+$/.test(digest) ? null : digest;
}

/** Takes the MD5 of samples as FLAC does: as integers of the fewest bytes, unused bits at the top. */
export function sampleDigest({ containerBits, bitDepth }: SampleFormat) {
  const hash: Hash = createHash('md5');
  const shift = containerBits - (bitDepth ?? containerBits);
  const width = containerBits / 8;
  return {
    push(bytes: Uint8Array): void {
      if (shift === 0) hash.update(bytes);
      else hash.update(shiftedDown(bytes, width, shift));
    },
    finish: (): string => hash.digest('hex'),
  };
}

function shiftedDown(bytes: Uint8Array, width: number, shift: number): Uint8Array {
  const shifted = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += width) {
    let code = (bytes[at + width - 1]! << 24) >> 24;
    for (let byte = width - 2; byte >= 0; byte--) code = (code << 8) | bytes[at + byte]!;
    code >>= shift;
    for (let byte = 0; byte < width; byte++) shifted[at + byte] = code >> (8 * byte);
  }
  return shifted;
}
