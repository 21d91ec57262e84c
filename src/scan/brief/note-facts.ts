import type { Brief, Statement } from '../../model/brief.js';

type Field = Exclude<keyof Brief, 'sources' | 'waivers' | 'faults'>;
/** What a reader of notes states: its own name of the field, a value, the line and the words. */
type NoteFact = { readonly field: string; readonly value: unknown; readonly line: number; readonly quote: string };
type Placed = Omit<Statement<unknown>, 'file'> & { readonly field: Field };

// Notes name two things otherwise than the Brief: what they wish is an ask until it is agreed, and which effects are
// kept is said without file names. The language of the notes is no fact of the brief.
const FIELDS: Readonly<Record<string, Field>> = {
  song: 'song',
  tempo: 'tempo',
  key: 'key',
  meter: 'meter',
  arrangement: 'arrangement',
  takes: 'takes',
  effects: 'effects',
  dryWet: 'dryWet',
  dryVocals: 'dryVocals',
  roughMix: 'roughMix',
  references: 'references',
  target: 'target',
  deadline: 'deadline',
  deliverables: 'deliverables',
  promised: 'promised',
  approver: 'approver',
  revisions: 'revisions',
  job: 'job',
  scope: 'asks',
};

/** The facts of notes as statements of the Brief's fields; facts that fill none are left out. */
export function asStatements(facts: readonly NoteFact[]): Placed[] {
  return facts.flatMap(({ field, value, line, quote }) => {
    const filled = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
    return filled === undefined ? [] : [{ field: filled, value: inTheBriefsForm(field, value), line, quote }];
  });
}

function inTheBriefsForm(field: string, value: unknown): unknown {
  if (field === 'effects' && typeof value === 'string') return { policy: value, files: [] };
  if (field === 'dryVocals' && typeof value === 'string') return [value];
  if (field === 'promised' && typeof value === 'string') return { what: value };
  return value;
}
