import type { DeliveredFile } from '../../../model/delivery.js';
import { counted, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { halvesOf } from './halves.js';

export default defineRule({
  id: 'lr-pair-complete',
  chapter: 'names',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names', 'header'],
  uses: ['relations'],
  verb: 'send',
  summary:
    'A left half has its right half, of equal length, where other parts of the set come as pairs; a lone "Gtr L" is one guitar panned left',
  why: 'Half of a stereo recording sounds like a mono part that was panned to one side, and nobody notices what is missing.',
  how: 'Send the other half, or one stereo file. Where it is one part that sits on one side, leave the side out of the name or say so in the notes.',
  options: {
    // One pair says that this set knows pairs at all; more lone halves than pairs is a way of naming where parts are panned.
    fewestPairs: 1,
  },

  check({ stemFiles, options }, report) {
    const used = stemFiles.filter(({ label }) => label.muted !== true);
    const { pairs, lone } = halvesOf(used);
    if (pairs.length < options.fewestPairs || lone.length > pairs.length) return;
    const hasSides = (role: string | null) => role !== null && pairs.some(({ left }) => left.label.role === role);
    // A stereo file that names a side is a part with its panning printed, no half.
    const halves = lone.filter(
      (file) => file.header?.channels !== 2 && (!isOftenPanned(file) || pairs.length > 1 || hasSides(file.label.role)),
    );
    if (halves.length === 0) return;
    const names = halves.map(({ path }) => stemName(path));
    const isOne = names.length === 1;
    report({
      files: halves.map(({ path }) => path),
      title: `${counted(names.length, 'half', 'halves')} of a stereo pair without the other`,
      message: `${listed(names)} ${isOne ? 'is one half' : 'are halves'} of a pair, and the other half is not here. ${counted(pairs.length, 'other part')} of this set ${pairs.length === 1 ? 'comes' : 'come'} with both.`,
      fix: `Send the missing half${isOne ? '' : ' of each'}, or say that ${isOne ? 'it is one part' : 'they are parts'} panned to one side.`,
      data: { halves: names, pairs: pairs.length },
      act: {
        verb: 'send',
        phrase: isOne
          ? `the ${halves[0]!.label.side === 'L' ? 'right' : 'left'} half of ${names[0]}`
          : `the missing halves of ${listed(names)}`,
        perFile: [],
      },
    });
  },

  examples: {
    passes: [
      { when: 'both halves are there', delivery: delivery(half('Piano_L.wav', 'L'), half('Piano_R.wav', 'R')) },
      {
        when: 'a near miss: one guitar on the left, in a set whose pair is the overheads',
        delivery: delivery(
          half('OH L.wav', 'L', 'overheads'),
          half('OH R.wav', 'R', 'overheads'),
          half('Gtr L.wav', 'L', 'electric-guitar'),
        ),
      },
      { when: 'no other part comes as a pair', delivery: delivery(half('Keys L.wav', 'L', 'keys'), stem('Kick.wav')) },
    ],
    fails: [
      {
        when: 'the right half of the piano is missing',
        delivery: delivery(
          half('Toms_L.wav', 'L', 'toms'),
          half('Toms_R.wav', 'R', 'toms'),
          half('Piano_L.wav', 'L', 'piano'),
        ),
        says: 'Piano_L is one half of a pair, and the other half is not here. 1 other part of this set comes with both.',
      },
    ],
  },
});

/** Guitars and voices are played twice and panned apart, and a single one to one side is nothing unusual. */
function isOftenPanned({ label }: DeliveredFile): boolean {
  const role = label.role ?? '';
  return label.isDouble || /guitar|vocal|harmony|ad-lib|choir|percussion|shaker|tambourine/.test(role);
}

function half(path: string, side: 'L' | 'R', role = 'piano'): DeliveredFile {
  return stem(path, { channels: 1, label: { side, role } });
}
