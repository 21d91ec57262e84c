import type { Report } from '../../model/report.js';
import { counted, fileName, listed } from '../../model/units.js';
import { whatWasLeftOut, whatWasRead } from '../words/read.js';
import { block, heading } from './lines.js';
import type { Look } from './look.js';

const UNREAD_SHOWN = 5;

/** What was not read, file by file with its reason; a report that is silent about it is not trusted. */
export function notRead({ coverage }: Report, look: Look): string[] {
  const lines: string[] = [];
  const { unread, specials, undecided, rulesNotRun } = coverage;
  const shown = look.verbose ? unread : unread.slice(0, UNREAD_SHOWN);
  if (unread.length + specials.length > 0) {
    lines.push(heading('Not read', counted(unread.length + specials.length, 'file'), look), '');
    for (const { path, message } of shown) lines.push(...block(withPath(path, message), 2, look.inner));
    if (shown.length < unread.length) lines.push(`  And ${unread.length - shown.length} more: --verbose lists them.`);
    if (specials.length > 0) {
      const names = listed(
        specials.map(({ path, is }) => `${path} (${is})`),
        look.verbose ? Number.POSITIVE_INFINITY : 3,
      );
      lines.push(...block(`Not a file that holds data: ${names}.`, 2, look.inner));
    }
  }
  if (look.verbose && undecided.length + rulesNotRun.length > 0) {
    if (lines.length > 0) lines.push('');
    lines.push(heading('Not decided', '', look), '');
    for (const { rule, files, reason } of undecided) {
      const where = files.length > 0 ? `${listed(files, 3)}: ` : '';
      lines.push(...block(`${where}${reason} (${rule})`, 2, look.inner));
    }
    for (const [needs, rules] of rulesByNeed(rulesNotRun)) {
      lines.push(...block(`Not run, for want of ${needs}: ${rules.join(', ')}`, 2, look.inner));
    }
  }
  return lines;
}

/** A reason that names no file gets its path in front. */
function withPath(path: string, message: string): string {
  return path === '' || path === '.' || message.includes(fileName(path)) ? message : `${path}: ${message}`;
}

/** "Read: … Left out: … Profile: … Nothing was written or sent." */
export function footer(report: Report, look: Look): string[] {
  const { undecided } = report.coverage;
  const open =
    undecided.length === 0 || look.verbose
      ? ''
      : ` ${counted(undecided.length, 'thing')} could not be decided: --verbose says which.`;
  const said = `Read: ${whatWasRead(report)}. Left out: ${whatWasLeftOut(report)}.${open} Profile: ${report.profile}. Nothing was written or sent.`;
  return block(said, 2, Math.min(look.inner, 78)).map((line) => `  ${look.ink.dim(line.slice(2))}`);
}

function rulesByNeed(rules: Report['coverage']['rulesNotRun']): Map<string, string[]> {
  const byNeed = new Map<string, string[]>();
  for (const { rule, needs } of rules) byNeed.set(needs, [...(byNeed.get(needs) ?? []), rule]);
  return byNeed;
}
