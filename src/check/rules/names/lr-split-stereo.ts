import type { DeliveredFile } from '../../../model/delivery.js';
import { counted, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { halvesOf } from './halves.js';

export default defineRule({
  id: 'lr-split-stereo',
  chapter: 'names',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  uses: ['relations'],
  verb: 'nothing',
  summary: 'One stereo performance in two mono files: say so, or send it as stereo',
  why: 'Two mono files on two tracks get two equalisers and two faders. A mixer who knows that they are one stereo part joins them first.',
  how: 'Nothing has to be done. Exported as stereo, such a part is one file instead of two.',
  options: {},

  check({ stemFiles }, report) {
    const { pairs } = halvesOf(stemFiles.filter(({ label }) => label.muted !== true));
    const split = pairs.filter(({ left, right }) => isOneSource(left) && isMono(left) && isMono(right));
    if (split.length === 0) return;
    const isOne = split.length === 1;
    report({
      files: split.flatMap(({ left, right }) => [left.path, right.path]),
      title: `${counted(split.length, 'stereo part')} in two mono files${isOne ? '' : ' each'}`,
      message: `${listed(split.map(({ left }) => stemName(left.path)))} and ${isOne ? 'its right half are one stereo part' : `their right halves are ${split.length} stereo parts`}, in two mono files${isOne ? '' : ' each'}. Nothing is missing.`,
      fix: 'Import them as stereo tracks. Next time they can be exported as one stereo file each.',
      data: { pairs: split.length },
      act: { verb: 'nothing', phrase: '' },
    });
  },

  examples: {
    passes: [
      { when: 'the part is one stereo file', delivery: delivery(stem('Piano.wav')) },
      {
        when: 'a near miss: two guitars, played twice and panned apart, are two parts',
        delivery: delivery(half('Gtr L.wav', 'L', 'electric-guitar'), half('Gtr R.wav', 'R', 'electric-guitar')),
      },
    ],
    fails: [
      {
        when: 'a piano came as two mono files',
        delivery: delivery(half('Piano_L.wav', 'L', 'piano'), half('Piano_R.wav', 'R', 'piano')),
        says: 'Piano_L and its right half are one stereo part, in two mono files. Nothing is missing.',
      },
    ],
  },
});

/** Guitars and voices are doubled, one performance a side; a kit, a piano or a synth is one. */
function isOneSource({ label }: DeliveredFile): boolean {
  return label.role !== null && !label.isDouble && !/guitar|vocal|harmony|ad-lib|choir/.test(label.role);
}

function isMono({ header }: DeliveredFile): boolean {
  return header === undefined || header.channels === 1;
}

function half(path: string, side: 'L' | 'R', role: string): DeliveredFile {
  return stem(path, { channels: 1, label: { side, role } });
}
