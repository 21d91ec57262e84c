import type { Kind } from './delivery.js';

/** A role's id, such as 'lead-vocal' or 'snare-top': those of the vocabulary in scan/names. */
export type RoleId = string;

/** What a name, with its folders, says about a file. `null` means "the name does not say". */
export type Label = {
  readonly role: RoleId | null;
  /** the kind that the name alone suggests */
  readonly kind: Kind | null;
  readonly number: number | null;
  readonly side: 'L' | 'R' | 'stereo' | null;
  readonly section: string | null;
  readonly mic: string | null;
  readonly dry: 'dry' | 'wet' | null;
  readonly take: number | 'alt' | null;
  readonly version: string | number | null;
  readonly isDouble: boolean;
  readonly printed: boolean;
  readonly tuned: boolean;
  readonly comped: boolean;
  /** the name or folder says muted, unused, old; 'maybe' where it says undecided */
  readonly muted: boolean | 'maybe';
  readonly guide: boolean;
  /** the part that a guide takes the place of; null where it names none, and for all that is no guide */
  readonly guideOf: RoleId | null;
  readonly bus: boolean;
  readonly final: boolean;
  /** the track index in front ("07_"), not a part number */
  readonly order: number | null;
  /** the program whose default name it is */
  readonly defaultNameOf: string | null;
  /** 'part': a word that names a part; 'generic': only words such as Lead, Loop, Main; 'nothing': numbers and sides */
  readonly says: 'part' | 'generic' | 'nothing';
  readonly inName: {
    readonly sampleRate?: number;
    readonly bitDepth?: number;
    readonly bpm?: number;
    readonly key?: string;
  };
  /** a better name, without folder, with extension; null where the name is fine or nothing better is known */
  readonly suggestedName: string | null;
};

/** A label that says nothing, for builders and for files whose name does not matter. */
export const NO_LABEL: Label = {
  role: null,
  kind: null,
  number: null,
  side: null,
  section: null,
  mic: null,
  dry: null,
  take: null,
  version: null,
  isDouble: false,
  printed: false,
  tuned: false,
  comped: false,
  muted: false,
  guide: false,
  guideOf: null,
  bus: false,
  final: false,
  order: null,
  defaultNameOf: null,
  says: 'nothing',
  inName: {},
  suggestedName: null,
};
