import { fileName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';

export default defineRule({
  id: 'rough-lossy',
  chapter: 'format',
  severity: 'info',
  item: 'rough-mix',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'send',
  summary: 'The rough mix is lossless, so that it can be held against the stems',
  why: 'A lossy rough mix is fine to listen to. Held against the stems it is less exact: its codec shifts and blurs what is compared.',
  how: 'Bounce the rough mix as WAV from the same session, from bar 1.',
  options: {},

  check({ roughMix }, report) {
    if (roughMix === null || !roughMix.header.lossy) return; // rough-mix-present speaks of none
    report({
      files: [roughMix.path],
      title: 'The rough mix is lossy',
      message: `${fileName(roughMix.path)} is stored with a lossy codec (${roughMix.header.codec.toUpperCase()}). It shows the direction, and is less exact to compare with.`,
      fix: 'Send it as WAV if it is at hand; nothing waits for it.',
      data: { codec: roughMix.header.codec },
      act: { phrase: 'the rough mix as WAV', perFile: [] },
    });
  },

  examples: {
    passes: [
      { when: 'the rough mix is WAV', delivery: delivery(stem('Kick.wav'), roughMix('Rough.wav')) },
      {
        when: 'a near miss: it lies there as MP3 and as WAV',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.mp3', { container: 'mp3', codec: 'mp3', lossy: true, bitDepth: null }),
          roughMix('Rough.wav'),
        ),
      },
    ],
    fails: [
      {
        when: 'the only rough mix is an MP3',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.mp3', { container: 'mp3', codec: 'mp3', lossy: true, bitDepth: null }),
        ),
        says: 'Rough.mp3 is stored with a lossy codec (MP3). It shows the direction, and is less exact to compare with.',
      },
    ],
  },
});
