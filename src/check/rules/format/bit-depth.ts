import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { groupedBy, pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'bit-depth',
  chapter: 'format',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'export-again',
  summary: '24 bit or 32 bit float',
  why: 'A quiet stem at 16 bit brings its own noise with it when it is turned up and compressed. 24 bit costs half as much space again and nothing else.',
  how: 'Set the export to 24 bit or 32 bit float, without dither and without normalising.',
  // 25 of the 55 delivery guides that were read ask for 24 bit; none for more.
  options: { minimumBits: 24 },
  followsFrom: ['bit-depth-consistent'],

  check({ opened, options }, report) {
    const shallow = opened.filter(({ header }) => header.bitDepth !== null && header.bitDepth < options.minimumBits);
    for (const { key: bits, files } of groupedBy(shallow, ({ header }) => header.bitDepth)) {
      const isAll = files.length === opened.length && files.length > 1;
      report({
        files: pathsOf(files),
        title: `${isAll ? `All ${files.length} stems` : whoIs(files)} ${files.length === 1 ? 'is' : 'are'} at ${bits} bit`,
        message: `${isAll ? `All ${files.length} stems` : stemNames(files)} ${files.length === 1 ? 'has' : 'have'} ${bits} bit a sample; ${options.minimumBits} are asked for.`,
        fix: `Export again from the session at ${options.minimumBits} bit. If the session itself runs at ${bits} bit, say so in the notes.`,
        data: { bitDepth: bits, minimumBits: options.minimumBits, stems: files.length },
        act: { phrase: `at ${options.minimumBits} bit` },
      });
    }
  },

  examples: {
    passes: [
      { when: 'stems are at 24 bit', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: 32 bit float, and a lossy file that has no depth',
        delivery: delivery(
          stem('Kick.wav', { bitDepth: 32, float: true, codec: 'float32' }),
          stem('Pad.mp3', { bitDepth: null, lossy: true }),
        ),
      },
    ],
    fails: [
      {
        when: 'all stems are at 16 bit',
        delivery: delivery(stem('Kick.wav', { bitDepth: 16 }), stem('Bass.wav', { bitDepth: 16 })),
        says: 'All 2 stems have 16 bit a sample; 24 are asked for.',
      },
    ],
  },
});
