import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { BriefFault } from '../../../model/brief.js';
import { fileName } from '../../../model/units.js';
import { ALL_LINES, type LineName, lineNamed, nearestLine } from './line-names.js';

// A real one has 2 KB. Beyond these the file is something else, and nothing in it is looked at.
const MOST_CHARACTERS = 64 * 1024;
const MOST_CHARACTERS_A_LINE = 2_000;
const MOST_LINES = 2_000;
const DEEPEST_BRACKETS = 40;
// A list of {rule, files, because} on one line has some five values an entry.
const MOST_STARTS_A_LINE = 150;
const MOST_ALIASES = 20;
// A text that is no handoff file at all would otherwise give a fault for each of its lines.
const MOST_FAULTS = 20;

type Place = { readonly line: number; readonly column: number; readonly quote: string };
/** One `key: value` of the file; scalars of the value are strings as written, whatever YAML takes them for. */
export type HandoffLine = Place & {
  readonly name: LineName;
  readonly value: unknown;
  /** where the value, or a part of it, stands */
  at(path?: readonly PropertyKey[]): Place;
};
export type HandoffLines = { readonly lines: readonly HandoffLine[]; readonly faults: readonly BriefFault[] };

/**
 * Splits a handoff file into its lines of one key and one value each.
 *
 * @param text YAML 1.2 or JSON of any length; a byte order mark is passed over
 * @param file the path that faults name
 * @returns the lines in their order, each known key once; and a fault for each place that could not be read. One
 *          broken line does not take the others with it: what stands at the left edge is then read block by block
 */
export function handoffLines(text: string, file: string): HandoffLines {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const tooMuch = boundsFault(plain, file);
  if (tooMuch !== null) return { lines: [], faults: [tooMuch] };

  const whole = readBlock(plain, 0, file);
  const read = whole.broken === null ? whole : readBlockwise(plain, file, whole.broken);
  return onceEach(read, file);
}

type Block = {
  readonly lines: readonly Found[];
  readonly faults: readonly BriefFault[];
  readonly broken: BriefFault | null;
};
type Found = Omit<HandoffLine, 'name'> & { readonly key: string };

function boundsFault(text: string, file: string): BriefFault | null {
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

/** Reads the text as one document. `broken` is its first fault where it is not YAML; `lines` are then not to be used. */
function readBlock(text: string, linesBefore: number, file: string): Block {
  const counter = new LineCounter();
  // The library's own search for repeated keys compares each with each; repeated keys are found below.
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: false,
    prettyErrors: false,
    schema: 'failsafe',
    logLevel: 'silent',
  });
  const place = (offset: number, end: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + linesBefore, column: Math.max(1, col), quote: shortened(text.slice(offset, end)) };
  };
  const error = document.errors[0];
  if (error !== undefined)
    return {
      lines: [],
      faults: [],
      broken: notYaml(error, text, place(error.pos[0], error.pos[0]), linesBefore, file),
    };
  const root = document.contents;
  if (root === null) return { lines: [], faults: [], broken: null };
  if (!isMap(root)) return { lines: [], faults: [], broken: noLines(file, place(root.range?.[0] ?? 0, 0).line) };

  const lines: Found[] = [];
  const faults: BriefFault[] = [];
  for (const pair of root.items) {
    const key = pair.key;
    if (!isScalar(key)) continue;
    const value = isNode(pair.value) ? pair.value : null;
    const from = key.range?.[0] ?? 0;
    const here = place(from, endOf(value) ?? endOf(key as Node) ?? from);
    try {
      lines.push({
        ...here,
        key: String(key.value),
        value: value === null ? '' : value.toJS(document, { maxAliasCount: MOST_ALIASES }),
        at: (path = []) => placeOf(value, path, place) ?? here,
      });
    } catch (error) {
      // An alias bomb, or an alias that names nothing.
      if (!(error instanceof ReferenceError)) throw error;
      const name = lineNamed(String(key.value));
      faults.push({
        id: 'too-deep',
        file,
        line: here.line,
        column: here.column,
        message: `Line ${here.line} repeats other lines with * more often than can be read. Write the words themselves.`,
        instead: null,
        field: name,
      });
    }
  }
  return { lines, faults, broken: null };
}

function endOf(node: Node | null): number | undefined {
  return node?.range?.[1];
}

/** The place of a part of a value; of the nearest part above it that has one, where it has none. */
function placeOf(
  value: Node | null,
  path: readonly PropertyKey[],
  place: (from: number, to: number) => Place,
): Place | null {
  let node: unknown = value;
  for (const step of path) {
    const inner = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))?.value
      : isNode(node) && 'items' in node
        ? (node.items as unknown[])[Number(step)]
        : undefined;
    if (!isNode(inner) && !isPair(inner)) break;
    node = inner;
  }
  if (!isNode(node) || isAlias(node) || node.range == null) return null;
  return place(node.range[0], node.range[1]);
}

const BLOCK_START = /^(?:"([^":]{1,60})"|'([^':]{1,60})'|([A-Za-z_][A-Za-z0-9_ -]{0,60}))\s{0,8}:(?:\s|$)/;

