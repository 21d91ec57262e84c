import type { DeliveredFile } from '../../../model/delivery.js';
import { counted, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { stemNames } from '../../set-words.js';
import { wordsOf } from '../names/name-words.js';

/** Roles that stand for a whole group of tracks. */
const GROUPS: readonly string[] = [
  'drums',
  'percussion',
  'guitar',
  'keys',
  'synth',
  'strings',
  'brass',
  'woodwinds',
  'vocals',
  'backing-vocal',
  'fx-return',
  'sound-effect',
  'choir',
];
/** Roles that are one track anyway. */
const SINGLES: readonly string[] = ['bass', 'lead-vocal', 'pad', 'piano', '808', 'synth-bass', 'vocal-fx', 'click'];

export default defineRule({
  id: 'group-stems-only',
  chapter: 'together',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'agreement',
  needs: ['names'],
  uses: ['brief'],
  verb: 'agree',
  summary: 'Only group stems: agreed, or ask for the multitracks',
  why: 'From group stems a balance between groups can be mixed. The level of the snare within the drums cannot be changed any more.',
  how: 'If the mix should reach into the groups, send the single tracks as well.',
  options: {
    // More files than this are tracks, whatever they are called.
    mostStems: 10,
    fewestGroups: 3,
  },

  check({ stems, options }, report) {
    if (stems.length < options.fewestGroups || stems.length > options.mostStems) return;
    const groups = stems.filter(isGroup);
    const isAllGroups = stems.every((file) => isGroup(file) || isSingle(file));
    const hasDrums = groups.some(({ label }) => label.role === 'drums');
    if (!isAllGroups || !hasDrums || groups.length < options.fewestGroups) return;
    report({
      files: groups.map(({ path }) => path),
      title: `${counted(groups.length, 'group stem')} and no single tracks`,
      message: `${stemNames(groups)} are groups of tracks. What lies inside a group cannot be balanced any more.`,
      fix: 'Agree that the mix works from groups, or send the single tracks of the groups that matter.',
      data: { groups: groups.length, stems: stems.length },
      act: { phrase: 'that the mix works from group stems' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the drums come as tracks',
        delivery: delivery(
          part('Kick', 'kick'),
          part('Snare', 'snare'),
          part('Guitars', 'guitar'),
          part('Vocals', 'vocals'),
        ),
      },
      {
        when: 'a near miss: two groups and one guitar',
        delivery: delivery(
          part('Bateria', 'drums'),
          part('Bajo', 'bass'),
          part('Guitarra', 'guitar'),
          part('Voces', 'vocals'),
        ),
      },
      {
        when: 'a near miss: two groups, and parts that are one track',
        delivery: delivery(
          part('Drums', 'drums'),
          part('Bass', 'bass'),
          part('Guitars', 'guitar'),
          part('Lead', 'lead-vocal'),
          brief({}),
        ),
      },
    ],
    fails: [
      {
        when: 'four groups came',
        delivery: delivery(
          part('Drums', 'drums'),
          part('Bass', 'bass'),
          part('Guitars', 'guitar'),
          part('Vocals', 'vocals'),
        ),
        says: 'Drums, Guitars and Vocals are groups of tracks. What lies inside a group cannot be balanced any more.',
      },
    ],
  },
});

function part(name: string, role: string): DeliveredFile {
  return stem(`${name}.wav`, { label: { role } });
}

// "Guitarra" beside "Drums" holds one guitar, whatever its role stands for elsewhere.
const ONE_OF_THEM = new Set(
  'guitar gitarre guitare guitarra chitarra synth synthesizer sintetizador teclado tastiera violin geige violon violino'.split(
    ' ',
  ),
);

function isNamedAsOne({ path }: DeliveredFile): boolean {
  return wordsOf(stemName(path)).some((word) => ONE_OF_THEM.has(word));
}

function isGroup(file: DeliveredFile): boolean {
  const { number, mic, side, bus, role } = file.label;
  const isWhole = number === null && mic === null && side === null;
  return isWhole && !isNamedAsOne(file) && (bus || (role !== null && GROUPS.includes(role)));
}

function isSingle(file: DeliveredFile): boolean {
  return file.label.role !== null && (SINGLES.includes(file.label.role) || isNamedAsOne(file));
}
