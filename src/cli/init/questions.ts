import { isNone } from '../../model/brief.js';
import type { Delivery } from '../../model/delivery.js';
import type { Finding, Report } from '../../model/report.js';
import { counted, fileName, listed } from '../../model/units.js';
import type { LineName } from '../../scan/brief/handoff/line-names.js';
import type { Answers, AnswerValue } from './answers.js';
import { type InitQuestion, isNo, isYes } from './question.js';
import { roughMixQuestion, severalRoughMixes } from './rough-mix-questions.js';
import { wordsQuestion } from './words-question.js';

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
