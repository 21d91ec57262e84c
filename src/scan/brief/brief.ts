import {
  type Brief,
  type BriefFault,
  isNone,
  NO_BRIEF,
  type None,
  type Reference,
  type Statement,
  type Waiver,
} from '../../model/brief.js';
import { fileName } from '../../model/units.js';
import { asStatements } from './note-facts.js';

/** One text of the delivery that was read as words. */
export type BriefText = { readonly path: string; readonly is: 'handoff' | 'notes'; readonly text: string };
type Field = Exclude<keyof Brief, 'sources' | 'waivers' | 'faults'>;
// One long line that was cut is no loss; a book beside the stems is.
const LONG_NOTES = 200_000;

type Fields = { [Name in Field]: Statement<unknown>[] };

/**
 * Puts together what all texts beside the stems say: handoff files first, then notes, each in the order given.
 *
 * @param texts decoded texts; any length, any content
 * @param options today as an ISO date, against which "next Friday" is counted; left out, such words stay words
 * @returns a Brief in which several sources stay side by side; NO_BRIEF without texts
 */
export async function gatherBrief(texts: readonly BriefText[], options: { today?: string } = {}): Promise<Brief> {
  if (texts.length === 0) return NO_BRIEF;
  const ordered = [...texts.filter(({ is }) => is === 'handoff'), ...texts.filter(({ is }) => is === 'notes')];
  const fields = emptyFields();
  const waivers: Waiver[] = [];
  const faults: BriefFault[] = [];
  const unfilled = new Set<string>();
  for (const { path, is, text } of ordered) {
    if (is === 'handoff') {
      // Each reader is loaded where there is something for it to read.
      const { readHandoff } = await import('./handoff/read-handoff.js');
      const handoff = readHandoff(text, path);
      for (const [field, said] of Object.entries(handoff.brief)) fields[field as Field].push(...said);
      waivers.push(...handoff.waivers);
      faults.push(...handoff.faults);
    } else {
      const form = isForm(path) ? await filledForm(text, path) : null;
      if (form !== null) {
        for (const [field, said] of Object.entries(form.brief)) fields[field as Field].push(...said);
        // A form that nobody filled in is no word of the producer.
        if (Object.keys(form.brief).length === 0 && form.rest.trim() === '') unfilled.add(path);
        if (form.rest.trim() === '') continue;
      }
      const { readNotes } = await import('./notes/index.js');
      const { facts, asides, cut } = readNotes(form?.rest ?? text, options);
      if (cut && text.length > LONG_NOTES) faults.push(readInPart(path));
      for (const { field, ...said } of asStatements([...facts, ...asides])) fields[field].push({ ...said, file: path });
    }
  }
  return {
    ...NO_BRIEF,
    ...(withoutRepeats(fields) as unknown as Omit<Brief, 'sources' | 'waivers' | 'faults'>),
    sources: ordered.filter(({ path }) => !unfilled.has(path)).map(({ path, is }) => ({ path, is })),
    waivers,
    faults,
  };
}

const isForm = (path: string) => /(?:^|\/)handoff\.md$/i.test(path);

async function filledForm(text: string, path: string) {
  const { readHandoffForm } = await import('./handoff/form.js');
  return readHandoffForm(text, path);
}

function readInPart(path: string): BriefFault {
  const name = fileName(path);
  const message = `${name} is longer than anybody reads before a mix: only its beginning was read.`;
  return { id: 'too-long', file: path, line: 0, column: 0, message, instead: null, field: null };
}

function emptyFields(): Fields {
  const { sources: _, waivers: __, faults: ___, ...fields } = NO_BRIEF;
  return Object.fromEntries(Object.keys(fields).map((field) => [field, []])) as unknown as Fields;
}

/**
 * The same value twice in one file is said once: its first place counts. A reference of the notes that an earlier
 * source names as well is left out, so that a note written into handoff.yaml answers for both.
 */
function withoutRepeats(fields: Fields): Fields {
  fields.references = withoutNamedBefore(fields.references as Statement<Reference | None>[]);
  const entries = Object.entries(fields).map(([field, said]) => {
    const seen = new Set<string>();
    return [
      field,
      said.filter(({ value, file }) => {
        const key = `${file}\n${JSON.stringify(isNone(value) ? 'none' : value)}`;
        return !seen.has(key) && seen.add(key);
      }),
    ];
  });
  return Object.fromEntries(entries) as Fields;
}

function withoutNamedBefore(references: readonly Statement<Reference | None>[]): Statement<Reference | None>[] {
  return references.filter(
    ({ value, file }, index) =>
      isNone(value) ||
      !references
        .slice(0, index)
        .some((before) => before.file !== file && !isNone(before.value) && isSame(before.value, value)),
  );
}

/** Both name one address, one file, or one record, however it is punctuated. */
function isSame(a: Reference, b: Reference): boolean {
  if (a.url !== undefined && b.url !== undefined) return a.url === b.url;
  if (a.file !== undefined && b.file !== undefined) return letters(a.file) === letters(b.file);
  const [one, other] = [a, b].map(({ artist = '', title = '' }) => letters(`${artist} ${title}`));
  return one !== '' && one === other;
}

function letters(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
