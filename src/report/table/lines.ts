import stringWidth from 'string-width';
import { graphemes, taken } from '../words/cut.js';
import type { Look } from './look.js';

/** Text filled up with spaces to a width in columns; longer text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - stringWidth(text))) + text;
}

/** Two texts at both ends of a line; null where they do not fit with `least` spaces between. */
export function ends(left: string, right: string, columns: number, least = 2): string | null {
  const gap = columns - stringWidth(left) - stringWidth(right);
  return right === '' ? left : gap < least ? null : left + ' '.repeat(gap) + right;
}

/** A section's heading: its name in a line across, at the right a word about what follows. */
export function heading(name: string, about: string, { width, ink, glyphs }: Look): string {
  const used = stringWidth(`${glyphs.rule.repeat(2)} ${name} `) + (about === '' ? 0 : stringWidth(about) + 1);
  const line = ink.dim(glyphs.rule.repeat(Math.max(2, width - used)));
  return `${ink.dim(glyphs.rule.repeat(2))} ${ink.bold(name)} ${line}${about === '' ? '' : ` ${ink.dim(about)}`}`;
}

/**
 * Plain text in lines of at most `columns`, broken between words; a word that is longer than a line is broken
 * between characters. Never empty: empty text is one empty line.
 */
export function wrapped(text: string, columns: number): string[] {
  const room = Math.max(1, columns);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((word) => pieces(word, room))) {
    if (line === '') line = word;
    else if (stringWidth(line) + 1 + stringWidth(word) <= room) line += ` ${word}`;
    else {
      lines.push(line.trimEnd());
      line = word;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Wrapped text behind an indent; the first line may start with something else of the same width. */
export function block(text: string, indent: number, columns: number, first: string = ' '.repeat(indent)): string[] {
  return wrapped(text, columns - indent).map((line, at) => (at === 0 ? first : ' '.repeat(indent)) + line);
}

function pieces(word: string, columns: number): string[] {
  if (stringWidth(word) <= columns) return [word];
  const parts: string[] = [];
  let rest = graphemes(word);
  while (rest.length > 0) {
    // A character wider than the line still has to go somewhere.
    const part = taken(rest, columns);
    const length = Math.max(1, part.length);
    parts.push(rest.slice(0, length).join(''));
    rest = rest.slice(length);
  }
  return parts;
}
