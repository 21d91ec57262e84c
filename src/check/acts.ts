import { OWNERS, type Owner } from '../model/brief.js';
import { grouped } from '../model/grouped.js';
import type { Act, Finding, Verb } from '../model/report.js';
import { capitalised, counted, countWord, fileName, formatRate, listed, stemName } from '../model/units.js';
import type { Views } from './context.js';
import { counts, RANK } from './number.js';

type File = { readonly path: string; readonly remark: string };
type Group = { readonly owners: readonly Owner[]; readonly verb: Verb; readonly findings: readonly Finding[] };

/**
 * What to do, by person: findings that one doing closes are one entry. Knows verbs, owners and phrases, no rule.
 *
 * @param findings numbered; notes, folded and waived ones ask for nothing
 * @returns the producer's first, worst first, decisions last
 */
export function actsOf(findings: readonly Finding[], views: Views): readonly Act[] {
  const asking = findings.filter(
    (finding) => counts(finding) && finding.severity !== 'info' && finding.act.verb !== 'nothing',
  );
  const groups = grouped(asking, (finding) => [finding.act.verb, ...peopleOf(finding)].join(' '));
  return [...groups.values()]
    .map((group): Group => ({ owners: peopleOf(group[0]!), verb: group[0]!.act.verb, findings: group }))
    .sort(byPerson)
    .map((group) => actOf(group, views));
}

/** The same people are one group, whichever of them a rule names first. */
function peopleOf({ owners }: Finding): readonly Owner[] {
  return OWNERS.filter((owner) => owners.includes(owner));
}

function byPerson(a: Group, b: Group): number {
  return (
    Number(isDecision(a.verb)) - Number(isDecision(b.verb)) ||
    a.owners.length - b.owners.length ||
    OWNERS.indexOf(a.owners[0]!) - OWNERS.indexOf(b.owners[0]!) ||
    worst(b) - worst(a) ||
    (a.findings[0]!.number ?? 0) - (b.findings[0]!.number ?? 0)
  );
}

function isDecision(verb: Verb): boolean {
  return verb === 'choose' || verb === 'agree';
}

function worst({ findings }: Group): number {
  return Math.max(...findings.map(({ severity }) => RANK[severity]));
}

function actOf(group: Group, views: Views): Act {
  const files = filesOf(group);
  return {
    owners: group.owners,
    verb: group.verb,
    act: SENTENCES[group.verb](group, files, views),
    decision: isDecision(group.verb),
    // One file whose remark stands in the sentence needs no list under it.
    files: LISTS_FILES[group.verb] && (files.length > 1 || group.verb === 'rename') ? files : [],
    closes: group.findings.flatMap(({ number }) => number ?? []),
  };
}

const LISTS_FILES: Readonly<Record<Verb, boolean>> = {
  'export-again': true,
  send: true,
  rename: true,
  'leave-out': true,
  answer: false,
  'write-down': false,
  choose: false,
  agree: false,
  wait: true,
  nothing: false,
};

/** Each file once, with what is to be minded about it; the remarks of several findings are joined. */
function filesOf({ findings }: Group): readonly File[] {
  const remarks = new Map<string, string[]>();
  for (const { files, act } of findings) {
    // What is to be sent beside the files is in the sentence, and no remark on them.
    if (act.verb === 'send' && act.phrase !== '' && act.perFile === undefined && findings.length > 1) continue;
    const perFile = act.perFile ?? files.map((path) => ({ path, remark: findings.length > 1 ? act.phrase : '' }));
    for (const { path, remark } of perFile) {
      const known = remarks.get(path) ?? [];
      remarks.set(path, remark === '' || known.includes(remark) ? known : [...known, remark]);
    }
  }
  return [...remarks].map(([path, said]) => ({ path, remark: said.join('; ') }));
}

