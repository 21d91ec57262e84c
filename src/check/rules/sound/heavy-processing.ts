import { familyOf } from '../../../model/roles.js';
import { formatDb } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { type MeasuredFile, soundingFiles } from '../../measured.js';
import { isClippedOnPurpose } from '../../part-habits.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

/** Parts that have a dynamic of their own; bass, synths, organs and distorted guitars are steady by nature. */
const LIVELY: readonly (string | null)[] = ['vocals', 'drums', 'percussion', 'strings', 'brass', 'winds'];

export default defineRule({
  id: 'heavy-processing',
  chapter: 'sound',
  severity: 'info',
  item: 'creative-effects',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'A squashed or limited stem is said to be meant so',
  why: 'What a compressor or limiter took out cannot be put back. If the squash is the sound, one word saves the question.',
  options: { crestBelowDb: 6 },
  followsFrom: ['master-bus-left-on', 'clipping'],

  check({ opened, options }, report) {
    const squashed = soundingFiles(opened).filter((file) => isLively(file) && crestDb(file) < options.crestBelowDb);
    if (squashed.length === 0) return;
    const isOne = squashed.length === 1;
    report({
      files: pathsOf(squashed),
      title: `${whoIs(squashed)} ${isOne ? 'is' : 'are'} squashed`,
      message: `The loudest three seconds of ${stemNames(squashed)} lie ${isOne ? `only ${formatDb(crestDb(squashed[0]!), 'dB').replace('+', '')}` : `less than ${options.crestBelowDb} dB`} below the peak, as after heavy limiting.`,
      fix: 'Say in the notes that it is meant, or send a version without it.',
      data: { crestDb: squashed.map(crestDb) },
    });
  },

  examples: {
    passes: [
      {
        when: 'a voice has its dynamics',
        delivery: delivery(stem('Lead.wav', { label: { role: 'lead-vocal' }, measured: {} })),
      },
      {
        when: 'a near miss: a sub bass is as steady by nature',
        delivery: delivery(
          stem('Sub.wav', { label: { role: 'sub-bass' }, measured: { peakDbfs: -3, loudest3SDbfs: -6 } }),
        ),
      },
    ],
    fails: [
      {
        when: 'a voice was limited to a block',
        delivery: delivery(
          stem('Lead.wav', { label: { role: 'lead-vocal' }, measured: { peakDbfs: -3, loudest3SDbfs: -7.5 } }),
        ),
        says: 'The loudest three seconds of Lead lie only 4.5 dB below the peak, as after heavy limiting.',
      },
    ],
  },
});

function isLively(file: MeasuredFile): boolean {
  return LIVELY.includes(familyOf(file.label.role)) && file.label.role !== 'vocoder' && !isClippedOnPurpose(file);
}

function crestDb({ measured }: MeasuredFile): number {
  return measured.loudest3SDbfs === null ? Number.POSITIVE_INFINITY : measured.peakDbfs! - measured.loudest3SDbfs;
}
