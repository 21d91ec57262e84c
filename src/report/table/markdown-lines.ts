import { block } from './lines.js';
import type { Look } from './look.js';

/**
 * The little markdown that rules are written in, for a terminal: paragraphs, lists, fenced and indented code, tables as
 * they stand; emphasis and code ticks fall off.
 */
export function markdownLines(text: string, indent: number, columns: number, { ink }: Look): string[] {
  const lines: string[] = [];
  const margin = ' '.repeat(indent);
  let paragraph = '';
  let fenced = false;
  const flush = () => {
    if (paragraph !== '') lines.push(...block(bare(paragraph), indent, columns));
    paragraph = '';
  };
  for (const raw of text.trim().split('\n')) {
    const line = raw.trimEnd();
    if (line.startsWith('```')) {
      flush();
      fenced = !fenced;
    } else if (fenced || line.startsWith('    ') || line.startsWith('|')) {
      flush();
      lines.push(`${margin}  ${line.trimStart()}`);
    } else if (line === '') {
      flush();
      if (lines.at(-1) !== '') lines.push('');
    } else if (line.startsWith('#')) {
      flush();
      lines.push(margin + ink.bold(line.replace(/^#+\s*/, '')));
    } else if (/^\s*(?:[-*]|\d{1,2}\.)\s/.test(line)) {
      flush();
      const item = /^(\s*)([-*]|\d{1,2}\.)\s(.*)$/.exec(line);
      const [, lead = '', bullet = '-', words = ''] = item ?? [];
      const first = `${margin}${lead}${bullet} `;
      lines.push(...block(bare(words.trim()), first.length, columns, first));
    } else {
      paragraph += paragraph === '' ? line.trim() : ` ${line.trim()}`;
    }
  }
  flush();
  return lines;
}

function bare(text: string): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\[([^[\]]+)\]\(([^()]+)\)/g, '$1 ($2)');
}
