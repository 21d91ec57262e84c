import type { Brief } from '../../../model/brief.js';
import type { DeliveredFile, Delivery } from '../../../model/delivery.js';
import { counted, folderOf, listed, stemName } from '../../../model/units.js';
import { defineRule, type Reported } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { placeOf } from '../handoff/told.js';
import { partName } from '../names/name-words.js';
import { isAgreed } from './agreed.js';

export default defineRule({
  id: 'takes-final',
  chapter: 'scope',
  severity: 'error',
  item: 'takes-chosen',
  owners: ['artist', 'producer'],
  stage: 'recording',
  needs: ['names', 'brief'],
  uses: ['relations'],
  verb: 'choose',
  summary:
    'One take per part: several takes of one part, or a take number or "(1)" left in a name, mean that a choice is left open; "comp" marks a chosen take and "_01" a recorder counter',
  why: 'Which take is the song is a decision about the performance. A mixer who makes it in passing may choose one that the artist never liked.',
  how: 'Choose, and leave the others out. Where the mixer is to choose, agree on comping as a part of the job: `takes: open` and `scope: [mix, comping]`. A take number on a chosen take may stay when the notes say that the takes are chosen.',
  options: {},
  followsFrom: ['duplicate-stem'],

  check({ stemFiles, brief, song, delivery }, report) {
    if (isAgreed(brief, 'comping')) return;
    const used = stemFiles.filter(({ label }) => label.muted !== true && !label.guide);
    const sounds = soundOf(delivery);
    const lone: DeliveredFile[] = [];
    for (const { takes, others } of parts(used, song)) {
      // The same sound under two names is duplicate-stem's, and no second take.
      const heard = new Set(others.map(({ path }) => sounds.get(path)));
      const unlike = takes.filter(({ path }) => !sounds.has(path) || !heard.has(sounds.get(path)));
      if (unlike.length === 0) continue;
      if (takes.length + others.length < 2) {
        // "Alt" alone is a name for a part; a number counts performances of it.
        lone.push(...takes.filter(({ label }) => typeof label.take === 'number'));
        continue;
      }
      report(severalTakes(unlike, others, brief));
    }
    if (lone.length === 0 || brief.takes.some(({ value }) => value === 'chosen')) return;
    const names = lone.map(({ path }) => stemName(path));
    const isOne = names.length === 1;
    report({
      files: lone.map(({ path }) => path),
      severity: 'warning',
      // One take of a part is probably the chosen one: a word is missing, no decision about the recording.
      stage: 'packaging',
      title: `${counted(names.length, 'name')} still ${isOne ? 'carries' : 'carry'} a take number`,
      message: `${listed(names)} ${isOne ? 'carries' : 'carry'} a take number, and nothing says that the takes are chosen.`,
      fix: 'Write into the notes that the takes are chosen, or send the one that is.',
      data: { takes: names },
      act: { verb: 'choose', phrase: `the takes, or say that ${listed(names, 2)} ${isOne ? 'is' : 'are'} chosen` },
      field: 'lone',
    });
  },

  examples: {
    passes: [
      {
        when: 'one file a part',
        delivery: delivery(stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }), stem('BGV.wav')),
      },
      {
        when: 'a near miss: "comp" marks a chosen take, and "_01" is the recorder\'s counter',
        delivery: delivery(
          stem('Lead Vox comp_01.wav', { label: { role: 'lead-vocal', comped: true } }),
          stem('Gtr_01.wav', { label: { role: 'electric-guitar' } }),
          stem('Gtr_02.wav', { label: { role: 'electric-guitar' } }),
        ),
      },
      {
        when: 'a near miss: T1 and T2 of a drum kit are toms',
        delivery: delivery(
          stem('Drums T1.wav', { label: { role: 'tom' } }),
          stem('Drums T2.wav', { label: { role: 'tom' } }),
        ),
      },
      {
        when: 'comping is agreed',
        delivery: delivery(
          stem('Lead Vox take 1.wav', { label: { role: 'lead-vocal', take: 1 } }),
          stem('Lead Vox take 2.wav', { label: { role: 'lead-vocal', take: 2 } }),
          brief({ takes: 'open', job: ['mix', 'comping'] }),
        ),
      },
      {
        when: 'one numbered take, and the notes say that the takes are chosen',
        delivery: delivery(
          stem('Lead Vox take 3.wav', { label: { role: 'lead-vocal', take: 3 } }),
          brief({ takes: 'chosen' }),
        ),
      },
    ],
    fails: [
      {
        when: 'two takes lie beside the lead',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          stem('Lead Vox take 1.wav', { label: { role: 'lead-vocal', take: 1 } }),
          stem('LeadVox_alt_02.wav', { label: { role: 'lead-vocal', take: 'alt' } }),
          brief({ takes: 'chosen' }),
        ),
        severity: 'error',
        says: 'Lead Vox take 1 and LeadVox_alt_02 lie beside Lead Vox: 3 takes of one part, where handoff.yaml, line 1, says that the takes are chosen.',
      },
      {
        when: 'two takes, none marked',
        delivery: delivery(
          stem('Solo take 1.wav', { label: { role: 'lead-guitar', take: 1 } }),
          stem('Solo take 2.wav', { label: { role: 'lead-guitar', take: 2 } }),
        ),
        says: 'Solo take 1 and Solo take 2 are 2 takes of one part, and none is marked as the chosen one.',
      },
      {
        when: 'takes are told apart by a letter and a number',
        delivery: delivery(
          stem('Lead Dbl T1.wav', { label: { role: 'vocal-double', isDouble: true, take: 1 } }),
          stem('Lead Dbl T2.wav', { label: { role: 'vocal-double', isDouble: true, take: 2 } }),
        ),
        says: 'Lead Dbl T1 and Lead Dbl T2 are 2 takes of one part, and none is marked as the chosen one.',
      },
      {
        when: 'a copy of the same name lies beside',
        delivery: delivery(stem('Keys.wav'), stem('Keys (1).wav')),
        says: 'Keys (1) lies beside Keys: 2 takes of one part, and nothing says that both belong to the song.',
      },
      {
        when: 'a take number is left in the only file of a part',
        delivery: delivery(stem('Lead Vox take 3.wav', { label: { role: 'lead-vocal', take: 3 } })),
        severity: 'warning',
        says: 'Lead Vox take 3 carries a take number, and nothing says that the takes are chosen.',
      },
    ],
  },
});

