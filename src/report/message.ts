import type { Owner } from '../model/brief.js';
import type { Act, Finding, Report, Verb } from '../model/report.js';
import { listed, stemName } from '../model/units.js';
import { terminalText, withStrings } from './terminal-text.js';
import { cutText } from './words/cut.js';
import { withoutNumber } from './words/names.js';
import { type FileLine, fileLines } from './words/to-do.js';
import { folderName } from './words/verdict.js';

export type MessageOptions = {
  /** only what this person can do; numbers start at 1 again */
  readonly owner?: Owner;
};

/** What a chat or a form still takes in one piece. */
const CHARACTERS_MOST = 1400;
/** Above the first of these, the second is how many are named. */
const ACTS_MOST = 10;
const ACTS_NAMED = 8;
/** An act that names no more files than these names all of them. */
const NAMED_MOST = 5;

/**
 * Prints what a mixer sends back: friendly, numbered as in every other format, one number an act.
 *
 * @returns plain text of at most 1,400 characters a report; what does not fit is counted and left to the report
 */
export function formatMessage(reports: readonly Report[], { owner }: MessageOptions = {}): string {
  return reports.map((report) => oneMessage(withStrings(report, terminalText), owner)).join('\n---\n\n');
}

/** Ever less detail, until it fits: reasons, then files, then acts. */
const DETAILS: readonly Detail[] = [
  { files: 8, reasons: true, name: 60, acts: ACTS_MOST },
  { files: 8, reasons: false, name: 60, acts: ACTS_MOST },
  { files: 4, reasons: false, name: 40, acts: ACTS_NAMED },
  { files: 0, reasons: false, name: 40, acts: ACTS_NAMED },
  { files: 0, reasons: false, name: 24, acts: 4 },
];
const LEAST: Detail = { files: 0, reasons: false, name: 24, acts: 1 };
type Detail = { readonly files: number; readonly reasons: boolean; readonly name: number; readonly acts: number };

function oneMessage(report: Report, owner: Owner | undefined): string {
  const numbered = report.acts.map((act, at) => ({ act, number: at + 1 }));
  if (owner === undefined) return messageAbout(report, numbered);
  const own = numbered.filter(({ act }) => act.owners.includes(owner));
  return messageAbout(
    report,
    own.map(({ act }, at) => ({ act, number: at + 1 })),
  );
}

/** A message about some acts of a report whose text is harmless already; at most 1,400 characters. */
export function messageAbout(report: Report, acts: readonly NumberedAct[]): string {
  for (const detail of DETAILS) {
    const text = written(report, acts, detail);
    if (text.length <= CHARACTERS_MOST) return text;
  }
  return `${cutText(written(report, acts, LEAST), CHARACTERS_MOST - 1)}\n`;
}

type NumberedAct = { readonly act: Act; readonly number: number };

function written(report: Report, acts: readonly NumberedAct[], detail: Detail): string {
  const name = cutText(report.song ?? folderName(report), detail.name);
  const all = acts.length <= detail.acts;
  const shown = all ? acts : acts.slice(0, Math.min(detail.acts, ACTS_NAMED));
  const lines = [greeting(report, name, acts.length)];
  if (shown.length > 0) {
    lines.push('', ...shown.flatMap(({ act, number }) => actLines(number, act, report, detail)));
    if (!all) lines.push(`And ${acts.length - shown.length} more: they are in the report.`);
    // Such a file would pass for mended.
    if (acts.some(({ act }) => act.verb === 'export-again'))
      lines.push(
        '',
        'Each new export should come straight from the session: the old file, converted or turned down, keeps its fault.',
      );
    lines.push('', 'If one of these is meant as it is, just say so.');
  }
  return `${lines.join('\n')}\n`;
}

function greeting({ verdict, verdictBecause, coverage, acts }: Report, name: string, count: number): string {
  const thanks = `Hi, thank you for "${name}".`;
  if (verdict === 'cannot-check') return `${thanks} I could not open it yet. ${verdictBecause}`;
  if (verdict === 'ready') return `${thanks} I can start: nothing is missing, and nothing has to be guessed.`;
  if (count === 0)
    return `${thanks} ${verdict === 'not-ready' ? '' : 'The mix can start. '}There is nothing that you have to do.`;
  const few = count === 1 ? 'one thing' : 'a few things';
  const need =
    verdict === 'not-ready'
      ? `Before the mix can start I need ${few}.`
      : `The mix can start; ${few} now would save us a revision later.`;
  const looked = coverage.quick || coverage.unread.length > 0;
  // Where names are only counted, or not all was read, nobody could tell which ones may stay.
  const keeps =
    !looked &&
    acts.some(({ verb }) => verb === 'export-again' || verb === 'send') &&
    acts.every(({ files }) => files.length <= NAMED_MOST);
  return `${thanks} ${need}${keeps ? ' Every stem that is not named here can stay as it is.' : ''}`;
}

