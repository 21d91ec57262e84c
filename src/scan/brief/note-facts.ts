import { SAID_FIELDS, type SaidField, type Statement } from '../../model/brief.js';

/** What a reader of notes states: its own name of the field, a value, the line and the words. */
type NoteFact = { readonly field: string; readonly value: unknown; readonly line: number; readonly quote: string };
type Placed = Omit<Statement<unknown>, 'file'> & { readonly field: SaidField };

/** The facts of notes as statements of the Brief's fields; facts that fill none are left out. */
export function asStatements(facts: readonly NoteFact[]): Placed[] {
  return facts.flatMap(({ field, value, line, quote }) => {
    const filled = fieldOf(field);
    return filled === undefined ? [] : [{ field: filled, value: inTheBriefsForm(field, value), line, quote }];
  });
}

/** What notes wish is an ask until it is agreed; their language is no fact of the brief. */
function fieldOf(field: string): SaidField | undefined {
  return field === 'scope' ? 'asks' : SAID_FIELDS.find((one) => one === field);
}

// Notes say in one word what the Brief keeps in parts: which effects are kept, which voice is dry, what is promised.
function inTheBriefsForm(field: string, value: unknown): unknown {
  if (field === 'effects' && typeof value === 'string') return { policy: value, files: [] };
  if (field === 'dryVocals' && typeof value === 'string') return [value];
  if (field === 'promised' && typeof value === 'string') return { what: value };
  return value;
}