function severalTakes(takes: readonly DeliveredFile[], others: readonly DeliveredFile[], brief: Brief): Reported {
  const names = takes.map(({ path }) => stemName(path));
  const beside = others.map(({ path }) => stemName(path));
  // Wet and dry files of the chosen take count as one.
  const count = takes.length + (others.length > 0 ? 1 : 0);
  const part = partTitle(others.length > 0 ? others.slice(0, 1) : takes);
  const chosen = brief.takes.find(({ value }) => value === 'chosen');
  const isLeftOver = chosen !== undefined && others.length > 0;
  const [lies, both] = names.length === 1 ? ['lies', 'both belong'] : ['lie', 'all belong'];
  return {
    files: takes.map(({ path }) => path),
    // The choice is made and only the folder is not up to date.
    ...(isLeftOver ? { stage: 'packaging' as const } : {}),
    title: isLeftOver ? leftOverTitle(part, takes.length) : titleOf(part, count),
    message:
      beside.length === 0
        ? `${listed(names)} are ${counted(count, 'take')} of one part, and none is marked as the chosen one.`
        : chosen === undefined
          ? `${listed(names)} ${lies} beside ${listed(beside)}: ${counted(count, 'take')} of one part, and nothing says that ${both} to the song.`
          : `${listed(names)} ${lies} beside ${listed(beside)}: ${counted(count, 'take')} of one part, where ${placeOf(chosen)}, says that the takes are chosen.`,
    fix: isLeftOver
      ? `Leave ${listed(names)} out of the folder, or say what ${names.length === 1 ? 'it is' : 'they are'} for.`
      : 'Choose one and leave the others out of the folder, or agree that choosing is part of the job.',
    data: { takes: names, beside },
    act: isLeftOver
      ? { verb: 'leave-out', phrase: '' }
      : { verb: 'choose', phrase: `one take of ${part}, or agree that choosing is part of the job` },
  };
}

