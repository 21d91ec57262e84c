import { readFileSync } from 'node:fs';
import { triage as sortedAsks } from '../scan/brief/triage/index.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';
import { unknownWord } from './unknown-word.js';

/**
 * `stemcheck triage <file|->`: the wishes of a text, each with the stage that it belongs to and who decides.
 *
 * @throws QuestionError where the file cannot be read, or on an unknown format
 */
export async function triage(file: string, { format }: { readonly format: string }): Promise<number> {
  if (format !== 'table' && format !== 'json')
    throw unknownWord('format of triage', format, ['table', 'json'], 'All formats:  table json');
  const asks = sortedAsks(textOf(file));
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(asks, null, 2)}\n`);
    return 0;
  }
  const { formatTriage } = await import('../report/triage.js');
  process.stdout.write(formatTriage(asks));
  return 0;
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new QuestionError(`${quoted(file)} cannot be read (${(error as NodeJS.ErrnoException).code})`, [
      'Name a text file, or write  -  and send the text to standard input.',
    ]);
  }
}
