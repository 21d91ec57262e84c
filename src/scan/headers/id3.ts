import type { Tags } from '../../model/delivery.js';
import { plausibleTempo } from './header.js';
import { type Bytes, part, type Reading, sub } from './reading.js';
import { ascii, fieldText, utf16Text } from './text.js';

const HEADER_BYTES = 10;
const MOST_TAG_BYTES = 1 << 16;
const MOST_FRAMES = 512;
const FIELD: Readonly<Record<string, keyof Tags>> = {
  TIT2: 'title',
  TT2: 'title',
  TPE1: 'artist',
  TP1: 'artist',
  TALB: 'album',
  TAL: 'album',
  TBPM: 'bpm',
  TBP: 'bpm',
  TKEY: 'key',
  TKE: 'key',
};

export type Id3Tag = { readonly bytes: number; readonly tags: Partial<Tags> };

/**
 * Reads an ID3v2 tag where one starts at this byte.
 *
 * @returns its whole length in bytes with header and footer, and its texts; null where there is none
 * Source: ID3v2.3 and ID3v2.4, main structure
 */
export function* readId3(file: Bytes, atByte: number): Reading<Id3Tag | null> {
  const head = yield* part(file, atByte, HEADER_BYTES);
  if (ascii(head, 0, 3) !== 'ID3' || head.byteLength < HEADER_BYTES || head.getUint8(3) === 0xff) return null;
  const version = head.getUint8(3);
  const flags = head.getUint8(5);
  const size = syncsafe(head, 6);
  const body = yield* part(file, atByte + HEADER_BYTES, Math.min(size, MOST_TAG_BYTES));
  return {
    bytes: HEADER_BYTES + size + ((flags & 0x10) !== 0 ? HEADER_BYTES : 0),
    tags: readFrames(body, version, flags),
  };
}

function readFrames(body: DataView, version: number, flags: number): Partial<Tags> {
  const headBytes = version === 2 ? 6 : HEADER_BYTES;
  const tags: Record<string, string | number> = {};
  // An extended header stands in front of the frames; version 4 counts its own size field, version 3 does not.
  const extended = version > 2 && (flags & 0x40) !== 0 && body.byteLength >= 4;
  let at = extended ? (version === 4 ? syncsafe(body, 0) : body.getUint32(0) + 4) : 0;
  for (let count = 0; count < MOST_FRAMES && at + headBytes <= body.byteLength; count++) {
    const id = ascii(body, at, version === 2 ? 3 : 4);
    const size =
      version === 2
        ? (body.getUint8(at + 3) << 16) | body.getUint16(at + 4)
        : version === 4
          ? syncsafe(body, at + 4)
          : body.getUint32(at + 4);
    if (id.charCodeAt(0) === 0) break;
    const field = FIELD[id];
    const text = field && size > 1 ? frameText(sub(body, at + headBytes, size)) : undefined;
    if (field && text !== undefined && tags[field] === undefined) {
      const value = field === 'bpm' ? plausibleTempo(Number(text)) : text;
      if (value !== undefined) tags[field] = value;
    }
    at += headBytes + size;
  }
  return tags as Partial<Tags>;
}

function frameText(body: DataView): string | undefined {
  const encoding = body.getUint8(0);
  const text = sub(body, 1, body.byteLength - 1);
  if (encoding === 0 || encoding === 3) return fieldText(text);
  if (encoding > 3 || text.byteLength < 2) return undefined;
  const mark = text.getUint16(0);
  if (mark === 0xfffe) return utf16Text(sub(text, 2, text.byteLength), true);
  return utf16Text(mark === 0xfeff ? sub(text, 2, text.byteLength) : text, false);
}

function syncsafe(view: DataView, at: number): number {
  return (
    ((view.getUint8(at) & 0x7f) << 21) |
    ((view.getUint8(at + 1) & 0x7f) << 14) |
    ((view.getUint8(at + 2) & 0x7f) << 7) |
    (view.getUint8(at + 3) & 0x7f)
  );
}
