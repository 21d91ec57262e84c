import { counted, formatCount, formatSeconds } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { audioHeader, type HeaderFacts } from '../header.js';
import { type Bytes, holds, need, part, type Reading } from '../reading.js';
import { ascii } from '../text.js';
import { isSameStream, type MpegFrame, readMpegFrame } from './frame.js';
import { type Lengths, readLengths } from './xing.js';

// Behind tags and junk; the first frame of a real file stands within a few kB of its tag.
const MOST_JUNK_BYTES = 65_536;
const MOST_FREE_FRAME_BYTES = 8192;
// Bytes that look like a frame header turn up in any data; what holds more of them than this is no MPEG audio.
const MOST_TRIES = 256;
// Walking every frame of longer files would read them whole; there the mean of what was walked tells the length.
const MOST_WALKED_BYTES = 1 << 24;
const TAG_BYTES = 128;

type Walk = {
  readonly frames: number;
  readonly samples: number;
  readonly endsAt: number;
  readonly cutBytes: number;
  readonly junkBytes: number;
  readonly isEstimate: boolean;
};

/**
 * Reads an MPEG audio file, layer I to III: the first frame, the length its encoder left there, and where that is
 * missing or does not agree with the file, every frame header.
 *
 * @param base behind the ID3v2 tags in front
 * @returns frames is null: what a decoder gives depends on how it treats the encoder's delay
 */
export function* readMp3(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const first = yield* findFirstFrame(file, base);
  if (!first) {
    note(faults, 'sound-missing', base, 'The file holds no whole frame of sound.', 'an MP3 file with no sound in it');
    return { faults };
  }
  const { frame, at } = first;
  const endsAt = yield* soundEnd(file);
  const lengths = frame.layer === 3 ? readLengths(yield* part(file, at, 256), frame) : null;
  const trusted =
    lengths?.frames != null &&
    lengths.bytes !== null &&
    Math.abs(lengths.bytes - (endsAt - at)) <= 2 * (frame.bytes || 1441);
  let seconds: number;
  if (lengths?.frames && trusted) seconds = (lengths.frames * frame.samples) / frame.sampleRate;
  else {
    const walk = yield* walkFrames(file, frame, at, endsAt);
    if (walk.frames === 0) {
      note(faults, 'sound-missing', base, 'The file holds no whole frame of sound.', 'an MP3 file with no sound in it');
      return { faults };
    }
    const whole = walk.frames - (lengths ? 1 : 0);
    // The first frame holds the encoder's own words and no sound.
    seconds = Math.max(0, walk.samples - (lengths ? frame.samples : 0)) / frame.sampleRate;
    judgeWalk(walk, lengths, whole, frame, faults);
  }
  return {
    header: audioHeader({
      container: 'mp3',
      codec: `mp${frame.layer}`,
      sampleRate: frame.sampleRate,
      channels: frame.channels,
      bitDepth: null,
      float: false,
      frames: null,
      seconds,
      lossy: true,
    }),
    faults,
  };
}

function judgeWalk(walk: Walk, lengths: Lengths | null, whole: number, frame: MpegFrame, faults: Faults): void {
  const declared = lengths?.frames ?? null;
  if (declared !== null && !walk.isEstimate && Math.abs(declared - whole) > Math.max(2, whole * 0.01)) {
    const seconds = (count: number): string => formatSeconds((count * frame.samples) / frame.sampleRate);
    if (declared > whole)
      note(
        faults,
        'truncated',
        walk.endsAt,
        `The file ends too early: its header says ${seconds(declared)}, and ${seconds(whole)} are there.`,
      );
    else
      note(
        faults,
        'length-disagrees',
        walk.endsAt,
        `The header says ${seconds(declared)}, and the file holds ${seconds(whole)}.`,
      );
  }
  if (walk.cutBytes > 0)
    note(faults, 'part-of-a-frame', walk.endsAt, `The last frame is cut after ${counted(walk.cutBytes, 'byte')}.`);
  if (walk.junkBytes > 0)
    note(faults, 'junk-inside', walk.endsAt, `${formatCount(walk.junkBytes)} bytes between the frames are no sound.`);
}

