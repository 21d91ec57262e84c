import { counted, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, stem } from '../../examples.js';

export default defineRule({
  id: 'junk-files',
  chapter: 'files',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'leave-out',
  summary: 'No leftovers of operating systems and DAWs',
  why: 'They are harmless, and were not judged as audio. A file such as ._Kick.wav looks like a broken stem to somebody who does not know it.',
  options: {},

  check({ files }, report) {
    const junk = files.filter(({ kind }) => kind === 'junk');
    if (junk.length === 0) return;
    report({
      files: junk.map(({ path }) => path),
      title: `${counted(junk.length, 'leftover')} of systems or DAWs ${junk.length === 1 ? 'lies' : 'lie'} in the folder`,
      message: `${listed(junk.map(({ path }) => path))} ${junk.length === 1 ? 'is' : 'are'} no part of the song and ${junk.length === 1 ? 'was' : 'were'} not judged.`,
      fix: 'Leave them out of the next upload, or leave them where they are; nothing depends on it.',
      data: { files: junk.length },
    });
  },

  examples: {
    passes: [
      { when: 'the folder is clean', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: a file that nobody knows is no leftover',
        delivery: delivery(stem('Kick.wav'), file('lyrics.key', 'other')),
      },
    ],
    fails: [
      {
        when: 'a Mac left its side files',
        delivery: delivery(stem('Kick.wav'), file('.DS_Store', 'junk'), file('._Kick.wav', 'junk')),
        says: '.DS_Store and ._Kick.wav are no part of the song and were not judged.',
      },
    ],
  },
});
