import type { AudioHeader, Fault, Tags } from '../../model/delivery.js';
import { type Faults, note } from '../headers/faults.js';
import type { HeaderFacts } from '../headers/header.js';
import { type FileHeader, readHeader } from '../headers/read-header.js';
import { HEAD_BYTES, runLater, runNow } from '../headers/reading.js';
import { wantsTags, withTags } from '../headers/tags.js';
import { type Form, formOfName } from '../sniff.js';
import { type BlobLike, blobSource } from './blob-source.js';
import { diskFault, openPath, type PathSource } from './path-source.js';

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
 * @returns at once where our own readers suffice, later where tags of a compressed file are read too; junk,
 *          placeholders and unfinished transfers are not opened
 */
export function readFileFacts(absolutePath: string, relativePath: string): FileFacts | Promise<FileFacts> {
  const named = formOfName(relativePath);
  if (named) return { form: named, faults: [] };
  const opened = openPath(absolutePath);
  if (!opened.ok) return faultFacts(opened.error);
  const source = opened.value;
  let isWaiting = false;
  try {
    if (source.isOnlineOnly) return { bytes: source.size, form: ONLINE_ONLY, faults: [] };
    const head = source.read(0, Math.min(HEAD_BYTES, source.size));
    const facts = runNow(readHeader(source.size, head, relativePath), source.read);
    if (wantsTags(facts.magic, facts)) {
      isWaiting = true;
      return taggedFacts(source, facts);
    }
    return fileFacts(source.size, facts, source.changed());
  } catch (error) {
    return unreadFacts(error);
  } finally {
    if (!isWaiting) source.close();
  }
}

async function taggedFacts(source: PathSource, facts: FileHeader): Promise<FileFacts> {
  try {
    const tagged = await withTags(facts, source.size, source.read);
    return fileFacts(source.size, { ...tagged, form: facts.form }, source.changed());
  } catch (error) {
    return unreadFacts(error);
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
  const facts = await runLater(readHeader(source.size, head, name), source.read);
  const tagged = wantsTags(facts.magic, facts) ? await withTags(facts, source.size, source.read) : facts;
  return fileFacts(source.size, { ...tagged, form: facts.form }, null);
}

/** A file that changed was read half old and half new: what was read of it does not count. */
function fileFacts(
  bytes: number,
  { form, header, tags, faults }: HeaderFacts & { readonly form: Form },
  changed: 'changed' | 'vanished' | null,
): FileFacts {
  if (changed === null) return { bytes, form, ...(header ? { header } : {}), ...(tags ? { tags } : {}), faults };
  const moved: Faults = [];
  note(moved, changed, 0, MOVED[changed]);
  return { bytes, form, faults: moved, changed };
}

function unreadFacts(error: unknown): FileFacts {
  return faultFacts(diskFault(error));
}

function faultFacts(fault: Fault): FileFacts {
  return { form: UNREAD, faults: [fault], ...(fault.id === 'vanished' ? { changed: 'vanished' as const } : {}) };
}
