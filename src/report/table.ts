import type { Report } from '../model/report.js';
import { cannotCheck } from './table/cannot-check.js';
import { footer, notRead } from './table/footer.js';
import { gaps, notesLine, waivedFindings } from './table/gaps.js';
import { groupedGaps, UNGROUPED_MOST } from './table/grouped-gaps.js';
import { handoffList } from './table/handoff-list.js';
import { headline, lastLine } from './table/headline.js';
import { block } from './table/lines.js';
import { type Look, look } from './table/look.js';
import { next } from './table/next.js';
import { questions } from './table/questions.js';
import { LANES_MOST, timeline } from './table/timeline.js';
import { toDo } from './table/to-do.js';
import { asciiText, terminalText, withStrings } from './terminal-text.js';
import { stemSet } from './words/set.js';

export type TableOptions = {
  /** columns of the terminal; 80 where there is none. Below 40 is drawn as 40, above 120 as 120 */
  readonly width: number;
  readonly color: boolean;
  /** the terminal is not UTF-8 */
  readonly ascii: boolean;
  /** notes in full, what was folded, waived or left undecided, every gap and every lane */
  readonly verbose: boolean;
  /** the verdict and the things to do, no more */
  readonly quiet?: boolean;
  /** how the program is called in suggested commands; "stemcheck" unless told */
  readonly command?: string;
};

/** A report of more lines than this repeats its verdict at the end: the first one has scrolled away. */
const LINES_ON_A_SCREEN = 40;

/**
 * Prints a report for a terminal.
 *
 * @returns lines that end in a line break each, none wider than `width` but for a single longer command; no control
 *          character but the colours
 */
export function formatTable(report: Report, options: TableOptions): string {
  const style = look(options);
  // Names come from strangers: everything is made harmless once, before a width is measured.
  const text = options.ascii ? (said: string) => asciiText(terminalText(said)) : terminalText;
  const shown = withStrings(report, text);
  const sections = sectionsOf(shown, style, options.quiet === true);
  const lines = sections.filter((section) => section.length > 0).flatMap((section) => ['', ...section]);
  if (lines.length > LINES_ON_A_SCREEN && shown.verdict !== 'ready') lines.push('', lastLine(shown, style));
  return `${lines
    .slice(1)
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

function sectionsOf(report: Report, style: Look, quiet: boolean): string[][] {
  if (report.verdict === 'cannot-check' && !style.verbose) return shortSections(report, style);
  return quiet ? [headline(report, style), toDo(report, style, true)] : all(report, style);
}

function shortSections(report: Report, style: Look): string[][] {
  return [headline(report, style), cannotCheck(report, style), footer(report, style)];
}

function all(report: Report, style: Look): string[][] {
  const counted = report.findings.filter(({ number, waived }) => number !== null && !waived).length;
  const grouped = counted > UNGROUPED_MOST && !style.verbose;
  const { stems } = stemSet(report);
  const notes = grouped ? null : notesLine(report, style);
  const quick =
    report.coverage.quick && !style.verbose
      ? block('Without --quick the same folder is read to the last sample.', 2, style.inner)
      : [];
  return [
    headline(report, style),
    questions(report, style),
    toDo(report, style, grouped),
    handoffList(report, style, stems.length > LANES_MOST && grouped),
    grouped ? groupedGaps(report, style) : gaps(report, style),
    [...(notes === null ? [] : [notes]), ...waivedFindings(report, style)],
    // Where nothing is missing there is no place to point at.
    report.verdict === 'ready' && !style.verbose ? [] : timeline(report, style),
    notRead(report, style),
    next(report, style),
    quick,
    footer(report, style),
  ];
}