/** How an act is asked of a person: its sentence, that begins with a verb, as a question. */
const ASKED: Readonly<Record<Verb, (act: string) => string>> = {
  'export-again': couldYou,
  send: couldYou,
  rename: couldYou,
  'leave-out': couldYou,
  answer: (act) => `Could you tell me: ${act.replace(/^Answer [a-z0-9]+ questions?: /, '')}?`,
  'write-down': couldYou,
  choose: (act) => `Could you ${lowerFirst(act)}? If it is mine to do, let us add it to the job first.`,
  agree: (act) => `Could we ${lowerFirst(act)}?`,
  wait: (act) => {
    const at = act.lastIndexOf(', or send ');
    const again = at < 0 ? ', or send it again' : act.slice(at);
    return `It looks as if not all of it has arrived. Could you tell me when the upload is done${again}?`;
  },
  nothing: (act) => `${act}.`,
};

function couldYou(act: string): string {
  return `Could you ${lowerFirst(act)}?`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function actLines(number: number, act: Act, report: Report, detail: Detail): string[] {
  const why = detail.reasons && act.files.every(({ remark }) => remark === '') ? reason(act, report) : '';
  const lines = [`${number}. ${ASKED[act.verb](cutText(act.act, 240))}${why === '' ? '' : ` ${why}.`}`];
  const all = filesOf(act, report, detail);
  const shown = all.length > detail.files + 1 ? all.slice(0, detail.files) : all;
  for (const { names, remark } of shown) {
    const said = listed(
      names.map((name) => cutText(name, detail.name)),
      4,
    );
    lines.push(`   - ${said}${remark === '' ? '' : `: ${remark}`}`);
  }
  const rest = all.slice(shown.length).reduce((sum, { names }) => sum + names.length, 0);
  if (rest > 0 && shown.length > 0) lines.push(`   - and ${rest} more`);
  if (detail.reasons) lines.push(...whatIsNotWritten(act, report).map((title) => `   - ${title}`));
  return lines;
}

/** The files of an act, each with what was found on it; what the question has named already is left out. */
function filesOf(act: Act, report: Report, { reasons }: Detail): FileLine[] {
  if (!reasons) return fileLines(act);
  const files = act.files.map(({ path, remark }) => {
    // "At 48 kHz instead of 44.1" says what was found, too.
    const titles = remark.includes(' instead of ')
      ? []
      : titlesOn(path, act, report).flatMap((one) => afterName(one, path));
    return { path, remark: [remark, ...titles].filter((part) => part !== '').join('; ') };
  });
  return fileLines({ ...act, files });
}

/** Acts that ask for work or a decision; a question, a sentence and a name explain themselves. */
const EXPLAINED: readonly Verb[] = ['send', 'export-again', 'leave-out', 'wait'];

/** The title of the one finding that an act closes, where a producer could ask "why?"; what is not there is asked for. */
function reason({ closes, verb }: Act, { findings }: Report): string {
  if (closes.length !== 1 || !EXPLAINED.includes(verb)) return '';
  const title = findings.find(({ number }) => number === closes[0])?.title ?? '';
  return /^There (?:is|are) no /.test(title) ? '' : title;
}

/** Where all the words are missing: what they would have said, from the findings that follow from it. */
function whatIsNotWritten({ closes, verb }: Act, { findings }: Report): string[] {
  if (verb !== 'write-down') return [];
  const keys = findings.filter(({ number }) => number !== null && closes.includes(number)).map(({ key }) => key);
  return findings
    .filter(
      ({ followsFrom, severity }) => severity !== 'info' && followsFrom !== undefined && keys.includes(followsFrom),
    )
    .map(({ title }) => title);
}

function titlesOn(path: string, { closes }: Act, { findings }: Report): string[] {
  const own = ({ number, files }: Finding) =>
    number !== null && closes.includes(number) && files.length === 1 && files[0] === path;
  return findings.filter(own).map(({ title }) => title);
}

/**
 * "Gtr R is 100.3 ms late" beside the name of the file: "it is 100.3 ms late". A plural stays a whole sentence; one that
 * only counts ("1 name does not say what is in it") says nothing beside a name.
 */
function afterName(title: string, path: string): string[] {
  const name = stemName(path);
  for (const one of [name, withoutNumber(name)]) {
    const rest = title.slice(one.length + 1);
    if (one !== '' && title.startsWith(`${one} `) && /^\w+s\b/.test(rest)) return [`it ${rest}`];
  }
  return /^1 /.test(title) ? [] : [title];
}
