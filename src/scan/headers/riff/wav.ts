import type { Container } from '../../../model/delivery.js';
import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import type { HeaderFacts } from '../header.js';
import { type Bytes, holds, need, part, type Reading } from '../reading.js';
import { fourCc, isPlausibleName, nameOf } from '../text.js';
import { FMT, readChunk, TOLD } from './chunks.js';
import { noParts, type SoundPlace, type WavParts, wavFacts } from './sound.js';

const RIFX = fourCc('RIFX');
const DATA = fourCc('data');
const DS64 = fourCc('ds64');
const CONTAINERS: Readonly<Record<number, Container>> = {
  [fourCc('RIFF')]: 'wav',
  [RIFX]: 'rifx',
  [fourCc('RF64')]: 'rf64',
  [fourCc('BW64')]: 'bw64',
};
const OPEN = 0xffffffff;
const TWO_32 = 2 ** 32;
// A file of a DAW has tens of chunks. Beyond this the rest is not walked, or a file of empty chunks would take minutes.
const MOST_CHUNKS = 1_000_000;
const MOST_TOLD = 256;
// Behind a data chunk of size 0 in a file whose outer size is right, fewer bytes than this are not a recording.
const LEAST_RECORDING_BYTES = 4096;

type Walk = {
  readonly base: number;
  readonly littleEndian: boolean;
  readonly big: boolean;
  /** end of the outer chunk by its header; null where the writer left it open */
  riffEnd: number | null;
  /** size of the sound by ds64: null without that chunk, OPEN sizes as Infinity */
  bigDataBytes: number | null;
  readonly parts: WavParts;
  readonly faults: Faults;
};

/**
 * Reads a WAV file or one of its relatives RF64, BW64 and RIFX.
 *
 * @param base where the outer chunk starts, behind a tag that does not belong there
 * Source: Microsoft, Multimedia Programming Interface and Data Specifications 1.0; EBU Tech 3306; ITU-R BS.2088-1
 */
export function* readWav(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const head = yield* part(file, base, 12);
  const magic = head.getUint32(0);
  const littleEndian = magic !== RIFX;
  const container = CONTAINERS[magic] ?? 'wav';
  const riffBytes = head.getUint32(4, littleEndian);
  const walk: Walk = {
    base,
    littleEndian,
    big: container === 'rf64' || container === 'bw64',
    riffEnd: riffBytes === OPEN ? null : base + 8 + riffBytes,
    bigDataBytes: null,
    parts: noParts(),
    faults,
  };
  yield* walkChunks(file, walk);
  if (walk.parts.sound && walk.parts.format) judgeOuterSize(file, walk);
  return wavFacts(container, walk.parts, faults);
}

function* walkChunks(file: Bytes, walk: Walk): Reading<void> {
  const { littleEndian, parts, faults } = walk;
  let told = 0;
  let at = walk.base + 12;
  for (let count = 0; at + 8 <= file.size; count++) {
    if (count === MOST_CHUNKS) {
      note(
        faults,
        'too-many-chunks',
        at,
        `The file has more than ${formatCount(MOST_CHUNKS)} chunks; what stands behind them was not read.`,
      );
      return;
    }
    if (!holds(file, at, 8) && !(yield* need(file, at, 8))) return;
    const id = file.window.getUint32(at - file.windowAt);
    const bytes = file.window.getUint32(at - file.windowAt + 4, littleEndian);
    const body = at + 8;
    if (parts.sound && !isPlausibleName(id)) {
      if (isInside(walk, at))
        note(faults, 'chunk-cut', at, `What stands behind the sound, from byte ${formatCount(at)} on, is no chunk.`);
      return;
    }
    // Behind its end, a file holds nothing of its own; only a file whose end was never written goes on.
    if (parts.sound && parts.format && !isInside(walk, at)) return;
    let end = body + bytes;
    if (id === DATA) {
      const place: SoundPlace = yield* soundPlace(file, walk, body, bytes);
      if (parts.sound)
        note(faults, 'sound-repeated', at, 'The file has a second data chunk; only the sound in the first one plays.');
      else parts.sound = place;
      if (place.declaredBytes === null) return;
      end = body + place.declaredBytes;
    } else if (id === DS64) yield* readDs64(file, walk, body, bytes);
    else if (TOLD.has(id) && (id === FMT || told++ < MOST_TOLD)) {
      yield* readChunk(file, id, body, bytes, littleEndian, parts, faults);
    }
    if (end > file.size) {
      if (parts.sound && id !== DATA)
        note(
          faults,
          'chunk-cut',
          at,
          `The chunk "${nameOf(id)}" behind the sound says ${counted(bytes, 'byte')}, and the file ends before.`,
        );
      return;
    }
    at = (end - body) % 2 === 0 ? end : yield* behindPad(file, walk, end, id);
  }
  if (at < file.size && isInside(walk, at)) {
    note(faults, 'chunk-cut', at, `The file ends with ${counted(file.size - at, 'stray byte')}, too few for a chunk.`);
  }
}

function isInside(walk: Walk, at: number): boolean {
  return walk.riffEnd === null || at < walk.riffEnd;
}

