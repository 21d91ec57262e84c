import type { ClosedGap, Diff, DiffGap, SoundChange, StandingGap } from '../../model/diff.js';
import type { Finding, Report } from '../../model/report.js';
import { counts } from '../number.js';

/**
 * Which gaps of the old report closed, still stand or opened. A gap is the same where rule, files and field are; a
 * file that was only renamed is the same file, and a gap that is left on some of its files, or spread, still stands.
 */
export function gapChanges(old: Report, now: Report, sounds: readonly SoundChange[]): Diff['gaps'] {
  const renamed = new Map(
    sounds.flatMap(({ was, now: to }) => (was === null || to === null ? [] : [[nfc(was), nfc(to)]])),
  );
  const before = old.findings.filter(({ waived }) => waived === undefined);
  const standing = now.findings.filter(({ waived }) => waived === undefined);
  const pairs = samePairs(before, standing, (path) => renamed.get(nfc(path)) ?? nfc(path));
  const judged = judgedIn(now);
  const meant = new Set(now.findings.flatMap((finding) => (finding.waived ? [identity(finding, nfc)] : [])));
  const soundOf = new Map(sounds.flatMap(({ is, now: to }) => (to === null ? [] : [[nfc(to), is] as const])));
  const stood = new Set(pairs.values());
  return {
    closed: before
      .filter((gap) => counts(gap) && !stood.has(gap))
      .map((gap): ClosedGap => {
        const isMeant = meant.has(identity(gap, (path) => renamed.get(nfc(path)) ?? nfc(path)));
        return { ...gapOf(gap), how: isMeant ? 'meant' : judged(gap.rule) ? 'mended' : 'not-judged' };
      }),
    still: standing.filter((gap) => counts(gap) && pairs.has(gap)).map((gap) => standingGap(gap, pairs.get(gap))),
    opened: standing.filter((gap) => counts(gap) && !pairs.has(gap)).map((gap) => standingGap(gap, undefined)),
  };

  function standingGap(gap: Finding, was: Finding | undefined): StandingGap {
    const [file, ...others] = gap.files;
    const sound = file === undefined || others.length > 0 ? null : (soundOf.get(nfc(file)) ?? null);
    return { ...gapOf(gap), was: was?.number ?? null, sound };
  }
}

/** For each finding of now the one of before that it is. */
function samePairs(
  before: readonly Finding[],
  now: readonly Finding[],
  renamed: (path: string) => string,
): Map<Finding, Finding> {
  const pairs = new Map<Finding, Finding>();
  const byIdentity = new Map(before.map((finding) => [identity(finding, renamed), finding]));
  for (const finding of now) {
    const was = byIdentity.get(identity(finding, nfc));
    if (was !== undefined) pairs.set(finding, was);
  }
  const paired = new Set(pairs.values());
  const open = before.filter((finding) => !paired.has(finding) && finding.files.length > 0);
  for (const finding of now) {
    if (pairs.has(finding)) continue;
    const files = new Set(finding.files.map(nfc));
    const was = open.find(
      (one) =>
        one.rule === finding.rule &&
        fieldOf(one) === fieldOf(finding) &&
        one.files.some((path) => files.has(renamed(path))),
    );
    if (was !== undefined) pairs.set(finding, was);
  }
  return pairs;
}

function identity(finding: Finding, nameOf: (path: string) => string): string {
  return JSON.stringify([finding.rule, fieldOf(finding), ...finding.files.map(nameOf).sort()]);
}

/** What a key says beyond rule and files: the field of the brief, the part. */
function fieldOf({ key, rule, files }: Finding): string {
  return key.slice([rule, ...files.map(nfc)].join('|').length);
}

function gapOf({ number, key, rule, severity, files, title, fix }: Finding): DiffGap {
  return { number, key, rule, severity, files, title, fix };
}

/** Whether a rule was able to look: what nobody looked for is not mended. */
function judgedIn({ verdict, coverage }: Report): (rule: string) => boolean {
  if (verdict === 'cannot-check') return () => false;
  const idle = new Set([
    ...coverage.rulesNotRun.map(({ rule }) => rule),
    ...coverage.undecided.filter(({ files }) => files.length === 0).map(({ rule }) => rule),
  ]);
  return (rule) => !idle.has(rule);
}

function nfc(path: string): string {
  return path.normalize('NFC');
}
