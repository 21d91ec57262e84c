import type { Finding, Report, Verdict } from './report.js';

/** What changed from one delivery to the next: by sound, by gap, by word. */
export type Diff = {
  readonly schemaVersion: 1;
  readonly tool: Report['tool'];
  readonly profile: string;
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly gaps: {
    readonly closed: readonly ClosedGap[];
    readonly still: readonly StandingGap[];
    readonly opened: readonly StandingGap[];
  };
  /** sounds of the old delivery in the order of the new one, then those that are gone; each file of both is in one */
  readonly sounds: readonly SoundChange[];
  readonly words: readonly WordChange[];
};

export type DiffSide = {
  /** the folder as it was given */
  readonly root: string;
  readonly song: string | null;
  readonly verdict: Verdict;
  readonly verdictBecause: string;
  readonly counts: Report['counts'];
  /** names and headers only: nothing was compared by sound */
  readonly quick: boolean;
};

/** A finding, with its number in the report of its own side. */
export type DiffGap = Pick<Finding, 'number' | 'key' | 'rule' | 'severity' | 'files' | 'title' | 'fix'>;
/** meant: the words of the new delivery say so; not-judged: nobody looked for it this time */
export type ClosedGap = DiffGap & { readonly how: 'mended' | 'meant' | 'not-judged' };
export type StandingGap = DiffGap & {
  /** its number in the old report; null where it is new, or was explained by another finding then */
  readonly was: number | null;
  /** what became of the sound of its only file; null for none or several */
  readonly sound: SoundKind | null;
};

/**
 * same: same samples under the same name; renamed: under another; exported: in another container or width, same
 * samples; moved: the same sound earlier or later; level: the same sound at another level; changed; new; gone;
 * not-compared: on one side it was not measured.
 */
export type SoundKind =
  | 'same'
  | 'renamed'
  | 'exported'
  | 'moved'
  | 'level'
  | 'changed'
  | 'new'
  | 'gone'
  | 'not-compared';

export type SoundChange = {
  readonly is: SoundKind;
  readonly was: string | null;
  readonly now: string | null;
  /** later than before where positive; of what moved */
  readonly movedFrames?: number;
  /** of what has another level */
  readonly gainDb?: number;
  /** of what changed: from what to what, and where; a field is there where it differs */
  readonly differs?: Differs;
};
type Turned<T> = { readonly was: T; readonly now: T };
export type Differs = {
  readonly container?: Turned<string>;
  readonly sampleRate?: Turned<number>;
  readonly width?: Turned<string>;
  readonly channels?: Turned<number>;
  readonly seconds?: Turned<number>;
  readonly peakDbfs?: Turned<number | null>;
  readonly integratedLufs?: Turned<number | null>;
  /** stretches that look different in a coarse picture of the sound; empty: too little to see where */
  readonly spans?: readonly { readonly fromSeconds: number; readonly toSeconds: number }[];
  /** the picture differs nearly everywhere */
  readonly throughout?: boolean;
};

export type WordChange = {
  readonly is: 'said' | 'unsaid';
  readonly file: string;
  readonly line: number;
  /** the line of handoff.yaml that holds it, or would */
  readonly field: string;
  readonly quote: string;
};
