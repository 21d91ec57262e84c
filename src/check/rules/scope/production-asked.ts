import type { Ask, Stage, Statement } from '../../../model/brief.js';
import { counted } from '../../../model/units.js';
import { defineRule, type Reported } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { filesOf, isAgreed, openAsks, quotedAsks } from './agreed.js';

const STAGES: readonly Stage[] = ['writing', 'production', 'recording'];

export default defineRule({
  id: 'production-asked',
  chapter: 'scope',
  severity: 'warning',
  item: 'scope',
  owners: ['artist'],
  stage: 'production',
  needs: ['brief'],
  verb: 'agree',
  summary: 'A wish in the notes that changes the song (replace, rewrite, new part) belongs to production',
  why: 'Another snare, a new part or other words change the song itself. A mix can carry them out only when they are part of the job, and decided.',
  how: 'Have it done before the mix and send the result, or agree on it as part of the job: `scope: [mix, production]`, or `sample-replacement` for a drum sound.',
  options: {},

  check({ brief }, report) {
    if (isAgreed(brief, 'production')) return;
    const asks = openAsks(brief, STAGES);
    // The earliest stage is the one that has to be finished first.
    const stage = STAGES.find((one) => asks.some(({ value }) => value.stage === one));
    if (stage === undefined) return;
    if (stage === 'recording') {
      report(stillToRecord(asks));
      return;
    }
    const isOne = asks.length === 1;
    report({
      files: filesOf(asks),
      stage,
      title: `${counted(asks.length, 'wish', 'wishes')} ${isOne ? 'changes' : 'change'} the song`,
      message: `The notes ask for ${isOne ? 'something that changes' : `${asks.length} things that change`} the song: ${quotedAsks(asks)}. That is ${stage}, not mixing.`,
      fix: `Settle ${isOne ? 'it' : 'them'} before the mix starts, or agree on ${isOne ? 'it' : 'them'} as part of the job: scope: [mix, production]`,
      data: { asks: asks.map(({ value }) => value) },
      act: {
        verb: 'agree',
        phrase: `who carries out the ${isOne ? 'wish' : `${asks.length} wishes`} that ${isOne ? 'changes' : 'change'} the song`,
      },
    });
  },

  examples: {
    passes: [
      {
        when: 'the notes ask for sound only',
        delivery: delivery(
          stem('Kick.wav'),
          brief({ asks: { quote: 'Make the vocal brighter', stage: 'mixing', owner: 'mixing-engineer' } }),
        ),
      },
      {
        when: 'a near miss: another snare is asked for, and sample replacement is part of the job',
        delivery: delivery(
          stem('Kick.wav'),
          brief({
            asks: {
              quote: 'Replace the snare',
              stage: 'production',
              owner: 'producer',
              mixIf: 'sample replacement is in scope',
            },
            job: ['mix', 'sample-replacement'],
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'another snare is asked for',
        delivery: delivery(
          stem('Kick.wav'),
          brief({
            asks: {
              quote: 'Replace the snare',
              stage: 'production',
              owner: 'producer',
              mixIf: 'sample replacement is in scope',
            },
            job: 'mix',
          }),
        ),
        says: 'The notes ask for something that changes the song: "Replace the snare" (handoff.yaml, line 1). That is production, not mixing.',
      },
      {
        when: 'the vocal is still to come',
        delivery: delivery(
          stem('Kick.wav'),
          brief({ asks: { quote: 'The vocal is recorded next week', stage: 'recording', owner: 'producer' } }),
        ),
        says: 'The notes speak of something still to be recorded: "The vocal is recorded next week" (handoff.yaml, line 1). That is recording, not mixing.',
      },
    ],
  },
});

function stillToRecord(asks: readonly Statement<Ask>[]): Reported {
  const isOne = asks.length === 1;
  return {
    files: filesOf(asks),
    stage: 'recording',
    title: 'The notes speak of new recordings',
    message: `The notes speak of ${isOne ? 'something' : `${asks.length} things`} still to be recorded: ${quotedAsks(asks)}. That is recording, not mixing.`,
    fix: `Record ${isOne ? 'it' : 'them'} and send ${isOne ? 'it' : 'them'} before the mix starts, or agree on a day by which all of it is there.`,
    data: { asks: asks.map(({ value }) => value) },
    act: { verb: 'agree', phrase: 'who records what the notes speak of, and by when' },
  };
}
