import { isNone } from '../../../model/brief.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, reference, roughMix, stem } from '../../examples.js';
import { isEmpty, placeOf } from './told.js';

export default defineRule({
  id: 'rough-mix-present',
  chapter: 'handoff',
  severity: 'error',
  item: 'rough-mix',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  uses: ['header'],
  verb: 'send',
  summary: 'One rough mix shows the intended direction',
  why: 'The rough mix is the one file in which every decision can be heard at once: how loud the voice sits, which effect belongs to the song, where it opens up. Without it a mixer guesses, and the first revision is spent on the guesses. It does not have to sound good, it has to show what is meant.',
  how: 'Bounce the session as it stands, from bar 1 to the end of the last tail, from the same start as the stems and with the chain on the mix bus left on. Put ROUGH and a version into the name: `Night Drive ROUGH v4.wav`. Where there is none on purpose, write `roughMix: "none: <why>"` into handoff.yaml.',
  options: {},

  check({ roughMixes, brief, files, stemFiles }, report) {
    if (roughMixes.length > 0 || isEmpty(files)) return;
    if (brief.roughMix.some(({ value }) => isNone(value))) return;
    const named = brief.roughMix.find(({ value }) => !isNone(value));
    const promise =
      named === undefined
        ? `No file calls itself a rough mix${stemFiles.length === 0 ? '' : ', and none outside the stems is as long as they are'}.`
        : `${placeOf(named)}, names ${String(named.value)}, and it is not in the folder.`;
    report({
      files: [],
      title: 'There is no rough mix',
      message: `There is no rough mix. ${promise}`,
      fix: 'Bounce the session as it stands from the start of the stems to the last tail, and name it with ROUGH and a version.',
      data: { named: named === undefined ? null : String(named.value) },
      act: { verb: 'send', phrase: 'a rough mix' },
    });
  },

  examples: {
    passes: [
      {
        when: 'one is there',
        delivery: delivery(stem('Kick.wav'), roughMix('Night Drive ROUGH v4.wav')),
      },
      {
        when: 'a near miss: there is none, and the brief says why',
        delivery: delivery(stem('Kick.wav'), brief({ roughMix: { none: 'it was tracked yesterday' } })),
      },
    ],
    fails: [
      {
        when: 'only stems and a reference were sent',
        delivery: delivery(stem('Kick.wav'), reference('References/Other Song.mp3')),
        says: 'There is no rough mix. No file calls itself a rough mix, and none outside the stems is as long as they are.',
      },
      {
        when: 'the brief names one that did not come along',
        delivery: delivery(stem('Kick.wav'), brief({ roughMix: 'bounce 12.wav' })),
        says: 'There is no rough mix. handoff.yaml, line 1, names bounce 12.wav, and it is not in the folder.',
      },
    ],
  },
});
