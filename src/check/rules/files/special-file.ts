import { capitalised, counted, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';

const WORDS = {
  link: ['link', 'links'],
  fifo: ['named pipe', 'named pipes'],
  socket: ['socket', 'sockets'],
  device: ['device file', 'device files'],
} as const;

export default defineRule({
  id: 'special-file',
  chapter: 'files',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'send',
  summary: 'No links out of the folder, sockets, devices',
  why: 'A link points to a file on the machine where it was made. Whoever gets the folder gets the arrow and not the sound.',
  how: 'Copy the file itself into the folder in place of the link. In the macOS Finder an alias is a link too.',
  options: {},

  check({ delivery }, report) {
    for (const is of ['link', 'fifo', 'socket', 'device'] as const) {
      const paths = delivery.coverage.specials.filter((special) => special.is === is).map(({ path }) => path);
      if (paths.length === 0) continue;
      const isOne = paths.length === 1;
      const [one, many] = WORDS[is];
      report({
        files: paths,
        title: `${capitalised(counted(paths.length, one, many))} ${isOne ? 'lies' : 'lie'} in place of files`,
        message: `${listed(paths)} ${isOne ? `is a ${one}` : `are ${many}`} and no file; ${isOne ? 'it was' : 'they were'} not followed or opened.`,
        fix:
          is === 'link'
            ? 'Put the file itself into the folder instead of the link.'
            : `Take ${isOne ? 'it' : 'them'} out of the folder.`,
        data: { is, count: paths.length },
        act:
          is === 'link'
            ? {
                phrase: isOne ? 'the file itself instead of the link' : 'the files themselves instead of the links',
                perFile: [],
              }
            : { verb: 'leave-out', phrase: '' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'there are only files', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: a file that is called like a link is a file',
        delivery: delivery(stem('Link to Kick.wav')),
      },
    ],
    fails: [
      {
        when: 'a stem is a link to another disk',
        delivery: delivery(stem('Kick.wav'), {
          facts: { coverage: { quick: false, unread: [], specials: [{ path: 'Pad.wav', is: 'link' }] } },
        }),
        says: 'Pad.wav is a link and no file; it was not followed or opened.',
      },
    ],
  },
});
