import { NO_RELATIONS } from '../../../model/relations.js';
import { fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, reference, roughMix, stem } from '../../examples.js';

export default defineRule({
  id: 'reference-is-rough',
  chapter: 'together',
  severity: 'warning',
  item: 'references',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  uses: ['relations'],
  verb: 'send',
  summary: 'A reference is another record, not the rough mix again',
  why: 'The rough mix shows this song; a reference shows where it should stand beside others. One file cannot do both.',
  options: {},

  check({ delivery, references, roughMixes, stemFiles }, report) {
    const own = new Set([...roughMixes, ...stemFiles].map(({ path }) => path));
    const same = references.filter(({ path }) =>
      delivery.relations.sameSound.some(({ files }) => files.includes(path) && files.some((other) => own.has(other))),
    );
    if (same.length === 0) return;
    const isOne = same.length === 1;
    report({
      files: same.map(({ path }) => path),
      title: `${isOne ? 'A reference is' : 'References are'} this song's own rough mix`,
      message: `${listed(same.map(({ path }) => fileName(path)))} ${isOne ? 'holds' : 'hold'} the same sound as a file of this song.`,
      fix: 'Name a record by artist and title, with a word on what it is a reference for.',
      data: { references: same.length },
      act: { phrase: 'a reference that is another record', perFile: [] },
    });
  },

  examples: {
    passes: [
      {
        when: 'the reference is another record',
        delivery: delivery(stem('Kick.wav'), roughMix('Rough.wav'), reference('Refs/A.wav'), same([])),
      },
      {
        when: 'a near miss: two references are one record',
        delivery: delivery(
          roughMix('Rough.wav'),
          reference('Refs/A.wav'),
          reference('Refs/B.wav'),
          same(['Refs/A.wav', 'Refs/B.wav']),
        ),
      },
    ],
    fails: [
      {
        when: 'the rough mix lies among the references',
        delivery: delivery(roughMix('Rough.wav'), reference('Refs/A.wav'), same(['Refs/A.wav', 'Rough.wav'])),
        says: 'A.wav holds the same sound as a file of this song.',
      },
    ],
  },
});

function same(files: readonly string[]) {
  const sameSound = files.length === 0 ? [] : [{ files, how: 'bytes' as const }];
  return { facts: { relations: { ...NO_RELATIONS, sameSound, roughBecause: 'example' } } };
}
