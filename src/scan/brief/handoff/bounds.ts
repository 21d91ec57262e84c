import type { BriefFault } from '../../../model/brief.js';
import { fileName } from '../../../model/units.js';

// A real one has 2 KB. Beyond these the file is something else, and nothing in it is looked at.
const MOST_CHARACTERS = 64 * 1024;
const MOST_CHARACTERS_A_LINE = 2_000;
const MOST_LINES = 2_000;
const DEEPEST_BRACKETS = 40;
// A list of {rule, files, because} on one line has some five values an entry.
const MOST_STARTS_A_LINE = 150;

/**
 * What is too long or nested too deep to be a handoff file, told before anything of it is parsed.
 *
 * @returns null for what people write; else the one fault that stands for the whole file
 */
export function boundsFault(text: string, file: string): BriefFault | null {
  const whole = { file, line: 0, column: 0, instead: null, field: null };
  if (text.length > MOST_CHARACTERS) {
    return {
      ...whole,
      id: 'too-long',
      message: `${fileName(file)} is longer than 64 KB, and a handoff file has some 20 lines.`,
    };
  }
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  let starts = 0; // of values on this line: `a: a: a:` nests one in the other
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') {
      line++;
      lineStart = at + 1;
      starts = 0;
      if (line > MOST_LINES) {
        return {
          ...whole,
          id: 'too-long',
          message: `${fileName(file)} has more than ${MOST_LINES} lines, and a handoff file has some 20.`,
        };
      }
    } else if (at - lineStart >= MOST_CHARACTERS_A_LINE) {
      return {
        ...whole,
        id: 'too-long',
        line,
        column: 1,
        message: `Line ${line} is longer than ${MOST_CHARACTERS_A_LINE} characters.`,
      };
    } else if (character === '[' || character === '{') {
      if (++depth > DEEPEST_BRACKETS) {
        const column = at - lineStart + 1;
        return {
          ...whole,
          id: 'too-deep',
          line,
          column,
          message: `Line ${line} opens more than ${DEEPEST_BRACKETS} brackets inside each other.`,
        };
      }
    } else if (character === ' ' && (text[at - 1] === ':' || text[at - 1] === '-' || text[at - 1] === '?')) {
      if (++starts > MOST_STARTS_A_LINE) {
        return {
          ...whole,
          id: 'too-deep',
          line,
          column: 1,
          message: `Line ${line} starts more than ${MOST_STARTS_A_LINE} values.`,
        };
      }
    } else if ((character === ']' || character === '}') && depth > 0) depth--;
  }
  return null;
}
