import { z } from 'zod';
import { SEVERITIES } from '../../model/report.js';
import { counts, tool, verdict } from './report-schema.js';

const text = z.string();
const number = z.int().positive().nullable();
const soundKind = z.enum(['same', 'renamed', 'exported', 'moved', 'level', 'changed', 'new', 'gone', 'not-compared']);

const side = z.strictObject({
  root: text.describe('the folder as it was given'),
  song: text.nullable(),
  verdict,
  verdictBecause: text,
  counts,
  quick: z.boolean().describe('names and headers only: nothing was compared by sound'),
});

const gap = {
  number: number.describe('in the report of its own side; null: another finding explains it'),
  key: text,
  rule: text,
  severity: z.enum(SEVERITIES),
  files: z.array(text),
  title: text,
  fix: text,
};
const closed = z.strictObject({
  ...gap,
  how: z.enum(['mended', 'meant', 'not-judged']).describe('meant: the new words say so; not-judged: nobody looked'),
});
const standing = z.strictObject({
  ...gap,
  was: number.describe('its number in the old report; null: new, or explained by another finding then'),
  sound: soundKind.nullable().describe('what became of the sound of its only file'),
});

function turned<T extends z.ZodType>(value: T) {
  return z.strictObject({ was: value, now: value }).optional();
}

const sound = z.strictObject({
  is: soundKind,
  was: text.nullable(),
  now: text.nullable(),
  movedFrames: z.number().optional().describe('later than before where positive'),
  gainDb: z.number().optional(),
  differs: z
    .strictObject({
      container: turned(text),
      sampleRate: turned(z.number()),
      width: turned(text),
      channels: turned(z.number()),
      seconds: turned(z.number()),
      peakDbfs: turned(z.number().nullable()),
      integratedLufs: turned(z.number().nullable()),
      spans: z
        .array(z.strictObject({ fromSeconds: z.number(), toSeconds: z.number() }))
        .optional()
        .describe('where a coarse picture of the sound differs; empty: too little to see where'),
      throughout: z.boolean().optional().describe('the picture differs nearly everywhere'),
    })
    .optional()
    .describe('of what changed: a field is there where it differs'),
});

/** What `diff --format json` prints. */
export const diffSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool,
  profile: text,
  old: side,
  new: side,
  gaps: z.strictObject({ closed: z.array(closed), still: z.array(standing), opened: z.array(standing) }),
  sounds: z.array(sound).describe('in the order of the new delivery, then those that are gone'),
  words: z.array(
    z.strictObject({
      is: z.enum(['said', 'unsaid']),
      file: text,
      line: z.int().nonnegative(),
      field: text.describe('the line of handoff.yaml that holds it, or would'),
      quote: text,
    }),
  ),
});
