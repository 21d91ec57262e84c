import type { Brief, BriefFault } from '../../../model/brief.js';
import { fileName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, file, stem } from '../../examples.js';

const HANDOFF_FILE = /^handoff\.(?:ya?ml|json)$/i;
const UNREAD: readonly BriefFault['id'][] = ['not-yaml', 'not-text', 'too-long', 'too-deep'];

export default defineRule({
  id: 'brief-unreadable',
  chapter: 'handoff',
  severity: 'error',
  item: null,
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief'],
  verb: 'send',
  summary: 'handoff.yaml or .json can be read as YAML or JSON',
  why: 'What stands in it was meant to count, and none of it does.',
  how: 'Open the file at the line that is named. Mostly a colon or a quote sign in a sentence is the reason: put the whole sentence into double quotes. `stemcheck init --template` prints an empty one.',
  options: {},

  check({ brief }, report) {
    for (const fault of brief.faults) {
      if (!UNREAD.includes(fault.id)) continue;
      const name = fileName(fault.file);
      // Only a handoff file promises a form; of notes that are no text, notes-present says that it cannot tell.
      if (fault.id !== 'not-yaml' && !HANDOFF_FILE.test(name)) continue;
      const isPartlyRead = saysAnything(brief, fault.file);
      const place = fault.line > 0 ? ` at line ${fault.line}, column ${fault.column}` : '';
      report({
        files: [fault.file],
        title: `${name} cannot be read`,
        message: `${name} cannot be read${place}, so ${isPartlyRead ? 'only its other lines count' : 'nothing in it counts'}. ${fault.message}`,
        fix:
          fault.instead === null
            ? `Mend the ${fault.line > 0 ? 'line' : 'file'} and send it again.`
            : `Write instead: ${fault.instead}`,
        data: { line: fault.line, column: fault.column },
        act: { verb: 'send', phrase: fault.line > 0 ? `${name} with line ${fault.line} mended` : `${name} as YAML` },
      });
    }
  },

  examples: {
    passes: [
      { when: 'it can be read', delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })) },
      {
        when: 'a near miss: notes.txt, which promises no form, is in an unknown encoding',
        delivery: delivery(
          stem('Kick.wav'),
          file('notes.txt', 'notes'),
          brief({}, { sources: [], faults: [faultIn('notes.txt', 'not-text')] }),
        ),
      },
    ],
    fails: [
      {
        when: 'a bracket is left open',
        delivery: delivery(
          stem('Kick.wav'),
          file('handoff.yaml', 'brief'),
          brief({}, { sources: [], faults: [faultIn('handoff.yaml', 'not-yaml')] }),
        ),
        says: 'handoff.yaml cannot be read at line 3, column 9, so nothing in it counts. The bracket that opens here is not closed.',
      },
      {
        when: 'one line is broken and the others can be read',
        delivery: delivery(
          stem('Kick.wav'),
          file('handoff.yaml', 'brief'),
          brief({ tempo: { bpm: 92 } }, { faults: [faultIn('handoff.yaml', 'not-yaml')] }),
        ),
        says: 'handoff.yaml cannot be read at line 3, column 9, so only its other lines count. The bracket that opens here is not closed.',
      },
    ],
  },
});

/** Whether a line of the file was read all the same. */
function saysAnything({ sources: _, waivers: __, faults: ___, ...fields }: Brief, path: string): boolean {
  return Object.values(fields).some((said) => said.some(({ file }) => file === path));
}

function faultIn(path: string, id: BriefFault['id']): BriefFault {
  const message = 'The bracket that opens here is not closed.';
  return { id, file: path, line: 3, column: 9, message, instead: null, field: null };
}
