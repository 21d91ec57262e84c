import { type Finding, ITEMS } from '../model/report.js';

export const RANK = { info: 1, warning: 2, error: 3 } as const;

/**
 * Findings in the order in which people read them: worst first, then along the handoff list, then by file; the folded
 * and the waived behind. Each that counts gets its number, from 1.
 */
export function numbered(findings: readonly Finding[]): readonly Finding[] {
  let number = 0;
  return [...findings].sort(byWeight).map((finding) => ({ ...finding, number: counts(finding) ? ++number : null }));
}

/** The same findings with keys of their own, where one rule says two things about the same files. */
export function distinctKeys(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, times);
    return times === 1 ? finding : { ...finding, key: `${finding.key}|~${times}` };
  });
}

/** Whether a finding counts: neither folded under another nor waived. */
export function counts({ followsFrom, waived }: Finding): boolean {
  return followsFrom === undefined && waived === undefined;
}

function byWeight(a: Finding, b: Finding): number {
  return (
    Number(!counts(a)) - Number(!counts(b)) ||
    RANK[b.severity] - RANK[a.severity] ||
    itemOrder(a) - itemOrder(b) ||
    compare(firstFile(a), firstFile(b)) ||
    compare(a.rule, b.rule) ||
    compare(a.key, b.key)
  );
}

/** A finding without an item, about the notes as a whole, comes before those about single items. */
function itemOrder({ item }: Finding): number {
  return item === null ? -1 : ITEMS.indexOf(item);
}

function firstFile({ files }: Finding): string {
  return (files[0] ?? '').normalize('NFC');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
