import {
  brokenSession,
  type MeterChange,
  meterOrNull,
  noFacts,
  type SessionResult,
  startAndChanges,
  type TempoChange,
  tempoOrNull,
} from './no-facts.js';

const HEADER_BYTES = 14;
const MICROSECONDS_A_MINUTE = 60_000_000;
const MOST_EVENTS = 2_000_000;
const MOST_NAMES = 2_000;
const META = { text: 0x01, trackName: 0x03, marker: 0x06, cue: 0x07, tempo: 0x51, meter: 0x58, key: 0x59 } as const;
const MAJOR_BY_FIFTHS = ['Cb', 'Gb', 'Db', 'Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E', 'B', 'F#', 'C#'];
const MINOR_BY_FIFTHS = ['Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E', 'B', 'F#', 'C#', 'G#', 'D#', 'A#'];
type Words = {
  tempos: TempoChange[];
  meters: MeterChange[];
  keys: string[];
  tracks: { name: string; muted: boolean }[];
  markers: { seconds: null; beat: number; name: string }[];
};

/**
 * Reads a Standard MIDI File.
 *
 * @param bytes the whole file; a RIFF wrapper (RMID) is passed over
 * @returns tempo map, meter, key signature, names of tracks with notes, markers; times in quarter notes. A file whose
 *          tracks break off keeps what stands before; a file that counts in SMPTE frames has no beats and no tempo
 * Source: Standard MIDI Files 1.0 (RP-001)
 */
export function readMidi(bytes: Uint8Array): SessionResult {
  const riff = tag(bytes, 0) === 'RIFF' ? findHeader(bytes) : 0;
  if (tag(bytes, riff) !== 'MThd' || bytes.length < riff + HEADER_BYTES) {
    return brokenSession(riff, 'The file is named as MIDI and does not start as a MIDI file.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const division = view.getUint16(riff + 12);
  const ticksABeat = division & 0x8000 || division === 0 ? null : division;
  const words: Words = { tempos: [], meters: [], keys: [], tracks: [], markers: [] };
  let events = 0;
  let at = riff + 8 + view.getUint32(riff + 4);
  while (at + 8 <= bytes.length && events < MOST_EVENTS) {
    const length = view.getUint32(at + 4);
    const end = Math.min(bytes.length, at + 8 + length);
    if (tag(bytes, at) === 'MTrk')
      events += readTrack(bytes.subarray(at + 8, end), ticksABeat, words, MOST_EVENTS - events);
    at = at + 8 + length;
  }
  const tempo = startAndChanges(
    words.tempos.sort((a, b) => a.atBeat - b.atBeat),
    (change) => change.bpm,
  );
  const meter = startAndChanges(
    words.meters.sort((a, b) => a.atBeat - b.atBeat),
    (change) => change.meter,
  );
  return {
    ok: true,
    value: {
      ...noFacts('MIDI'),
      tempo: tempo.start,
      tempoChanges: tempo.changes,
      meter: meter.start,
      meterChanges: meter.changes,
      key: words.keys[0] ?? null,
      tracks: words.tracks,
      markers: words.markers,
    },
  };
}

function tag(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function findHeader(bytes: Uint8Array): number {
  for (let at = 8; at < Math.min(bytes.length - 4, 256); at++) if (tag(bytes, at) === 'MThd') return at;
  return 0;
}

/** Reads one track into `words`; the number of its events comes back. */
function readTrack(track: Uint8Array, ticksABeat: number | null, words: Words, mostEvents: number): number {
  let at = 0;
  let ticks = 0;
  let running = 0;
  let events = 0;
  let name = '';
  let sounds = false;
  const number = () => {
    let value = 0;
    for (let count = 0; count < 4 && at < track.length; count++) {
      const byte = track[at++] ?? 0;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < track.length && events < mostEvents) {
    events++;
    ticks += number();
    const status = track[at] ?? 0;
    if (status === 0xff) {
      const type = track[at + 1] ?? 0;
      at += 2;
      const length = number();
      const body = track.subarray(at, at + length);
      at += length;
      if (body.length < length) break;
      if (type === 0x2f) break;
      if (type === META.trackName && name === '') name = text(body);
      else readMeta(type, body, ticksABeat === null ? null : ticks / ticksABeat, words);
    } else if (status === 0xf0 || status === 0xf7) {
      at++;
      at += number();
    } else {
      if (status >= 0x80) {
        running = status;
        at++;
      } else if (running === 0) break;
      if ((running & 0xf0) === 0x90) sounds = true;
      at += (running & 0xe0) === 0xc0 ? 1 : 2;
    }
  }
  // The first track of most files holds the tempo alone, and is named after the song.
  if (sounds && words.tracks.length < MOST_NAMES) words.tracks.push({ name, muted: false });
  return events;
}

function readMeta(type: number, body: Uint8Array, atBeat: number | null, words: Words): void {
  if (atBeat === null) return;
  const [first = 0, second = 0, third = 0] = body;
  if (type === META.tempo && body.length >= 3) {
    const bpm = tempoOrNull(MICROSECONDS_A_MINUTE / ((first << 16) | (second << 8) | third));
    if (bpm !== null) words.tempos.push({ atBeat, bpm });
  } else if (type === META.meter && body.length >= 2) {
    const meter = meterOrNull(first, 2 ** second);
    if (meter !== null) words.meters.push({ atBeat, meter });
  } else if (type === META.key && body.length >= 2) {
    const fifths = (first << 24) >> 24; // signed
    const tonic = (second === 1 ? MINOR_BY_FIFTHS : MAJOR_BY_FIFTHS)[fifths + 7];
    if (tonic !== undefined) words.keys.push(`${tonic} ${second === 1 ? 'minor' : 'major'}`);
  } else if ((type === META.marker || type === META.cue) && words.markers.length < MOST_NAMES) {
    words.markers.push({ seconds: null, beat: atBeat, name: text(body) });
  }
}

/** Names are UTF-8 today and were Windows-1252 before. */
function text(body: Uint8Array): string {
  const name = body.subarray(0, 500);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name).replace(/\0/g, '').trim();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(name).replace(/\0/g, '').trim();
  }
}
