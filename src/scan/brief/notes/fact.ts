import type { Deadline, Owner, Reference, Stage, Tempo } from '../../../model/brief.js';
import type { NoteKey } from './key.js';
import type { Language } from './lexicon/index.js';

/** What a field of the notes holds; lists have one fact an entry. */
export type NoteValues = {
  tempo: Tempo;
  key: NoteKey;
  meter: string;
  references: Reference;
  deadline: Deadline;
  deliverables: string;
  target: string;
  arrangement: 'final' | 'open';
  takes: 'chosen' | 'open';
  effects: 'keep' | 'guide' | 'free' | 'none';
  dryWet: 'dry' | 'wet' | 'both';
  scope: {
    readonly quote: string;
    readonly stage: Stage;
    readonly owner: Owner | 'unclear';
    readonly mixIf?: string;
    readonly productionIf?: string;
  };
  lang: Language | 'mixed';
};
export type NoteField = keyof NoteValues;

/** One statement, the line on which it stands (from 1) and its words. */
export type Fact = {
  [F in NoteField]: { readonly field: F; readonly value: NoteValues[F]; readonly line: number; readonly quote: string };
}[NoteField];
