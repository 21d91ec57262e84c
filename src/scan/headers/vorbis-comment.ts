import type { Tags } from '../../model/delivery.js';
import { plausibleTempo } from './header.js';
import { sub } from './reading.js';
import { fieldText } from './text.js';

const MOST_COMMENTS = 1024;
const FIELDS: Readonly<Record<string, keyof Tags>> = {
  TITLE: 'title',
  ARTIST: 'artist',
  ALBUM: 'album',
  BPM: 'bpm',
  TEMPO: 'bpm',
  TBPM: 'bpm',
  KEY: 'key',
  INITIALKEY: 'key',
  INITIAL_KEY: 'key',
};

/**
 * Reads the comments that FLAC, Vorbis and Opus share.
 *
 * @param body from the length of the vendor's name on; cut anywhere
 * Source: Xiph.Org, Ogg Vorbis I format specification, section 5
 */
export function readVorbisComments(body: DataView): Partial<Tags> {
  const tags: Record<string, string | number> = {};
  if (body.byteLength < 8) return tags;
  let at = 4 + body.getUint32(0, true);
  if (at + 4 > body.byteLength) return tags;
  const count = Math.min(body.getUint32(at, true), MOST_COMMENTS);
  at += 4;
  for (let entry = 0; entry < count && at + 4 <= body.byteLength; entry++) {
    const length = body.getUint32(at, true);
    const text = fieldText(sub(body, at + 4, Math.min(length, 4096))) ?? '';
    const equals = text.indexOf('=');
    const field = FIELDS[text.slice(0, Math.max(0, equals)).toUpperCase()];
    const value = text.slice(equals + 1).trim();
    if (field && value && tags[field] === undefined) {
      const said = field === 'bpm' ? plausibleTempo(Number(value)) : value;
      if (said !== undefined) tags[field] = said;
    }
    at += 4 + length;
  }
  return tags as Partial<Tags>;
}
