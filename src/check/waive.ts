import { type Brief, isNone, type Said, type Waiver } from '../model/brief.js';
import { nearest } from '../model/nearest.js';
import type { Finding, ItemId } from '../model/report.js';
import { isNamed } from '../model/rough-mix.js';
import type { Rule } from './define-rule.js';

/** What waives: the reason, and where it is written. */
export type Reason = { readonly reason: string; readonly file: string; readonly line: number };

/** The brief fields that may say "none", and what that answers. `rules` where one item has two fields. */
const NONE_FIELDS: readonly { field: keyof Brief; item: ItemId; rules?: readonly string[] }[] = [
  { field: 'tempo', item: 'tempo' },
  { field: 'key', item: 'key' },
  { field: 'dryVocals', item: 'dry-vocals' },
  { field: 'roughMix', item: 'rough-mix' },
  { field: 'references', item: 'references' },
  { field: 'target', item: 'target' },
  { field: 'deadline', item: 'delivery', rules: ['deadline-stated'] },
  { field: 'deliverables', item: 'delivery', rules: ['deliverables-listed'] },
];

/** The reason with which the brief says that a field has nothing; null where it does not. */
function noneReason(brief: Brief, field: keyof Brief): Reason | null {
  const statements = brief[field] as Said<unknown>;
  const said = statements[0];
  return said !== undefined && isNone(said.value)
    ? { reason: said.value.none, file: said.file, line: said.line }
    : null;
}

/** The reason that waives a whole item: every field of it that is said at all says "none". */
export function itemWaiver(brief: Brief, item: ItemId): Reason | null {
  const reasons = NONE_FIELDS.filter((entry) => entry.item === item).map(({ field }) => noneReason(brief, field));
  return reasons.length > 0 && reasons.every((reason) => reason !== null) ? reasons[0]! : null;
}

/** A brief as judged without its waivers: nothing is meant, and "none" is not an answer. */
export function withoutWaivers(brief: Brief): Brief {
  const cleared: Partial<Record<keyof Brief, unknown>> = {};
  for (const { field } of NONE_FIELDS) {
    cleared[field] = (brief[field] as Said<unknown>).filter(({ value }) => !isNone(value));
  }
  return { ...brief, ...(cleared as Partial<Brief>), waivers: [] };
}

/** Paths on which `meant` speaks of this rule. */
export function meantPaths(rule: Rule, paths: readonly string[], brief: Brief): ReadonlySet<string> {
  const waivers = rule.neverWaived ? [] : brief.waivers.filter((waiver) => waiver.rule === rule.id);
  return new Set(paths.filter((path) => waivers.some((waiver) => isMeant(path, waiver))));
}

/** The brief with a fault for each line under `meant` that names no rule: it waives nothing, and its writer should know. */
export function withWaiverFaults(brief: Brief, ids: readonly string[]): Brief {
  const faults = brief.waivers.flatMap(({ rule, file, line, column }) => {
    if (ids.includes(rule)) return [];
    const near = nearest(rule, ids);
    const hint = near === null ? '' : ` Did you mean "${near}"?`;
    return [
      {
        id: 'line-unclear' as const,
        file,
        line,
        column,
        message: `meant names the rule "${rule}", and there is none.${hint}`,
        instead: near === null ? null : `rule: ${near}`,
        field: 'meant',
      },
    ];
  });
  return faults.length === 0 ? brief : { ...brief, faults: [...brief.faults, ...faults] };
}

/** Marks what the brief waives; what follows from a waived finding is waived with it. */
export function waived(
  findings: readonly Finding[],
  brief: Brief,
  rules: ReadonlyMap<string, Rule>,
): readonly Finding[] {
  const reasons = new Map<string, Reason>();
  for (const finding of findings) {
    const reason = reasonFor(finding, brief, rules.get(finding.rule));
    if (reason !== null) reasons.set(finding.key, reason);
  }
  return findings.map((finding) => {
    const own = reasons.get(finding.key);
    const inherited = finding.followsFrom === undefined ? undefined : reasons.get(finding.followsFrom);
    const reason = own ?? (rules.get(finding.rule)?.neverWaived ? undefined : inherited);
    return reason === undefined ? finding : { ...finding, waived: reason };
  });
}

function reasonFor(finding: Finding, brief: Brief, rule: Rule | undefined): Reason | null {
  if (rule === undefined || rule.neverWaived) return null;
  for (const waiver of brief.waivers) {
    if (waiver.rule !== finding.rule) continue;
    const isForAll = waiver.files.length === 0;
    const isForThese = finding.files.length > 0 && finding.files.every((path) => isMeantByAny(path, rule, brief));
    if (isForAll || isForThese) return { reason: waiver.because, file: waiver.file, line: waiver.line };
  }
  // "None" answers the question that the handoff list asks; a contradiction or a bad file is another matter.
  if (rule.chapter !== 'handoff') return null;
  for (const { field, item, rules } of NONE_FIELDS) {
    if (finding.item !== item || (rules !== undefined && !rules.includes(finding.rule))) continue;
    const reason = noneReason(brief, field);
    if (reason !== null) return reason;
  }
  return null;
}

function isMeantByAny(path: string, rule: Rule, brief: Brief): boolean {
  return brief.waivers.some((waiver) => waiver.rule === rule.id && isMeant(path, waiver));
}

function isMeant(path: string, { files }: Waiver): boolean {
  return files.length === 0 || files.some((name) => isNamed(path, name));
}
