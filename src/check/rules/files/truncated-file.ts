import type { DeliveredFile, Fault } from '../../../model/delivery.js';
import { counted, formatSeconds, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { sharedFaults } from '../../file-faults.js';
import { shortName } from '../../set-words.js';

const CUT: Fault = {
  id: 'truncated',
  is: 'doubt',
  atByte: 44,
  message: 'The header promises 9,600,000 frames, the file holds 1,305,600.',
};

export default defineRule({
  id: 'truncated-file',
  chapter: 'files',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  uses: ['sound'],
  verb: 'wait',
  summary: 'No file ends before its header says',
  why: 'A file that breaks off is mostly an upload that is not finished, or one that failed. What is missing cannot be heard by looking at the name.',
  how: 'Compare the size in bytes with the file on your own disk. If the upload still runs, wait for it; else send the file again.',
  options: {},
  neverWaived: true,

  check({ files }, report) {
    for (const { fault, files: cut, message } of sharedFaults(files, 'truncated-file')) {
      const names = cut.map(({ path }) => stemName(path));
      const isOne = cut.length === 1;
      report({
        files: cut.map(({ path }) => path),
        ...(cut[0]!.kind === 'reference' ? { item: 'references', severity: 'warning' } : {}),
        ...(cut[0]!.kind === 'rough-mix' ? { item: 'rough-mix' } : {}),
        title: isOne ? titleOf(cut[0]!) : `${counted(cut.length, 'file')} break off before their end`,
        message: `${isOne ? '' : `${listed(names)} break off. `}${message} ${isOne ? 'It' : 'They'} may still be uploading.`,
        fix: `Wait for the upload, or send ${isOne ? 'the file' : 'the files'} again.`,
        data: { fault: fault.id, atByte: fault.atByte, ...lengthsOf(cut[0]!) },
        act: { phrase: 'for the upload' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'the file is as long as its header says', delivery: delivery(stem('Pad.wav')) },
      {
        when: 'a near miss: a stem that is shorter than the others, and whole',
        delivery: delivery(stem('Kick.wav'), stem('Pad.wav', { seconds: 27.2 })),
      },
    ],
    fails: [
      {
        when: 'the upload broke off',
        delivery: delivery(stem('Pad.wav', { seconds: 27.2, framesDeclared: 9_600_000, faults: [CUT] })),
        says: 'The header promises 9,600,000 frames, the file holds 1,305,600. It may still be uploading.',
      },
    ],
  },
});

function titleOf({ path, header }: DeliveredFile): string {
  const name = shortName(stemName(path), 28);
  if (header?.seconds == null || header.framesDeclared === undefined) return `${name} breaks off before its end`;
  const declared = header.framesDeclared / header.sampleRate;
  return `${name} breaks off at ${formatSeconds(header.seconds)} of ${formatSeconds(declared)}`;
}

function lengthsOf({ header }: DeliveredFile): Record<string, number | null> {
  return { frames: header?.frames ?? null, framesDeclared: header?.framesDeclared ?? null };
}
