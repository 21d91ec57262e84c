import { counted, fileName, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { shortName } from '../../set-words.js';

export default defineRule({
  id: 'changed-while-read',
  chapter: 'files',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'wait',
  summary: 'No file changed during the check',
  why: 'A file that grows or vanishes while it is read is still on its way. What was read of it says nothing about what it will be.',
  options: {},

  check({ delivery }, report) {
    const moving = delivery.coverage.unread.filter(({ because }) => because === 'changed' || because === 'vanished');
    if (moving.length === 0) return;
    const isOne = moving.length === 1;
    const who = isOne ? stemName(moving[0]!.path) : counted(moving.length, 'file');
    report({
      files: moving.map(({ path }) => path),
      title: `${shortName(who, 34)} changed while it was read`,
      message: `${listed(moving.map(({ path }) => fileName(path)))} changed while being read, so ${isOne ? 'it counts' : 'they count'} as not read. An upload or a sync may still run.`,
      fix: 'Wait until the upload is through, then check again.',
      data: { files: moving.length },
      act: { phrase: 'for the upload' },
    });
  },

  examples: {
    passes: [
      { when: 'nothing moved', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: a file that nobody may read did not change',
        delivery: delivery(stem('Kick.wav'), {
          facts: {
            coverage: {
              quick: false,
              specials: [],
              unread: [{ path: 'Pad.wav', because: 'no-permission', message: 'Pad.wav may not be read.' }],
            },
          },
        }),
      },
    ],
    fails: [
      {
        when: 'a file grew',
        delivery: delivery(stem('Kick.wav'), {
          facts: {
            coverage: {
              quick: false,
              specials: [],
              unread: [{ path: 'Pad.wav', because: 'changed', message: 'Pad.wav changed while being read.' }],
            },
          },
        }),
        says: 'Pad.wav changed while being read, so it counts as not read. An upload or a sync may still run.',
      },
    ],
  },
});
