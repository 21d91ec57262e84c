import type { Ask, JobPart, Statement } from '../../../model/brief.js';
import { counted } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { wordsOf } from '../names/name-words.js';
import { filesOf, isAgreed, openAsks, quotedAsks } from './agreed.js';

/** How a wish names a part of the job that has its own word in handoff.yaml; beginnings of words, without accents. */
const NAMED_BY: readonly (readonly [JobPart, readonly string[]])[] = [
  ['tuning', ['tun', 'pitch', 'melodyne', 'autotune', 'intonation', 'stimm', 'accord', 'afin', 'inton']],
  ['comping', ['comp']],
  ['sample-replacement', ['sample', 'trigger', 'replac']],
];

export default defineRule({
  id: 'editing-asked',
  chapter: 'scope',
  severity: 'warning',
  item: 'scope',
  owners: ['editor'],
  stage: 'editing',
  needs: ['brief'],
  verb: 'agree',
  summary: 'Tuning, timing, noise rescue or sample replacement asked for and not in the agreed scope',
  why: 'A fade or a breath is part of a mix. Tuning a lead, moving drums to a grid or rescuing a recording is a stage of its own, with its own time.',
  how: 'Have it done before the mix and send the result, or agree on it: `scope: [mix, tuning]`, `scope: [mix, editing]`.',
  options: {},

  check({ brief }, report) {
    if (isAgreed(brief, 'editing')) return;
    const asks = openAsks(brief, ['editing']).filter((ask) => !isAgreed(brief, ...partsOf(ask)));
    if (asks.length === 0) return;
    const isOne = asks.length === 1;
    report({
      files: filesOf(asks),
      title: `${counted(asks.length, 'wish', 'wishes')} for editing ${isOne ? 'is' : 'are'} not in the job`,
      message: `The notes ask for editing: ${quotedAsks(asks)}. ${isOne ? 'It is' : 'They are'} not part of the agreed job.`,
      fix: `Have ${isOne ? 'it' : 'them'} done before the mix, or agree on ${isOne ? 'it' : 'them'} and write it down: scope: [mix, editing]`,
      data: { asks: asks.map(({ value }) => value) },
      act: { verb: 'agree', phrase: `who does the editing that the notes ask for` },
    });
  },

  examples: {
    passes: [
      {
        when: 'nothing of the kind is asked',
        delivery: delivery(
          stem('Kick.wav'),
          brief({ asks: { quote: 'De-ess the lead a little', stage: 'mixing', owner: 'mixing-engineer' } }),
        ),
      },
      {
        when: 'a near miss: tuning is asked for and is part of the job',
        delivery: delivery(
          stem('Kick.wav'),
          brief({
            asks: { quote: 'Please tune the lead vocal', stage: 'editing', owner: 'editor' },
            job: ['mix', 'tuning'],
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'tuning is asked for, and the job is the mix',
        delivery: delivery(
          stem('Kick.wav'),
          brief({ asks: { quote: 'Please tune the lead vocal', stage: 'editing', owner: 'editor' }, job: 'mix' }),
        ),
        says: 'The notes ask for editing: "Please tune the lead vocal" (handoff.yaml, line 1). It is not part of the agreed job.',
      },
      {
        when: 'timing is asked for, and only tuning is agreed',
        delivery: delivery(
          stem('Kick.wav'),
          brief({
            asks: { quote: 'Tighten the drums to the grid', stage: 'editing', owner: 'editor' },
            job: ['mix', 'tuning'],
          }),
        ),
        says: 'The notes ask for editing: "Tighten the drums to the grid" (handoff.yaml, line 1). It is not part of the agreed job.',
      },
    ],
  },
});

function partsOf({ value }: Statement<Ask>): JobPart[] {
  const words = wordsOf(value.quote);
  return NAMED_BY.filter(([, starts]) => words.some((word) => starts.some((start) => word.startsWith(start)))).map(
    ([part]) => part,
  );
}
