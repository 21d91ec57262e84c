import type { Report, Severity, Verdict } from '../../model/report.js';
import { counted } from '../../model/units.js';

/** The verdict in words: the same in every format. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  ready: 'Ready to mix',
  'ready-with-questions': 'Ready to mix, with questions',
  'not-ready': 'Not ready to mix',
  'cannot-check': 'Cannot check',
};

/** `info` is what programs say; people read "note". */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** "4 errors, 6 warnings, 1 note"; empty where there is none of them. */
export function countsInWords({ counts, coverage }: Report): string {
  const said = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], SEVERITY_WORDS[severity]))
    .join(', ');
  return coverage.quick && said !== '' ? `${said} so far` : said;
}

/** The folder as a heading names it: its own name; the song where the folder is only "." */
export function folderName({ root, song }: Pick<Report, 'root' | 'song'>): string {
  const name = root.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  return name === '' || name === '.' || name === '..' ? (song ?? root) : name;
}