/** The first frame that another frame of the same stream, or the end of the file, follows. */
export function* findFirstFrame(file: Bytes, base: number): Reading<{ frame: MpegFrame; at: number } | null> {
  const end = Math.min(file.size - 4, base + MOST_JUNK_BYTES);
  let tries = 0;
  for (let at = base; at <= end && tries < MOST_TRIES; at++) {
    if (!holds(file, at, 4) && !(yield* need(file, at, 4))) return null;
    const here = at - file.windowAt;
    if (file.window.getUint8(here) !== 0xff) continue;
    const frame = readMpegFrame(file.window.getUint32(here));
    if (!frame) continue;
    tries++;
    const bytes = frame.bytes || (yield* freeFrameBytes(file, frame, at));
    if (bytes === 0) continue;
    const next = yield* part(file, at + bytes, 4);
    if (at + bytes > file.size) continue;
    const following = next.byteLength === 4 ? readMpegFrame(next.getUint32(0)) : null;
    const endsHere = next.byteLength < 4 || ascii(next, 0, 3) === 'TAG';
    if (following ? isSameStream(frame, following) : endsHere && at === base) return { frame: { ...frame, bytes }, at };
  }
  return null;
}

function* freeFrameBytes(file: Bytes, frame: MpegFrame, at: number): Reading<number> {
  const view = yield* part(file, at, MOST_FREE_FRAME_BYTES);
  for (let length = 24; length + 4 <= view.byteLength; length++) {
    if (view.getUint8(length) !== 0xff) continue;
    const next = readMpegFrame(view.getUint32(length));
    if (next && next.bytes === 0 && isSameStream(frame, next)) return length;
  }
  return 0;
}

/** Where the sound ends: in front of an ID3v1 tag and of an APE tag, if there is one. */
function* soundEnd(file: Bytes): Reading<number> {
  const tail = yield* part(file, Math.max(0, file.size - TAG_BYTES), TAG_BYTES);
  const end = ascii(tail, 0, 3) === 'TAG' && tail.byteLength === TAG_BYTES ? file.size - TAG_BYTES : file.size;
  const footer = yield* part(file, end - 32, 32);
  if (ascii(footer, 0, 8) !== 'APETAGEX') return end;
  const hasHeader = (footer.getUint32(20, true) & 0x80000000) !== 0;
  return Math.max(0, end - footer.getUint32(12, true) - (hasHeader ? 32 : 0));
}

function* walkFrames(file: Bytes, first: MpegFrame, from: number, endsAt: number): Reading<Walk> {
  let frames = 0;
  let samples = 0;
  let junkBytes = 0;
  let lastEnd = from;
  let at = from;
  const stop = Math.min(endsAt, from + MOST_WALKED_BYTES);
  while (at + 4 <= stop) {
    if (!holds(file, at, 4) && !(yield* need(file, at, 4))) break;
    const here = at - file.windowAt;
    const frame = file.window.getUint8(here) === 0xff ? readMpegFrame(file.window.getUint32(here)) : null;
    if (!frame || !isSameStream(frame, first)) {
      at++;
      continue;
    }
    const bytes = frame.bytes || first.bytes;
    if (at + bytes > endsAt)
      return { frames, samples, endsAt: at, cutBytes: endsAt - at, junkBytes, isEstimate: false };
    junkBytes += at - lastEnd;
    frames++;
    samples += frame.samples;
    at += bytes;
    lastEnd = at;
  }
  if (endsAt <= stop || lastEnd === from)
    return { frames, samples, endsAt: lastEnd, cutBytes: 0, junkBytes, isEstimate: false };
  const scale = (endsAt - from) / (lastEnd - from);
  return {
    frames: Math.round(frames * scale),
    samples: Math.round(samples * scale),
    endsAt,
    cutBytes: 0,
    junkBytes,
    isEstimate: true,
  };
}
