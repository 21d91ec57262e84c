import { listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { placeOf, quoted } from '../handoff/told.js';
import { filesOf, isAgreed } from './agreed.js';

export default defineRule({
  id: 'comping-asked',
  chapter: 'scope',
  severity: 'warning',
  item: 'takes-chosen',
  owners: ['producer'],
  stage: 'editing',
  needs: ['brief'],
  verb: 'agree',
  summary: '"Use what sounds best" asks the mixer to comp: agree on it as part of the job, or choose',
  why: 'Choosing takes is production and editing work. It can be part of the job, with its own time and price, when both sides know of it before the mix starts.',
  how: 'Choose the takes and leave the others out, or agree on it and write `takes: open` and `scope: [mix, comping]`.',
  options: {},

  check({ brief }, report) {
    if (isAgreed(brief, 'comping')) return;
    const open = brief.takes.filter(({ value }) => value === 'open');
    if (open.length === 0) return;
    report({
      files: filesOf(open),
      title: 'The choice of takes is left to the mixer',
      message: `The notes leave the choice of takes to the mixer: ${listed(open.map((one) => `${quoted(one.quote)} (${placeOf(one)})`))}. Comping is not part of the agreed job.`,
      fix: 'Choose the takes before sending and let the notes say so instead, or agree on comping as part of the job and write it down: scope: [mix, comping]',
      data: { quotes: open.map(({ quote }) => quote) },
      act: {
        verb: 'agree',
        phrase: 'that comping is part of the job, or choose the takes and let the notes say so instead',
      },
    });
  },

  examples: {
    passes: [
      { when: 'the takes are chosen', delivery: delivery(stem('Kick.wav'), brief({ takes: 'chosen' })) },
      {
        when: 'a near miss: they are open, and comping is part of the job',
        delivery: delivery(stem('Kick.wav'), brief({ takes: 'open', job: ['mix', 'comping'] })),
      },
    ],
    fails: [
      {
        when: 'the mixer shall use what sounds best',
        delivery: delivery(
          stem('Kick.wav'),
          brief({}, { takes: [{ value: 'open', file: 'notes.txt', line: 1, quote: 'just use what sounds best' }] }),
        ),
        says: 'The notes leave the choice of takes to the mixer: "just use what sounds best" (notes.txt, line 1). Comping is not part of the agreed job.',
      },
    ],
  },
});
