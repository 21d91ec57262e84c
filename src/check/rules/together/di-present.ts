import type { DeliveredFile } from '../../../model/delivery.js';
import { familyOf } from '../../../model/roles.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'di-present',
  chapter: 'together',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  verb: 'send',
  summary: 'Amped bass and guitars come with their DI, where there is one',
  why: 'With the DI the mixer can bring the lows of the bass back, or play the guitar through another amplifier.',
  options: {},

  check({ stems }, report) {
    for (const family of ['bass', 'guitar'] as const) {
      const own = stems.filter(({ label }) => familyOf(label.role) === family);
      const amped = own.filter(isAmped);
      if (amped.length === 0 || own.some(isDirect)) continue;
      report({
        files: pathsOf(amped),
        title: `${whoIs(amped, 28)} ${amped.length === 1 ? 'comes' : 'come'} without a DI`,
        message: `${stemNames(amped)} ${amped.length === 1 ? 'is' : 'are'} the amplifier by name, and no DI of the ${family} lies beside ${amped.length === 1 ? 'it' : 'them'}.`,
        fix: 'Send the DI as well if it was recorded; if there is none, nothing has to be done.',
        data: { family, stems: amped.length },
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'amplifier and DI lie side by side',
        delivery: delivery(
          stem('Bass Amp.wav', { label: { role: 'bass-amp' } }),
          stem('Bass DI.wav', { label: { role: 'bass-di' } }),
        ),
      },
      {
        when: 'a near miss: a bass that does not say how it was recorded',
        delivery: delivery(stem('Bass.wav', { label: { role: 'bass' } })),
      },
    ],
    fails: [
      {
        when: 'the bass came through the amplifier alone',
        delivery: delivery(stem('Bass Amp.wav', { label: { role: 'bass-amp' } })),
        says: 'Bass Amp is the amplifier by name, and no DI of the bass lies beside it.',
      },
    ],
  },
});

function isAmped({ label }: DeliveredFile): boolean {
  return label.role === 'bass-amp' || label.mic === 'amp';
}

function isDirect({ label }: DeliveredFile): boolean {
  return label.role === 'bass-di' || label.mic === 'di';
}
