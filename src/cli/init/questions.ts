import { isNone } from '../../model/brief.js';
import type { Delivery } from '../../model/delivery.js';
import type { Finding, Report } from '../../model/report.js';
import { isNamed } from '../../model/rough-mix.js';
import { counted, fileName, listed } from '../../model/units.js';
import type { LineName } from '../../scan/brief/handoff/line-names.js';
import { type Answers, type AnswerValue, dayInWords, typedAnswer } from './answers.js';

/** What an answer adds, and a remark to show; or why it cannot be read. */
export type Outcome = { readonly answers: Answers; readonly remark?: string } | { readonly problem: string };
export type InitQuestion = {
  readonly id: string;
  /** the question, and lines with what can be chosen */
  readonly asks: readonly string[];
  /** what "?" shows */
  readonly help: readonly string[];
  answer(typed: string): Promise<Outcome>;
};

/**
 * What the folder leaves open and handoff.yaml can answer, in the order of the handoff list.
 *
 * @param report of the same delivery, with every rule: a question is asked where a finding or one of the three
 *               questions at its head is open
 * @param said lines that are answered already and are not asked again
 * @param today days and weeks are counted from here
 */
export function openQuestions(delivery: Delivery, report: Report, said: Answers, today: Date): InitQuestion[] {
  const find = (rule: string) =>
    report.findings.find((finding) => finding.rule === rule && finding.waived === undefined);
  const isOpen = (id: string) =>
    report.questions.some((question) => question.id === id && question.status !== 'answered');
  const words = (name: LineName) => wordsQuestion(name, today, delivery.files);
  const unsaid = (name: LineName, rule: string) =>
    find(rule) !== undefined && said[name] === undefined ? [words(name)] : [];
  // A lone take number is a warning: a word closes it. Takes side by side have to be chosen, by somebody.
  const takes = report.findings.filter(
    ({ rule, severity, waived }) =>
      waived === undefined && ((rule === 'takes-final' && severity === 'error') || rule === 'comping-asked'),
  );
  const voices = [find('deliverables-listed')].find((finding) => typeof finding?.data.version === 'string');
  const references = find('references-have-notes');
  const printed = find('creative-effects-printed');
  return [
    ...(delivery.song === null && said.song === undefined ? [words('song')] : []),
    ...(takes.length > 0
      ? [takesQuestion(takes, said)]
      : said.takes === undefined && isOpen('final-parts')
        ? [words('takes')]
        : []),
    ...(find('rough-mix-present') && said.roughMix === undefined ? [roughMixQuestion(delivery, today)] : []),
    ...severalRoughMixes(delivery, find('rough-mix-single'), said),
    ...unsaid('references', 'references-present'),
    ...(references !== undefined && said.references === undefined ? notesQuestions(references) : []),
    ...unsaid('tempo', 'tempo-stated'),
    ...unsaid('meter', 'meter-stated'),
    ...unsaid('key', 'key-stated'),
    ...(printed !== undefined && said.effects === undefined
      ? [printedQuestion(printed)]
      : said.effects === undefined && isOpen('creative-effects')
        ? [words('effects')]
        : []),
    ...unsaid('dryVocals', 'lead-vocal-dry'),
    ...unsaid('target', 'emotional-target'),
    ...unsaid('deadline', 'deadline-stated'),
    ...(voices !== undefined && said.deliverables === undefined
      ? [voicesQuestion(delivery, voices)]
      : unsaid('deliverables', 'deliverables-listed')),
    ...(delivery.brief.arrangement.length === 0 && said.arrangement === undefined ? [words('arrangement')] : []),
    ...(find('scope-stated') !== undefined && said.scope === undefined ? [words('scope')] : []),
  ];
}

