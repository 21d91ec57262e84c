/** One statement and where it stands. Several sources stay side by side; handoff.yaml first. */
export type Statement<T> = {
  readonly value: T;
  /** path within the delivery, or the path given with --brief */
  readonly file: string;
  /** counted from 1, blank lines included */
  readonly line: number;
  readonly quote: string;
};
export type Said<T> = readonly Statement<T>[];

/** `{ none: reason }`: the producer says that there is none, which waives the item. */
export type None = { readonly none: string };

export type Tempo = {
  readonly bpm: number;
  readonly approx?: boolean;
  readonly feel?: 'half-time' | 'double-time' | 'swing' | 'shuffle';
  readonly changes?: readonly { readonly bpm: number; readonly at?: string; readonly bar?: number }[];
};
/** Sounding key: tonic 'F#', 'Bb'; no mode said, no mode given. */
export type Key = { readonly tonic: string; readonly mode?: 'major' | 'minor' };
export type Reference = {
  readonly artist?: string;
  readonly title?: string;
  readonly url?: string;
  readonly file?: string;
  readonly comment?: string;
};
/** `date` in ISO form; `time` as written, with its zone; `vague` holds the words ("no rush"). */
export type Deadline = { readonly date?: string; readonly time?: string; readonly vague?: string };
/** main, instrumental, acapella, tv, performance, clean, explicit, radio-edit, extended, vocal-up … */
export type Deliverable = string;
export type EffectsPolicy = 'keep' | 'guide' | 'free' | 'none';
export type Effects = { readonly policy: EffectsPolicy; readonly files: readonly string[] };
/** mix, master, editing, tuning, comping, sample-replacement, production … */
export type JobPart = string;

export const STAGES = [
  'writing',
  'production',
  'recording',
  'editing',
  'mixing',
  'mastering',
  'packaging',
  'agreement',
] as const;
export type Stage = (typeof STAGES)[number];
export const OWNERS = ['producer', 'artist', 'editor', 'mixing-engineer', 'mastering-engineer'] as const;
export type Owner = (typeof OWNERS)[number];

/** A wish or question in the notes, sorted by the tables of who decides. */
export type Ask = {
  readonly quote: string;
  readonly stage: Stage;
  readonly owner: Owner | 'unclear';
  readonly mixIf?: string;
  readonly productionIf?: string;
};

/** `meant:` in handoff.yaml: a finding that is intended, by rule and files. */
export type Waiver = {
  readonly rule: string;
  /** as written; empty: on every file */
  readonly files: readonly string[];
  readonly because: string;
  readonly file: string;
  /** where the rule is named */
  readonly line: number;
  readonly column: number;
};

/** What the words beside the stems say: handoff.yaml first, then notes. */
export type Brief = {
  /** files that were read as words, in the order in which they count */
  readonly sources: readonly { readonly path: string; readonly is: 'handoff' | 'notes' }[];
  readonly song: Said<string>;
  readonly tempo: Said<Tempo | None>;
  readonly key: Said<Key | None>;
  readonly meter: Said<string>;
  readonly arrangement: Said<'final' | 'open'>;
  readonly takes: Said<'chosen' | 'open'>;
  readonly effects: Said<Effects>;
  readonly dryWet: Said<'dry' | 'wet' | 'both'>;
  /** file names as written, or none with a reason */
  readonly dryVocals: Said<readonly string[] | None>;
  readonly roughMix: Said<string | None>;
  readonly references: Said<Reference | None>;
  readonly target: Said<string | None>;
  readonly deadline: Said<Deadline | None>;
  readonly deliverables: Said<Deliverable | None>;
  /** parts and files that the words promise; `role` where the words name a part */
  readonly promised: Said<{ readonly what: string; readonly role?: string; readonly file?: string }>;
  readonly approver: Said<string>;
  readonly revisions: Said<string>;
  /** agreed: handoff.yaml's `scope` */
  readonly job: Said<JobPart>;
  readonly asks: Said<Ask>;
  readonly waivers: readonly Waiver[];
  /** what could not be read in words: not YAML, unknown key, wrong type, unknown encoding */
  readonly faults: readonly BriefFault[];
};

export type BriefFault = {
  readonly id: 'not-yaml' | 'line-unclear' | 'not-text' | 'too-long' | 'too-deep' | 'notes-pdf';
  readonly file: string;
  /** from 1; 0 where no place can be named */
  readonly line: number;
  readonly column: number;
  /** what is there and what it should be: a whole sentence */
  readonly message: string;
  /** the line to write instead; null where none can be proposed */
  readonly instead: string | null;
  /** the line of handoff.yaml whose value could not be read (`scope`, not `job`); null for the whole file */
  readonly field: string | null;
};

export const NO_BRIEF: Brief = {
  sources: [],
  song: [],
  tempo: [],
  key: [],
  meter: [],
  arrangement: [],
  takes: [],
  effects: [],
  dryWet: [],
  dryVocals: [],
  roughMix: [],
  references: [],
  target: [],
  deadline: [],
  deliverables: [],
  promised: [],
  approver: [],
  revisions: [],
  job: [],
  asks: [],
  waivers: [],
  faults: [],
};

/** A field of the Brief that holds statements. */
export type SaidField = Exclude<keyof Brief, 'sources' | 'waivers' | 'faults'>;
export const SAID_FIELDS: readonly SaidField[] = Object.keys(NO_BRIEF).filter(
  (field): field is SaidField => field !== 'sources' && field !== 'waivers' && field !== 'faults',
);

export function isNone(value: unknown): value is None {
  return typeof value === 'object' && value !== null && 'none' in value;
}