/** Reads what starts at the left edge piece by piece, so that one broken line costs only itself. */
function readBlockwise(text: string, file: string, broken: BriefFault): Block {
  const rows = text.split('\n');
  const starts = rows.flatMap((row, index) => (BLOCK_START.test(row) ? [index] : []));
  if (starts.length === 0 || broken.id !== 'not-yaml') return { lines: [], faults: [broken], broken: null };
  const lines: Found[] = [];
  const faults: BriefFault[] = [];
  starts.forEach((start, index) => {
    if (faults.length >= MOST_FAULTS) return;
    const block = rows.slice(start, starts[index + 1] ?? rows.length).join('\n');
    const read = readBlock(block, start, file);
    lines.push(...read.lines);
    faults.push(...read.faults);
    if (read.broken !== null) {
      const name = lineNamed(keyOf(rows[start] ?? ''));
      faults.push({ ...read.broken, field: name });
    }
  });
  return { lines, faults: faults.length > 0 ? faults : [broken], broken: null };
}

function keyOf(row: string): string {
  const match = BLOCK_START.exec(row);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

/** Keeps the first of each key, and turns unknown and repeated keys into faults. */
function onceEach({ lines, faults }: Block, file: string): HandoffLines {
  const known = new Map<LineName, HandoffLine>();
  const found: BriefFault[] = [...faults];
  for (const { key, ...rest } of lines) {
    if (found.length >= MOST_FAULTS) break;
    const name = lineNamed(key);
    if (name === null) {
      found.push(unknownLine(key, rest, file));
    } else if (known.has(name)) {
      const first = known.get(name)?.line;
      const message = `"${name}" stands twice, in line ${first} and in line ${rest.line}. Keep one; line ${first} was read.`;
      found.push({
        id: 'line-unclear',
        file,
        line: rest.line,
        column: rest.column,
        message,
        instead: null,
        field: name,
      });
    } else {
      known.set(name, { name, ...rest });
    }
  }
  return { lines: [...known.values()], faults: found };
}

function unknownLine(key: string, place: Place, file: string): BriefFault {
  const near = nearestLine(key);
  const said = shortened(key, 40);
  const message =
    near === null
      ? `There is no line "${said}". The lines are ${ALL_LINES.join(', ')}.`
      : `There is no line "${said}". Did you mean "${near}"?`;
  const oneRow = !place.quote.includes('\n') && place.quote.length < 160;
  return {
    id: 'line-unclear',
    file,
    line: place.line,
    column: place.column,
    message,
    instead: near !== null && oneRow ? place.quote.replace(/^[^:]{0,200}:/, `${near}:`) : null,
    field: near,
  };
}

function noLines(file: string, line: number): BriefFault {
  return {
    id: 'not-yaml',
    file,
    line,
    column: 1,
    message: `${fileName(file)} holds no lines with a name, a colon and a value.`,
    instead: 'tempo: 92',
    field: null,
  };
}

const WHAT_IS_THERE: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a colon and a space start a new value here',
  MISSING_CHAR: 'a quote or a bracket that is opened here is not closed',
  TAB_AS_INDENT: 'the line starts with a tab, where YAML takes spaces only',
  MULTIPLE_DOCS: 'a second document starts here',
  BAD_SCALAR_START: 'a sentence that starts with this character needs quotes',
  BAD_INDENT: 'the line is not indented like the lines around it',
  RESOURCE_EXHAUSTION: 'values stand inside each other deeper than can be read',
};

function notYaml(error: YAMLParseError, text: string, at: Place, linesBefore: number, file: string): BriefFault {
  const rows = text.split('\n');
  let line = at.line;
  let column = at.column;
  let row = rows[line - linesBefore - 1] ?? '';
  if (error.code === 'MISSING_CHAR') {
    // The parser notices at the end of the text; the line that opened it is the one to mend.
    line = linesBefore + 1;
    const first = rows.findIndex((one) => BLOCK_START.test(one));
    if (first > 0) line += first;
    row = rows[line - linesBefore - 1] ?? '';
    column = Math.max(1, row.search(/["'[{]/) + 1);
  }
  const key = keyOf(row);
  const value = key === '' ? '' : withoutComment(row.slice(row.indexOf(':') + 1)).trim();
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    const colon = row.indexOf(': ', column);
    if (colon >= 0) column = colon + 1;
  }
  const what = WHAT_IS_THERE[error.code] ?? 'what stands here is neither a value nor a new line';
  return {
    id: error.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'not-yaml',
    file,
    line,
    column,
    message: `Line ${line} is not YAML: ${what}.`,
    instead: insteadOf(error.code, row, key, value),
    field: null,
  };
}

function insteadOf(code: string, row: string, key: string, value: string): string | null {
  if (row.length > 200) return null;
  if (code === 'TAB_AS_INDENT') return row.replace(/^\s+/, '  ');
  if (key === '' || value === '') return null;
  return `${key}: ${inQuotes(value.replace(/^["']|["']$/g, ''))}`;
}

/** A YAML and JSON string with its quotes. */
export function inQuotes(words: string): string {
  return `"${words.replace(/[\\"]/g, (character) => `\\${character}`)}"`;
}

function withoutComment(value: string): string {
  const comment = value.indexOf(' #');
  return comment < 0 ? value : value.slice(0, comment);
}

function shortened(words: string, most = 200): string {
  const trimmed = words.trim();
  return trimmed.length > most ? `${trimmed.slice(0, most - 1)}…` : trimmed;
}
