import { z } from 'zod';

const text = z.string();
const number = z.number();
const known = number.nullable();

const stemInRough = z.strictObject({
  path: text,
  kind: z.enum(['aligned', 'offset', 'drift', 'rate', 'not-found', 'cannot-tell', 'silent']),
  lateFrames: known.describe('positive: late'),
  withinFrames: known,
  ppm: known,
  trueRateHz: known,
  inverted: z.boolean().nullable(),
  invertedSide: z.enum(['L', 'R']).nullable().optional().describe('of a wide stem, the side that alone is upside down'),
  score: known,
  contributionDb: known,
  gainDb: known,
  pan: known.optional().describe('−1 left … 1 right'),
  explained: known,
  why: text.nullable(),
});

const rough = z.strictObject({
  roughMix: text,
  commonLagFrames: known,
  agreement: z.enum(['sure', 'weak', 'none']),
  nullDb: known,
  provesDownToDb: known,
  sampleRate: number,
  stems: z.array(stemInRough),
  unexplained: z
    .strictObject({
      share: number,
      spans: z.array(
        z.strictObject({ fromSeconds: number, toSeconds: number, fromHz: number, toHz: number, levelDb: number }),
      ),
      levelDb: known,
    })
    .nullable(),
  diffuse: z.boolean(),
  mixDriftPpm: known,
  steps: z.array(z.strictObject({ atSeconds: number, jumpSeconds: number })),
  cannotTell: text.nullable(),
});

/** Facts about two or more files. */
export const relationsSchema = z.strictObject({
  sameSound: z.array(z.strictObject({ files: z.array(text), how: z.enum(['bytes', 'samples']) })),
  dryTwins: z.array(z.strictObject({ wet: text, dry: text, because: z.enum(['name', 'sound']) })),
  rough: rough.nullable().describe('null: not compared; roughBecause says why'),
  roughBecause: text.nullable(),
  twins: z.array(
    z.strictObject({
      a: text,
      b: text,
      kind: z.enum(['copy', 'processed-copy', 'same-performance']),
      lagFrames: number,
      gainDb: known,
      inverted: z.boolean().nullable(),
      nullDb: known,
    }),
  ),
  buses: z.array(z.strictObject({ bus: text, members: z.array(text), explained: number })),
});
