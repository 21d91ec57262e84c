import type { Delivery } from '../../model/delivery.js';
import type { Finding } from '../../model/report.js';
import { fileName } from '../../model/units.js';
import { type Answers, typedAnswer } from './answers.js';
import type { InitQuestion } from './question.js';

/** Which file is the rough mix, where no name says so. */
export function roughMixQuestion({ files }: Delivery, today: Date): InitQuestion {
  const candidates = files
    .filter(({ kind, header }) => header !== undefined && ['alternate-mix', 'other', 'reference'].includes(kind))
    .slice(0, 9);
  return {
    id: 'roughMix',
    asks: [
      'There is no rough mix by name. Which file is it?  A number, a file name, or "none: why".',
      ...candidates.map(({ path }, index) => `  ${index + 1}  ${path}`),
    ],
    help: ['A rough mix shows the direction: levels, effects, what is loud. A bounce from the session will do.'],
    async answer(typed) {
      const chosen = candidates[Number(typed.trim()) - 1]?.path;
      if (chosen !== undefined) return { answers: { roughMix: { value: chosen } } };
      const read = await typedAnswer('roughMix', typed, today);
      if ('problem' in read) return read;
      const named =
        typeof read.value === 'string' && !/^none\b/i.test(read.value) ? fileNamed(files, read.value) : read.value;
      if (named === null) return { problem: `There is no file "${String(read.value)}" in the folder.` };
      return { answers: { roughMix: { value: named } } };
    },
  };
}

/** Which of several rough mixes counts; nothing to ask where it is said. */
export function severalRoughMixes({ files }: Delivery, finding: Finding | undefined, said: Answers): InitQuestion[] {
  const candidates = files.filter(({ kind }) => kind === 'rough-mix').map(({ path }) => path);
  if (finding === undefined || candidates.length < 2 || said.roughMix !== undefined) return [];
  return [
    {
      id: 'roughMix',
      asks: ['Which rough mix counts?', ...candidates.slice(0, 9).map((path, index) => `  ${index + 1}  ${path}`)],
      help: ['The stems are held against this one. The others can stay out of the folder.'],
      async answer(typed) {
        const chosen = candidates[Number(typed.trim()) - 1] ?? fileNamed(files, typed);
        return chosen === null
          ? { problem: 'Write its number or its file name.' }
          : { answers: { roughMix: { value: chosen } } };
      },
    },
  ];
}

function fileNamed(files: Delivery['files'], typed: string): string | null {
  const wanted = typed.trim().normalize('NFC').toLowerCase();
  const same = (path: string) =>
    path.normalize('NFC').toLowerCase() === wanted || fileName(path).normalize('NFC').toLowerCase() === wanted;
  return files.find(({ path }) => same(path))?.path ?? null;
}
