import type { DeliveredFile } from '../../../model/delivery.js';
import { NO_RELATIONS } from '../../../model/relations.js';
import { isVocal } from '../../../model/roles.js';
import { fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { pathsOf, whoIs } from '../../set-words.js';

/** Roles that are a print of the song, or of all of it but the voice. The main pair of an orchestra is a stem. */
const PRINTS: readonly string[] = ['rough-mix', 'final-mix', 'instrumental', 'tv-mix', 'beat'];

export default defineRule({
  id: 'mix-among-stems',
  chapter: 'together',
  severity: 'warning',
  item: 'rough-mix',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names', 'header'],
  uses: ['relations'],
  verb: 'answer',
  summary: 'No stem is a print of the whole song under another name',
  why: 'A print of the whole song among the stems plays every part a second time. It may be the rough mix, and nobody says so.',
  how: 'If it is the rough mix, say so in its name or in handoff.yaml: `roughMix: <file>`. If not, take it out.',
  options: {
    // A stem that holds this many others is no bus any more.
    mostOfTheSet: 0.7,
    // Below, a "beat" or "instrumental" is one half of a two-track session.
    fewestOtherParts: 3,
    // "beats_01" of two seconds is a loop; a print lasts as long as the song, but for an edit.
    leastOfTheSong: 0.5,
  },

  check({ stems, delivery, options }, report) {
    const otherParts = stems.filter((stem) => !isPrint(stem) && !isVocal(stem.label.role)).length;
    const longestSeconds = Math.max(0, ...stems.map(({ header }) => header.seconds ?? 0));
    const named =
      otherParts >= options.fewestOtherParts
        ? stems.filter(
            (stem) =>
              isPrint(stem) && (stem.header.seconds ?? longestSeconds) >= options.leastOfTheSong * longestSeconds,
          )
        : [];
    const heard = delivery.relations.buses
      .filter(({ members }) => members.length >= options.mostOfTheSet * (stems.length - 1) && members.length >= 3)
      .flatMap(({ bus }) => stems.filter(({ path }) => path === bus));
    const prints = [...new Set([...named, ...heard])];
    if (prints.length === 0) return;
    const isOne = prints.length === 1;
    const names = listed(prints.map(({ path }) => fileName(path)));
    report({
      files: pathsOf(prints),
      title: `${whoIs(prints, 24)} ${isOne ? 'seems' : 'seem'} to be a print of the whole song`,
      message: `${names} ${isOne ? 'lies' : 'lie'} among ${stems.length - prints.length} other stems and ${isOne ? 'holds' : 'hold'} ${heard.length > 0 ? 'most of them' : 'the whole song by name'}.`,
      fix: `Say which it is: the rough mix (roughMix: ${fileName(prints[0]!.path)} in handoff.yaml), or a file to leave out.`,
      data: { basis: heard.length > 0 ? 'sound' : 'names', stems: stems.length },
      act: { phrase: `is ${isOne ? names : 'one of the prints'} the rough mix, or left over` },
    });
  },

  examples: {
    passes: [
      {
        when: 'every stem is a part',
        delivery: delivery(part('Kick', 'kick'), part('Bass', 'bass'), part('Pad', 'pad')),
      },
      {
        when: 'a near miss: a loop of two seconds that is called a beat',
        delivery: delivery(
          part('Kick', 'kick'),
          part('Bass', 'bass'),
          part('Pad', 'pad'),
          stem('beats_01.wav', { seconds: 2, label: { role: 'beat' } }),
        ),
      },
      {
        when: 'a near miss: a beat and three voices',
        delivery: delivery(
          part('Beat', 'beat'),
          part('Lead', 'lead-vocal'),
          part('Dbl', 'vocal-double'),
          part('BG', 'backing-vocal'),
        ),
      },
    ],
    fails: [
      {
        when: 'an instrumental lies among the parts',
        delivery: delivery(
          part('Kick', 'kick'),
          part('Bass', 'bass'),
          part('Pad', 'pad'),
          part('Instrumental', 'instrumental'),
        ),
        says: 'Instrumental.wav lies among 3 other stems and holds the whole song by name.',
      },
      {
        when: 'a file of another name is the sum of all others',
        delivery: delivery(part('Kick', 'kick'), part('Bass', 'bass'), part('Pad', 'pad'), part('Print 7', null), {
          facts: {
            relations: {
              ...NO_RELATIONS,
              buses: [{ bus: 'Print 7.wav', members: ['Bass.wav', 'Kick.wav', 'Pad.wav'], explained: 0.99 }],
            },
          },
        }),
        says: 'Print 7.wav lies among 3 other stems and holds most of them.',
      },
    ],
  },
});

function part(name: string, role: string | null): DeliveredFile {
  return stem(`${name}.wav`, { label: { role } });
}

function isPrint({ label }: DeliveredFile): boolean {
  return label.role !== null && PRINTS.includes(label.role);
}
