import type { DeliveredFile, Fault } from '../../../model/delivery.js';
import type { ItemId, Severity } from '../../../model/report.js';
import { counted, fileName, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, reference, stem } from '../../examples.js';
import { sharedFaults } from '../../file-faults.js';
import { shortName } from '../../set-words.js';

const TEXT: Fault = {
  id: 'not-audio',
  is: 'wrong',
  atByte: 0,
  message: 'The file holds no sound: it is text.',
  looksLike: 'text',
};

export default defineRule({
  id: 'unreadable-file',
  chapter: 'files',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'send',
  summary: 'Every audio file is what it claims to be and opens',
  why: 'A file that does not open is a part that is missing, and nobody notices until it should be heard.',
  how: 'Play the file on your own machine from the folder that you upload. If it plays there, the copy broke on the way: upload it again. If it does not, export it again from the session.',
  options: {},
  neverWaived: true,

  check({ files }, report) {
    for (const { fault, files: faulty, message } of sharedFaults(files, 'unreadable-file')) {
      const first = faulty[0]!;
      report({
        files: faulty.map(({ path }) => path),
        ...weightOf(first),
        title: titleOf(fault, faulty),
        message: `${whereOf(faulty)}${message}`,
        fix: fixOf(fault, faulty),
        data: { fault: fault.id, looksLike: fault.looksLike ?? null, atByte: fault.atByte },
      });
    }
  },

  examples: {
    passes: [
      { when: 'every file opens', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: a leftover of the system that is called .wav is no stem',
        delivery: delivery(stem('Kick.wav'), file('._Kick.wav', 'junk', { faults: [TEXT] })),
      },
    ],
    fails: [
      {
        when: 'a text is called .wav',
        delivery: delivery(stem('Kick.wav', { opens: false, faults: [TEXT] })),
        says: 'Kick.wav: The file holds no sound: it is text.',
      },
      {
        when: 'a reference does not open',
        delivery: delivery(stem('Kick.wav'), reference('Ref.wav', { opens: false, faults: [TEXT] })),
        says: 'Ref.wav: The file holds no sound: it is text.',
        severity: 'warning',
      },
    ],
  },
});

/** A reference that does not open delays nobody; a rough mix or a stem does. */
function weightOf({ kind }: DeliveredFile): { item?: ItemId; severity?: Severity } {
  if (kind === 'reference') return { item: 'references', severity: 'warning' };
  return kind === 'rough-mix' ? { item: 'rough-mix' } : {};
}

function titleOf({ is, looksLike }: Fault, files: readonly DeliveredFile[]): string {
  const isOne = files.length === 1;
  const who = isOne ? shortName(stemName(files[0]!.path), 26) : counted(files.length, 'file');
  if (is !== 'wrong' || looksLike === undefined) return `${who} ${isOne ? 'does' : 'do'} not open`;
  const title = `${who} ${isOne ? 'is' : 'are'} not audio: looks like ${looksLike}`;
  return title.length <= 60 ? title : `${who} ${isOne ? 'is' : 'are'} not audio`;
}

function whereOf(files: readonly DeliveredFile[]): string {
  return `${listed(files.map(({ path }) => fileName(path)))}: `;
}

function fixOf({ is, id }: Fault, files: readonly DeliveredFile[]): string {
  const it = files.length === 1 ? 'it' : 'them';
  if (id === 'no-permission') return `Give everybody the right to read ${it}, and check again.`;
  if (is === 'unavailable') return `Copy ${it} to a disk that can be read, and check again.`;
  if (is === 'unsupported') return `Export ${it} again as WAV at 24 bit.`;
  return `Export ${it} again as WAV, play the result once, and send it.`;
}
