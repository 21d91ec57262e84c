import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';

/**
 * A link that lies in the folder could lead anywhere; a new file beside it is not what was asked for.
 *
 * @throws QuestionError where something other than a plain file has the name
 */
export function refuseLink(folder: string, name: string): void {
  const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isFile())
    throw new QuestionError(`${name} is not a plain file`, ['Move it away, then ask again.']);
}

/**
 * Writes a file into a delivered folder, whole or not at all: the text goes into a file beside it, which then takes
 * its name. Only `init` and `manifest` do so, when they were told to.
 *
 * @param instead a command that prints the same text
 * @throws QuestionError where a link has the name, or the folder may not be written to
 */
export async function writeDelivered(folder: string, name: string, text: string, instead: string): Promise<void> {
  refuseLink(folder, name);
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(join(folder, name), text, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new QuestionError(`${name} cannot be written into ${quoted(folder)} (${code})`, [
      'Ask for the right to write there, or print it instead:',
      `  ${instead}`,
    ]);
  }
}
