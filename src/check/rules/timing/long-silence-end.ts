import { formatSeconds } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { soundingFiles } from '../../measured.js';

export default defineRule({
  id: 'long-silence-end',
  chapter: 'timing',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'No minutes of silence after the end of the song',
  why: 'A forgotten event far to the right makes every file longer than the song. It costs space and raises the question whether something is missing there.',
  standsOn: 'Eight of 103 real stems end so early by themselves, so it counts only where all of them do.',
  options: { longestSeconds: 30, fewestStems: 2 },

  check({ opened, options }, report) {
    const sounding = soundingFiles(opened).filter(({ measured }) => measured.lastSoundFrame !== null);
    if (sounding.length < options.fewestStems) return;
    const ends = sounding.map(({ measured, header }) => ({
      last: measured.lastSoundFrame! / header.sampleRate,
      rest: (measured.frames - measured.lastSoundFrame!) / header.sampleRate,
    }));
    if (ends.some(({ rest }) => rest <= options.longestSeconds)) return;
    const last = Math.max(...ends.map((end) => end.last));
    const rest = Math.min(...ends.map((end) => end.rest));
    report({
      files: [],
      title: `All stems go on in silence for ${formatSeconds(Math.floor(rest))}`,
      message: `The last sound of all ${sounding.length} stems ends at ${formatSeconds(Math.round(last))}; the files go on in silence for ${formatSeconds(Math.floor(rest))}.`,
      fix: 'Leave it, or look whether something at the end of the song was muted.',
      data: { lastSoundSeconds: last, silentSeconds: rest },
    });
  },

  examples: {
    passes: [
      {
        when: 'the stems end with the song',
        delivery: delivery(stem('Kick.wav', { measured: {} }), stem('Bass.wav', { measured: {} })),
      },
      {
        when: 'a near miss: only one stem stops early',
        delivery: delivery(
          stem('Kick.wav', { measured: { lastSoundFrame: 2_400_000 } }),
          stem('Bass.wav', { measured: {} }),
        ),
      },
    ],
    fails: [
      {
        when: 'all stop a minute before the files do',
        delivery: delivery(
          ...['Kick', 'Bass'].map((name) => stem(`${name}.wav`, { measured: { lastSoundFrame: 6_720_000 } })),
        ),
        says: 'The last sound of all 2 stems ends at 2:20; the files go on in silence for 1:00.',
      },
    ],
  },
});
