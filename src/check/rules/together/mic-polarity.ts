import type { DeliveredFile } from '../../../model/delivery.js';
import { listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { compared } from '../../in-rough.js';

/** Microphones that are set up on one source. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['kick-in', 'kick-out'],
  ['kick', 'kick-out'],
  ['kick', 'kick-in'],
  ['kick', 'kick-sub'],
  ['snare-top', 'snare-bottom'],
  ['snare', 'snare-bottom'],
  ['bass-di', 'bass-amp'],
];

export default defineRule({
  id: 'mic-polarity',
  chapter: 'together',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['relations'],
  uses: ['names'],
  verb: 'nothing',
  summary: 'Two microphones on one source do not cancel',
  why: 'Snare top and bottom, kick in and out: with opposite signs they take the body out of each other. The mixer flips one; it is good to know.',
  options: {},
  followsFrom: ['stem-polarity'],

  check({ delivery, stems }, report) {
    const byPath = new Map(stems.map((file) => [file.path, file]));
    const against = delivery.relations.twins.flatMap(({ a, b, inverted, lagFrames }) => {
      const [one, other] = [byPath.get(a), byPath.get(b)];
      return inverted === true && one !== undefined && other !== undefined && areOnOneSource(one, other)
        ? [{ one, other, lagFrames }]
        : [];
    });
    for (const { one, other, lagFrames } of against) {
      const names = listed([stemName(one.path), stemName(other.path)]);
      report({
        files: [one.path, other.path],
        title: names.length <= 34 ? `${names} pull against each other` : 'Two microphones pull against each other',
        message: `${names} hold one performance with opposite signs${lagFrames === 0 ? '' : `, ${Math.abs(lagFrames)} frames apart`}: together they lose body.`,
        fix: 'Leave them; the mixer can flip one. If the flip was meant for the export, export again with it.',
        data: { lagFrames },
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'top and bottom have one sign',
        delivery: delivery(mic('Sn Top', 'snare-top'), mic('Sn Btm', 'snare-bottom'), compared([], {}, twins(false))),
      },
      {
        when: 'a near miss: two other parts with opposite signs',
        delivery: delivery(mic('Sn Top', 'synth'), mic('Sn Btm', 'pad'), compared([], {}, twins(true))),
      },
    ],
    fails: [
      {
        when: 'top and bottom have opposite signs',
        delivery: delivery(mic('Sn Top', 'snare-top'), mic('Sn Btm', 'snare-bottom'), compared([], {}, twins(true))),
        says: 'Sn Top and Sn Btm hold one performance with opposite signs, 12 frames apart: together they lose body.',
      },
    ],
  },
});

function mic(name: string, role: string): DeliveredFile {
  return stem(`${name}.wav`, { label: { role } });
}

function twins(inverted: boolean) {
  return {
    twins: [
      {
        a: 'Sn Top.wav',
        b: 'Sn Btm.wav',
        kind: 'same-performance' as const,
        lagFrames: 12,
        gainDb: null,
        inverted,
        nullDb: null,
      },
    ],
  };
}

function areOnOneSource({ label: a }: DeliveredFile, { label: b }: DeliveredFile): boolean {
  return PAIRS.some(([one, other]) => (a.role === one && b.role === other) || (a.role === other && b.role === one));
}
