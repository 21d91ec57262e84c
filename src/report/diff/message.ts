import type { Diff, DiffGap } from '../../model/diff.js';
import { counted } from '../../model/units.js';
import { terminalText, withStrings } from '../terminal-text.js';
import { cutText } from '../words/cut.js';
import { sideNames } from './headline-words.js';
import { swapWords } from './swap-words.js';

/** What a chat or a form still takes in one piece. */
const CHARACTERS_MOST = 1400;
/** Ever less detail, until it fits. */
const DETAILS = [
  { gaps: 10, fixes: true },
  { gaps: 10, fixes: false },
  { gaps: 5, fixes: false },
  { gaps: 2, fixes: false },
] as const;
type Detail = (typeof DETAILS)[number];

/** Prints what a mixer answers to a second delivery: plain text of at most 1,400 characters. */
export function formatDiffMessage(diff: Diff): string {
  const safe = withStrings(diff, terminalText);
  const texts = DETAILS.map((detail) => written(safe, detail));
  const text = texts.find(({ length }) => length <= CHARACTERS_MOST) ?? texts.at(-1) ?? '';
  return text.length <= CHARACTERS_MOST ? text : `${cutText(text, CHARACTERS_MOST - 1)}\n`;
}

function written(diff: Diff, detail: Detail): string {
  const { gaps, new: now } = diff;
  const name = cutText(now.song ?? sideNames(diff).now, 60);
  const mended = ofWeight(gaps.closed).filter(({ how }) => how === 'mended');
  const open = [...ofWeight(gaps.still), ...ofWeight(gaps.opened)];
  const swaps = swapWords(diff);
  return `${[
    `Hi, thank you for the new "${name}".${verdictWords(diff)}`,
    ...(mended.length > 0 ? ['', `${counted(mended.length, 'gap')} closed:`, ...listLines(mended, detail, false)] : []),
    ...(open.length > 0 ? ['', 'Still to do:', ...listLines(open, detail, detail.fixes)] : []),
    ...(swaps === null ? [] : ['', swaps]),
  ].join('\n')}\n`;
}

function verdictWords({ new: now }: Diff): string {
  if (now.verdict === 'ready') return ' I can start: nothing is missing, and nothing has to be guessed.';
  if (now.verdict === 'cannot-check') return ` I could not open it yet. ${now.verdictBecause}`;
  return now.verdict === 'not-ready' ? ' It is not ready yet.' : ' The mix can start, with questions.';
}

function listLines(some: readonly DiffGap[], { gaps: most }: Detail, fixes: boolean): string[] {
  const lines = some.slice(0, most).map(({ title, fix }) => `- ${title}${fixes ? `. ${fix}` : ''}`);
  return [...lines, ...(some.length > most ? [`- and ${some.length - most} more`] : [])];
}

function ofWeight<T extends DiffGap>(some: readonly T[]): T[] {
  return some.filter(({ severity }) => severity !== 'info');
}