type Part = { readonly takes: DeliveredFile[]; readonly others: DeliveredFile[] };

/** Files that call themselves a take, by the part that they are a take of, with that part's other files. */
function parts(files: readonly DeliveredFile[], song: string | null): Part[] {
  const originals = new Set(files.map(({ path }) => nameIn(folderOf(path), path)));
  const isTake = (file: DeliveredFile) => file.label.take !== null || isCopy(file, originals);
  const found = new Map<string, Part>();
  if (!files.some(isTake)) return [];
  for (const file of files) {
    const key = partKey(file, song);
    const part = found.get(key) ?? { takes: [], others: [] };
    found.set(key, part);
    (isTake(file) ? part.takes : part.others).push(file);
  }
  return [...found.values()].filter(({ takes }) => takes.length > 0);
}

/** There is one lead a section, whatever its files are called; any other part is told apart by its name. */
function partKey(file: DeliveredFile, song: string | null): string {
  const { role, section, number, isDouble, side } = file.label;
  if (role === 'lead-vocal' && !isDouble) return ['lead', section, number, side].join('|');
  return `${role ?? ''}|${partName({ ...file, path: withoutCopyMark(file.path) }, song)}`;
}

const COPY_MARK = / ?\((\d{1,2})\)$/;

/** "Keys (1).wav" where "Keys.wav" lies beside it: how systems name a second file of one name. */
function isCopy({ path }: DeliveredFile, names: ReadonlySet<string>): boolean {
  return COPY_MARK.test(stemName(path)) && names.has(nameIn(folderOf(path), withoutCopyMark(path)));
}

function withoutCopyMark(path: string): string {
  return stemName(path).replace(COPY_MARK, '');
}

function nameIn(folder: string, path: string): string {
  return `${folder}/${stemName(path).normalize('NFC').toLowerCase()}`;
}

/** Files that sound alike, by the number of their group. */
function soundOf({ relations }: Delivery): Map<string, number> {
  return new Map(relations.sameSound.flatMap(({ files }, group) => files.map((path) => [path, group] as const)));
}

/** "05 Rhodes" of "05 Rhodes alt 1" and "05 Rhodes alt 2": what the names share, without the word that counts them. */
function partTitle(files: readonly DeliveredFile[]): string {
  const [first] = files;
  if (first?.label.role === 'lead-vocal' && !first.label.isDouble) return 'the lead vocal';
  const names = files.map(({ path }) => stemName(path));
  const own = names[0] ?? '';
  if (names.length < 2) return own;
  const shared = names.reduce(sharedBeginning).replace(COUNTING_WORD, '').trim();
  return /\p{L}{2}/u.test(shared) ? shared : own;
}

const COUNTING_WORD = /[ _.-]{0,2}(?:\b|_)(?:takes?|tk|alt|alternate|toma|prise|version|ver|v|t)?[ _.(-]{0,3}$/i;

function sharedBeginning(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}

function leftOverTitle(part: string, takes: number): string {
  const title = `${counted(takes, 'unused take')} beside ${part}`;
  return title.length <= 60 ? title : `${counted(takes, 'unused take')} beside the chosen one`;
}

function titleOf(part: string, takes: number): string {
  const title = `${part[0]!.toUpperCase()}${part.slice(1)} comes in ${counted(takes, 'take')}`;
  return title.length <= 60 ? title : 'One part comes in several takes';
}
