import type { Tags } from '../../../model/delivery.js';
import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { audioHeader, type HeaderFacts, someTags } from '../header.js';
import { type Bytes, part, type Reading } from '../reading.js';
import { readVorbisComments } from '../vorbis-comment.js';
import { type FlacFrame, MOST_FRAME_HEADER_BYTES, readFrameHeader, startOf } from './frame.js';
import { findLastFrame } from './last-frame.js';
import { readStreamInfo, STREAMINFO_BYTES, type StreamInfo } from './streaminfo.js';

const MOST_BLOCKS = 10_000;
const STREAMINFO = 0;
const VORBIS_COMMENT = 4;
const RESERVED_FROM = 7;
const COMMENT_BYTES = 65_536;

type Metadata = {
  readonly info: StreamInfo | null;
  readonly tags: Partial<Tags>;
  readonly endsAt: number;
  readonly seen: boolean;
};

/**
 * Reads a FLAC file: STREAMINFO, comments, and the first and the last frame, which tell whether the file is whole.
 *
 * Source: RFC 9639
 */
export function* readFlac(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const { info, tags, endsAt, seen } = yield* readMetadata(file, base, faults);
  if (!info) {
    if (seen)
      note(
        faults,
        'header-cut',
        base,
        'The file has no whole STREAMINFO block, so nothing says how to read its sound.',
        'a FLAC file with a cut header',
      );
    else
      note(
        faults,
        'format-missing',
        base,
        'The file has no STREAMINFO block, so nothing says how to read its sound.',
        'a FLAC file without its header',
      );
    return { faults };
  }
  if (info.sampleRate === 0 || info.bits < 4) {
    note(
      faults,
      'format-impossible',
      base,
      `The header says ${counted(info.bits, 'bit')} at ${formatCount(info.sampleRate)} Hz.`,
      'a FLAC file with a damaged header',
    );
    return { faults };
  }
  if (!info.hasChecksum && info.totalFrames > 0)
    note(
      faults,
      'checksum-missing',
      base + 8 + 18,
      'The header has no checksum of the sound (MD5), so a damaged copy cannot be told from a whole one.',
    );
  if (info.totalFrames === 0)
    note(faults, 'length-unknown', base + 8 + 10, 'The program that wrote the file left its length open.');
  const frames = yield* framesThere(file, info, endsAt, faults);
  return {
    header: audioHeader({
      container: 'flac',
      codec: 'flac',
      sampleRate: info.sampleRate,
      channels: info.channels,
      bitDepth: info.bits,
      float: false,
      frames,
      framesDeclared: info.totalFrames > 0 ? info.totalFrames : undefined,
      lossy: false,
    }),
    ...someTags(tags),
    faults,
  };
}

function* readMetadata(file: Bytes, base: number, faults: Faults): Reading<Metadata> {
  let info: StreamInfo | null = null;
  let tags: Partial<Tags> = {};
  let seen = false;
  let at = base + 4;
  for (let count = 0; count < MOST_BLOCKS; count++) {
    const head = yield* part(file, at, 4);
    if (head.byteLength < 4) break;
    const type = head.getUint8(0) & 0x7f;
    const bytes = head.getUint32(0) & 0xffffff;
    const body = at + 4;
    if (type >= RESERVED_FROM || body + bytes > file.size) {
      if (info)
        note(
          faults,
          'chunk-cut',
          at,
          `The chain of blocks in front of the sound breaks off at byte ${formatCount(at)}.`,
        );
      break;
    }
    if (type === STREAMINFO && !seen) {
      seen = true;
      info = bytes < STREAMINFO_BYTES ? null : readStreamInfo(yield* part(file, body, STREAMINFO_BYTES));
      if (count > 0)
        note(
          faults,
          'format-late',
          at,
          'The STREAMINFO block is not the first one, so some programs do not open the file.',
        );
    } else if (type === VORBIS_COMMENT)
      tags = readVorbisComments(yield* part(file, body, Math.min(bytes, COMMENT_BYTES)));
    at = body + bytes;
    if ((head.getUint8(0) & 0x80) !== 0) break;
  }
  return { info, tags, endsAt: at, seen };
}

/** Whole samples of each channel that are there; null where the file's end does not say. */
function* framesThere(file: Bytes, info: StreamInfo, soundAt: number, faults: Faults): Reading<number | null> {
  const total = info.totalFrames;
  const first = readFrameHeader(yield* part(file, soundAt, MOST_FRAME_HEADER_BYTES), 0, soundAt);
  if (!first) {
    note(
      faults,
      'first-frame-missing',
      soundAt,
      `No sound starts where the header ends, at byte ${formatCount(soundAt)}.`,
    );
    return null;
  }
  const differing = disagreement(first, info);
  if (differing)
    note(
      faults,
      'frames-disagree',
      soundAt,
      `The header says ${differing.header}, the sound itself ${differing.sound}.`,
    );
  const last = yield* findLastFrame(file, first);
  if (!last) return total > 0 && !differing ? total : null;
  // A part that was cut out of a longer file keeps the numbers of its frames.
  const start = startOf(last.frame, info) - startOf(first, info);
  const end = start + last.frame.blockFrames;
  const there = last.isWhole ? end : start;
  if (total === 0) return there;
  if (end < total) {
    const seconds = ((total - there) / info.sampleRate).toFixed(1);
    note(
      faults,
      'truncated',
      file.size,
      `The file ends too early: its header says ${formatCount(total)} samples a channel, and ${formatCount(there)} are there, so ${seconds} s are missing.`,
    );
  } else if (!last.isWhole) {
    note(
      faults,
      'last-frame-cut',
      last.frame.atByte,
      `The last ${formatCount(Math.min(end, total) - start)} samples are cut or damaged.`,
    );
  } else if (end > total) {
    note(
      faults,
      'length-disagrees',
      last.frame.atByte,
      `The header says ${formatCount(total)} samples a channel, and the sound in the file has ${formatCount(end)}.`,
    );
  }
  return there;
}

function disagreement(first: FlacFrame, info: StreamInfo): { header: string; sound: string } | null {
  if (first.channels !== info.channels)
    return { header: counted(info.channels, 'channel'), sound: String(first.channels) };
  if (first.bits !== null && first.bits !== info.bits)
    return { header: `${info.bits} bits`, sound: String(first.bits) };
  if (first.sampleRate !== null && first.sampleRate !== info.sampleRate) {
    return { header: `${formatCount(info.sampleRate)} Hz`, sound: `${formatCount(first.sampleRate)} Hz` };
  }
  if (first.blockFrames > info.mostBlockFrames) {
    return {
      header: `blocks of at most ${formatCount(info.mostBlockFrames)} samples`,
      sound: formatCount(first.blockFrames),
    };
  }
  return null;
}