const SENTENCES: Readonly<Record<Verb, (group: Group, files: readonly File[], views: Views) => string>> = {
  'export-again': ({ findings }, files, views) => {
    const [only] = files;
    if (files.length === 1)
      return joined('Export', stemName(only!.path), 'again', only!.remark || findings[0]!.act.phrase);
    const phrases = phrasesOf(findings);
    if (files.length === 0) return joined('Export the stems again', phrases.length === 1 ? phrases[0]! : '');
    const target = findings.length > 1 ? `, all from one start${setFormat(views, findings)}` : '';
    const how = findings.length === 1 && phrases.length === 1 ? ` ${phrases[0]}` : target;
    return `Export ${countWord(files.length)} stems again${how}`;
  },
  send: ({ findings }, files) => {
    const things = phrasesOf(findings.filter(isThing));
    const listedFiles = files.filter(({ path }) =>
      findings.some(({ act, files: own }) => own.includes(path) && (act.phrase === '' || act.perFile !== undefined)),
    );
    const [only] = listedFiles;
    const again =
      listedFiles.length === 1
        ? `${stemName(only!.path)} ${only!.remark || 'again'}`
        : listedFiles.length > 1
          ? `${countWord(listedFiles.length)} files again`
          : '';
    // The comma keeps "again" from the things in front, which come for the first time.
    return `Send ${[listed(things, 4), again].filter((part) => part !== '').join(', and ')}`;
  },
  rename: ({ findings }, files) => {
    const [only] = files;
    const phrases = phrasesOf(findings);
    if (files.length === 1) return joined('Rename', fileName(only!.path), only!.remark || (phrases[0] ?? ''));
    const isForAll = phrases.length === 1 && findings.every(({ act }) => act.phrase !== '');
    return joined(`Rename ${counted(files.length, 'file')}`, isForAll ? phrases[0]! : '');
  },
  'leave-out': ({ findings }, files) => {
    const things = phrasesOf(findings.filter(isThing));
    const names = listed(
      files.map(({ path }) => fileName(path)),
      3,
    );
    const what = files.length <= 3 ? names : `${countWord(files.length)} files`;
    const plain = what === '' && things.length > 0 ? [] : [`${what === '' ? 'them' : what} out of the folder`];
    return `Take ${[...plain, ...things].join(', and ')}`;
  },
  answer: ({ findings }) => {
    const questions = phrasesOf(findings);
    const count = questions.length === 1 ? 'one question' : `${countWord(questions.length)} questions`;
    return `Answer ${count}: ${listed(questions, 6)}`;
  },
  'write-down': ({ findings }) => `Write down ${listed(phrasesOf(findings), 6)}`,
  choose: ({ findings }) => `Choose ${phrasesOf(findings).join('; ')}`,
  agree: ({ findings }) => `Agree ${listed(phrasesOf(findings), 6)}`,
  wait: ({ findings }, files) => {
    const phrases = phrasesOf(findings);
    const again = files.length === 0 ? '' : `, or send ${files.length === 1 ? stemName(files[0]!.path) : 'them'} again`;
    return `Wait ${phrases.length > 0 ? listed(phrases) : 'for the upload'}${again}`;
  },
  nothing: () => '',
};

/** Whether a phrase names what is to be sent, rather than the files of the finding. */
function isThing({ act }: Finding): boolean {
  return act.phrase !== '' && (act.perFile === undefined || act.perFile.length === 0);
}

function phrasesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ act }) => act.phrase).filter((phrase) => phrase !== ''))];
}

function joined(...parts: readonly string[]): string {
  return capitalised(parts.filter((part) => part !== '').join(' '));
}

/** ", at 48 kHz and 24 bit": what the set agrees on, where it does and no finding asks for another width. */
function setFormat({ setRate, opened }: Views, findings: readonly Finding[]): string {
  const depths = new Map<number, number>();
  for (const { header } of opened) {
    if (header.bitDepth !== null) depths.set(header.bitDepth, (depths.get(header.bitDepth) ?? 0) + 1);
  }
  const depth = [...depths].sort(([, a], [, b]) => b - a)[0];
  const said = findings.flatMap(({ act }) => [act.phrase, ...(act.perFile ?? []).map(({ remark }) => remark)]);
  const asked = new Set(said.flatMap((words) => /\bat (\d{1,2}) bit\b/.exec(words)?.[1] ?? []));
  if (setRate === null || asked.size > 1) return '';
  const [bits] = asked;
  if (bits !== undefined) return `, at ${formatRate(setRate)} and ${bits} bit`;
  if (depth === undefined || depth[1] * 2 <= opened.length) return '';
  return `, at ${formatRate(setRate)} and ${depth[0]} bit`;
}
