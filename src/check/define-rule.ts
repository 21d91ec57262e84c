import type { Brief, Owner, Stage } from '../model/brief.js';
import type { DeliveredFile, Delivery, OpenedFile } from '../model/delivery.js';
import type { Evidence, FindingAct, ItemId, Severity, Verb } from '../model/report.js';
import type { RuleDoc } from '../model/rule-doc.js';

type Chapter = 'handoff' | 'scope' | 'names' | 'files' | 'format' | 'timing' | 'sound' | 'together';
/** A kind of fact. A rule does not run without one of its `needs`, and its item cannot be told. */
export type Need = 'one-song' | 'listing' | 'names' | 'header' | 'brief' | 'session' | 'sound' | 'relations';
export type Options = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** What a rule looks at: the Delivery, and the views of it that most rules ask for. */
export type RuleContext<O extends Options = Options> = {
  readonly delivery: Delivery;
  readonly brief: Brief;
  readonly song: string | null;
  readonly files: readonly DeliveredFile[];
  /** every file of kind stem that lies in the delivery, opened or not, dry twins included */
  readonly stemFiles: readonly DeliveredFile[];
  /** stems of the mix that were opened: dry twins left out */
  readonly stems: readonly OpenedFile[];
  /** opened stems, dry twins included: for rules about a file's own sound and header */
  readonly opened: readonly OpenedFile[];
  /** stems whose label says dry, opened or not */
  readonly dryVocals: readonly DeliveredFile[];
  /** every rough mix, opened or not; the counting one is `roughMix` */
  readonly roughMixes: readonly DeliveredFile[];
  /** the rough mix that counts (DESIGN §8), where it could be opened */
  readonly roughMix: OpenedFile | null;
  readonly references: readonly DeliveredFile[];
  /** the set's rate in Hz: the sessions', else that of most seconds of stems; null in a tie or without stems */
  readonly setRate: number | null;
  readonly options: O;
};

/** What a rule hands to the engine: a finding without number, key and rule. Unset fields are the rule's own. */
export type Reported = {
  readonly files: readonly string[];
  readonly title: string;
  readonly message: string;
  readonly fix: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly severity?: Severity;
  readonly item?: ItemId | null;
  readonly owners?: readonly Owner[];
  readonly stage?: Stage;
  readonly at?: readonly { readonly fromFrame: number; readonly toFrame: number; readonly channel?: number }[];
  readonly evidence?: readonly Evidence[];
  readonly act?: Partial<FindingAct>;
  /** tells two findings of one rule on the same files apart, in their keys: a brief field, a part's name */
  readonly field?: string;
};
export type ReportFinding = (finding: Reported) => void;

/** "I cannot decide on this": listed under coverage with its reason; with no file, the rule's item cannot be told. */
export type CannotTell = { readonly cannotTell: string; readonly files: readonly string[] };
export function cannotTell(reason: string, files: readonly string[] = []): CannotTell {
  return { cannotTell: reason, files };
}

type Example = { readonly when: string; readonly delivery: Delivery };
/** `says`: the message of the one finding it gives (several findings: of the first) */
type FailingExample = Example & { readonly says: string; readonly severity?: Severity };

/** A rule: what it says about itself, what it looks for, and the examples that hold it to its words. */
export interface Rule<O extends Options = Options> extends RuleDoc {
  readonly chapter: Chapter;
  readonly needs: readonly Need[];
  readonly uses?: readonly Need[];
  readonly verb: Verb;
  readonly options: O;
  /** on the same file (or on the whole folder), a finding of these rules folds this one under it */
  readonly followsFrom?: readonly string[];
  check(context: RuleContext<O>, report: ReportFinding): undefined | CannotTell | readonly CannotTell[];
  readonly examples: { readonly passes: readonly Example[]; readonly fails: readonly FailingExample[] };
}

/** Types a rule literal; nothing is added at run time. */
export function defineRule<O extends Options>(
  rule: Omit<Rule<O>, 'check'> & {
    check(context: RuleContext<O>, report: ReportFinding): CannotTell | readonly CannotTell[] | undefined | void;
  },
): Rule<O> {
  return rule as Rule<O>;
}
