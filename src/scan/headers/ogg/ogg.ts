import type { Tags } from '../../../model/delivery.js';
import { formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { audioHeader, type HeaderFacts, someTags } from '../header.js';
import { type Bytes, part, type Reading, sub } from '../reading.js';
import { ascii } from '../text.js';
import { readVorbisComments } from '../vorbis-comment.js';
import { type OggPage, readOggPage } from './page.js';
import { type OggStream, readOggStream } from './stream.js';

// A page is at most 65,307 bytes long.
const MOST_PAGE_BYTES = 65_307;
const MOST_FIRST_PAGES = 16;
const TAIL_BYTES = 2 * MOST_PAGE_BYTES;

type First = { readonly stream: OggStream; readonly serial: number; readonly endsAt: number };
type Last = { readonly page: OggPage; readonly atByte: number; readonly isCut: boolean };

/**
 * Reads an Ogg file: the head of its first sound stream, and the last page of it, which holds the length.
 *
 * Source: RFC 3533; Ogg Vorbis I, appendix A; RFC 7845, section 4
 */
export function* readOgg(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const first = yield* firstSoundStream(file, base, faults);
  if (!first) {
    if (faults.length === 0)
      note(
        faults,
        'container-unsupported',
        base,
        'The Ogg file holds no sound that is known here.',
        'an Ogg file without sound',
      );
    return { faults };
  }
  const { stream, serial, endsAt } = first;
  const tags = stream.codec === 'vorbis' || stream.codec === 'opus' ? yield* commentsBehind(file, endsAt, serial) : {};
  const last = yield* lastPage(file, endsAt, serial);
  const granule = last?.page.granule ?? null;
  if (!last || granule === 0 || granule === null) {
    note(faults, 'sound-missing', endsAt, 'The file holds a header and no sound.', 'an Ogg file with no sound in it');
    return { faults };
  }
  if (last.isCut) note(faults, 'truncated', file.size, 'The file ends too early: its last page is cut.');
  else if (!last.page.isLast)
    note(
      faults,
      'end-missing',
      last.atByte,
      'The last page does not say that it is the end: the file was cut, or its recording was broken off.',
    );
  const start = stream.container === 'opus' ? stream.preSkip : 0;
  const frames = last.isCut ? null : Math.max(0, granule - start);
  return {
    header: audioHeader({
      container: stream.container,
      codec: stream.codec,
      sampleRate: stream.sampleRate,
      channels: stream.channels,
      bitDepth: stream.bitDepth,
      float: false,
      frames: faults.some(({ id }) => id === 'end-missing') ? null : frames,
      seconds: Math.max(0, granule - start) / stream.sampleRate,
      lossy: stream.lossy,
    }),
    ...someTags(tags),
    faults,
  };
}

function* firstSoundStream(file: Bytes, base: number, faults: Faults): Reading<First | null> {
  let at = base;
  for (let count = 0; count < MOST_FIRST_PAGES; count++) {
    const view = yield* part(file, at, 27 + 255 + 512);
    const page = readOggPage(view, 0);
    if (!page) break;
    if (page.isFirst) {
      const packet = sub(view, page.headBytes, Math.min(page.bodyBytes, 512));
      const stream = readOggStream(packet, at + page.headBytes, faults);
      if (stream) return { stream, serial: page.serial, endsAt: at + page.headBytes + page.bodyBytes };
      if (stream === null) return null;
    }
    at += page.headBytes + page.bodyBytes;
  }
  if (at === base)
    note(
      faults,
      'header-cut',
      base,
      `The file ends after ${formatCount(file.size)} bytes, inside its header.`,
      'an Ogg file cut inside its header',
    );
  return null;
}

/** The comments stand alone on the second page of the stream; what does not fit on it is left out. */
function* commentsBehind(file: Bytes, at: number, serial: number): Reading<Partial<Tags>> {
  const view = yield* part(file, at, MOST_PAGE_BYTES);
  const page = readOggPage(view, 0);
  if (page?.serial !== serial) return {};
  const body = sub(view, page.headBytes, page.bodyBytes);
  if (ascii(body, 1, 6) === 'vorbis') return readVorbisComments(sub(body, 7, body.byteLength));
  return ascii(body, 0, 8) === 'OpusTags' ? readVorbisComments(sub(body, 8, body.byteLength)) : {};
}

/** The last page of a stream on which a packet ends; null where none follows its header. */
function* lastPage(file: Bytes, endsAt: number, serial: number): Reading<Last | null> {
  const from = Math.max(endsAt, file.size - TAIL_BYTES);
  const view = yield* part(file, from, TAIL_BYTES);
  let cut = false;
  for (let at = view.byteLength - 27; at >= 0; at--) {
    if (view.getUint8(at) !== 0x4f) continue;
    const page = readOggPage(view, at);
    if (page?.serial !== serial) continue;
    if (at + page.headBytes + page.bodyBytes > view.byteLength) {
      cut = true;
      continue;
    }
    if (page.granule !== null) return { page, atByte: from + at, isCut: cut };
  }
  return null;
}
