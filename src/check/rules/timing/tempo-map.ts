import { formatBpm, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, file, stem } from '../../examples.js';
import { saidValues } from '../../item-facts.js';

export default defineRule({
  id: 'tempo-map',
  chapter: 'timing',
  severity: 'info',
  item: 'tempo',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief', 'sound'],
  uses: ['session'],
  verb: 'send',
  summary: 'A tempo that changes comes with its map',
  why: 'With the place of each change the grid fits the whole song; without it only up to the first one.',
  how: 'Export a MIDI file from bar 1 with the tempo track, or write the bars: `tempo: {bpm: 92, changes: [{bar: 33, bpm: 96}]}`.',
  options: {},

  check({ brief, delivery, files }, report) {
    const [said] = saidValues(brief.tempo);
    const changes = said?.changes ?? [];
    if (changes.length === 0 || changes.every(({ bar }) => bar !== undefined)) return;
    const hasMap =
      delivery.sessions.some(({ tempoChanges }) => tempoChanges.length > 0) ||
      files.some(({ kind }) => kind === 'midi');
    if (hasMap) return;
    const [statement] = brief.tempo;
    report({
      files: [statement!.file],
      title: 'The tempo changes, and its map is not here',
      message: `${statement!.file}:${statement!.line} speaks of ${listed(changes.map(({ bpm }) => formatBpm(bpm)))} beside ${formatBpm(said!.bpm)}, without the bar at which it changes.`,
      fix: 'Send a MIDI file with the tempo track, or write the bar of each change.',
      data: { changes },
      act: { phrase: 'a MIDI file with the tempo track', perFile: [] },
    });
  },

  examples: {
    passes: [
      {
        when: 'the bars are written',
        delivery: delivery(
          stem('Kick.wav', { measured: {} }),
          brief({ tempo: { bpm: 92, changes: [{ bar: 33, bpm: 96 }] } }),
        ),
      },
      {
        when: 'a near miss: the change has no bar, and a MIDI file lies beside the stems',
        delivery: delivery(
          stem('Kick.wav', { measured: {} }),
          file('Tempo.mid', 'midi'),
          brief({ tempo: { bpm: 92, changes: [{ at: 'the bridge', bpm: 96 }] } }),
        ),
      },
    ],
    fails: [
      {
        when: 'the notes name a change and no bar',
        delivery: delivery(
          stem('Kick.wav', { measured: {} }),
          brief({ tempo: { bpm: 92, changes: [{ at: 'the bridge', bpm: 96 }] } }),
        ),
        says: 'handoff.yaml:1 speaks of 96 bpm beside 92 bpm, without the bar at which it changes.',
      },
    ],
  },
});
