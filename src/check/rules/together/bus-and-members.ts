import type { DeliveredFile, OpenedFile } from '../../../model/delivery.js';
import { NO_RELATIONS } from '../../../model/relations.js';
import { isLessSpecific } from '../../../model/roles.js';
import { counted, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { pathsOf, shortName, stemNames } from '../../set-words.js';

export default defineRule({
  id: 'bus-and-members',
  chapter: 'together',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  uses: ['relations'],
  verb: 'answer',
  summary: 'A bus and its members are not both in the set by accident',
  why: 'When a bus lies beside the tracks that run into it, everything in it plays twice.',
  how: 'Send either the bus or its members. If the bus is there only for its processing, say so in the notes.',
  followsFrom: ['duplicate-stem'],
  options: {
    // Two members make a bus; one may be a part of its own.
    fewestMembers: 2,
    // Of all other stems; beyond this it is a print of the song.
    mostOfTheSet: 0.7,
  },

  check({ stems, delivery, options }, report) {
    const byPath = new Map(stems.map((file) => [file.path, file]));
    const heard = delivery.relations.buses
      .filter(({ members }) => members.length < Math.max(3, options.mostOfTheSet * (stems.length - 1)))
      .flatMap(({ bus, members, explained }) => {
        const file = byPath.get(bus);
        return file === undefined
          ? []
          : [{ bus: file, members: members.flatMap((path) => byPath.get(path) ?? []), explained }];
      });
    const known = new Set(heard.map(({ bus }) => bus));
    const named = stems
      .filter((file) => file.label.bus && !known.has(file))
      .map((bus) => ({ bus, members: membersByName(bus, stems), explained: null }));
    for (const { bus, members, explained } of [...heard, ...named]) {
      if (members.length < options.fewestMembers) continue;
      const name = stemName(bus.path);
      report({
        files: [bus.path],
        title: `${shortName(name, 30)} lies beside ${counted(members.length, 'member')} of it`,
        message: `${name} ${explained === null ? 'calls itself a bus, and' : 'sounds like the sum of others:'} ${stemNames(members)} ${explained === null ? (members.length === 1 ? 'is there as well' : 'are there as well') : 'together'}.`,
        fix: 'Say which of the two the mixer should use, and leave the other out.',
        data: { basis: explained === null ? 'names' : 'sound', members: pathsOf(members), explained },
        act: { phrase: `should the mixer use ${name} or its members` },
      });
    }
  },

  examples: {
    passes: [
      { when: 'there is no bus', delivery: delivery(part('Kick', 'kick'), part('Snare', 'snare')) },
      {
        when: 'a near miss: a drum bus without its members',
        delivery: delivery(part('Drum Bus', 'drums', true), part('Bass', 'bass')),
      },
    ],
    fails: [
      {
        when: 'a drum bus lies beside kick and snare',
        delivery: delivery(part('Drum Bus', 'drums', true), part('Kick', 'kick'), part('Snare', 'snare')),
        says: 'Drum Bus calls itself a bus, and Kick and Snare are there as well.',
      },
      {
        when: 'one stem is the sum of two others',
        delivery: delivery(
          part('Perc All', 'percussion'),
          part('Shaker', 'shaker'),
          part('Conga', 'congas'),
          part('Bass', 'bass'),
          part('Pad', 'pad'),
          {
            facts: {
              relations: {
                ...NO_RELATIONS,
                buses: [{ bus: 'Perc All.wav', members: ['Conga.wav', 'Shaker.wav'], explained: 0.98 }],
              },
            },
          },
        ),
        says: 'Perc All sounds like the sum of others: Conga and Shaker together.',
      },
    ],
  },
});

function part(name: string, role: string, bus = false): DeliveredFile {
  return stem(`${name}.wav`, { label: { role, bus } });
}

/** Stems whose role is a more specific one than the bus's, and that are no bus or effect themselves. */
function membersByName({ label }: OpenedFile, stems: readonly OpenedFile[]): readonly OpenedFile[] {
  const { role } = label;
  if (role === null) return [];
  return stems.filter(
    (other) =>
      !other.label.bus && !other.label.printed && other.label.role !== null && isLessSpecific(role, other.label.role),
  );
}
