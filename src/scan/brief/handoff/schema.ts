import { z } from 'zod';

const words = z.union([z.string().min(1), z.number()]);
const list = z.array(words);
const none = z.strictObject({ none: words.describe('why there is none') });
const orNone = '"none: <reason>" says that there is none, and why.';

export const tempoMap = z.strictObject({
  bpm: words.describe('beats per minute'),
  approx: z.union([z.boolean(), z.string()]).optional(),
  feel: z.enum(['half-time', 'double-time', 'swing', 'shuffle']).optional(),
  changes: z
    .array(
      z.strictObject({
        bpm: words.describe('beats per minute from here on'),
        bar: words.optional().describe('counted from 1'),
        at: words.optional().describe('a place in words, such as "the bridge"'),
      }),
    )
    .optional(),
});

export const reference = z.strictObject({
  artist: words.optional(),
  title: words.optional().describe('"Artist, Song"'),
  url: words.optional(),
  file: words.optional().describe('a file in the delivered folder'),
  note: words.optional().describe('what it is a reference for'),
});

export const meant = z.strictObject({
  rule: words.describe('the id of a rule, as `stemcheck rules` lists it'),
  files: z.union([words, list]).optional().describe('left out: on every file'),
  because: words.describe('why it is meant'),
});

/** The form of handoff.yaml and handoff.json; what a value may say is decided by the reader of each line. */
const HANDOFF = z.strictObject({
  song: words.optional().describe('The title of the song.'),
  tempo: z
    .union([words, tempoMap, none])
    .optional()
    .describe(`Beats per minute: 92, "about 84", or with its map {bpm: 92, changes: [{bar: 33, bpm: 96}]}. ${orNone}`),
  key: z.union([words, none]).optional().describe(`The sounding key: "F# minor", "F#m". ${orNone}`),
  meter: words.optional().describe('The meter: "4/4", "6/8".'),
  arrangement: words.optional().describe('final, or open where parts may still change.'),
  takes: words.optional().describe('chosen, or open where takes lie side by side.'),
  effects: z
    .union([words, list])
    .optional()
    .describe('Printed effects that are part of the song, as file names; [] says that there are none.'),
  dryVocals: z
    .union([words, list, none])
    .optional()
    .describe(`The dry versions of the important vocals, as file names. ${orNone}`),
  roughMix: z.union([words, none]).optional().describe(`The rough mix, where the file name does not say it. ${orNone}`),
  references: z
    .union([words, z.array(z.union([words, reference])), reference, none])
    .optional()
    .describe(`Reference tracks, each with a note on what it is a reference for. ${orNone}`),
  target: z.union([words, none]).optional().describe('One sentence: what should somebody feel who hears this.'),
  deadline: z
    .union([words, none])
    .optional()
    .describe(`A date such as 2026-12-18, or words such as "no rush". ${orNone}`),
  deliverables: z
    .union([words, list, none])
    .optional()
    .describe('The versions that are due: main, instrumental, acapella, clean, performance, tv, stems …'),
  scope: z
    .union([words, list])
    .optional()
    .describe('What the job includes: mix, master, editing, tuning, comping, sample-replacement, production …'),
  approver: words.optional().describe('Who says that the mix is done.'),
  revisions: words.optional().describe('How many rounds of changes are agreed.'),
  meant: z
    .union([meant, z.array(meant)])
    .optional()
    .describe('Findings that are intended: they stay in the report as waived, with the reason.'),
});

/** The JSON Schema of handoff.yaml, for editors that complete and check it. */
export function handoffJsonSchema(): Record<string, unknown> {
  return { title: 'handoff.yaml', ...z.toJSONSchema(HANDOFF, { target: 'draft-2020-12' }) };
}
