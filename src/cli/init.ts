import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { check } from '../check/check.js';
import { resolveProfile } from '../check/profiles/index.js';
import type { Delivery } from '../model/delivery.js';
import type { Report } from '../model/report.js';
import { counted } from '../model/units.js';
import { terminalText } from '../report/terminal-text.js';
import { briefProblems } from '../scan/brief/handoff/index.js';
import { deliveredFolder } from './delivered-folder.js';
import { type Answers, lineOfKey, typedAnswer } from './init/answers.js';
import { type Asker, pipeAsker, terminalAsker } from './init/asker.js';
import { conversation, foundInWords, together } from './init/converse.js';
import { FOLDER_NAME, foundAnswers, saidElsewhere } from './init/found.js';
import { handoffForm, mergedHandoff, mergedJson, newHandoff } from './init/handoff-text.js';
import { openQuestions } from './init/questions.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';
import { readDelivery } from './read-delivery.js';
import { VERSION } from './version.js';
import { refuseLink, writeDelivered } from './write-delivered.js';

export type InitOptions = {
  /** ask nothing: write what the folder says and what the flags say */
  readonly yes?: boolean;
  /** change a handoff file that is there already, without asking */
  readonly update?: boolean;
  /** print an empty handoff.yaml, write nothing */
  readonly template?: boolean;
  /** write handoff.md, a form to fill in by hand */
  readonly md?: boolean;
  readonly song?: string;
  readonly tempo?: string;
  readonly key?: string;
  /** "line=value", several */
  readonly set?: readonly string[];
};

const INTERRUPTED = 130;
const PRINTED = 'stemcheck init --template';

/**
 * `stemcheck init <folder>`: asks for what the folder leaves open, and writes handoff.yaml into it.
 *
 * @param answering who answers; left out: the terminal, or the lines of a pipe
 * @returns 0 where the file is written or printed; 1 where the answer to the last question was no; 130 where the
 *          conversation was ended. In the last two nothing is written
 * @throws QuestionError where the folder or a flag cannot be read, a handoff file is in the way, or nobody can answer
 */
export async function init(folder: string, options: InitOptions, answering?: Asker): Promise<number> {
  if (options.template) {
    process.stdout.write(options.md ? handoffForm(null, {}) : newHandoff({}));
    return 0;
  }
  const path = deliveredFolder(folder);
  const flagged = await flaggedAnswers(options);
  const existing = existingHandoff(path);
  const delivery = await readDelivery(path, { quick: true, cache: false });
  if (options.md) return writeForm(path, delivery, flagged);

  const isScripted = options.yes === true || Object.keys(flagged).length > 0;
  if (existing !== null && isScripted && !options.update) throw inTheWay(path, existing);
  const asker = isScripted ? null : (answering ?? (await whoeverAnswers()));
  try {
    return await written(path, delivery, existing, flagged, asker);
  } finally {
    asker?.close();
  }
}

async function whoeverAnswers(): Promise<Asker> {
  return process.stdin.isTTY ? terminalAsker() : pipeAsker(process.stdin, process.stderr);
}

async function written(
  path: string,
  delivery: Delivery,
  existing: string | null,
  flagged: Answers,
  asker: Asker | null,
): Promise<number> {
  const before = existing === null ? null : readFileSync(join(path, existing), 'utf8');
  const found = newlyFound(delivery, before === null ? null : (existing ?? ''));
  let answers = together(asker === null ? stated(found) : found, flagged);
  if (asker !== null) {
    const report = judged(delivery);
    const questions = openQuestions(delivery, report, answers, new Date());
    asker.say(foundInWords(report, found, headOf(delivery, existing)));
    if (questions.length === 0) {
      asker.say(['Nothing is left to ask.']);
      if (existing !== null) return 0;
    }
    const said = questions.length === 0 ? {} : await conversation(questions, asker);
    if (said === null) return ended(asker);
    answers = together(answers, said);
  }
  const text = handoffText(existing, before, answers, delivery);
  const name = existing ?? 'handoff.yaml';
  if (text === before) {
    (asker?.say ?? toStderr)([`${name} says all of that already. Nothing was written.`]);
    return 0;
  }
  if (asker !== null) {
    asker.say(['This is what will be written:', '', ...numbered(text)]);
    const yes = await asker.ask([`Write ${terminalText(join(basename(path), name))}?  yes / no`], async (said) =>
      /^(?:y|yes|n|no)$/i.test(said) ? null : 'Write yes or no.',
    );
    if (yes === null) return ended(asker);
    if (/^n/i.test(yes)) {
      asker.say(['Nothing was written.']);
      return 1;
    }
  }
  await writeDelivered(path, name, text, PRINTED);
  (asker?.say ?? toStderr)([`✓ ${name} is written. Next:  stemcheck ${quoted(path)}`]);
  return 0;
}

function ended(asker: Asker): number {
  asker.say(['The conversation ended before its last question. Nothing was written.']);
  return INTERRUPTED;
}

