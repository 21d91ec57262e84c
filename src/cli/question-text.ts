import { terminalText } from '../report/terminal-text.js';
import type { QuestionError } from './question-error.js';

/** "stemcheck: what", an empty line, the details indented by two: what is wrong, then what to write instead. */
export function questionText({ what, details }: QuestionError): string {
  const lines = details.map((line) => (line === '' ? '' : `  ${terminalText(line)}`));
  return [`stemcheck: ${terminalText(what)}`, ...(lines.length > 0 ? ['', ...lines, ''] : []), ''].join('\n');
}
