import { fileName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';

export default defineRule({
  id: 'brief-line-unclear',
  chapter: 'handoff',
  severity: 'warning',
  item: null,
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief'],
  verb: 'write-down',
  summary: 'Every line of handoff.yaml is understood: known key, right type, possible value',
  why: 'A line with a key that nobody knows, or a value that cannot be meant, is as good as not written. The other lines count.',
  how: 'Write the line as the report proposes it. `stemcheck init --template` prints all keys with examples.',
  options: {},

  check({ brief }, report) {
    for (const fault of brief.faults) {
      if (fault.id !== 'line-unclear') continue;
      const name = fileName(fault.file);
      report({
        files: [fault.file],
        title: `Line ${fault.line} of ${name} is not clear`,
        message: `${name}, line ${fault.line}, column ${fault.column}: ${fault.message}`,
        fix:
          fault.instead === null ? 'Take the line out, or say it in another one.' : `Write instead: ${fault.instead}`,
        data: { line: fault.line, column: fault.column, field: fault.field, instead: fault.instead },
        act: {
          verb: 'write-down',
          phrase:
            fault.field === null || fault.field === 'meant'
              ? `line ${fault.line} of ${name} again`
              : `the ${fault.field}, in ${name}`,
        },
        field: `line ${fault.line}:${fault.column}`,
      });
    }
  },

  examples: {
    passes: [
      { when: 'every line is understood', delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })) },
      {
        when: 'a near miss: the same tempo in words that can be read',
        delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 84, approx: true } })),
      },
    ],
    fails: [
      {
        when: 'the tempo is a word',
        delivery: delivery(
          stem('Kick.wav'),
          brief(
            {},
            {
              faults: [
                {
                  id: 'line-unclear',
                  file: 'handoff.yaml',
                  line: 2,
                  column: 8,
                  message: 'tempo is "fast", and beats per minute are needed.',
                  instead: 'tempo: 92',
                  field: 'tempo',
                },
              ],
            },
          ),
        ),
        says: 'handoff.yaml, line 2, column 8: tempo is "fast", and beats per minute are needed.',
      },
    ],
  },
});
