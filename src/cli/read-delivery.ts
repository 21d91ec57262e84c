import { readFileSync } from 'node:fs';
import type { Delivery } from '../model/delivery.js';
import type { NamedBrief } from '../scan/gather-words.js';
import { scan } from '../scan/scan.js';
import { FolderUnreadableError } from '../scan/walk.js';
import { progressLine } from './progress.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';

export type ReadingOptions = {
  readonly quick?: boolean;
  readonly brief?: string;
  readonly jobs?: number;
  readonly cache: boolean;
  /** false: the stems are not held against the rough mix */
  readonly rough?: boolean;
};

/**
 * Scans a folder as the command line asks, with progress on a terminal and Ctrl-C.
 *
 * @throws QuestionError where the folder or the named brief cannot be read
 */
export async function readDelivery(folder: string, options: ReadingOptions): Promise<Delivery> {
  const brief = options.brief === undefined ? undefined : await namedBrief(options.brief);
  const progress = progressLine(process.stderr);
  const interrupt = new AbortController();
  const onInterrupt = () => {
    progress.clear();
    interrupt.abort();
    // Whatever is still busy (a read from a drive that hangs) must not keep the person waiting.
    setTimeout(() => process.exit(130), 500).unref();
  };
  process.once('SIGINT', onInterrupt);
  try {
    return await scan(folder, {
      quick: options.quick === true,
      rough: options.rough !== false,
      jobs: options.jobs ?? 0,
      cache: options.cache && options.quick !== true ? {} : null,
      ...(brief ? { brief } : {}),
      signal: interrupt.signal,
      onProgress: progress.show,
    });
  } catch (error) {
    if (error instanceof FolderUnreadableError) throw notOpened(error);
    throw error;
  } finally {
    process.off('SIGINT', onInterrupt);
    progress.clear();
  }
}

function notOpened({ folder, code }: FolderUnreadableError): QuestionError {
  const why = code === 'EACCES' || code === 'EPERM' ? 'you have no permission to read it' : `the system says ${code}`;
  return new QuestionError(`${quoted(folder)} cannot be opened: ${why}`, [
    'Ask whoever shared the folder for the right to read it, or copy it to a place of your own.',
  ]);
}

async function namedBrief(path: string): Promise<NamedBrief> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new QuestionError(`the brief ${quoted(path)} cannot be read (${code})`, [
      'Name a handoff.yaml that exists, or leave --brief out.',
    ]);
  }
  const { briefProblems } = await import('../scan/brief/handoff/index.js');
  const problems = briefProblems(text, path);
  if (problems.length > 0) throw new QuestionError(problems[0] ?? '', problems.slice(1));
  return { path, text };
}
