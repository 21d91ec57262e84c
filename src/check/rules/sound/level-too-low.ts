import { formatDb } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { soundingFiles } from '../../measured.js';
import { isAmbience, isDrum } from '../../part-habits.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'level-too-low',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'export-again',
  summary: 'No stem is so low that its noise comes up with it',
  why: 'A stem that is turned up by 30 dB brings its noise up by as much.',
  how: 'If the fader was down by mistake, raise it before the export. If the take was recorded that low, it stays as it is.',
  standsOn:
    'Fires on 4 of 1,302 real files, two of them usable stems and two soft drum layers; a peak of −50 dBFS over noise at −75 is found in 120 of 120.',
  options: { loudestBelowDbfs: -45, overNoiseBelowDb: 30 },

  check({ opened, options }, report) {
    const low = soundingFiles(opened).filter((file) => {
      const { loudest400MsDbfs, noiseFloorDbfs } = file.measured;
      if (loudest400MsDbfs === null || noiseFloorDbfs === null || isAmbience(file) || isDrum(file)) return false;
      return (
        loudest400MsDbfs < options.loudestBelowDbfs && loudest400MsDbfs - noiseFloorDbfs < options.overNoiseBelowDb
      );
    });
    if (low.length === 0) return;
    const isOne = low.length === 1;
    const { loudest400MsDbfs, noiseFloorDbfs } = low[0]!.measured;
    report({
      files: pathsOf(low),
      title: `${whoIs(low)} ${isOne ? 'is' : 'are'} very soft and close to the noise`,
      message: `${stemNames(low)} ${isOne ? 'reaches' : 'reach'} ${formatDb(loudest400MsDbfs!, 'dBFS')} at the loudest${isOne ? '' : ' (the first)'}, ${Math.round(loudest400MsDbfs! - noiseFloorDbfs!)} dB over the noise.`,
      fix: `Raise ${isOne ? 'it' : 'them'} before the export if ${isOne ? 'it was' : 'they were'} turned down by mistake.`,
      data: {
        loudest400MsDbfs: low.map(({ measured }) => measured.loudest400MsDbfs),
        noiseFloorDbfs: low.map(({ measured }) => measured.noiseFloorDbfs),
      },
      act: { phrase: 'at its full level' },
    });
  },

  examples: {
    passes: [
      { when: 'the stem has a usual level', delivery: delivery(stem('Whisper.wav', { measured: {} })) },
      {
        when: 'a near miss: it is as soft, and clean',
        delivery: delivery(
          stem('Whisper.wav', { measured: { peakDbfs: -41, loudest400MsDbfs: -48, noiseFloorDbfs: -92 } }),
        ),
      },
    ],
    fails: [
      {
        when: 'it stands 20 dB over its own noise',
        delivery: delivery(
          stem('Whisper.wav', { measured: { peakDbfs: -41, loudest400MsDbfs: -48, noiseFloorDbfs: -68 } }),
        ),
        says: 'Whisper reaches −48.0 dBFS at the loudest, 20 dB over the noise.',
      },
    ],
  },
});
