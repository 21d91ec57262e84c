import { terminalText } from '../report/terminal-text.js';

/** A path as it can be written after a prompt: in double quotes, with what would break a terminal made visible. */
export function quoted(path: string): string {
  return `"${terminalText(path).replaceAll('"', '\\"')}"`;
}
