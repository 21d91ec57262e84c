import type { Brief, Statement } from '../../../model/brief.js';
import type { DeliveredFile } from '../../../model/delivery.js';
import { fileName, listed } from '../../../model/units.js';

type Told = { readonly brief: Brief; readonly files: readonly DeliveredFile[] };

/** Paths of the delivered files that were read as words: what is missing in words is reported on them. Empty without notes. */
export function notePaths({ brief, files }: Told): string[] {
  // A brief that the caller names with --brief lies elsewhere and is no file of this delivery.
  const delivered = new Set(files.map((file) => file.path));
  return brief.sources.map((source) => source.path).filter((path) => delivered.has(path));
}

/** "notes.txt does not say when the mix is due." or, without any notes, "Nothing in the folder says …". */
export function notSaid(brief: Brief, what: string): string {
  const names = brief.sources.map((source) => fileName(source.path));
  if (names.length === 0) return `Nothing in the folder says ${what}.`;
  return `${listed(names)} ${names.length === 1 ? 'does' : 'do'} not say ${what}.`;
}

/** Why a field of the brief cannot be told: its own value, or the whole file it may stand in, was not read; else null. */
export function unreadWords(brief: Brief, ...fields: readonly string[]): string | null {
  const fault = brief.faults.find((one) =>
    one.field === null ? one.id !== 'line-unclear' : fields.includes(one.field),
  );
  return fault === undefined ? null : fault.message;
}

/** Nothing but leftovers of an operating system lies here: stems-present says all there is to say. */
export function isEmpty(files: readonly DeliveredFile[]): boolean {
  return files.every((file) => file.kind === 'junk');
}

/** "notes.txt, line 4". */
export function placeOf(statement: Pick<Statement<unknown>, 'file' | 'line'>): string {
  return `${fileName(statement.file)}, line ${statement.line}`;
}

/** A quote from someone's notes, short enough for a sentence and on one line. */
export function quoted(text: string, mostCharacters = 80): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return `"${characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : line}"`;
}