const TEXTS: Partial<Record<LineName, { asks: string; help: readonly string[] }>> = {
  song: { asks: 'What is the song called?', help: ['The title as it is to stand on the mix.'] },
  takes: {
    asks: 'Are the takes chosen?  chosen / open',
    help: [
      'chosen: every part here is the one take that is meant.',
      'open: takes lie side by side, and somebody still has to choose.',
    ],
  },
  references: {
    asks: 'Which records should the mixer know, and for what?  Or "none: why".',
    help: [
      'For example:  Artist - Song: low end, and how close the voice is',
      'Several: put a semicolon between them. A link or a file name will do as well.',
    ],
  },
  tempo: {
    asks: 'What is the tempo?  Or "none: why".',
    help: ['Beats per minute: 92, or about 84. A song without a click:  none: played free'],
  },
  meter: { asks: 'What is the meter?', help: ['For example 4/4, 6/8 or 7/8.'] },
  key: {
    asks: 'What key is it in?  Or "none: why".',
    help: ['The key that sounds: F# minor, Bb major. The tuner of the mixer is set by it.'],
  },
  effects: {
    asks: 'Which printed effects are part of the song?  File names, or none.',
    help: [
      'An effect that is printed into a stem and has to stay: a throw, a filter, a chopped voice.',
      'none: everything came without, or the mixer decides.',
    ],
  },
  dryVocals: {
    asks: 'The lead vocal came with its effects only. Where is the dry one?  File names, or "none: why".',
    help: [
      'Export the lead once more without reverb and delay, and name the file here.',
      'Or say why there is none:  none: printed through the amp, on purpose',
    ],
  },
  target: {
    asks: 'What should somebody feel when they hear this? One sentence.',
    help: [
      'Not the sound, the feeling. For example: "the house is empty and she',
      'is relieved", or: "everybody at the party knows, nobody says it".',
    ],
  },
  deadline: {
    asks: 'When do you need it?  A date, or a number of days or weeks.',
    help: ['For example 18 December, next Friday, 3 weeks; or "no rush", or "none: why".'],
  },
  deliverables: {
    asks: 'Which versions?  main, instrumental, clean, acapella, performance',
    help: [
      'main: the song. instrumental: without voices. acapella: voices alone. clean: without words that the radio masks.',
      'performance: without the lead, for the stage. Others, such as radio edit or stems, can be written as well.',
    ],
  },
  arrangement: {
    asks: 'Is the arrangement final?  final / open',
    help: [
      'final: no part and no section changes any more.',
      'open: something may still be added, moved or taken out; the mix then waits, or is done twice.',
    ],
  },
  scope: {
    asks: 'What does the job include?  mix, master, editing, tuning, comping, sample-replacement, production',
    help: ['What was agreed, not what would be nice. Most often:  mix'],
  },
};

// Lines that name delivered files: a name that nothing bears would be a gap of its own.
const OF_FILES: readonly LineName[] = ['effects', 'dryVocals'];

function wordsQuestion(name: LineName, today: Date, files: Delivery['files']): InitQuestion {
  const text = TEXTS[name] ?? { asks: `${name}?`, help: [] };
  return {
    id: name,
    asks: [text.asks],
    help: text.help,
    async answer(typed) {
      const read = await typedAnswer(name, yesNoAs(name, typed), today);
      if ('problem' in read) return read;
      const stray = OF_FILES.includes(name) ? absentFrom(files, read.value) : undefined;
      if (stray !== undefined) return { problem: `There is no file "${stray}" in the folder.` };
      const remark = dayInWords(read.value) ?? undefined;
      return { answers: { [name]: { value: read.value } }, ...(remark === undefined ? {} : { remark: `${remark}.` }) };
    },
  };
}

/** "Is the arrangement final?" may be answered with yes. */
function yesNoAs(name: LineName, typed: string): string {
  const answers: Partial<Record<LineName, readonly [string, string]>> = {
    arrangement: ['final', 'open'],
    takes: ['chosen', 'open'],
  };
  const pair = answers[name];
  if (pair === undefined) return typed;
  if (isYes(typed)) return pair[0];
  return isNo(typed) ? pair[1] : typed;
}

