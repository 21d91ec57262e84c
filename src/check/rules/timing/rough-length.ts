import { formatSeconds, formatSpan } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { lengthsOf, setLength } from '../../stem-lengths.js';

export default defineRule({
  id: 'rough-length',
  chapter: 'timing',
  severity: 'warning',
  item: 'rough-mix',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'send',
  summary: 'The rough mix is as long as the stems',
  why: 'A rough mix of another length shows another arrangement, and the mixer cannot know which one is meant.',
  how: 'Bounce the rough mix again from the session from which the stems were exported, from bar 1 to the last tail.',
  // A fade or a tail makes an honest rough mix a little longer; a missing section
  // is never shorter than this, one 4/4 bar at 60 BPM.
  options: { toleratedSeconds: 4 },
  followsFrom: ['truncated-file'],

  check({ roughMix, stems, options }, report) {
    if (roughMix?.header.seconds == null) return; // rough-mix-present speaks of none
    const lengths = stems.flatMap(({ header }) => header.seconds ?? []);
    if (lengths.length === 0) return cannotTell('there are no stems to hold the rough mix against', [roughMix.path]);
    const stemSeconds = Math.max(...lengths);
    const roughSeconds = roughMix.header.seconds;
    // One stem that runs on is no arrangement: the rough mix may be as long as most stems or as the longest.
    const mostSeconds = setLength(lengthsOf(stems), options.toleratedSeconds) ?? stemSeconds;
    const isLongEnough = roughSeconds >= mostSeconds - options.toleratedSeconds;
    if (isLongEnough && roughSeconds <= stemSeconds + options.toleratedSeconds) return;
    const isShorter = roughSeconds < stemSeconds;
    report({
      files: [roughMix.path],
      title: `The rough mix is ${formatSpan(Math.abs(roughSeconds - stemSeconds))} ${isShorter ? 'shorter' : 'longer'} than the stems`,
      message: `The rough mix lasts ${formatSeconds(roughSeconds)}, the longest stem ${formatSeconds(stemSeconds)}.`,
      fix: 'Send a rough mix of the arrangement that the stems hold, or say which of the two is right.',
      data: { roughSeconds, stemSeconds },
      act: { phrase: 'a rough mix as long as the stems, or say which length is right', perFile: [] },
    });
  },

  examples: {
    passes: [
      { when: 'both last equally long', delivery: delivery(stem('Kick.wav'), roughMix('Rough.wav')) },
      {
        when: 'one stem runs on after the song',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Bass.wav'),
          stem('Pad.wav', { seconds: 230 }),
          roughMix('Rough.wav', { seconds: 201 }),
        ),
      },
      {
        when: 'a near miss: the rough mix fades two seconds longer',
        delivery: delivery(stem('Kick.wav', { seconds: 200 }), roughMix('Rough.wav', { seconds: 202 })),
      },
    ],
    fails: [
      {
        when: 'the rough mix is of a shorter edit',
        delivery: delivery(stem('Kick.wav', { seconds: 200 }), roughMix('Rough.wav', { seconds: 165 })),
        says: 'The rough mix lasts 2:45, the longest stem 3:20.',
      },
    ],
  },
});
