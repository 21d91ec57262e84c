import { counted } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { groupedBy, pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'channel-count',
  chapter: 'format',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  uses: ['brief'],
  verb: 'export-again',
  summary: 'Mono or stereo, unless more was agreed',
  why: 'A file of many channels is often a multitrack recording in one file, or a surround export. A stereo session shows two of its channels, or none.',
  how: 'Export each part as a mono or stereo file of its own.',
  options: { mostChannels: 2 },

  check({ opened, brief, options }, report) {
    // Whoever asks for an Atmos mix may well send beds and objects.
    if (brief.deliverables.some(({ value }) => value === 'atmos')) return;
    const wide = opened.filter(({ header }) => header.channels > options.mostChannels);
    for (const { key: channels, files } of groupedBy(wide, ({ header }) => header.channels)) {
      const isOne = files.length === 1;
      report({
        files: pathsOf(files),
        title: `${whoIs(files)} ${isOne ? 'has' : 'have'} ${counted(channels, 'channel')}`,
        message: `${stemNames(files)} ${isOne ? 'has' : 'have'} ${counted(channels, 'channel')}; stems are mono or stereo.`,
        fix: 'Export each part as a mono or stereo file of its own, or say that more was agreed.',
        data: { channels, stems: files.length },
        act: { phrase: 'as mono or stereo files' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'stems are mono and stereo', delivery: delivery(stem('Kick.wav', { channels: 1 }), stem('Pad.wav')) },
      {
        when: 'a near miss: six channels, and an Atmos mix was ordered',
        delivery: delivery(stem('Pad.wav', { channels: 6 }), brief({ deliverables: ['main', 'atmos'] })),
      },
    ],
    fails: [
      {
        when: 'a pad has six channels',
        delivery: delivery(stem('Pad.wav', { channels: 6 })),
        says: 'Pad has 6 channels; stems are mono or stereo.',
      },
    ],
  },
});
