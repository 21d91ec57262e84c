import { formatRate, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { groupedBy, pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'sample-rate',
  chapter: 'format',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'export-again',
  summary: '44.1 kHz or more, a rate that DAWs run at',
  why: 'Below 44.1 kHz the top of the sound is gone. A rate that no DAW runs at has to be converted before anything else can happen.',
  how: 'Export at the rate of the session; do not convert afterwards.',
  options: { ratesHz: ['44100', '48000', '88200', '96000', '176400', '192000'] },
  followsFrom: ['sample-rate-consistent'],

  check({ opened, options }, report) {
    // A DSD file states its 1-bit rate, which is no rate to run a session at.
    const odd = opened.filter(
      ({ header }) => header.container !== 'dsf' && !options.ratesHz.includes(String(header.sampleRate)),
    );
    for (const { key: rate, files } of groupedBy(odd, ({ header }) => header.sampleRate)) {
      const isOne = files.length === 1;
      report({
        files: pathsOf(files),
        title: `${whoIs(files)} ${isOne ? 'runs' : 'run'} at ${formatRate(rate)}`,
        message: `${stemNames(files)} ${isOne ? 'runs' : 'run'} at ${formatRate(rate)}${rate < 44_100 ? `, so nothing above ${formatRate(rate / 2)} is left of the sound` : ', a rate at which DAWs do not run'}.`,
        fix: `Export ${isOne ? 'it' : 'them'} again from the session at its own rate, such as ${listed(['44.1', '48 kHz'])}.`,
        data: { sampleRateHz: rate, stems: files.length },
        act: { phrase: "at the session's rate" },
      });
    }
  },

  examples: {
    passes: [
      { when: 'stems run at 48 kHz', delivery: delivery(stem('Kick.wav')) },
      { when: 'a near miss: 44.1 kHz is enough', delivery: delivery(stem('Kick.wav', { sampleRate: 44_100 })) },
    ],
    fails: [
      {
        when: 'a voice memo runs at 22,050 Hz',
        delivery: delivery(stem('Idea.wav', { sampleRate: 22_050 })),
        says: 'Idea runs at 22,050 Hz, so nothing above 11,025 Hz is left of the sound.',
      },
    ],
  },
});
