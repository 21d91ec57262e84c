import { z } from 'zod';
import { OWNERS } from '../../model/brief.js';
import { SEVERITIES } from '../../model/report.js';
import { act, counts, songStage, tool, verdict } from './report-schema.js';

const text = z.string();
const count = z.int().nonnegative();
const severity = z.enum(SEVERITIES);
const owners = z.array(z.enum(OWNERS));

const known = { key: text, rule: text, severity, files: z.array(text), title: text };
const finding = z.strictObject({ ...known, message: text, fix: text, owners });
const change = z.strictObject({ delivery: text, severity, rule: text, title: text });

const row = z.strictObject({
  path: text.describe('of the delivery, relative to the drive; "." is the drive itself'),
  song: text.nullable(),
  verdict,
  verdictBecause: text,
  stage: songStage,
  stems: count,
  counts,
  waitsFor: owners.describe('who has something to do'),
  acts: z.array(act),
  findings: z.array(finding).describe('worst first; without those that are waived'),
  folded: z.array(z.strictObject(known)).optional().describe('findings that another one explains; not counted'),
  notLooked: z.array(text).optional().describe('rules that could not look, for lack of a whole kind of fact'),
});

/** What `audit --format json` and `merge --format json` print. */
export const auditSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool,
  profile: text,
  root: text.describe('the drive as it was given'),
  shard: z
    .strictObject({ index: z.int().positive(), of: z.int().positive() })
    .nullable()
    .describe('which part of the deliveries this is; null: all of them'),
  only: z.array(text).optional().describe('the rules that ran; left out: all of the profile'),
  deliveries: z.array(row).describe('by path'),
  baseline: z
    .strictObject({
      opened: z.array(change),
      closed: z.array(change),
      known: count.describe('gaps of the baseline that still stand'),
      gone: z.array(text).optional().describe('deliveries of the baseline that are no longer on the drive'),
    })
    .optional()
    .describe('what changed since the report that --baseline named'),
});
