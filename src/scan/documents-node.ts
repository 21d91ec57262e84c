import { execFile } from 'node:child_process';
import type { BriefFault } from '../model/brief.js';
import { readDocument } from './brief/documents/index.js';

const LONGEST_MS = 10_000;
const MOST_BYTES = 4 << 20;

/**
 * The words of a document on disk: as `readDocument`, and of a PDF where `pdftotext` is on PATH.
 *
 * @param bytes the whole file
 * @param absolutePath where the file lies, for `pdftotext`
 * @param path the path that a fault names
 */
export async function readDocumentOnDisk(
  bytes: Uint8Array,
  absolutePath: string,
  path: string,
): Promise<{ readonly text: string } | BriefFault> {
  const read = await readDocument(bytes, path);
  if ('text' in read || read.id !== 'notes-pdf') return read;
  const text = await pdfText(absolutePath);
  return text === null ? read : { text };
}

/** Null where there is no `pdftotext`, where it fails, or where the PDF holds pictures of words only. */
function pdfText(absolutePath: string): Promise<string | null> {
  const settings = ['-layout', '-enc', 'UTF-8', '-q', '-l', '20'];
  return new Promise((resolve) => {
    execFile(
      'pdftotext',
      [...settings, absolutePath, '-'],
      { timeout: LONGEST_MS, maxBuffer: MOST_BYTES, encoding: 'utf8' },
      (error, text) => {
        resolve(error !== null || text.trim() === '' ? null : text.replaceAll('\f', '\n'));
      },
    );
  });
}
