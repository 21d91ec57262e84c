import { join } from 'node:path';
import { type Brief, type BriefFault, NO_BRIEF } from '../model/brief.js';
import type { Unread } from '../model/delivery.js';
import { bundleOf } from '../model/session-bundle.js';
import { fileName } from '../model/units.js';
import type { Candidate } from './kinds.js';
import { wholeFile } from './source/whole-file.js';

export type NamedBrief = { readonly path: string; readonly text: string };
export type Words = { readonly brief: Brief; readonly unread: readonly Unread[] };
type Source = { readonly path: string; readonly is: 'handoff' | 'notes'; readonly text: string };

// Notes of a song are a page or two. What is longer is read up to here, and a fault says so.
const MOST_BYTES = 4 << 20;
const HANDOFF_NAME = /^handoff\.(?:ya?ml|json)$/i;

/**
 * Reads the words beside the stems: handoff.yaml (or the one that the caller names), then the notes in path order.
 *
 * @param candidates the listed files; only text and documents are opened
 * @param named stands in for a delivered handoff file
 */
export async function gatherWords(root: string, candidates: readonly Candidate[], named?: NamedBrief): Promise<Words> {
  const texts = candidates.filter((candidate) => isWords(candidate));
  if (texts.length === 0 && named === undefined) return { brief: NO_BRIEF, unread: [] };
  const sources: Source[] = named ? [{ path: named.path, is: 'handoff', text: named.text }] : [];
  const faults: BriefFault[] = [];
  const unread: Unread[] = [];
  for (const { path } of texts) {
    const isHandoff = HANDOFF_NAME.test(fileName(path));
    if (isHandoff && named) continue;
    const read = await readText(join(root, path), path);
    if ('text' in read) sources.push({ path, is: isHandoff ? 'handoff' : 'notes', text: read.text });
    else if ('column' in read) faults.push(read);
    else unread.push(read);
  }
  const { gatherBrief } = await import('./brief/brief.js');
  const brief = await gatherBrief(sources);
  return { brief: { ...brief, faults: [...brief.faults, ...faults] }, unread };
}

function isWords({ path, form, label }: Candidate): boolean {
  // The property lists inside a Logic project are text and nobody's notes.
  if (bundleOf(path) !== null) return false;
  if (form.is === 'document') return true;
  if (form.is !== 'text' || label.kind === 'manifest') return false;
  return (
    !/\.(?:csv|tsv|xml|rpp|nki|json|js|css|svg|m3u8?|cue|srt|lrc)$/i.test(path) || HANDOFF_NAME.test(fileName(path))
  );
}

async function readText(absolutePath: string, path: string): Promise<{ text: string } | BriefFault | Unread> {
  let bytes: Uint8Array | null;
  try {
    bytes = await wholeFile(absolutePath, MOST_BYTES);
    if (bytes === null) {
      return {
        id: 'too-long',
        file: path,
        line: 0,
        column: 0,
        message: `${path} is longer than 4 MB, more than anybody reads before a mix, so it was not read.`,
        instead: null,
        field: null,
      };
    }
  } catch (error) {
    return {
      path,
      because: 'disk-error',
      message: `${path} could not be read (${String((error as NodeJS.ErrnoException).code)}).`,
    };
  }
  const { readDocumentOnDisk } = await import('./documents-node.js');
  return readDocumentOnDisk(bytes, absolutePath, path);
}