const isYes = (typed: string) => /^(?:y|yes|yep|ja|oui|si|sí)$/i.test(typed.trim());
const isNo = (typed: string) => /^(?:n|no|nope|nein|non)$/i.test(typed.trim());

function takesQuestion(findings: readonly Finding[], said: Answers): InitQuestion {
  const names = findings.filter(({ rule }) => rule === 'takes-final').flatMap(({ files }) => files.map(fileName));
  const lie =
    names.length > 1
      ? `${counted(names.length, 'take')} lie side by side: ${listed(names, 4)}.`
      : `${findings[0]?.title ?? ''}.`;
  const job = said.scope?.value;
  return {
    id: 'takes',
    asks: [
      lie,
      'Who chooses?',
      '  1  one is chosen; the others are taken out of the folder',
      '  2  the mixer chooses (then say so before the price is agreed)',
    ],
    help: [
      'Choosing takes is work, and most mixers do not count it as mixing.',
      'Where the mixer chooses, comping becomes part of the job.',
    ],
    async answer(typed) {
      const choice = typed.trim().toLowerCase();
      if (choice === '1' || /^chosen\b/.test(choice)) {
        const remark = 'Take the ones that are not meant out of the folder: until then the check names them.';
        return { answers: { takes: { value: 'chosen' } }, remark };
      }
      if (choice !== '2' && !/\bmixer\b|^open$/.test(choice)) return { problem: 'Write 1 or 2.' };
      const parts = Array.isArray(job) ? job.map(String) : ['mix'];
      const scope = { value: [...parts.filter((part) => part !== 'comping'), 'comping'] };
      return {
        answers: { takes: { value: 'open' }, scope },
        remark: 'Comping is added to the scope, because the takes are left to the mixer.',
      };
    },
  };
}

function roughMixQuestion({ files }: Delivery, today: Date): InitQuestion {
  const candidates = files
    .filter(({ kind, header }) => header !== undefined && ['alternate-mix', 'other', 'reference'].includes(kind))
    .slice(0, 9);
  return {
    id: 'roughMix',
    asks: [
      'There is no rough mix by name. Which file is it?  A number, a file name, or "none: why".',
      ...candidates.map(({ path }, index) => `  ${index + 1}  ${path}`),
    ],
    help: ['A rough mix shows the direction: levels, effects, what is loud. A bounce from the session will do.'],
    async answer(typed) {
      const chosen = candidates[Number(typed.trim()) - 1]?.path;
      if (chosen !== undefined) return { answers: { roughMix: { value: chosen } } };
      const read = await typedAnswer('roughMix', typed, today);
      if ('problem' in read) return read;
      const named =
        typeof read.value === 'string' && !/^none\b/i.test(read.value) ? fileNamed(files, read.value) : read.value;
      if (named === null) return { problem: `There is no file "${String(read.value)}" in the folder.` };
      return { answers: { roughMix: { value: named } } };
    },
  };
}

function severalRoughMixes({ files }: Delivery, finding: Finding | undefined, said: Answers): InitQuestion[] {
  const candidates = files.filter(({ kind }) => kind === 'rough-mix').map(({ path }) => path);
  if (finding === undefined || candidates.length < 2 || said.roughMix !== undefined) return [];
  return [
    {
      id: 'roughMix',
      asks: ['Which rough mix counts?', ...candidates.slice(0, 9).map((path, index) => `  ${index + 1}  ${path}`)],
      help: ['The stems are held against this one. The others can stay out of the folder.'],
      async answer(typed) {
        const chosen = candidates[Number(typed.trim()) - 1] ?? fileNamed(files, typed);
        return chosen === null
          ? { problem: 'Write its number or its file name.' }
          : { answers: { roughMix: { value: chosen } } };
      },
    },
  ];
}

