/** How a terminal report is drawn: how wide, with which marks, in which inks. */
export type Look = {
  /** columns of the terminal that are used: 40 to 120 */
  readonly width: number;
  /** columns that text may fill: one step of indent is left free at the right edge */
  readonly inner: number;
  readonly ink: Ink;
  readonly glyphs: Glyphs;
  readonly verbose: boolean;
  /** how the program is called in the commands that are suggested: "stemcheck" */
  readonly program: string;
};
type Paint = (text: string) => string;
type Ink = {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
  readonly green: Paint;
};
export type Mark =
  | 'error'
  | 'warning'
  | 'info'
  | 'ok'
  | 'waived'
  | 'open'
  | 'cannot-tell'
  | 'not-applicable'
  | 'not-said'
  | 'answered'
  | 'partly'
  | 'unanswered';
type Glyphs = {
  readonly marks: Readonly<Record<Mark, string>>;
  readonly rule: string;
  readonly arrow: string;
  readonly ellipsis: string;
  readonly times: string;
  /** from silence to full, nine steps */
  readonly levels: readonly string[];
  readonly place: string;
  readonly stretch: readonly [from: string, through: string, to: string];
  readonly tick: string;
  /** frame characters by their names in cli-table3 */
  readonly frame: Readonly<Record<string, string>>;
};

/** Below this many columns lines only break in more places; above the last nothing grows any more. */
const NARROWEST = 40;
const WIDEST = 120;

export function look(options: {
  readonly width: number;
  readonly color: boolean;
  readonly ascii: boolean;
  readonly verbose: boolean;
  readonly command?: string;
}): Look {
  const width = Math.max(NARROWEST, Math.min(WIDEST, Math.floor(options.width) || 80));
  return {
    width,
    inner: width - 2,
    ink: options.color ? COLORED : PLAIN,
    glyphs: options.ascii ? ASCII : UNICODE,
    verbose: options.verbose,
    program: options.command ?? 'stemcheck',
  };
}

/** A mark in its colour. */
export function marked(mark: Mark, { ink, glyphs }: Look): string {
  const paint = { red: ink.red, yellow: ink.yellow, cyan: ink.cyan, green: ink.green }[COLOR_OF[mark]];
  return paint(glyphs.marks[mark]);
}

const COLOR_OF: Readonly<Record<Mark, 'red' | 'yellow' | 'cyan' | 'green'>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  ok: 'green',
  waived: 'cyan',
  open: 'yellow',
  'cannot-tell': 'yellow',
  'not-applicable': 'cyan',
  'not-said': 'yellow',
  answered: 'green',
  partly: 'yellow',
  unanswered: 'yellow',
};

// The sixteen colours only, so that the user's theme decides; never bright, never a background.
const COLORED: Ink = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  cyan: sgr(36, 39),
  green: sgr(32, 39),
};
const same: Paint = (text) => text;
const PLAIN: Ink = { bold: same, dim: same, red: same, yellow: same, cyan: same, green: same };

function sgr(on: number, off: number): Paint {
  return (text) => (text.trim() === '' ? text : `\x1b[${on}m${text}\x1b[${off}m`);
}

const UNICODE: Glyphs = {
  marks: {
    error: '✗',
    warning: '!',
    info: 'i',
    ok: '✓',
    waived: '–',
    open: '○',
    'cannot-tell': '?',
    'not-applicable': ' ',
    'not-said': '·',
    answered: '●',
    partly: '◐',
    unanswered: '○',
  },
  rule: '─',
  arrow: '→',
  ellipsis: '…',
  times: '×',
  levels: ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  place: '▲',
  stretch: ['└', '─', '┘'],
  tick: '│',
  frame: frame('─', '│', '┌┬┐├┼┤└┴┘'),
};

const ASCII: Glyphs = {
  marks: {
    error: 'x',
    warning: '!',
    info: 'i',
    ok: '+',
    waived: '-',
    open: 'o',
    'cannot-tell': '?',
    'not-applicable': ' ',
    'not-said': '.',
    answered: '(x)',
    partly: '(/)',
    unanswered: '( )',
  },
  rule: '-',
  arrow: '->',
  ellipsis: '...',
  times: 'x',
  levels: [' ', '.', ':', '-', '=', '+', '*', '#', '%'],
  place: '^',
  stretch: ['+', '-', '+'],
  tick: '|',
  frame: frame('-', '|', '+++++++++'),
};

/** Corners row by row: top left, top middle, top right; then the middle; then the bottom. */
function frame(line: string, side: string, corners: string): Record<string, string> {
  const [
    topLeft = '',
    topMid = '',
    topRight = '',
    left = '',
    mid = '',
    right = '',
    lowLeft = '',
    lowMid = '',
    low = '',
  ] = corners;
  return {
    top: line,
    'top-left': topLeft,
    'top-mid': topMid,
    'top-right': topRight,
    mid: line,
    'left-mid': left,
    'mid-mid': mid,
    'right-mid': right,
    bottom: line,
    'bottom-left': lowLeft,
    'bottom-mid': lowMid,
    'bottom-right': low,
    left: side,
    right: side,
    middle: side,
  };
}
