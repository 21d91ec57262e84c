import { isNone } from '../../../model/brief.js';
import { fileName, formatBpm, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, file, stem } from '../../examples.js';

export default defineRule({
  id: 'midi-twin',
  chapter: 'timing',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing', 'session'],
  verb: 'send',
  summary: 'MIDI, where it is sent, belongs to a stem and the same tempo',
  why: 'MIDI plays nothing by itself. Without the stem the mixer would have to find the sound, which is production.',
  how: 'Export the part that the MIDI file plays as a stem of its own.',
  options: { withinBpm: 0.5 },

  check({ files, stemFiles, delivery, brief, options }, report) {
    const midi = files.filter(({ kind }) => kind === 'midi');
    const said = brief.tempo.flatMap(({ value }) =>
      isNone(value) ? [] : [value.bpm, ...(value.changes ?? []).map(({ bpm }) => bpm)],
    );
    const off = delivery.sessions.filter(
      ({ path, tempo }) =>
        midi.some((one) => one.path === path) &&
        tempo !== null &&
        said.length > 0 &&
        !said.some((bpm) => Math.abs(bpm - tempo) <= options.withinBpm),
    );
    if (off.length > 0) {
      report({
        files: off.map(({ path }) => path),
        field: 'tempo',
        title: `${off.length === 1 ? 'A MIDI file runs' : 'MIDI files run'} at another tempo`,
        message: `${listed(off.map(({ path, tempo }) => `${fileName(path)} runs at ${formatBpm(tempo!)}`))}; the notes say ${formatBpm(said[0]!)}.`,
        fix: 'Export the MIDI again from the session, so that its notes fall on the bars.',
        data: { tempos: off.map(({ tempo }) => tempo), saidBpm: said[0] },
      });
    }
    const roles = new Set(stemFiles.flatMap(({ label }) => label.role ?? []));
    const alone = midi.filter(({ label }) => label.role !== null && !roles.has(label.role));
    if (alone.length === 0 || stemFiles.length === 0) return;
    report({
      files: alone.map(({ path }) => path),
      field: 'stem',
      title: `${alone.length === 1 ? 'A MIDI file has' : 'MIDI files have'} no stem of its part`,
      message: `${listed(alone.map(({ path }) => fileName(path)))} ${alone.length === 1 ? 'plays a part' : 'play parts'} of which no stem carries the name.`,
      fix: 'Send the part as a stem as well, or leave the MIDI out if it is not used.',
      data: { files: alone.length },
    });
  },

  examples: {
    passes: [
      {
        when: 'the MIDI of the bass lies beside the bass',
        delivery: delivery(
          stem('Bass.wav', { label: { role: 'bass' } }),
          file('Bass.mid', 'midi', { label: { role: 'bass' } }),
        ),
      },
      {
        when: 'a near miss: a MIDI file that only holds the tempo map',
        delivery: delivery(
          stem('Bass.wav', { label: { role: 'bass' } }),
          file('Tempo Map.mid', 'midi'),
          brief({ tempo: { bpm: 92 } }),
        ),
      },
    ],
    fails: [
      {
        when: 'the MIDI of a piano came without the piano',
        delivery: delivery(
          stem('Bass.wav', { label: { role: 'bass' } }),
          file('Piano.mid', 'midi', { label: { role: 'piano' } }),
        ),
        says: 'Piano.mid plays a part of which no stem carries the name.',
      },
    ],
  },
});
