import { stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { compared } from '../../in-rough.js';

export default defineRule({
  id: 'effects-not-delivered',
  chapter: 'together',
  severity: 'info',
  item: 'creative-effects',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['relations'],
  verb: 'nothing',
  summary: 'Effects heard in the rough mix and in no stem: printed, or left to the mixer',
  why: 'The rough mix has a space that the stems do not have. If it belongs to the song, it should come along; if not, the mixer builds one.',
  standsOn:
    'Held-out mixes of 20 s: claimed in none of 40 without effects of their own, EQ, limiting and MP3 among them, and in 23 of 24 with.',
  options: {},
  followsFrom: ['rough-other-version'],

  check({ delivery }, report) {
    const { rough } = delivery.relations;
    if (rough === null || !rough.diffuse || rough.agreement === 'none') return;
    report({
      files: [rough.roughMix],
      title: 'The rough mix has effects that no stem holds',
      message: `What ${stemName(rough.roughMix)} holds beyond the stems follows them closely, as reverb or delay does.`,
      fix: 'Print the effect returns that belong to the song, or leave the space to the mixer.',
      data: { share: rough.unexplained?.share ?? null, nullDb: rough.nullDb },
    });
  },

  examples: {
    passes: [
      {
        when: 'the stems explain the rough mix',
        delivery: delivery(stem('Vox.wav'), roughMix('Rough.wav'), compared([{ path: 'Vox.wav', kind: 'aligned' }])),
      },
      {
        when: 'a near miss: what is left stands at one place, as a missing part does',
        delivery: delivery(
          stem('Vox.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Vox.wav', kind: 'aligned' }], { unexplained: { share: 0.1, spans: [], levelDb: -14 } }),
        ),
      },
    ],
    fails: [
      {
        when: 'a reverb of the mix bus is in no stem',
        delivery: delivery(
          stem('Vox.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Vox.wav', kind: 'aligned' }], { diffuse: true }),
        ),
        says: 'What Rough holds beyond the stems follows them closely, as reverb or delay does.',
      },
    ],
  },
});
