import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { placeOf, quoted } from '../handoff/told.js';
import { wordsOf } from '../names/name-words.js';
import { filesOf, isAgreed, openAsks } from './agreed.js';

/** Words that turn a sentence about mastering into "not here", without accents. */
const NOT = new Set(
  'no not don dont without never none nobody kein keine keinen nicht ohne pas sans ni sin nada sem nao non senza only nur solo seulement apenas somente'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'mastering-asked',
  chapter: 'scope',
  severity: 'info',
  item: 'scope',
  owners: ['artist'],
  stage: 'mastering',
  needs: ['brief'],
  verb: 'agree',
  summary: 'Mastering asked for, or release formats, and not in the agreed scope',
  why: 'A mix leaves room for mastering, a release does not. Who does it decides what is delivered.',
  how: 'Agree on it: `scope: [mix, master]`, or name who masters.',
  options: {},

  check({ brief }, report) {
    if (isAgreed(brief, 'master')) return;
    const asks = openAsks(brief, ['mastering'])
      .map((ask) => ({ ...ask, quote: ask.value.quote }))
      .filter(({ quote }) => !wordsOf(quote).some((word) => NOT.has(word)));
    const versions = brief.deliverables.filter(({ value }) => value === 'master');
    const [first] = [...asks, ...versions];
    if (first === undefined) return;
    report({
      files: filesOf([...asks, ...versions]),
      title: 'Mastering is asked for, not agreed',
      message: `Mastering is asked for: ${quoted(first.quote)} (${placeOf(first)}). It is not part of the agreed job.`,
      fix: 'Agree on who masters, and write it down: scope: [mix, master]',
      data: { quotes: [...asks, ...versions].map(({ quote }) => quote) },
      act: { verb: 'agree', phrase: 'who masters' },
    });
  },

  examples: {
    passes: [
      {
        when: 'it is part of the job',
        delivery: delivery(stem('Kick.wav'), brief({ job: ['mix', 'master'], deliverables: ['main', 'master'] })),
      },
      {
        when: 'a near miss: the notes name mastering to rule it out',
        delivery: delivery(
          stem('Kick.wav'),
          brief({
            asks: {
              quote: 'Do not master it, the label has its own engineer',
              stage: 'mastering',
              owner: 'mastering-engineer',
            },
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'it shall be ready for release',
        delivery: delivery(
          stem('Kick.wav'),
          brief({
            asks: { quote: 'Make it as loud as the other songs', stage: 'mastering', owner: 'mastering-engineer' },
            job: 'mix',
          }),
        ),
        says: 'Mastering is asked for: "Make it as loud as the other songs" (handoff.yaml, line 1). It is not part of the agreed job.',
      },
    ],
  },
});
