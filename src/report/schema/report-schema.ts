import { z } from 'zod';
import { OWNERS, STAGES } from '../../model/brief.js';
import { ITEMS, SEVERITIES, VERBS } from '../../model/report.js';
import { briefSchema } from './brief-schema.js';
import { coverageFields, fileSchema } from './delivery-schema.js';
import { relationsSchema } from './relations-schema.js';

const text = z.string();
const owners = z.array(z.enum(OWNERS));
const number = z.int().positive();
const count = z.int().nonnegative();
const remarks = z.array(z.strictObject({ path: text, remark: text }));

/** What a report, an audit and a comparison have in common. */
export const tool = z.strictObject({ name: z.literal('stemcheck'), version: text });
export const verdict = z.enum(['ready', 'ready-with-questions', 'not-ready', 'cannot-check']);
export const songStage = z.enum(['writing', 'production', 'recording', 'editing', 'mixing']);
export const counts = z.strictObject({ error: count, warning: count, info: count });
export const act = z.strictObject({
  owners,
  verb: z.enum(VERBS),
  act: text,
  decision: z.boolean(),
  files: remarks,
  closes: z.array(number).describe('numbers of the findings that it closes'),
});

const finding = z.strictObject({
  number: number.nullable().describe('from 1, worst first; null: folded under another finding'),
  key: text.describe('rule, paths and brief field: the same in every run'),
  rule: text,
  severity: z.enum(SEVERITIES),
  files: z.array(text),
  title: text,
  message: text,
  fix: text,
  owners,
  stage: z.enum(STAGES),
  item: z.enum(ITEMS).nullable(),
  data: z.record(text, z.unknown()),
  at: z
    .array(z.strictObject({ fromFrame: z.number(), toFrame: z.number(), channel: z.number().optional() }))
    .optional(),
  evidence: z.array(z.looseObject({ kind: text })).optional(),
  act: z.strictObject({ verb: z.enum(VERBS), phrase: text, perFile: remarks.optional() }),
  followsFrom: text.optional().describe('key of the finding under which this one is folded'),
  waived: z.strictObject({ reason: text, file: text, line: count }).optional(),
});

/** What `check --format json` prints for one folder. */
export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool,
  profile: text,
  root: text.describe('the folder as it was given'),
  song: text.nullable(),
  verdict,
  verdictBecause: text,
  stage: songStage,
  stageBecause: text.nullable(),
  questions: z.array(
    z.strictObject({
      id: z.enum(['final-parts', 'creative-effects', 'arrangement']),
      status: z.enum(['answered', 'partly', 'not-said']),
      answer: text,
      from: text.nullable(),
    }),
  ),
  acts: z.array(act),
  handoff: z
    .array(
      z.strictObject({
        id: z.enum(ITEMS),
        status: z.enum(['gap', 'open', 'waived', 'not-applicable', 'cannot-tell', 'not-said', 'ok']),
        because: text,
        from: text.nullable(),
        findings: z.array(number),
      }),
    )
    .describe('the twelve items, in their order'),
  findings: z.array(finding),
  files: z.array(fileSchema),
  relations: relationsSchema,
  coverage: z.strictObject({
    ...coverageFields,
    undecided: z.array(z.strictObject({ rule: text, files: z.array(text), reason: text })),
    rulesNotRun: z.array(z.strictObject({ rule: text, needs: text })),
  }),
  counts,
  brief: briefSchema,
});

/** What is printed for several folders in one call. */
export const reportsSchema = z.strictObject({ schemaVersion: z.literal(1), reports: z.array(reportSchema) });
