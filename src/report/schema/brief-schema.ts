import { z } from 'zod';
import { OWNERS, STAGES } from '../../model/brief.js';

const text = z.string();
const none = z.strictObject({ none: text.describe('the reason why there is none, which waives the item') });

/** One statement and where it stands; several sources side by side, handoff.yaml first. */
function said<T extends z.ZodType>(value: T) {
  return z.array(z.strictObject({ value, file: text, line: z.int().nonnegative(), quote: text }));
}

const tempo = z.strictObject({
  bpm: z.number(),
  approx: z.boolean().optional(),
  feel: z.enum(['half-time', 'double-time', 'swing', 'shuffle']).optional(),
  changes: z.array(z.strictObject({ bpm: z.number(), at: text.optional(), bar: z.number().optional() })).optional(),
});
const reference = z.strictObject({
  artist: text.optional(),
  title: text.optional(),
  url: text.optional(),
  file: text.optional(),
  comment: text.optional(),
});
const ask = z.strictObject({
  quote: text,
  stage: z.enum(STAGES),
  owner: z.enum([...OWNERS, 'unclear']),
  mixIf: text.optional(),
  productionIf: text.optional(),
});

/** What the words beside the stems say. */
export const briefSchema = z.strictObject({
  sources: z.array(z.strictObject({ path: text, is: z.enum(['handoff', 'notes']) })),
  song: said(text),
  tempo: said(z.union([tempo, none])),
  key: said(z.union([z.strictObject({ tonic: text, mode: z.enum(['major', 'minor']).optional() }), none])),
  meter: said(text),
  arrangement: said(z.enum(['final', 'open'])),
  takes: said(z.enum(['chosen', 'open'])),
  effects: said(z.strictObject({ policy: z.enum(['keep', 'guide', 'free', 'none']), files: z.array(text) })),
  dryWet: said(z.enum(['dry', 'wet', 'both'])),
  dryVocals: said(z.union([z.array(text), none])),
  roughMix: said(z.union([text, none])),
  references: said(z.union([reference, none])),
  target: said(z.union([text, none])),
  deadline: said(
    z.union([z.strictObject({ date: text.optional(), time: text.optional(), vague: text.optional() }), none]),
  ),
  deliverables: said(z.union([text, none])),
  promised: said(z.strictObject({ what: text, role: text.optional(), file: text.optional() })),
  approver: said(text),
  revisions: said(text),
  job: said(text),
  asks: said(ask),
  waivers: z.array(
    z.strictObject({
      rule: text,
      files: z.array(text),
      because: text,
      file: text,
      line: z.int().nonnegative(),
      column: z.int().nonnegative(),
    }),
  ),
  faults: z.array(
    z.strictObject({
      id: z.enum(['not-yaml', 'line-unclear', 'not-text', 'too-long', 'too-deep', 'notes-pdf']),
      file: text,
      line: z.number(),
      column: z.number(),
      message: text,
      instead: text.nullable(),
      field: text.nullable(),
    }),
  ),
});
