import type { ArchiveFacts, Fault } from '../../../model/delivery.js';
import { counted, fileName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file } from '../../examples.js';

export default defineRule({
  id: 'archive-sound',
  chapter: 'files',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'send',
  summary: 'A delivered archive is whole, safe and unencrypted',
  why: 'An archive that is broken, locked or writes outside its folder cannot be unpacked by the one who gets it.',
  how: 'Pack the folder again as a plain zip without a password, or send the folder itself.',
  options: {},

  check({ delivery }, report) {
    for (const { path, faults } of delivery.archives) {
      const [first, ...more] = faults.filter(({ is }) => is !== 'odd');
      if (first === undefined) continue;
      const name = fileName(path);
      const title = `${name} cannot be unpacked as it is`;
      report({
        files: [path],
        title: title.length <= 60 ? title : 'An archive cannot be unpacked as it is',
        message: `${name}: ${first.message}${more.length > 0 ? ` ${counted(more.length, 'more fault')} of the kind.` : ''}`,
        fix: 'Pack it again as a plain zip, or send the folder itself.',
        data: { faults: faults.slice(0, 20).map(({ id, atByte }) => ({ id, atByte })) },
        act: { phrase: `${name} packed anew, or the folder itself`, perFile: [] },
      });
    }
  },

  examples: {
    passes: [
      { when: 'the archive is whole', delivery: delivery(file('Stems.zip', 'archive'), archive([])) },
      {
        when: 'a near miss: an odd entry that harms nobody',
        delivery: delivery(
          file('Stems.zip', 'archive'),
          archive([{ id: 'zip-comment', is: 'odd', atByte: 0, message: 'The archive has a comment.' }]),
        ),
      },
    ],
    fails: [
      {
        when: 'it asks for a password',
        delivery: delivery(
          file('Stems.zip', 'archive'),
          archive([
            { id: 'zip-encrypted', is: 'wrong', atByte: 0, message: 'Its entries are locked with a password.' },
          ]),
        ),
        says: 'Stems.zip: Its entries are locked with a password.',
      },
    ],
  },
});

function archive(faults: readonly Fault[]): { readonly facts: { readonly archives: readonly ArchiveFacts[] } } {
  return { facts: { archives: [{ path: 'Stems.zip', format: 'zip', entries: 3, audioEntries: 3, faults }] } };
}
