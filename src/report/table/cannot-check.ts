import type { Report } from '../../model/report.js';
import { stemSet } from '../words/set.js';
import { quoted } from '../words/shell.js';
import { block } from './lines.js';
import type { Look } from './look.js';
import { actLines } from './to-do.js';

/** Below the headline, where nothing could be judged: what to do, and where the rest can be seen. */
export function cannotCheck(report: Report, look: Look): string[] {
  const lines: string[] = [];
  if (report.acts.length > 0) {
    lines.push(`  ${look.ink.bold('To do')}`);
    for (const [at, act] of report.acts.entries()) lines.push(...actLines(at + 1, act, look, true));
  }
  const unread = new Set(report.coverage.unread.map(({ path }) => path));
  const { stems, dry } = stemSet(report);
  const read = [...stems, ...dry].filter(({ path }) => !unread.has(path)).length;
  const about = read > 0 ? `What was found in the other ${read}:` : 'All that was found:';
  if (lines.length > 0) lines.push('');
  return [...lines, ...block(`${about}  ${look.program} ${quoted(report.root)} --verbose`, 2, look.inner)];
}
