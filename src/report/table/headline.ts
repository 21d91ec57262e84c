import type { Report, Verdict } from '../../model/report.js';
import { counted } from '../../model/units.js';
import { cutMiddle } from '../words/cut.js';
import { setInWords, stemSet } from '../words/set.js';
import { stageInWords } from '../words/to-do.js';
import { countsInWords, folderName, VERDICT_WORDS } from '../words/verdict.js';
import { block, ends } from './lines.js';
import { type Look, type Mark, marked } from './look.js';

const VERDICT_MARKS: Readonly<Record<Verdict, Mark>> = {
  ready: 'ok',
  'ready-with-questions': 'warning',
  'not-ready': 'error',
  'cannot-check': 'cannot-tell',
};

/** The verdict beside the folder's name, what stands behind it, and what it takes. */
export function headline(report: Report, look: Look): string[] {
  const { ink, glyphs, inner } = look;
  const words = VERDICT_WORDS[report.verdict];
  const name = cutMiddle(folderName(report), Math.max(12, inner - words.length - 8), glyphs.ellipsis);
  const verdict = ink.bold(`${marked(VERDICT_MARKS[report.verdict], look)} ${words}`);
  const lines = [ends(`  ${verdict}`, name, inner) ?? `  ${verdict}`];
  const under = report.verdict === 'ready' ? READY : countsUnder(report);
  const set = report.verdict === 'cannot-check' ? '' : setInWords(report);
  const beside = ends(`    ${under}`, ink.dim(set), inner);
  lines.push(...(beside === null ? [...block(under, 4, inner), `    ${ink.dim(set)}`] : [beside.trimEnd()]));
  for (const paragraph of paragraphs(report)) lines.push('', ...block(paragraph, 4, Math.min(inner + 2, 80)));
  return lines.filter((line, at) => line.trim() !== '' || at > 1);
}

/** One line that repeats the verdict, for the end of a report whose beginning has scrolled away. */
export function lastLine(report: Report, look: Look): string {
  const { counts, acts } = report;
  const said = [
    counts.error > 0 ? counted(counts.error, 'error') : '',
    counts.warning > 0 ? counted(counts.warning, 'warning') : '',
    acts.length > 0 ? counted(acts.length, 'thing to do', 'things to do') : '',
  ].filter((part) => part !== '');
  const verdict = look.ink.bold(`${marked(VERDICT_MARKS[report.verdict], look)} ${VERDICT_WORDS[report.verdict]}`);
  return `  ${verdict}${said.length > 0 ? `: ${said.join(', ')}` : ''}`;
}

const READY = 'Nothing is missing, nothing has to be guessed.';
const QUICK =
  'A quick look: names, headers and words. No sample was read, so levels, cut heads, timing, clipping and silence are not judged.';

function countsUnder(report: Report): string {
  if (report.verdict !== 'cannot-check') return countsInWords(report);
  const { stems, dry } = stemSet(report);
  const all = stems.length + dry.length;
  if (all === 0) return '';
  const unread = new Set(report.coverage.unread.map(({ path }) => path));
  const read = [...stems, ...dry].filter((stem) => !unread.has(stem.path)).length;
  return read === 0 ? `none of ${counted(all, 'stem')} was read` : `${read} of ${counted(all, 'stem')} were read`;
}

function paragraphs(report: Report): string[] {
  const { verdict, verdictBecause, coverage } = report;
  if (verdict === 'cannot-check') return [verdictBecause];
  if (coverage.quick) return [QUICK];
  if (verdict === 'ready') return [];
  const stage = stageInWords(report);
  return [stage === '' ? verdictBecause : `${verdictBecause} ${stage}`];
}
