import type { Brief } from './brief.js';
import type { Label } from './label.js';
import type { Measurements } from './measurements.js';
import type { Relations } from './relations.js';

/** What a file is for, decided once from place, name, length and header together. */
export const KINDS = [
  'stem',
  'rough-mix',
  'reference',
  'alternate-mix',
  'notes',
  'brief',
  'session',
  'midi',
  'image',
  'archive',
  'manifest',
  'junk',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** The facts of one delivered folder: no severity, no opinion. */
export type Delivery = {
  readonly schemaVersion: 1;
  /** the folder as it was given */
  readonly root: string;
  /** handoff.yaml, else notes, else the names' common prefix, else the folder's name */
  readonly song: string | null;
  /** folders of several songs that lie side by side; empty where there is one song */
  readonly songs: readonly string[];
  /** sorted by path, code points of NFC */
  readonly files: readonly DeliveredFile[];
  readonly brief: Brief;
  readonly sessions: readonly SessionFacts[];
  readonly archives: readonly ArchiveFacts[];
  readonly manifests: readonly ManifestFacts[];
  readonly relations: Relations;
  readonly coverage: Coverage;
};

export type DeliveredFile = {
  /** relative to the root, '/' between parts, as found (NFD kept; compare in NFC) */
  readonly path: string;
  readonly bytes: number;
  readonly kind: Kind;
  readonly kindBecause: string;
  readonly label: Label;
  readonly header?: AudioHeader;
  readonly tags?: Tags;
  readonly measured?: Measurements;
  /** what could not be read as it should */
  readonly faults: readonly Fault[];
};

/** Container ids, those of the header corpus. */
export type Container =
  | 'wav'
  | 'rf64'
  | 'bw64'
  | 'w64'
  | 'rifx'
  | 'aiff'
  | 'aifc'
  | 'caf'
  | 'flac'
  | 'mp3'
  | 'm4a'
  | 'ogg-vorbis'
  | 'opus'
  | 'ogg-other'
  | 'wavpack'
  | 'dsf'
  | 'other'; // prettier-ignore

export type AudioHeader = {
  readonly container: Container;
  /** pcm_u8, pcm_s16, pcm_s24, float32, alaw, adpcm, flac, mp3, aac, vorbis …; never empty */
  readonly codec: string;
  /** Hz */
  readonly sampleRate: number;
  readonly channels: number;
  /** valid bits a sample; null where the codec is lossy */
  readonly bitDepth: number | null;
  readonly float: boolean;
  readonly endian?: 'le' | 'be';
  /** whole frames that are really in the file; null where the header alone cannot say */
  readonly frames: number | null;
  /** what the header claims, where that differs from `frames` */
  readonly framesDeclared?: number;
  /** null where the length is unknown */
  readonly seconds: number | null;
  readonly lossy: boolean;
  /** where the samples lie, for containers of plain PCM */
  readonly data?: { readonly atByte: number; readonly bytes: number; readonly containerBits: number };
  /** bext time reference: frames after midnight */
  readonly originFrame?: number;
  readonly tempo?: number;
  readonly key?: string;
  readonly markers?: readonly { readonly frame: number; readonly name: string }[];
  readonly description?: string;
  readonly software?: string;
};

/** A header whose file could be opened and has a length. */
export type OpenedFile = DeliveredFile & { readonly header: AudioHeader };

export type Tags = {
  readonly title?: string;
  readonly artist?: string;
  readonly album?: string;
  readonly bpm?: number;
  readonly key?: string;
};

/**
 * The disk failed; the file is wrong; we do not read that; readable but odd; a doubt about frames, rate, channels
 * or width. `check/faults.ts` names the rule that reports each id.
 */
export type FaultClass = 'unavailable' | 'wrong' | 'unsupported' | 'odd' | 'doubt';
export type Fault = {
  readonly id: string;
  readonly is: FaultClass;
  readonly atByte: number;
  /** a whole sentence for people, with its numbers */
  readonly message: string;
  /** for a file that is not what its name says: what it looks like, "a ZIP archive" */
  readonly looksLike?: string;
};

export type SessionFacts = {
  readonly path: string;
  /** "Reaper", "Pro Tools" … */
  readonly program: string;
  /** false: recognised and named, its contents not read */
  readonly read: boolean;
  readonly tempo: number | null;
  readonly tempoChanges: readonly { readonly atBeat: number; readonly bpm: number }[];
  readonly meter: string | null;
  readonly meterChanges: readonly { readonly atBeat: number; readonly meter: string }[];
  readonly key: string | null;
  readonly sampleRate: number | null;
  readonly tracks: readonly { readonly name: string; readonly muted: boolean }[];
  /** audio the session names, as written there */
  readonly media: readonly string[];
  readonly markers: readonly { readonly seconds: number | null; readonly beat: number | null; readonly name: string }[];
  readonly faults: readonly Fault[];
};

export type ArchiveFacts = {
  readonly path: string;
  readonly format: string;
  readonly entries: number | null;
  readonly audioEntries: number | null;
  readonly faults: readonly Fault[];
};

export type ManifestFacts = {
  readonly path: string;
  readonly algorithm: string;
  readonly entries: readonly { readonly path: string; readonly digest: string; readonly line: number }[];
  readonly results: readonly {
    readonly path: string;
    readonly is: 'same' | 'changed' | 'missing' | 'extra' | 'renamed';
    readonly now?: string;
  }[];
};

/** What was not read, and why. */
export type Coverage = {
  /** names and headers only: no sample was read */
  readonly quick: boolean;
  readonly unread: readonly Unread[];
  readonly specials: readonly { readonly path: string; readonly is: 'link' | 'fifo' | 'socket' | 'device' }[];
};
export type Unread = {
  readonly path: string;
  readonly because: UnreadReason;
  /** a whole sentence for people */
  readonly message: string;
};
export type UnreadReason =
  | 'no-permission'
  | 'disk-error'
  | 'not-local'
  | 'changed'
  | 'vanished'
  | 'name-not-utf8'
  | 'special'
  | 'unsupported'
  | 'unreadable'
  | 'timed-out'
  | 'too-large'
  | 'not-checked';
