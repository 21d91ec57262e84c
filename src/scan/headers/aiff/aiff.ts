import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { audioHeader, type HeaderFacts, someTags } from '../header.js';
import { type Id3Tag, readId3 } from '../id3.js';
import { type Bytes, need, part, type Reading, sub } from '../reading.js';
import { fieldText, fourCc, isPlausibleName, nameOf } from '../text.js';
import { AIFC, type AiffFormat, readComm } from './comm.js';

const COMM = fourCc('COMM');
const SSND = fourCc('SSND');
const MARK = fourCc('MARK');
const NAME = fourCc('NAME');
const AUTH = fourCc('AUTH');
const ANNO = fourCc('ANNO');
const ID3_NAMES: readonly number[] = ['ID3 ', 'id3 '].map(fourCc);
const MOST_CHUNKS = 1_000_000;
const MOST_TOLD = 256;
const MOST_MARKERS = 4096;
const TEXT_BYTES = 65_536;

type Sound = {
  readonly atByte: number;
  readonly declaredBytes: number;
  readonly presentBytes: number;
  /** the file aligns its sound to blocks, so that more bytes than frames need are normal */
  readonly aligned: boolean;
};
type Walk = {
  readonly isAifc: boolean;
  readonly formEnd: number;
  format: AiffFormat | null;
  formatSeen: boolean;
  sound: Sound | null;
  markers: { frame: number; name: string }[];
  texts: Map<number, string>;
  id3: Id3Tag['tags'];
};

/**
 * Reads an AIFF or AIFF-C file.
 *
 * Source: Apple, Audio Interchange File Format 1.3; AIFF-C draft of 1991
 */
export function* readAiff(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const head = yield* part(file, base, 12);
  const walk: Walk = {
    isAifc: head.getUint32(8) === AIFC,
    formEnd: base + 8 + head.getUint32(4),
    format: null,
    formatSeen: false,
    sound: null,
    markers: [],
    texts: new Map(),
    id3: {},
  };
  yield* walkChunks(file, base, walk, faults);
  const { format, sound } = walk;
  if (!format) {
    if (!walk.formatSeen)
      note(
        faults,
        'format-missing',
        base,
        'The file has no COMM chunk, so nothing says how to read its sound.',
        'an AIFF file without its format',
      );
    return { faults };
  }
  const frames = sound ? framesOf(format, sound, faults) : 0;
  if (!sound || (frames === 0 && sound.declaredBytes <= sound.presentBytes)) {
    note(
      faults,
      'sound-missing',
      base,
      'The file holds a header and no sound: its length is 0 samples.',
      'an AIFF file with no sound in it',
    );
    return { faults };
  }
  if (sound.declaredBytes <= sound.presentBytes) judgeOuterSize(file, walk, faults);
  const { declaredFrames, frameBytes, framesPerPacket, containerBits, ...described } = format;
  return {
    header: audioHeader({
      container: walk.isAifc ? 'aifc' : 'aiff',
      ...described,
      frames,
      framesDeclared: declaredFrames > (frames ?? declaredFrames) ? declaredFrames : undefined,
      data:
        containerBits > 0 && frames !== null
          ? { atByte: sound.atByte, bytes: frames * frameBytes, containerBits }
          : undefined,
      markers: walk.markers.length > 0 ? walk.markers : undefined,
      description: walk.texts.get(ANNO),
    }),
    ...someTags({ title: walk.texts.get(NAME), artist: walk.texts.get(AUTH), ...walk.id3 }),
    faults,
  };
}

function* walkChunks(file: Bytes, base: number, walk: Walk, faults: Faults): Reading<void> {
  let told = 0;
  let at = base + 12;
  for (let count = 0; at + 8 <= file.size && (at < walk.formEnd || !walk.sound); count++) {
    if (count === MOST_CHUNKS) {
      note(
        faults,
        'too-many-chunks',
        at,
        `The file has more than ${formatCount(MOST_CHUNKS)} chunks; what stands behind them was not read.`,
      );
      return;
    }
    if (!(yield* need(file, at, 8))) return;
    const id = file.window.getUint32(at - file.windowAt);
    const bytes = file.window.getUint32(at - file.windowAt + 4);
    if (!isPlausibleName(id)) {
      note(faults, 'chunk-cut', at, `What stands from byte ${formatCount(at)} on is no chunk.`);
      return;
    }
    if (id === SSND || id === COMM || told++ < MOST_TOLD) yield* readChunk(file, id, at + 8, bytes, walk, faults);
    const end = at + 8 + bytes;
    if (end > file.size) {
      if (id !== SSND)
        note(
          faults,
          'chunk-cut',
          at,
          `The chunk "${nameOf(id)}" says ${counted(bytes, 'byte')}, and the file ends before.`,
        );
      return;
    }
    at = bytes % 2 === 0 ? end : yield* behindPad(file, end, id, faults);
  }
}

