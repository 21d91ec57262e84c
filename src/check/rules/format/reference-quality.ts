import type { OpenedFile } from '../../../model/delivery.js';
import { counted, fileName, formatRate, listed } from '../../../model/units.js';
import { isOpened } from '../../context.js';
import { defineRule } from '../../define-rule.js';
import { delivery, reference, stem } from '../../examples.js';
import { pathsOf } from '../../set-words.js';

export default defineRule({
  id: 'reference-quality',
  chapter: 'format',
  severity: 'info',
  item: 'references',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'send',
  summary: 'References are good enough to be compared by ear',
  why: 'A reference is held against the mix by ear: its low end, its width, its top. A low bit rate changes just these.',
  options: {
    // Below this, codecs narrow the stereo image and cut the top octave; 128 kbit/s cuts at 16 kHz.
    leastKilobitsPerSecond: 112,
    leastRateHz: 44_100,
  },

  check({ references, options }, report) {
    const poor = references.filter(isOpened).flatMap((file) => {
      const reason = weakness(file, options.leastKilobitsPerSecond, options.leastRateHz);
      return reason === null ? [] : [{ file, reason }];
    });
    if (poor.length === 0) return;
    const isOne = poor.length === 1;
    report({
      files: pathsOf(poor.map(({ file }) => file)),
      title: `${isOne ? 'One reference is' : `${counted(poor.length, 'reference')} are`} of low quality`,
      message: `${listed(poor.map(({ file, reason }) => `${fileName(file.path)} (${reason})`))} ${isOne ? 'says' : 'say'} little about low end, width and top.`,
      fix: 'Send a better copy, or name artist and title so that the mixer can find one.',
      data: { references: poor.map(({ file, reason }) => ({ file: file.path, reason })) },
    });
  },

  examples: {
    passes: [
      { when: 'the reference is WAV', delivery: delivery(stem('Kick.wav'), reference('Refs/A.wav')) },
      {
        when: 'a near miss: an MP3 at 128 kbit/s',
        delivery: delivery(
          stem('Kick.wav'),
          reference('Refs/A.mp3', { lossy: true, codec: 'mp3', bitDepth: null, seconds: 200, bytes: 3_200_000 }),
        ),
      },
    ],
    fails: [
      {
        when: 'an MP3 at 64 kbit/s',
        delivery: delivery(
          stem('Kick.wav'),
          reference('Refs/A.mp3', { lossy: true, codec: 'mp3', bitDepth: null, seconds: 200, bytes: 1_600_000 }),
        ),
        says: 'A.mp3 (64 kbit/s) says little about low end, width and top.',
      },
    ],
  },
});

function weakness({ header, bytes }: OpenedFile, leastKilobits: number, leastRateHz: number): string | null {
  if (header.sampleRate < leastRateHz) return formatRate(header.sampleRate);
  // AAC and Opus hold up at rates at which MP3 does not; only MP3 is judged by its rate.
  if (!header.lossy || header.codec !== 'mp3' || header.seconds === null || header.seconds < 10) return null;
  const kilobits = (bytes * 8) / header.seconds / 1000;
  return kilobits < leastKilobits ? `${Math.round(kilobits)} kbit/s` : null;
}
