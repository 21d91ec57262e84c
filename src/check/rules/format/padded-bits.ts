import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { type MeasuredFile, soundingFiles } from '../../measured.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'padded-bits',
  chapter: 'format',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'A 24-bit file does not hold 16-bit sound',
  why: 'Nothing can be won back, but the mixer knows that the noise of 16 bit is in it. Often a sample or an old bounce is the source.',
  standsOn:
    'Fires on 1 of 453 real 24-bit files, rightly; 16 bits in 24 are found in 120 of 120 tries, and in 73 to 98 % after a gain.',
  options: { unusedBits: 4, latticeCodes: 8 },
  followsFrom: ['bit-depth'],

  check({ opened, options }, report) {
    const padded = soundingFiles(opened).filter((file) => isPadded(file, options.unusedBits, options.latticeCodes));
    if (padded.length === 0) return;
    const isOne = padded.length === 1;
    const used = padded.flatMap(({ measured, header }) =>
      measured.usedBits !== null && measured.usedBits <= header.bitDepth! - options.unusedBits
        ? [measured.usedBits]
        : [],
    );
    const depth = padded[0]!.header.bitDepth;
    report({
      files: pathsOf(padded),
      title: `${whoIs(padded, 26)} ${isOne ? 'is' : 'are'} ${depth} bit, of sound that was coarser`,
      message: `${stemNames(padded)} ${isOne ? 'is' : 'are'} stored at ${depth} bit, and the sound in ${isOne ? 'it' : 'them'} ${stepWords(used, padded)}.`,
      fix: 'Leave it if the sound was made so; else export from the session without a 16-bit step between.',
      data: {
        usedBits: padded.map(({ measured }) => measured.usedBits),
        stepCodes: padded.map(({ measured }) => measured.latticeStep),
      },
    });
  },

  examples: {
    passes: [
      { when: 'all 24 bits are used', delivery: delivery(stem('Kick.wav', { measured: {} })) },
      {
        when: 'a near miss: a 16-bit file uses its 16 bits',
        delivery: delivery(stem('Kick.wav', { bitDepth: 16, measured: { usedBits: 16 } })),
      },
    ],
    fails: [
      {
        when: '16 bits lie in 24',
        delivery: delivery(stem('Kick.wav', { measured: { usedBits: 16 } })),
        says: 'Kick is stored at 24 bit, and the sound in it uses 16 of these.',
      },
      {
        when: '16 bits were turned down and stored as 24',
        delivery: delivery(stem('Pad.wav', { measured: { latticeStep: 17 } })),
        says: 'Pad is stored at 24 bit, and the sound in it uses one in 17 of the steps that there are, as 16-bit sound does after a change of level.',
      },
    ],
  },
});

function isPadded({ header, measured }: MeasuredFile, unusedBits: number, latticeCodes: number): boolean {
  if (header.float || header.bitDepth === null || header.bitDepth < 24 || header.lossy) return false;
  if (measured.usedBits !== null && measured.usedBits <= header.bitDepth - unusedBits) return true;
  return measured.latticeStep !== null && measured.latticeStep >= latticeCodes;
}

/** Unused low bits say how many there were; a grid of wider steps remains of 16 bits that were turned down. */
function stepWords(used: readonly number[], files: readonly MeasuredFile[]): string {
  if (used.length > 0) return `uses ${Math.min(...used)} of these`;
  const steps = files.map(({ measured }) => measured.latticeStep ?? 1);
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  return `uses one in ${least === most ? least : `${least} to ${most}`} of the steps that there are, as 16-bit sound does after a change of level`;
}
