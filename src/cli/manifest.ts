import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../model/units.js';
import { terminalText } from '../report/terminal-text.js';
import { digestOf } from '../scan/archives/digest.js';
import { manifestText } from '../scan/archives/manifest-text.js';
import { deliveredFolder } from './delivered-folder.js';
import { type Asker, terminalAsker } from './init/asker.js';
import { progressLine } from './progress.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';
import { readDelivery } from './read-delivery.js';
import { refuseLink, writeDelivered } from './write-delivered.js';

export type ManifestOptions = {
  /** write it without asking */
  readonly yes?: boolean;
  /** write over one that is there already */
  readonly update?: boolean;
};

// Read back by `sha256sum --check` everywhere; the ending opens it on every desktop.
const NAME = 'sha256sums.txt';
const INTERRUPTED = 130;

/**
 * `stemcheck manifest <folder>`: prints the SHA-256 sum of every file that is sent along, and writes them into the
 * folder where the person says yes.
 *
 * @param answering who answers; left out: the terminal, where there is one. Nobody to ask: it is printed only
 * @returns 0 where it is written or printed; 1 where the answer was no; 130 where the conversation was ended
 * @throws QuestionError where the folder or a file in it cannot be read, or another manifest is in the way
 */
export async function manifest(folder: string, options: ManifestOptions, answering?: Asker): Promise<number> {
  const path = deliveredFolder(folder);
  refuseLink(path, NAME);
  const isThere = existsSync(join(path, NAME));
  if (options.yes && isThere && !options.update) throw inTheWay(path);
  const text = manifestText(await sumsOf(path));
  if (options.yes) return write(path, text);
  // A file or a pipe takes the names as they are; what a name could do to a terminal is shown as a sign.
  process.stdout.write(process.stdout.isTTY ? text.split('\n').map(terminalText).join('\n') : text);
  const asker = answering ?? (process.stdin.isTTY && process.stdout.isTTY ? await terminalAsker() : null);
  if (asker === null) return 0;
  try {
    const question = isThere ? `Write over ${NAME} in` : `Write ${NAME} into`;
    const said = await asker.ask([`${question} ${terminalText(path)}?  yes / no`], async (answer) =>
      /^(?:y|yes|n|no)$/i.test(answer) ? null : 'Write yes or no.',
    );
    if (said !== null && /^y/i.test(said)) return await write(path, text);
    asker.say(['Nothing was written.']);
    return said === null ? INTERRUPTED : 1;
  } finally {
    asker.close();
  }
}

async function sumsOf(path: string): Promise<{ path: string; digest: string }[]> {
  const { files, coverage } = await readDelivery(path, { quick: true, cache: false });
  const sent = files.filter(({ kind }) => kind !== 'junk' && kind !== 'manifest');
  if (sent.length === 0)
    throw new QuestionError(`${quoted(path)} holds no file to send`, ['Name the folder that is delivered.']);
  const away = coverage.unread.find(({ because }) => because === 'not-local' || because === 'no-permission');
  if (away !== undefined)
    throw new QuestionError('the manifest would not be whole', [
      away.message,
      'Bring the file here, or take it out of the folder, then ask again.',
    ]);
  const progress = progressLine(process.stderr);
  const sums: { path: string; digest: string }[] = [];
  try {
    for (const [done, file] of sent.entries()) {
      progress.show({ step: 'sums', done, of: sent.length, path: file.path });
      sums.push({ path: file.path, digest: await sumOf(path, file.path) });
    }
  } finally {
    progress.clear();
  }
  return sums;
}

async function sumOf(folder: string, path: string): Promise<string> {
  try {
    return await digestOf(createReadStream(join(folder, path), { highWaterMark: 1 << 20 }), 'sha256');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new QuestionError(`${quoted(path)} cannot be read (${code})`, [
      'The manifest would not be whole. Make the file readable, then ask again.',
    ]);
  }
}

async function write(path: string, text: string): Promise<number> {
  await writeDelivered(path, NAME, text, `stemcheck manifest ${quoted(path)}`);
  const files = counted(text.split('\n').length - 1, 'file');
  process.stderr.write(`✓ ${NAME} is written: ${files}. Whoever receives the folder:  stemcheck ${quoted(path)}\n`);
  return 0;
}

function inTheWay(path: string): QuestionError {
  return new QuestionError(`there is a ${NAME} already`, [
    'To write it anew, add --update:',
    `  stemcheck manifest ${quoted(path)} --yes --update`,
    'To see whether the files agree with it:',
    `  stemcheck ${quoted(path)}`,
  ]);
}