/** Where the next chunk starts behind one of odd length: some writers forget the byte that should fill it up. */
function* behindPad(file: Bytes, end: number, id: number, faults: Faults): Reading<number> {
  const next = yield* part(file, end, 5);
  const isMissing = end === file.size || (next.byteLength === 5 && next.getUint8(0) !== 0 && isUnfilled(next));
  if (!isMissing) return end + 1;
  note(faults, 'pad-missing', end, `The chunk "${nameOf(id)}" has an odd length and lacks the byte that fills it up.`);
  return end;
}

function isUnfilled(next: DataView): boolean {
  const name = next.getUint32(0);
  return name === COMM || name === SSND || (isPlausibleName(name) && !isPlausibleName(next.getUint32(1)));
}

function* readChunk(file: Bytes, id: number, at: number, bytes: number, walk: Walk, faults: Faults): Reading<void> {
  if (id === COMM) {
    if (walk.formatSeen) {
      note(faults, 'format-repeated', at - 8, 'The file has a second COMM chunk; the first one counts.');
      return;
    }
    walk.formatSeen = true;
    walk.format = readComm(yield* part(file, at, Math.min(bytes, 64)), at, walk.isAifc, faults);
  } else if (id === SSND) {
    const head = yield* part(file, at, Math.min(bytes, 8));
    if (head.byteLength < 8) return;
    if (walk.sound) {
      note(
        faults,
        'sound-repeated',
        at - 8,
        'The file has a second SSND chunk; only the sound in the first one plays.',
      );
      return;
    }
    const offset = head.getUint32(0);
    const declaredBytes = Math.max(0, bytes - 8 - offset);
    const atByte = at + 8 + offset;
    const presentBytes = Math.max(0, Math.min(declaredBytes, file.size - atByte));
    walk.sound = { atByte, declaredBytes, presentBytes, aligned: offset > 0 || head.getUint32(4) > 0 };
  } else if (id === MARK) walk.markers = readMarkers(yield* part(file, at, Math.min(bytes, TEXT_BYTES)));
  else if (id === NAME || id === AUTH || id === ANNO) {
    const text = fieldText(yield* part(file, at, Math.min(bytes, TEXT_BYTES)));
    if (text !== undefined && !walk.texts.has(id)) walk.texts.set(id, text);
  } else if (ID3_NAMES.includes(id)) {
    const tag = yield* readId3(file, at);
    if (tag) walk.id3 = { ...tag.tags, ...walk.id3 };
  }
}

function readMarkers(body: DataView): { frame: number; name: string }[] {
  const markers: { frame: number; name: string }[] = [];
  const count = body.byteLength >= 2 ? Math.min(body.getUint16(0), MOST_MARKERS) : 0;
  for (let at = 2; markers.length < count && at + 7 <= body.byteLength; ) {
    const length = body.getUint8(at + 6);
    markers.push({ frame: body.getUint32(at + 2), name: fieldText(sub(body, at + 7, length)) ?? '' });
    at += 7 + length + (length % 2 === 0 ? 1 : 0); // a Pascal string, filled up with its count to an even length
  }
  return markers.sort((a, b) => a.frame - b.frame);
}

/** Whole frames that are there, by COMM and by SSND together. */
function framesOf(format: AiffFormat, sound: Sound, faults: Faults): number | null {
  const { frameBytes, framesPerPacket, declaredFrames } = format;
  if (frameBytes === 0) return sound.presentBytes === 0 ? 0 : null;
  const held = Math.floor(sound.presentBytes / frameBytes) * framesPerPacket;
  if (sound.declaredBytes > sound.presentBytes) {
    if (held >= declaredFrames) return declaredFrames;
    note(
      faults,
      'truncated',
      sound.atByte + sound.presentBytes,
      `The file ends too early: its header says ${formatCount(declaredFrames)} samples a channel, and ${formatCount(held)} are there.`,
    );
    return held;
  }
  if (held < declaredFrames) {
    note(
      faults,
      'length-disagrees',
      sound.atByte,
      `The header says ${formatCount(declaredFrames)} samples a channel, and the sound in the file has ${formatCount(held)}.`,
    );
    return held;
  }
  // A writer that left the count at 0 still wrote its sound.
  if (declaredFrames === 0 && held > 0) {
    note(
      faults,
      'length-disagrees',
      sound.atByte,
      `The header says 0 samples, and the sound in the file has ${formatCount(held)} a channel.`,
    );
    return held;
  }
  if (held > declaredFrames && !sound.aligned && framesPerPacket === 1) {
    note(
      faults,
      'length-disagrees',
      sound.atByte,
      `The header says ${formatCount(declaredFrames)} samples a channel, and the sound in the file has ${formatCount(held)}.`,
    );
  }
  return declaredFrames;
}

function judgeOuterSize(file: Bytes, { formEnd }: Walk, faults: Faults): void {
  const over = formEnd - file.size;
  if (over > (faults.some(({ id }) => id === 'pad-missing') ? 1 : 0)) {
    note(
      faults,
      'size-too-large',
      4,
      `The header says ${counted(over, 'byte')} more than the file has; the sound itself is complete.`,
    );
  }
  if (over < -1)
    note(
      faults,
      'bytes-behind-end',
      formEnd,
      `Behind the end of the file's outer chunk there ${over === -1 ? 'is' : 'are'} ${counted(-over, 'byte')}.`,
    );
}
