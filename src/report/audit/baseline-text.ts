import type { BaselineComparison } from '../../model/audit.js';
import { counted } from '../../model/units.js';
import { terminalText } from '../terminal-text.js';

/** What opened and closed since a baseline, a line each. */
export function baselineText({ opened, closed, known, gone = [] }: BaselineComparison): string {
  const line = (mark: string, { delivery, severity, title, rule }: BaselineComparison['opened'][number]) =>
    `  ${mark} ${severity} ${rule}: ${terminalText(title)} (${terminalText(delivery)})`;
  const head = `Since the baseline: ${counted(opened.length, 'gap')} opened, ${closed.length} closed, ${known} known.`;
  return `${[head, ...opened.map((one) => line('+', one)), ...closed.map((one) => line('-', one)), ...gone.map((path) => `  - no longer there: ${terminalText(path)}`)].join('\n')}\n`;
}
