import type { Act, Finding, Report } from '../model/report.js';
import { listed } from '../model/units.js';
import { terminalText, withStrings } from './terminal-text.js';
import { answerInWords, ITEM_NAMES, listInWords, QUESTION_WORDS, STATUS_WORDS } from './words/handoff-list.js';
import { ITEM_MARKS, SEVERITY_MARKS, VERDICT_MARKS } from './words/marks.js';
import { whatWasLeftOut, whatWasRead } from './words/read.js';
import { setInWords } from './words/set.js';
import { actGroups, fileLines, ownersInWords, stageInWords } from './words/to-do.js';
import { countsInWords, folderName, SEVERITY_WORDS, VERDICT_WORDS } from './words/verdict.js';

/** Hosts of pull requests cut comments at 65,536 characters; the fold with the gaps is what gets shortened. */
const CHARACTERS_MOST = 60_000;
/** Of several reports in one comment none may take the room of the others. */
const FILES_SHOWN = 12;

/** Prints reports for a pull request or a page: verdict, questions, tick-boxes; the list and the gaps are folded. */
export function formatMarkdown(reports: readonly Report[]): string {
  const room = Math.floor(CHARACTERS_MOST / Math.max(1, reports.length));
  return reports
    .map((report) => oneReport(withStrings(report, markdownText), markdownText(folderName(report)), room))
    .join('\n---\n\n');
}

/**
 * Text from outside as markdown that shows it and nothing else: no link, no picture, no HTML, no table cell, and
 * nobody is called by "@name".
 */
function markdownText(text: string): string {
  return terminalText(text)
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(/[<>&]/g, (sign) => ENTITIES[sign] ?? '')
    .replace(/[@#]|:(?=\/\/)|\bwww(?=\.)/gi, `$&${NOTHING}`);
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
/** Hosts look for names, numbers and addresses after all escapes are gone; only a comment keeps them apart. */
const NOTHING = '<!-- -->';

function oneReport(report: Report, name: string, room: number): string {
  const head = [heading(report, name), questions(report), toDo(report), handoffList(report)].filter(
    (part) => part !== '',
  );
  const foot = [notRead(report), footer(report)].filter((part) => part !== '');
  const used = [...head, ...foot].reduce((sum, part) => sum + part.length + 2, 0);
  const folded = gaps(report, room - used);
  return `${[...head, ...(folded === '' ? [] : [folded]), ...foot].join('\n\n')}\n`;
}

function heading(report: Report, name: string): string {
  const { verdict, verdictBecause } = report;
  const stage = stageInWords(report).replace(/^Stage: (\w+)/, 'Stage: **$1**');
  const facts = [countsInWords(report), verdict === 'cannot-check' ? '' : setInWords(report)];
  return [
    `### ${VERDICT_MARKS[verdict]} ${VERDICT_WORDS[verdict]}: ${name}`,
    [verdictBecause, stage].filter((part) => part !== '').join(' '),
    facts.filter((part) => part !== '').join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function questions(report: Report): string {
  if (report.questions.length === 0) return '';
  const rows = report.questions.map((one) => `| ${QUESTION_WORDS[one.id]} | **${answerInWords(one)}** |`);
  return ['| | |', '|---|---|', ...rows].join('\n');
}

function toDo({ acts }: Report): string {
  const groups = actGroups(acts);
  if (groups.length === 0) return '';
  const lines = ['#### To do'];
  for (const { owners, decision, acts: own } of groups) {
    lines.push('', `**${ownersInWords(owners)}**${decision ? ' (a decision, not a file error)' : ''}`, '');
    for (const { number, act } of own) {
      const closes = act.closes.map((gap) => `gap ${gap}`).slice(0, FILES_SHOWN);
      const more = act.closes.length - closes.length;
      const all = more > 0 ? [...closes, `${more} more`] : closes;
      lines.push(`- [ ] ${number}. ${act.act}${all.length > 0 ? ` (closes ${all.join(', ')})` : ''}`);
      lines.push(...linesOfFiles(act));
    }
  }
  return lines.join('\n');
}

function linesOfFiles(act: Act): string[] {
  const all = fileLines(act);
  const shown = all.length > FILES_SHOWN + 1 ? all.slice(0, FILES_SHOWN) : all;
  const lines = shown.map(({ names, remark }) => `  - ${listed(names, 4)}${remark === '' ? '' : `: ${remark}`}`);
  return shown.length < all.length ? [...lines, `  - and ${all.length - shown.length} more`] : lines;
}

function handoffList({ handoff }: Report): string {
  const rows = handoff.map(({ id, status, because, from }, at) => {
    const state = `${ITEM_MARKS[status]} ${STATUS_WORDS[status]}`.trim();
    return `| ${at + 1} | ${ITEM_NAMES[id]} | ${state} | ${because}${from === null ? '' : ` (${from})`} |`;
  });
  const head = ['| | What the mixer needs | | What is there |', '|--:|---|---|---|'];
  return rows.length === 0 ? '' : fold(`Handoff list: ${listInWords(handoff)}`, [...head, ...rows]);
}

/** The gaps as a table of at most `room` characters; of what does not fit, how many there are. */
function gaps(report: Report, room: number): string {
  const findings = report.findings.filter(({ number, waived }) => number !== null && !waived);
  if (findings.length === 0) return '';
  const head = ['| | Gap | Where | What is there | To close it |', '|--:|---|---|---|---|'];
  const rows: string[] = [];
  let left = room - 400;
  for (const finding of findings) {
    const row = gapRow(finding);
    left -= row.length + 1;
    if (left < 0) break;
    rows.push(row);
  }
  const hidden = findings.length - rows.length;
  const more = hidden > 0 ? ['', `${hidden} more are in the full report.`] : [];
  return fold(`Gaps, worst first: ${findings.length}`, [...head, ...rows, ...more]);
}

function gapRow({ number, severity, rule, files, title, message, fix }: Finding): string {
  const shown =
    files.length > FILES_SHOWN ? [...files.slice(0, FILES_SHOWN), `${files.length - FILES_SHOWN} more`] : files;
  const state = `${SEVERITY_MARKS[severity]} ${SEVERITY_WORDS[severity]} \`${rule}\``;
  return `| ${number} | ${state} | ${shown.join(', ')} | **${title}.** ${message} | ${fix} |`;
}

function notRead({ coverage }: Report): string {
  const shown = coverage.unread.slice(0, FILES_SHOWN).map(({ message }) => `- ${message}`);
  const rest = coverage.unread.length - shown.length;
  const lines = rest > 0 ? [...shown, `- and ${rest} more`] : shown;
  return lines.length === 0 ? '' : ['**Not read**', '', ...lines].join('\n');
}

function footer(report: Report): string {
  const quick = report.coverage.quick ? ' A quick look: no sample was read.' : '';
  return `Read: ${whatWasRead(report)}. Left out: ${whatWasLeftOut(report)}.${quick} Profile: ${report.profile}. \`stemcheck explain <rule>\` says why a rule exists.`;
}

function fold(summary: string, lines: readonly string[]): string {
  return ['<details>', `<summary>${summary}</summary>`, '', ...lines, '', '</details>'].join('\n');
}
