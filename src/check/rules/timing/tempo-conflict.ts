import { capitalised, countWord, formatBpm, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { agree, tempoPlaces } from '../../tempo-places.js';

export default defineRule({
  id: 'tempo-conflict',
  chapter: 'timing',
  severity: 'warning',
  item: 'tempo',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief'],
  uses: ['names', 'header', 'session'],
  verb: 'answer',
  summary: 'Every place that states a tempo states the same',
  why: 'Delays, automation and edits are laid on the grid. On the wrong grid all of them are wrong, and nobody hears at once why.',
  how: 'Look into the session, and correct the place that is wrong.',
  options: {},
  followsFrom: ['one-song-per-folder'],

  check(context, report) {
    const places = tempoPlaces(context);
    const [first, ...rest] = places;
    if (first === undefined) return;
    const against = rest.filter((place) => !agree(first, place));
    if (against.length === 0) return;
    const files = [...new Set([first, ...against].flatMap((place) => place.files))];
    const bpms = [...new Set([first, ...against].map(({ bpms: own }) => own[0]!))];
    report({
      files,
      title: `${capitalised(countWord(bpms.length))} tempos are stated: ${listed(bpms.map(formatBpm), 2)}`,
      message: `${sentence(first.words)}, ${listed(against.map(({ words }) => words))}.`,
      fix: 'Say which tempo is right, and correct the other place.',
      data: { tempos: [first, ...against].map(({ bpms: own, words }) => ({ bpm: own[0], words })) },
      evidence: [
        { kind: 'words', sources: context.brief.tempo.map(({ file, line, quote }) => ({ file, line, quote })) },
      ],
      act: { phrase: `is the tempo ${listedOr(bpms.map(formatBpm))}` },
    });
  },

  examples: {
    passes: [
      {
        when: 'notes and names agree',
        delivery: delivery(
          stem('Song_92bpm_Kick.wav', at(92)),
          stem('Song_92bpm_Bass.wav', at(92)),
          brief({ tempo: { bpm: 92 } }),
        ),
      },
      {
        when: 'a near miss: the names count in double time',
        delivery: delivery(
          stem('Song_184bpm_Kick.wav', at(184)),
          stem('Song_184bpm_Bass.wav', at(184)),
          brief({ tempo: { bpm: 92 } }),
        ),
      },
      {
        when: 'one loop carries the tempo of its pack',
        delivery: delivery(stem('Kick.wav'), stem('Loop_120bpm.wav', at(120)), brief({ tempo: { bpm: 92 } })),
      },
    ],
    fails: [
      {
        when: 'the notes say 86 and the names 92',
        delivery: delivery(
          stem('Song_92bpm_Kick.wav', at(92)),
          stem('Song_92bpm_Bass.wav', at(92)),
          brief({ tempo: { bpm: 86 } }),
        ),
        says: 'handoff.yaml:1 says 86 bpm, 2 file names say 92 bpm.',
      },
    ],
  },
});

function at(bpm: number) {
  return { label: { inName: { bpm } } };
}

/** A place begins with the name of a file, which keeps its case. */
function sentence(words: string): string {
  return /^(?:the|one) /.test(words) ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
}

function listedOr(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
