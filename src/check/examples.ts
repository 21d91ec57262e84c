import { type Brief, NO_BRIEF, type Said, type SaidField } from '../model/brief.js';
import type { AudioHeader, DeliveredFile, Delivery, Kind, SessionFacts } from '../model/delivery.js';
import { type Label, NO_LABEL } from '../model/label.js';
import type { Measurements } from '../model/measurements.js';
import { NO_RELATIONS } from '../model/relations.js';

/**
 * Builders for the examples of rules and for tests: tiny Delivery literals in which only what matters to the story
 * stands. Pure data, part of the library so that a studio's own rules can have examples too.
 */
type HeaderParts = Partial<AudioHeader> & { readonly seconds?: number };
type FileParts = HeaderParts & {
  readonly label?: Partial<Label>;
  readonly measured?: Partial<Measurements>;
  readonly bytes?: number;
  readonly faults?: DeliveredFile['faults'];
  /** false: the file could not be opened */
  readonly opens?: boolean;
};

/** A delivery of these files; a `brief(...)` among them becomes its words. Sorted as the scanner sorts. */
export function delivery(
  ...parts: readonly (DeliveredFile | { readonly brief: Brief } | { readonly facts: Partial<Delivery> })[]
): Delivery {
  const files = parts.filter((part): part is DeliveredFile => 'path' in part);
  const words = parts.find((part): part is { brief: Brief } => 'brief' in part)?.brief ?? NO_BRIEF;
  const facts = Object.assign({}, ...parts.map((part) => ('facts' in part ? part.facts : {}))) as Partial<Delivery>;
  return {
    schemaVersion: 1,
    root: 'Night Drive',
    song: 'Night Drive',
    files: files.sort((a, b) => (a.path.normalize('NFC') < b.path.normalize('NFC') ? -1 : 1)),
    brief: words,
    songs: [],
    sessions: [],
    archives: [],
    manifests: [],
    relations: NO_RELATIONS,
    coverage: { quick: false, unread: [], specials: [] },
    ...facts,
  };
}

/** A stereo stem of 200 s at 48 kHz and 24 bit, unless told otherwise. Its label says no more than it is given. */
export function stem(path: string, parts: FileParts = {}): DeliveredFile {
  return audio('stem', path, parts);
}
export function roughMix(path: string, parts: FileParts = {}): DeliveredFile {
  return audio('rough-mix', path, parts);
}
export function reference(path: string, parts: FileParts = {}): DeliveredFile {
  return audio('reference', path, parts);
}

/** A file that is not audio. */
export function file(
  path: string,
  kind: Kind,
  parts: { readonly bytes?: number; readonly label?: Partial<Label>; readonly faults?: DeliveredFile['faults'] } = {},
): DeliveredFile {
  return {
    path,
    bytes: parts.bytes ?? 1000,
    kind,
    kindBecause: 'example',
    label: { ...NO_LABEL, ...parts.label },
    faults: parts.faults ?? [],
  };
}

/** What a session of Reaper says that was read: nothing but what it is given. One a delivery. */
export function session(
  path: string,
  parts: Partial<Omit<SessionFacts, 'path'>> = {},
): { readonly facts: Pick<Delivery, 'sessions'> } {
  const facts: SessionFacts = {
    path,
    program: 'Reaper',
    read: true,
    tempo: null,
    tempoChanges: [],
    meter: null,
    meterChanges: [],
    key: null,
    sampleRate: null,
    tracks: [],
    media: [],
    markers: [],
    faults: [],
    ...parts,
  };
  return { facts: { sessions: [facts] } };
}

export function audio(kind: Kind, path: string, parts: FileParts = {}): DeliveredFile {
  const { label, measured, bytes, faults, opens = true, ...header } = parts;
  const sampleRate = header.sampleRate ?? 48_000;
  const seconds = header.seconds ?? (header.frames == null ? 200 : header.frames / sampleRate);
  const frames = header.frames === undefined ? Math.round(seconds * sampleRate) : header.frames;
  const opened: AudioHeader = {
    container: 'wav',
    codec: 'pcm_s24',
    channels: 2,
    bitDepth: 24,
    float: false,
    lossy: false,
    ...header,
    sampleRate,
    seconds,
    frames,
  };
  return {
    path,
    bytes: bytes ?? 44 + Math.round(seconds * sampleRate) * 6,
    kind,
    kindBecause: 'example',
    label: { ...NO_LABEL, says: 'part', ...label },
    ...(opens ? { header: opened } : {}),
    ...(measured ? { measured: measurements(measured) } : {}),
    faults: faults ?? [],
  };
}

/** The measurements of an ordinary stem: −12 dBFS peak, sound from 1 s to 199 s, nothing wrong. */
function measurements(parts: Partial<Measurements> = {}): Measurements {
  return {
    meters: 'example',
    frames: 9_600_000,
    peakDbfs: -12,
    peakAtFrame: 480_000,
    channelPeaksDbfs: [-12, -12],
    truePeakDbtp: -11.8,
    integratedLufs: -24,
    loudnessRangeLu: 6,
    momentaryMaxLufs: -18,
    shortTermMaxLufs: -20,
    rmsDbfs: -27,
    dcDbfs: null,
    crestDb: 15,
    noiseFloorDbfs: -90,
    firstSoundFrame: 48_000,
    lastSoundFrame: 9_552_000,
    activeSeconds: 180,
    islands: [{ fromFrame: 48_000, toFrame: 9_552_000 }],
    silence: null,
    loudest400MsDbfs: -18,
    clipping: null,
    badSamples: { nan: 0, infinite: 0, huge: 0, denormal: 0, overs: 0 },
    usedBits: 24,
    latticeStep: 1,
    correlation: 0.4,
    sideDb: -9,
    balanceDb: 0.2,
    maxDifference: 0.2,
    identicalChannels: false,
    silentSide: null,
    edges: null,
    dc: [],
    dropouts: [],
    clicks: [],
    bandLimitHz: null,
    bandDropDb: null,
    hum: null,
    nearPeak: null,
    loudest3SDbfs: -20,
    overview: null,
    pcmHash: 'example',
    ...parts,
  };
}

type Plain<T> = T extends Said<infer Value> ? Value | readonly Value[] : never;
type Words = { readonly [Field in SaidField]?: Plain<Brief[Field]> };

/**
 * A brief as handoff.yaml would give it: each field is one value or a list of several statements.
 * `brief({ tempo: { bpm: 92 }, deliverables: ['main', 'clean'] })`. Line numbers count the statements.
 */
export function brief(words: Words, rest: Partial<Brief> = {}): { readonly brief: Brief } {
  let line = 0;
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(words)) {
    // dryVocals holds lists: one statement is a list of names.
    const values =
      Array.isArray(value) && !(field === 'dryVocals' && value.every((name) => typeof name === 'string'))
        ? value
        : [value];
    fields[field] = values.map((one) => ({
      value: one,
      file: 'handoff.yaml',
      line: ++line,
      quote: `${field}: ${quoted(one)}`,
    }));
  }
  return { brief: { ...NO_BRIEF, sources: [{ path: 'handoff.yaml', is: 'handoff' }], ...fields, ...rest } };
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
