import { formatCount, formatDb } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { measuredFiles } from '../../measured.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'float-over-zero',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'Float files over 0 dBFS are harmless in float, and clip when converted',
  why: 'In 32 bit float nothing is lost above 0 dBFS. Whoever converts the file to 24 bit without turning it down cuts these tops off.',
  options: {},

  check({ opened }, report) {
    const over = measuredFiles(opened).filter(({ header, measured }) => header.float && measured.badSamples.overs > 0);
    if (over.length === 0) return;
    const isOne = over.length === 1;
    const peak = Math.max(...over.flatMap(({ measured }) => measured.peakDbfs ?? []));
    const overs = over.reduce((sum, { measured }) => sum + measured.badSamples.overs, 0);
    report({
      files: pathsOf(over),
      title: `${whoIs(over)} ${isOne ? 'goes' : 'go'} over 0 dBFS, in float`,
      message: `${stemNames(over)} ${isOne ? 'reaches' : 'reach up to'} ${formatDb(peak, 'dBFS')} (${formatCount(overs)} samples over 0). In float nothing is lost.`,
      fix: 'Keep the files in float, or turn them down before converting.',
      data: { overs: over.map(({ measured }) => measured.badSamples.overs), peakDbfs: peak },
    });
  },

  examples: {
    passes: [
      {
        when: 'a float file stays below',
        delivery: delivery(stem('Bass.wav', { float: true, bitDepth: 32, measured: {} })),
      },
      {
        when: 'a near miss: a 24-bit file touches 0 dBFS',
        delivery: delivery(stem('Bass.wav', { measured: { peakDbfs: 0 } })),
      },
    ],
    fails: [
      {
        when: 'a float file goes 6 dB over',
        delivery: delivery(
          stem('Bass.wav', {
            float: true,
            bitDepth: 32,
            measured: { peakDbfs: 6, badSamples: { nan: 0, infinite: 0, huge: 0, denormal: 0, overs: 1200 } },
          }),
        ),
        says: 'Bass reaches +6.0 dBFS (1,200 samples over 0). In float nothing is lost.',
      },
    ],
  },
});
