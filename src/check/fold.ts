import type { Finding, Severity } from '../model/report.js';
import type { Rule } from './define-rule.js';
import { RANK } from './number.js';

/**
 * Folds each finding under the one that it follows from: a finding of a rule that its rule names, on the same files
 * or on the whole folder. A parent is as grave as what follows from it.
 *
 * @param notes paths of files that were read as words
 */
export function folded(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Rule>,
  notes: ReadonlySet<string>,
): readonly Finding[] {
  const parents = new Map<Finding, Finding>();
  for (const finding of findings) {
    const parent = parentOf(finding, findings, rules.get(finding.rule)?.followsFrom ?? [], notes);
    if (parent !== null && rootOf(parent, parents) !== finding) parents.set(finding, parent);
  }
  const gravest = new Map<Finding, Severity>();
  for (const finding of parents.keys()) {
    const root = rootOf(finding, parents);
    const known = gravest.get(root) ?? root.severity;
    gravest.set(root, RANK[finding.severity] > RANK[known] ? finding.severity : known);
  }
  return findings.map((finding) => {
    if (parents.has(finding)) return { ...finding, followsFrom: rootOf(finding, parents).key };
    return { ...finding, severity: gravest.get(finding) ?? finding.severity };
  });
}

function parentOf(
  finding: Finding,
  findings: readonly Finding[],
  rules: readonly string[],
  notes: ReadonlySet<string>,
): Finding | null {
  const candidates = findings.filter((other) => other !== finding && rules.includes(other.rule));
  const ofFolder = candidates.find(({ files }) => files.length === 0);
  if (ofFolder !== undefined || finding.files.length === 0) return ofFolder ?? candidates[0] ?? null;
  const covered = new Set(candidates.flatMap(({ files }) => files));
  // The notes stand beside the files of which a finding speaks, as the other side of a contradiction.
  const spoken = finding.files.filter((path) => !notes.has(path));
  const files = spoken.length > 0 ? spoken : finding.files;
  if (!files.every((path) => covered.has(path))) return null;
  return candidates.find(({ files }) => files.some((path) => finding.files.includes(path))) ?? null;
}

function rootOf(finding: Finding, parents: ReadonlyMap<Finding, Finding>): Finding {
  let root = finding;
  for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
  return root;
}
