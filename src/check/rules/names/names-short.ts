import { counted, formatCount, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';

export default defineRule({
  id: 'names-short',
  chapter: 'names',
  severity: 'off',
  strict: 'info',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'rename',
  summary: "Names fit a mixer's track header; long ones differ early",
  why: 'A track header shows the first dozen letters. A song title in front of every name leaves the same twelve letters on every track.',
  how: 'Put the part first and leave the song, the tempo and the date to the folder.',
  options: {
    // 31 characters were long the most that sessions and interchange formats keep of a track name.
    mostCharacters: 31,
  },

  check({ stemFiles, options }, report) {
    const long = stemFiles.filter(({ path }) => [...stemName(path)].length > options.mostCharacters);
    if (long.length === 0) return;
    const longest = Math.max(...long.map(({ path }) => [...stemName(path)].length));
    report({
      files: long.map(({ path }) => path),
      title: `${counted(long.length, 'name')} ${long.length === 1 ? 'is' : 'are'} longer than ${options.mostCharacters} characters`,
      message: `${listed(long.map(({ path }) => stemName(path)))}: up to ${formatCount(longest)} characters, where a track header keeps ${options.mostCharacters} at most.`,
      fix: 'Shorten the names, with the part first.',
      data: { longestCharacters: longest },
      act: { verb: 'rename', phrase: '' },
    });
  },

  examples: {
    passes: [
      { when: 'the name is a part', delivery: delivery(stem('Kick In.wav')) },
      {
        when: 'a near miss: 31 characters, folders not counted',
        delivery: delivery(stem(`Stems/${'a'.repeat(31)}.wav`)),
      },
    ],
    fails: [
      {
        when: '32 characters',
        delivery: delivery(stem(`${'a'.repeat(32)}.wav`)),
        says: `${'a'.repeat(32)}: up to 32 characters, where a track header keeps 31 at most.`,
      },
    ],
  },
});
