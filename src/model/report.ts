import type { Brief, Owner, Stage } from './brief.js';
import type { Coverage, DeliveredFile } from './delivery.js';
import type { Relations } from './relations.js';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Verdict = 'ready' | 'ready-with-questions' | 'not-ready' | 'cannot-check';

/** The handoff list, in its order. */
export const ITEMS = [
  'final-stems',
  'labelled',
  'takes-chosen',
  'rough-mix',
  'references',
  'tempo',
  'key',
  'creative-effects',
  'dry-vocals',
  'target',
  'delivery',
  'scope',
] as const;
export type ItemId = (typeof ITEMS)[number];
export type ItemStatus = 'gap' | 'open' | 'waived' | 'not-applicable' | 'cannot-tell' | 'not-said' | 'ok';

/** The last stage of a song that is not done yet; 'mixing' where nothing earlier is open. */
export type SongStage = 'writing' | 'production' | 'recording' | 'editing' | 'mixing';

export const VERBS = [
  'export-again',
  'send',
  'rename',
  'leave-out',
  'answer',
  'write-down',
  'choose',
  'agree',
  'wait',
  'nothing',
] as const;
export type Verb = (typeof VERBS)[number];

export type Finding = {
  /** from 1, worst first; null: folded under another finding */
  readonly number: number | null;
  /** rule, NFC paths and brief field: the same in every run */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly files: readonly string[];
  /** a fact about this delivery in at most 60 characters: subject, verb, figure; no full stop */
  readonly title: string;
  /** what is there, with its number and unit, and what it is compared with: whole sentences */
  readonly message: string;
  /** what to do, beginning with a verb: whole sentences */
  readonly fix: string;
  readonly owners: readonly Owner[];
  readonly stage: Stage;
  readonly item: ItemId | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at?: readonly { readonly fromFrame: number; readonly toFrame: number; readonly channel?: number }[];
  readonly evidence?: readonly Evidence[];
  readonly act: FindingAct;
  /** key of the finding under which this one is folded */
  readonly followsFrom?: string;
  readonly waived?: { readonly reason: string; readonly file: string; readonly line: number };
};

/**
 * What closes a finding. `phrase` completes the verb:
 * export-again: how, for all files ("from bar 1 to the last tail"), may be empty; send: what ("a rough mix"), may be empty where
 * perFile names files; rename, leave-out: may be empty; answer: a question without its mark ("what should the listener
 * feel"); write-down: a noun phrase ("the tempo"); choose: "one take of the lead double"; agree: "that …"; wait: "for …".
 */
export type FindingAct = {
  readonly verb: Verb;
  readonly phrase: string;
  readonly perFile?: readonly { readonly path: string; readonly remark: string }[];
};

/** One record of the evidence kinds of the page's drawings; `kind` says which. */
export type Evidence = { readonly kind: string; readonly [field: string]: unknown };

export type Question = {
  readonly id: 'final-parts' | 'creative-effects' | 'arrangement';
  readonly status: 'answered' | 'partly' | 'not-said';
  /** one short sentence */
  readonly answer: string;
  /** "handoff.yaml:4"; null where nothing was said */
  readonly from: string | null;
};

export type Act = {
  readonly owners: readonly Owner[];
  readonly verb: Verb;
  /** one sentence without a full stop, in the imperative */
  readonly act: string;
  /** a decision for people, not a file error */
  readonly decision: boolean;
  readonly files: readonly { readonly path: string; readonly remark: string }[];
  /** numbers of the findings that it closes */
  readonly closes: readonly number[];
};

export type HandoffItem = {
  readonly id: ItemId;
  readonly status: ItemStatus;
  /** one short clause: what is there */
  readonly because: string;
  /** "handoff.yaml:2", "file names"; null where nothing was said */
  readonly from: string | null;
  /** numbers of its findings; folded ones have none */
  readonly findings: readonly number[];
};

export type Report = {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'stemcheck'; readonly version: string };
  readonly profile: string;
  /** the folder as it was given */
  readonly root: string;
  readonly song: string | null;
  readonly verdict: Verdict;
  /** why this verdict: one sentence */
  readonly verdictBecause: string;
  readonly stage: SongStage;
  readonly stageBecause: string | null;
  readonly questions: readonly Question[];
  readonly acts: readonly Act[];
  readonly handoff: readonly HandoffItem[];
  readonly findings: readonly Finding[];
  readonly files: readonly DeliveredFile[];
  readonly relations: Relations;
  readonly coverage: Coverage & {
    readonly undecided: readonly {
      readonly rule: string;
      readonly files: readonly string[];
      readonly reason: string;
    }[];
    readonly rulesNotRun: readonly { readonly rule: string; readonly needs: string }[];
  };
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly brief: Brief;
};