function judged(delivery: Delivery): Report {
  return check(delivery, { profile: resolveProfile('standard'), waivers: true, version: VERSION });
}

/** What the scan found and the existing handoff file does not say itself. */
function newlyFound(delivery: Delivery, existing: string | null): Answers {
  const found = foundAnswers(delivery);
  if (existing === null) return found;
  const stated = new Set(
    Object.entries(delivery.brief).flatMap(([field, said]) =>
      Array.isArray(said) && said.some((one) => (one as { file?: string }).file === existing) ? [field] : [],
    ),
  );
  return Object.fromEntries(Object.entries(found).filter(([name]) => !stated.has(name)));
}

function stated({ song, ...found }: Answers): Answers {
  return song === undefined || song.because === FOLDER_NAME ? found : { song, ...found };
}

function handoffText(existing: string | null, before: string | null, answers: Answers, delivery: Delivery): string {
  if (existing === null || before === null) return newHandoff(answers, saidElsewhere(delivery));
  return /\.json$/i.test(existing) ? mergedJson(before, answers) : mergedHandoff(before, answers);
}

function headOf({ song, root, files }: Delivery, existing: string | null): string {
  const stems = files.filter(({ kind, label }) => kind === 'stem' && label.dry !== 'dry').length;
  const dry = files.filter(({ kind, label }) => kind === 'stem' && label.dry === 'dry').length;
  const rough = files.filter(({ kind }) => kind === 'rough-mix').length;
  const counts = [
    counted(stems, 'stem'),
    ...(dry > 0 ? [counted(dry, 'dry vocal')] : []),
    ...(rough > 0 ? [counted(rough, 'rough mix', 'rough mixes')] : []),
  ];
  const there =
    existing === null ? 'There is no handoff.yaml.' : `There is a ${existing}; its comments and its order stay.`;
  return terminalText(`${song ?? basename(root)}: ${counts.join(', ')}. ${there}`);
}

function numbered(text: string): string[] {
  const rows = text.trimEnd().split('\n');
  const width = String(rows.length).length;
  return rows.map((row, index) => `  ${String(index + 1).padStart(width)} │ ${terminalText(row)}`);
}

async function flaggedAnswers({ song, tempo, key, set = [] }: InitOptions): Promise<Answers> {
  const pairs = [
    ...Object.entries({ song, tempo, key }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
    ...set.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1)
        throw new QuestionError(`--set is ${quoted(pair)}`, [
          'Write a line, "=" and its value, such as:',
          '  --set target="lonely at first"',
        ]);
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  ];
  const answers: Answers = {};
  for (const [name, value] of pairs) {
    const line = lineOfKey(name);
    if ('near' in line) {
      throw new QuestionError(
        `handoff.yaml has no line ${quoted(name)}`,
        line.near === null ? ['All lines:    stemcheck init --template'] : [`Did you mean  ${line.near} ?`],
      );
    }
    const read = await typedAnswer(line.name, value, new Date());
    if ('problem' in read) throw new QuestionError(`${line.name} cannot be read`, [read.problem]);
    answers[line.name] = { value: read.value };
  }
  return answers;
}

const HANDOFF_NAME = /^handoff\.(?:ya?ml|json)$/i;

/** The name of the handoff file in the folder; null where there is none. @throws QuestionError on one that is not YAML */
function existingHandoff(path: string): string | null {
  const name = readdirSync(path)
    .sort()
    .find((entry) => HANDOFF_NAME.test(entry));
  if (name === undefined) return null;
  refuseLink(path, name);
  const text = readFileSync(join(path, name), 'utf8');
  const problems = briefProblems(text, name);
  // Lines that are unclear can be written anew; what is not YAML has no lines.
  if (/ is not YAML | cannot be read$/.test(problems[0] ?? '') || (/\.json$/i.test(name) && !isJson(text))) {
    throw new QuestionError(problems[0] ?? `${name} is not JSON`, [
      ...problems.slice(1, -2),
      'Mend it, or move it away, then:',
      `  stemcheck init ${quoted(path)}`,
    ]);
  }
  return name;
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function inTheWay(path: string, name: string): QuestionError {
  return new QuestionError(`there is a ${name} already`, [
    'To put the answers into it (its comments and its order stay), add --update:',
    `  stemcheck init ${quoted(path)} --update …`,
  ]);
}

async function writeForm(path: string, delivery: Delivery, flagged: Answers): Promise<number> {
  if (existsSync(join(path, 'handoff.md'))) {
    throw new QuestionError('there is a handoff.md already', ['Fill that one in, or move it away first.']);
  }
  await writeDelivered(path, 'handoff.md', handoffForm(delivery.song, flagged), PRINTED);
  toStderr([`✓ handoff.md is written. Fill it in, then:  stemcheck ${quoted(path)}`]);
  return 0;
}

function toStderr(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}
