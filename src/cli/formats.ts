import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FORMATS, type FormatName } from '../report/index.js';
import { isDelivered } from './is-delivered.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';
import { unknownWord } from './unknown-word.js';

/** One --format: which, and the file it goes to; null: to standard output. */
export type FormatChoice = { readonly name: FormatName; readonly file: string | null };

/**
 * Reads the --format options; none means the table.
 *
 * @param folders the delivered folders, into which nothing is written
 * @throws QuestionError on an unknown format, or a file inside a delivered folder
 */
export function formatChoices(options: readonly string[], folders: readonly string[]): FormatChoice[] {
  if (options.length === 0) return [{ name: 'table', file: null }];
  return options.map((option) => {
    const { name, file } = splitFormat(option, folders);
    const known = Object.keys(FORMATS);
    if (!isFormat(name)) throw unknownWord('format', name, known, `All formats:  ${known.join(' ')}`);
    return { name, file };
  });
}

/**
 * "json=report.json" as name and file.
 *
 * @throws QuestionError where the file is missing behind the "=", or lies in a delivered folder
 */
export function splitFormat(
  option: string,
  folders: readonly string[],
): { readonly name: string; readonly file: string | null } {
  const at = option.indexOf('=');
  const name = at < 0 ? option : option.slice(0, at);
  const file = at < 0 ? null : option.slice(at + 1);
  if (file === '')
    throw new QuestionError(`--format ${name}= names no file`, [
      `Write  --format ${name}=report.${name}  or leave the "=" out`,
    ]);
  if (file !== null) refuseInside(file, folders, `--format ${name}=`);
  return { name, file };
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

/** @throws QuestionError where the file lies in a delivered folder */
export function refuseInside(file: string, folders: readonly string[], option: string): void {
  const folder = folders.find((one) => isDelivered(file, [one]));
  if (folder === undefined) return;
  throw new QuestionError(`${quoted(file)} lies in the delivered folder, and nothing is written there`, [
    'Name a file outside of it, such as:',
    `  ${option}${quoted(`${folder}-report.json`)}`,
  ]);
}

/** Writes to a file, or to standard output where there is none. */
export function deliverText(text: string, file: string | null): void {
  if (file === null) {
    process.stdout.write(text);
    return;
  }
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new QuestionError(`${quoted(file)} cannot be written (${(error as NodeJS.ErrnoException).code})`, [
      'Name a file in a folder that exists and may be written to.',
    ]);
  }
}