const MOST_NOTES = 5;

/** One question for each reference without a word on what it is for. */
function notesQuestions(finding: Finding): InitQuestion[] {
  const names = (Array.isArray(finding.data.references) ? finding.data.references : [])
    .map(String)
    .slice(0, MOST_NOTES);
  return names.map((name, index) => ({
    id: `references-${index}`,
    asks: [`What is ${name} a reference for?`],
    help: ['A few words: the low end, how dry the voice sits, how loud the drums are.'],
    async answer(typed: string) {
      const isAddress = /^https?:\/\//i.test(name);
      const entry = isAddress ? { url: name, note: typed.trim() } : { title: name, note: typed.trim() };
      return { answers: { references: { value: [entry] } } };
    },
  }));
}

function printedQuestion(finding: Finding): InitQuestion {
  const names = finding.files.map(fileName);
  const isOne = names.length === 1;
  const shown = names.slice(0, 20);
  return {
    id: 'effects',
    asks: isOne
      ? [`${names[0]} has its effect printed.`, 'Is that effect part of the song?  yes / no']
      : [
          `${names.length} files have their effect printed. Which of these effects are part of the song?`,
          ...shown.map((name, index) => `  ${index + 1}  ${name}`),
          'all, none, or numbers such as 1, 3',
        ],
    help: [
      'yes: the effect belongs to the song and has to stay.',
      'no: it only shows the idea, and the mixer may build it anew or leave it out.',
    ],
    async answer(typed) {
      const kept = keptOf(typed, names);
      if (kept === null) return { problem: isOne ? 'Write yes or no.' : 'Write all, none, or numbers with commas.' };
      const rest = finding.files.filter((path) => !kept.includes(fileName(path)));
      // An empty list answers for all; with some kept, the others need a word of their own.
      const meant: AnswerValue[] =
        kept.length > 0 && rest.length > 0
          ? [{ rule: finding.rule, files: rest.map(fileName), because: 'the effect only shows the idea' }]
          : [];
      return { answers: { effects: { value: kept }, ...(meant.length > 0 ? { meant: { value: meant } } : {}) } };
    },
  };
}

/** A performance or TV mix is asked for, and not which voices stay in it. */
function voicesQuestion({ brief }: Delivery, finding: Finding): InitQuestion {
  const version = String(finding.data.version);
  const shown = version === 'tv' ? 'TV' : version;
  return {
    id: 'deliverables',
    asks: [`Which vocals stay in the ${shown} mix?`],
    help: ['For example:  without the lead, with the backing vocals', 'Or:  without any vocals'],
    async answer(typed) {
      const versions = [...new Set(brief.deliverables.flatMap(({ value }) => (isNone(value) ? [] : [value])))];
      return {
        answers: {
          deliverables: { value: versions.map((one) => (one === version ? `${one}, ${typed.trim()}` : one)) },
        },
      };
    },
  };
}

function keptOf(typed: string, names: readonly string[]): string[] | null {
  const said = typed.trim().toLowerCase();
  if (isYes(said) || said === 'all') return [...names];
  if (isNo(said) || said === 'none') return [];
  const chosen = said.split(/[\s,]+/).map((number) => names[Number(number) - 1]);
  return chosen.every((name) => name !== undefined) ? (chosen as string[]) : null;
}

/** The first of the names that no file of the folder bears, with or without its ending. */
function absentFrom(files: Delivery['files'], value: AnswerValue): string | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map(String).find((name) => !files.some(({ path }) => isNamed(path, name)));
}

function fileNamed(files: Delivery['files'], typed: string): string | null {
  const wanted = typed.trim().normalize('NFC').toLowerCase();
  const same = (path: string) =>
    path.normalize('NFC').toLowerCase() === wanted || fileName(path).normalize('NFC').toLowerCase() === wanted;
  return files.find(({ path }) => same(path))?.path ?? null;
}
