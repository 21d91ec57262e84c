import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { audioHeader, type HeaderFacts } from '../header.js';
import { type Bytes, part, type Reading } from '../reading.js';
import { fourCc } from '../text.js';
import { type Box, boxAt, boxesIn } from './boxes.js';
import { readSampleEntry, type SampleEntry } from './sample-entry.js';

const MOOV = fourCc('moov');
const MOOF = fourCc('moof');
const MDAT = fourCc('mdat');
const TRAK = fourCc('trak');
const SOUND = fourCc('soun');
const MOST_TRACKS = 64;
const ENTRY_BYTES = 4096;

type Track = { readonly entry: SampleEntry; readonly units: number; readonly unitsASecond: number };

/**
 * Reads an MP4 file, whatever its extension: its first sound track.
 *
 * Source: ISO/IEC 14496-12
 */
export function* readMp4(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const boxes = yield* boxesIn(file, base, file.size);
  const moov = boxes.find(({ type }) => type === MOOV);
  const track = moov ? yield* soundTrack(file, moov) : null;
  const mdat = boxes.filter(({ type }) => type === MDAT);
  const cut = boxes.find(({ endsAt }) => endsAt > file.size);
  if (!track) {
    // The table of contents of a download often stands at the end, so a cut file has none.
    if (cut && !moov)
      note(
        faults,
        'header-cut',
        file.size,
        'The file ends before its table of contents (moov), so nothing says how to read its sound.',
        'an MP4 file cut before its end',
      );
    else note(faults, 'format-missing', base, 'The file has no sound track.', 'an MP4 file without a sound track');
    return { faults };
  }
  const { entry, units, unitsASecond } = track;
  if (entry.channels === 0 || entry.sampleRate === 0 || entry.bits === 0) {
    note(
      faults,
      'format-impossible',
      base,
      `The header says ${counted(entry.channels, 'channel')} at ${formatCount(entry.sampleRate)} Hz.`,
      'an MP4 file with a damaged header',
    );
    return { faults };
  }
  if (cut) {
    note(
      faults,
      'truncated',
      file.size,
      `The file ends too early: ${formatCount(cut.endsAt - file.size)} bytes of its sound are missing.`,
    );
  } else if (mdat.length === 0) {
    note(faults, 'sound-missing', base, 'The file holds a header and no sound.', 'an MP4 file with no sound in it');
    return { faults };
  }
  if (entry.codec.startsWith('mp4-'))
    note(
      faults,
      'codec-unsupported',
      base,
      `The sound is packed by the method "${entry.codec.slice(4)}", which is not known here.`,
    );
  const isFragmented = boxes.some(({ type }) => type === MOOF);
  const seconds = unitsASecond > 0 && units > 0 && !isFragmented ? units / unitsASecond : null;
  return {
    header: audioHeader({
      container: 'm4a',
      ...entryFields(entry),
      float: entry.codec.startsWith('float'),
      // A decoder of a lossy codec takes off what the encoder put in front; only lossless counts are exact.
      frames: entry.lossy || cut || seconds === null ? null : Math.round(seconds * entry.sampleRate),
      framesDeclared: !entry.lossy && cut && seconds !== null ? Math.round(seconds * entry.sampleRate) : undefined,
      seconds: cut ? null : seconds,
    }),
    faults,
  };
}

function entryFields({ codec, channels, sampleRate, bits, lossy }: SampleEntry) {
  return { codec, channels, sampleRate, bitDepth: bits, lossy };
}

function* soundTrack(file: Bytes, moov: Box): Reading<Track | null> {
  const tracks = (yield* boxesIn(file, moov.bodyAt, moov.endsAt)).filter(({ type }) => type === TRAK);
  for (const track of tracks.slice(0, MOST_TRACKS)) {
    const handler = yield* boxAt(file, track, 'mdia', 'hdlr');
    const kind = handler ? yield* part(file, handler.bodyAt + 8, 4) : null;
    if (kind?.byteLength !== 4 || kind.getUint32(0) !== SOUND) continue;
    const table = yield* boxAt(file, track, 'mdia', 'minf', 'stbl', 'stsd');
    const entry = table
      ? readSampleEntry(yield* part(file, table.bodyAt, Math.min(table.endsAt - table.bodyAt, ENTRY_BYTES)))
      : null;
    if (!entry) continue;
    const times = yield* boxAt(file, track, 'mdia', 'mdhd');
    const view = times ? yield* part(file, times.bodyAt, 32) : null;
    return { entry, ...durationOf(view) };
  }
  return null;
}

function durationOf(view: DataView | null): { units: number; unitsASecond: number } {
  if (!view || view.byteLength < 20) return { units: 0, unitsASecond: 0 };
  const isLong = view.getUint8(0) === 1 && view.byteLength >= 32;
  if (!isLong)
    return { unitsASecond: view.getUint32(12), units: view.getUint32(16) === 0xffffffff ? 0 : view.getUint32(16) };
  return { unitsASecond: view.getUint32(20), units: view.getUint32(24) * 2 ** 32 + view.getUint32(28) };
}
