import type { OpenedFile } from '../../../model/delivery.js';
import { counted, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { groupedBy, pathsOf, stemNames, whoIs } from '../../set-words.js';

/** From here up a depth is as good as any other: 24 bit beside 32 bit float is normal. */
const FULL_BITS = 24;

export default defineRule({
  id: 'bit-depth-consistent',
  chapter: 'format',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'export-again',
  summary: 'One bit depth for all stems; 24 bit beside 32 bit float is no finding; one finding for the set',
  why: 'Stems of one export have one depth. One that is shallower came from somewhere else: an old bounce, a sample, a converter.',
  how: 'Export the named stems again in the same run and with the same settings as the others.',
  options: {},

  check({ opened }, report) {
    const groups = groupedBy(
      opened.filter(({ header }) => header.bitDepth !== null),
      depthClass,
    );
    if (groups.length < 2) return;
    const deepest = groups.reduce((a, b) => (b.key > a.key ? b : a));
    const shallow = groups.filter((group) => group !== deepest).flatMap(({ files }) => files);
    const bits = [...new Set(shallow.map(({ header }) => header.bitDepth!))].sort((a, b) => a - b);
    const isOne = shallow.length === 1;
    const setBits = Math.min(...deepest.files.map(({ header }) => header.bitDepth!));
    report({
      files: pathsOf(shallow),
      title: `${whoIs(shallow)} ${isOne ? 'is' : 'are'} at ${bitsWords(bits)} bit, the rest at ${setBits}`,
      message: `${stemNames(shallow)} ${isOne ? 'has' : 'have'} ${bitsWords(bits)} bit a sample, ${deepest.files.length === 1 ? 'one stem has' : `${counted(deepest.files.length, 'stem')} have`} ${setBits}.`,
      fix: `Export ${isOne ? 'it' : 'them'} again from the session at ${setBits} bit.`,
      data: { bitDepths: bits, setBits, stems: shallow.length, others: deepest.files.length },
      act: {
        phrase: `at ${setBits} bit`,
        perFile: shallow.map(({ path, header }) => ({
          path,
          remark: `at ${setBits} bit instead of ${header.bitDepth}`,
        })),
      },
    });
  },

  examples: {
    passes: [
      { when: 'all stems have one depth', delivery: delivery(stem('Kick.wav'), stem('Bass.wav')) },
      {
        when: 'a near miss: 24 bit beside 32 bit float',
        delivery: delivery(stem('Kick.wav'), stem('Bass.wav', { bitDepth: 32, float: true })),
      },
    ],
    fails: [
      {
        when: 'one of three is at 16 bit',
        delivery: delivery(stem('Kick.wav'), stem('Bass.wav'), stem('Hats.wav', { bitDepth: 16 })),
        says: 'Hats has 16 bit a sample, 2 stems have 24.',
      },
    ],
  },
});

/** "8 and 16", "1 to 20". */
function bitsWords(bits: readonly number[]): string {
  return bits.length > 3 ? `${bits[0]} to ${bits.at(-1)}` : listed(bits.map(String));
}

function depthClass({ header }: OpenedFile): number {
  return Math.min(header.bitDepth!, FULL_BITS);
}
