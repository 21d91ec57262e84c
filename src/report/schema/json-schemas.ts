import { z } from 'zod';
import { auditSchema } from './audit-schema.js';
import { deliverySchema } from './delivery-schema.js';
import { diffSchema } from './diff-schema.js';
import { reportSchema, reportsSchema } from './report-schema.js';

/**
 * The JSON Schemas (draft 2020-12) of what `check`, `audit` and `diff` print with `--format json`, and `scan`, by the name
 * of their file under docs/json-schema. A change that older readers cannot follow raises `schemaVersion`.
 */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'report.schema.json': printed(z.union([reportSchema, reportsSchema]), 'What stemcheck says about a delivery'),
    'audit.schema.json': printed(auditSchema, 'What stemcheck says about the deliveries of a drive'),
    'diff.schema.json': printed(diffSchema, 'What stemcheck says about two deliveries'),
    'delivery.schema.json': printed(deliverySchema, 'What stemcheck reads in a delivered folder'),
  };
}

function printed(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'ref' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
