import type { DeliveredFile } from '../../../model/delivery.js';
import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';

export default defineRule({
  id: 'name-collision',
  chapter: 'names',
  severity: 'error',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'rename',
  summary: 'No two names that one file system keeps and another merges (case, Unicode form)',
  why: 'On a Mac or a Windows disk one of the two replaces the other while the folder is unpacked, and nobody is told.',
  how: 'Rename one of the two so that they differ in more than capitals or the way an accent is stored: `Kick In.wav`, `Kick Out.wav`.',
  options: {},

  check({ files }, report) {
    for (const { paths, inside, isFolder } of collisions(files)) {
      const names = paths.map(fileName);
      const isCase = differsInCaseOnly(names);
      const how = isCase ? 'in capitals only' : 'only in how an accent is stored';
      const shown = isCase ? '' : storedAs(names);
      report({
        files: inside,
        title: `${counted(paths.length, isFolder ? 'folder' : 'file')} differ ${how}`,
        message: `${listed(names.map((name) => `"${name}"`))} differ ${how}${shown}. On a Mac or a Windows disk ${isFolder ? 'they become one folder' : 'one of them replaces the other'}.`,
        fix: `Rename ${paths.length === 2 ? 'one of the two' : 'all but one'} so that the names differ in more than that.`,
        data: { names, folders: isFolder },
        act: {
          verb: 'rename',
          phrase: '',
          perFile: inside.map((path) => ({ path, remark: remarkOn(path, names, isCase) })),
        },
      });
    }
  },

  examples: {
    passes: [
      { when: 'the names differ', delivery: delivery(stem('Kick In.wav'), stem('Kick Out.wav')) },
      {
        when: 'a near miss: the same name in two folders merges nowhere',
        delivery: delivery(stem('Dry/kick.wav'), stem('Wet/Kick.wav')),
      },
      { when: 'the extension keeps them apart', delivery: delivery(stem('Kick.wav'), stem('kick.aif')) },
    ],
    fails: [
      {
        when: 'two files differ in capitals',
        delivery: delivery(stem('Kick.wav'), stem('kick.WAV')),
        says: '"Kick.wav" and "kick.WAV" differ in capitals only. On a Mac or a Windows disk one of them replaces the other.',
      },
      {
        when: 'one accent is composed, the other is not',
        delivery: delivery(stem('Caf\u00e9 Pad.wav'), stem('Cafe\u0301 Pad.wav')),
        says: '"Caf\u00e9 Pad.wav" and "Cafe\u0301 Pad.wav" differ only in how an accent is stored: "é" as one letter in the first, as "e" and an accent in the second. On a Mac or a Windows disk one of them replaces the other.',
      },
      {
        when: 'two folders do',
        delivery: delivery(stem('Drums/Kick.wav'), stem('drums/Snare.wav')),
        says: '"Drums" and "drums" differ in capitals only. On a Mac or a Windows disk they become one folder.',
      },
    ],
  },
});

type Collision = { readonly paths: readonly string[]; readonly inside: readonly string[]; readonly isFolder: boolean };

/** Groups of names of one parent that are equal without case and in one Unicode form, folders among them. */
function collisions(files: readonly DeliveredFile[]): Collision[] {
  const children = new Map<string, Map<string, { readonly isFolder: boolean; readonly inside: string[] }>>();
  for (const file of files) {
    if (file.kind === 'junk') continue;
    for (let slash = file.path.indexOf('/'); ; slash = file.path.indexOf('/', slash + 1)) {
      const isFolder = slash >= 0;
      const path = isFolder ? file.path.slice(0, slash) : file.path;
      const siblings = children.get(merged(path)) ?? new Map();
      children.set(merged(path), siblings);
      const known = siblings.get(path) ?? { isFolder, inside: [] };
      siblings.set(path, known);
      known.inside.push(file.path);
      if (!isFolder) break;
    }
  }
  return (
    [...children.values()]
      .filter((same) => same.size > 1)
      // Files under two merged folders have merged paths too; the folders speak for them.
      .filter((same) => new Set([...same.keys()].map((path) => path.slice(0, path.lastIndexOf('/') + 1))).size === 1)
      .map((same) => ({
        paths: [...same.keys()],
        inside: [...same.values()].flatMap(({ inside }) => inside),
        isFolder: [...same.values()].some(({ isFolder }) => isFolder),
      }))
  );
}

function merged(path: string): string {
  // Most names are plain ASCII, which has one form only.
  return /^[\x20-\x7e]*$/.test(path) ? path.toLowerCase() : path.normalize('NFC').toLowerCase().normalize('NFC');
}

/** The letter that the names store in two ways, which no screen shows; '' where none is found. */
function storedAs(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  const letter = letterApart(first, second);
  if (names.length !== 2 || letter === null) return '';
  const [one, other] = letter;
  return `: "${one.normalize('NFC')}" ${formOf(one)} in the first, ${formOf(other)} in the second`;
}

function remarkOn(path: string, names: readonly string[], isCase: boolean): string {
  const name = names.find((name) => path.split('/').includes(name)) ?? '';
  const other = names.find((one) => one !== name) ?? '';
  const [letter] = (isCase ? null : letterApart(name, other)) ?? [];
  if (letter !== undefined) return `because its "${letter.normalize('NFC')}" is stored ${formOf(letter)}`;
  return `because it differs ${isCase ? 'in capitals only' : 'only in how an accent is stored'}`;
}

/** The first letter that two names of one look store differently, as the one and the other have it. */
function letterApart(one: string, other: string): readonly [string, string] | null {
  const [letters, others] = [lettersOf(one), lettersOf(other)];
  for (const [index, letter] of letters.entries()) {
    const there = others[index];
    if (there !== undefined && letter !== there && letter.normalize('NFC') === there.normalize('NFC'))
      return [letter, there];
  }
  return null;
}

/** What a reader takes for one letter each, whatever number of code points it has. */
function lettersOf(name: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)].map(({ segment }) => segment);
}

function formOf(letter: string): string {
  if (letter === letter.normalize('NFC')) return 'as one letter';
  const base = String.fromCodePoint(letter.normalize('NFD').codePointAt(0) ?? 0);
  return /^\p{Script=Latin}$/u.test(base) ? `as "${base}" and an accent` : 'in its parts';
}

function differsInCaseOnly(names: readonly string[]): boolean {
  const composed = names.map((name) => name.normalize('NFC'));
  return new Set(composed).size === names.length;
}
