import { isAlias, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { BriefFault } from '../../../model/brief.js';
import { boundsFault } from './bounds.js';
import { ALL_LINES, type LineName, lineNamed, nearestLine } from './line-names.js';
import { noLines, notYaml } from './not-yaml.js';
import { keyAtEdge } from './written.js';

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

/** Reads what starts at the left edge piece by piece, so that one broken line costs only itself. */
function readBlockwise(text: string, file: string, broken: BriefFault): Block {
  const rows = text.split('\n');
  const starts = rows.flatMap((row, index) => (keyAtEdge(row) !== '' ? [index] : []));
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
      const name = lineNamed(keyAtEdge(rows[start] ?? ''));
      faults.push({ ...read.broken, field: name });
    }
  });
  return { lines, faults: faults.length > 0 ? faults : [broken], broken: null };
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

function shortened(words: string, most = 200): string {
  const trimmed = words.trim();
  return trimmed.length > most ? `${trimmed.slice(0, most - 1)}…` : trimmed;
}
