import type { OpenedFile } from '../../../model/delivery.js';
import { counted, formatSeconds } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'bwf-timestamp',
  chapter: 'timing',
  severity: 'off',
  strict: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'export-again',
  summary: 'Time stamps, where there are any, agree',
  why: 'A DAW can place files by their time stamp. Stamps that differ then pull stems apart that lie in place when they are laid at the start.',
  options: { toleratedSeconds: 0.001 },
  followsFrom: ['same-start'],

  check({ opened, options }, report) {
    const stamped = opened.filter(({ header }) => header.originFrame !== undefined);
    if (stamped.length < 2) return;
    const main = commonStamp(stamped, options.toleratedSeconds);
    const odd = stamped.filter((file) => Math.abs(originSeconds(file) - main) > options.toleratedSeconds);
    if (odd.length === 0) return;
    const isOne = odd.length === 1;
    report({
      files: pathsOf(odd),
      title: `${whoIs(odd)} ${isOne ? 'has' : 'have'} another time stamp than the set`,
      message: `${stemNames(odd)} ${isOne ? 'is' : 'are'} stamped ${formatSeconds(originSeconds(odd[0]!))}${isOne ? '' : ' and so on'}, ${counted(stamped.length - odd.length, 'stem')} ${formatSeconds(main)} after midnight.`,
      fix: 'Lay the stems at one start by hand, or export them again in one run.',
      data: { setSeconds: main, seconds: odd.map(originSeconds) },
      act: { phrase: 'in one run' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the stamps agree',
        delivery: delivery(stem('Kick.wav', { originFrame: 48_000 }), stem('Bass.wav', { originFrame: 48_000 })),
      },
      {
        when: 'a near miss: one stem has a stamp, the other none',
        delivery: delivery(stem('Kick.wav', { originFrame: 48_000 }), stem('Bass.wav')),
      },
    ],
    fails: [
      {
        when: 'one of three is stamped an hour later',
        delivery: delivery(
          stem('Kick.wav', { originFrame: 0 }),
          stem('Bass.wav', { originFrame: 0 }),
          stem('Pad.wav', { originFrame: 172_800_000 }),
        ),
        says: 'Pad is stamped 60:00, 2 stems 0:00 after midnight.',
      },
    ],
  },
});

function originSeconds({ header }: OpenedFile): number {
  return header.originFrame! / header.sampleRate;
}

function commonStamp(stamped: readonly OpenedFile[], toleratedSeconds: number): number {
  const counts = stamped.map((file) => {
    const seconds = originSeconds(file);
    const alike = stamped.filter((other) => Math.abs(originSeconds(other) - seconds) <= toleratedSeconds).length;
    return { seconds, alike };
  });
  return counts.reduce((a, b) => (b.alike > a.alike ? b : a)).seconds;
}
