import type { AudioHeader, Fault, Tags } from '../../model/delivery.js';
import { type Faults, note } from '../headers/faults.js';
import { type FileHeader, readHeader } from '../headers/read-header.js';
import { HEAD_BYTES, runLater, runNow } from '../headers/reading.js';
import { type Form, formOfName } from '../sniff.js';
import { type BlobLike, blobSource } from './blob-source.js';
import { diskFault, openPath } from './path-source.js';

/** What one file's name and bytes say, without its samples. */
export type FileFacts = {
  /** length of the file; absent where it was not opened */
  readonly bytes?: number;
  readonly form: Form;
  readonly header?: AudioHeader;
  readonly tags?: Tags;
  readonly faults: readonly Fault[];
  /** what happened to the file while it was read */
  readonly changed?: 'changed' | 'vanished';
};

const MOVED = {
  changed: 'The file changed while it was read; it may still be uploading.',
  vanished: 'The file was there when the folder was listed and is gone now.',
} as const;
const UNREAD: Form = { is: 'other', name: 'not read' };
const ONLINE_ONLY: Form = { is: 'placeholder', name: 'a file that is online only' };

/**
 * Reads the header of one file on disk.
 *
 * @param absolutePath where it lies
 * @param relativePath its place in the delivery, which says what it should be
 * @returns at once for everything that our own readers know; junk, placeholders and unfinished transfers are not opened
 */
export function readFileFacts(absolutePath: string, relativePath: string): FileFacts | Promise<FileFacts> {
  const named = formOfName(relativePath);
  if (named) return { form: named, faults: [] };
  const opened = openPath(absolutePath);
  if (!opened.ok) return { form: UNREAD, faults: [opened.error], ...vanished(opened.error) };
  const source = opened.value;
  try {
    if (source.isOnlineOnly) return { bytes: source.size, form: ONLINE_ONLY, faults: [] };
    const head = source.read(0, Math.min(HEAD_BYTES, source.size));
    const facts = runNow(readHeader(source.size, head, relativePath), source.read);
    return { bytes: source.size, ...withChange(facts, source.changed()) };
  } catch (error) {
    const fault = diskFault(error);
    return { form: UNREAD, faults: [fault], ...vanished(fault) };
  } finally {
    source.close();
  }
}

/** Reads the header of a Blob or File, as a browser has them. */
export async function readBlobFacts(blob: BlobLike, name: string): Promise<FileFacts> {
  const named = formOfName(name);
  if (named) return { bytes: blob.size, form: named, faults: [] };
  const source = blobSource(blob);
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  return { bytes: source.size, ...(await runLater(readHeader(source.size, head, name), source.read)) };
}

/** A file that changed was read half old and half new: what was read of it does not count. */
function withChange(facts: FileHeader, changed: 'changed' | 'vanished' | null): FileFacts {
  if (changed === null) return facts;
  const faults: Faults = [];
  note(faults, changed, 0, MOVED[changed]);
  return { form: facts.form, faults, changed };
}

function vanished(fault: Fault): { readonly changed?: 'vanished' } {
  return fault.id === 'vanished' ? { changed: 'vanished' } : {};
}
