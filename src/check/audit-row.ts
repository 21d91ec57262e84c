import type { AuditRow } from '../model/audit.js';
import { OWNERS } from '../model/brief.js';
import type { Report } from '../model/report.js';

/** One report as a row of an audit. Its files, words and relations are left behind, so that a drive fits in memory. */
export function auditRow(path: string, report: Report): AuditRow {
  const open = report.findings.filter(({ number, waived }) => number !== null && !waived);
  const folded = report.findings.filter(({ followsFrom, waived }) => followsFrom !== undefined && !waived);
  const { rulesNotRun, undecided } = report.coverage;
  const notLooked = new Set(
    [...rulesNotRun, ...undecided.filter(({ files }) => files.length === 0)].map(({ rule }) => rule),
  );
  const people = new Set(report.acts.flatMap(({ owners }) => owners));
  return {
    path,
    song: report.song,
    verdict: report.verdict,
    verdictBecause: report.verdictBecause,
    stage: report.stage,
    stems: report.files.filter(({ kind }) => kind === 'stem').length,
    counts: report.counts,
    waitsFor: OWNERS.filter((owner) => people.has(owner)),
    acts: report.acts,
    findings: open.map(({ key, rule, severity, files, title, message, fix, owners }) => ({
      key,
      rule,
      severity,
      files,
      title,
      message,
      fix,
      owners,
    })),
    ...(folded.length > 0
      ? { folded: folded.map(({ key, rule, severity, files, title }) => ({ key, rule, severity, files, title })) }
      : {}),
    ...(notLooked.size > 0 ? { notLooked: [...notLooked] } : {}),
  };
}