/** Where the next chunk starts behind one of odd length: some writers forget the byte that should fill it up. */
function* behindPad(file: Bytes, { faults, big }: Walk, end: number, id: number): Reading<number> {
  const missing = `The chunk "${nameOf(id)}" has an odd length and lacks the byte that fills it up.`;
  if (end === file.size) {
    note(faults, 'pad-missing', end, missing);
    return end;
  }
  const next = yield* part(file, end, 9);
  if (next.byteLength < 9 || next.getUint8(0) === 0 || big) return end + 1;
  const [unfilled, filled] = [next.getUint32(0), next.getUint32(1)];
  const isUnfilled = TOLD.has(unfilled) || unfilled === DATA || (isPlausibleName(unfilled) && !isPlausibleName(filled));
  if (!isUnfilled) return end + 1;
  note(faults, 'pad-missing', end, missing);
  return end;
}

function* soundPlace(file: Bytes, walk: Walk, body: number, bytes: number): Reading<SoundPlace> {
  const rest = file.size - body;
  const fromHere = { atByte: body, declaredBytes: null, presentBytes: rest };
  let declared = bytes;
  if (walk.big && bytes === OPEN && walk.bigDataBytes !== null) declared = walk.bigDataBytes;
  // Recorders and pipes that do not know the length yet write the largest number that they have, rounded or not.
  const isOpen =
    declared === Number.POSITIVE_INFINITY ||
    declared === OPEN ||
    (declared > rest && (declared | 0xfff) === 0x7fffffff);
  if (isOpen || (bytes === 0 && (yield* goesOnBehindZero(file, walk, body)))) {
    // The missing ds64 chunk is the cause of an open size, and named as such.
    if (!(walk.big && walk.bigDataBytes === null))
      note(
        walk.faults,
        'length-unknown',
        body - 4,
        `The program that wrote the file left its length open; ${counted(rest, 'byte')} of sound follow.`,
      );
    return fromHere;
  }
  // A plain WAV cannot count beyond 4 GiB: the size starts again at 0, and the sound goes on.
  const missed = walk.riffEnd !== null && !walk.big ? file.size - walk.riffEnd : 0;
  if (missed >= TWO_32 - 8 && declared + TWO_32 <= rest) {
    const whole = declared + Math.floor((rest - declared) / TWO_32) * TWO_32;
    note(
      walk.faults,
      'size-wrapped',
      body - 4,
      `The file is larger than a WAV header can say: it counts ${formatCount(declared)} of ${formatCount(whole)} bytes of sound.`,
    );
    return { atByte: body, declaredBytes: whole, presentBytes: whole };
  }
  return { atByte: body, declaredBytes: declared, presentBytes: Math.min(declared, rest) };
}

function* goesOnBehindZero(file: Bytes, walk: Walk, body: number): Reading<boolean> {
  const rest = file.size - body;
  if (rest === 0) return false;
  const next = yield* part(file, body, 8);
  const isChunk =
    next.byteLength === 8 && isPlausibleName(next.getUint32(0)) && next.getUint32(4, walk.littleEndian) <= rest - 8;
  if (isChunk) return false;
  return walk.riffEnd === null || walk.riffEnd < body || rest >= LEAST_RECORDING_BYTES;
}

function* readDs64(file: Bytes, walk: Walk, at: number, bytes: number): Reading<void> {
  const body = yield* part(file, at, Math.min(bytes, 28));
  if (!walk.big || walk.bigDataBytes !== null || body.byteLength < 16) return;
  const riffBytes = size64(body, 0);
  walk.bigDataBytes = size64(body, 8);
  if (walk.riffEnd === null) walk.riffEnd = Number.isFinite(riffBytes) ? walk.base + 8 + riffBytes : null;
}

/** A 64-bit size; all bits set, or more than any disk holds, is an open end. */
function size64(view: DataView, at: number): number {
  const size = view.getUint32(at + 4, true) * TWO_32 + view.getUint32(at, true);
  return size > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : size;
}

/** Compares what the outer chunk says of its length with the file; one cause is named once. */
function judgeOuterSize(file: Bytes, walk: Walk): void {
  const { faults, riffEnd, base } = walk;
  if (walk.big && walk.bigDataBytes === null) {
    note(
      faults,
      'chunk-missing',
      base + 12,
      'The ds64 chunk, which holds the length of an RF64 or BW64 file, is missing.',
    );
    return;
  }
  const sound = walk.parts.sound;
  if (!sound || sound.declaredBytes === null || sound.declaredBytes > sound.presentBytes) return;
  if (faults.some(({ id }) => id === 'size-wrapped')) return;
  if (riffEnd === null) {
    note(faults, 'length-unknown', base + 4, 'The program that wrote the file left its outer length open.');
    return;
  }
  const over = riffEnd - file.size;
  if (over > (faults.some(({ id }) => id === 'pad-missing') ? 1 : 0)) {
    note(
      faults,
      'size-too-large',
      base + 4,
      `The header says ${counted(over, 'byte')} more than the file has; the sound itself is complete.`,
    );
  }
  const pad = (riffEnd - base) % 2;
  if (over < -pad)
    note(
      faults,
      'bytes-behind-end',
      riffEnd,
      `Behind the end of the file's outer chunk there ${over === -1 ? 'is' : 'are'} ${counted(-over, 'byte')}.`,
    );
}
