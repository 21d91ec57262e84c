import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { auditRow } from '../../src/check/audit-row.js';
import { brief, delivery, roughMix, stem } from '../../src/check/examples.js';
import type { Audit } from '../../src/model/audit.js';
import type { Delivery } from '../../src/model/delivery.js';
import type { Diff } from '../../src/model/diff.js';
import type { Report } from '../../src/model/report.js';
import { formatAuditJson } from '../../src/report/audit/json.js';
import { formatDelivery, formatJson } from '../../src/report/json.js';
import type { auditSchema } from '../../src/report/schema/audit-schema.js';
import type { deliverySchema } from '../../src/report/schema/delivery-schema.js';
import type { diffSchema } from '../../src/report/schema/diff-schema.js';
import { jsonSchemas } from '../../src/report/schema/json-schemas.js';
import type { reportSchema } from '../../src/report/schema/report-schema.js';
import { report, saltAndStatic } from './builders.js';

type Deep<T> = T extends (infer One)[]
  ? readonly Deep<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;
/** The compiler holds the schema to the model: a field that is missing or has another type does not build. */
const held: [
  Report extends Deep<z.infer<typeof reportSchema>> ? true : never,
  Delivery extends Deep<z.infer<typeof deliverySchema>> ? true : never,
  Audit extends Deep<z.infer<typeof auditSchema>> ? true : never,
  Diff extends Deep<z.infer<typeof diffSchema>> ? true : never,
] = [true, true, true, true];

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
const schemas = jsonSchemas();
const validator = (name: string) => ajv.compile(JSON.parse(schemas[name] ?? '{}'));

describe('the JSON Schema of a report', () => {
  const validate = validator('report.schema.json');
  it.each([
    ['with every kind of thing in it', () => formatJson(saltAndStatic(), { evidence: true })],
    ['without what only drawings need', () => formatJson(saltAndStatic(), { evidence: false })],
    ['of several folders', () => formatJson([report(), saltAndStatic()], { evidence: false })],
  ])('accepts a report %s', (_, text) => {
    validate(JSON.parse(text()));
    expect(validate.errors ?? []).toEqual([]);
    expect(held).toEqual([true, true, true, true]);
  });

  it('refuses a report whose verdict is none, and one with a field of its own', () => {
    const said = JSON.parse(formatJson(report(), { evidence: false }));
    expect(validate({ ...said, verdict: 'fine' })).toBe(false);
    expect(validate({ ...said, extra: 1 })).toBe(false);
  });
});

describe('the JSON Schema of an audit', () => {
  const validate = validator('audit.schema.json');
  const change = { delivery: 'Salt', severity: 'error', rule: 'clipping', title: 'Kick clips' } as const;
  const whole: Audit = {
    schemaVersion: 1,
    tool: { name: 'stemcheck', version: '0.0.0' },
    profile: 'standard',
    root: 'Incoming',
    shard: { index: 1, of: 2 },
    only: ['clipping'],
    deliveries: [auditRow('Salt', saltAndStatic()), auditRow('Good', report())],
    baseline: { opened: [change], closed: [change], known: 1, gone: ['Old'] },
  };

  it('accepts an audit with every kind of thing in it, and one with nothing', () => {
    validate(JSON.parse(formatAuditJson(whole)));
    expect(validate.errors ?? []).toEqual([]);
    const { only: _only, baseline: _baseline, ...rest } = whole;
    validate(JSON.parse(formatAuditJson({ ...rest, shard: null, deliveries: [] })));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('refuses an audit without its deliveries, and a row with a field of its own', () => {
    const said = JSON.parse(formatAuditJson(whole));
    expect(validate({ ...said, deliveries: undefined })).toBe(false);
    expect(validate({ ...said, deliveries: [{ ...said.deliveries[0], extra: 1 }] })).toBe(false);
  });
});

describe('the JSON Schema of a delivery', () => {
  it('accepts what scan prints', () => {
    const validate = validator('delivery.schema.json');
    const words = brief({ tempo: { bpm: 92, changes: [{ bar: 33, bpm: 96 }] }, key: { none: 'no tonal centre' } });
    const facts = delivery(stem('Kick.wav', { measured: {} }), roughMix('Rough.wav'), words);
    validate(JSON.parse(formatDelivery(facts)));
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('the printed schemas under docs', () => {
  it.each(Object.entries(schemas))('%s is as the code says', (name, text) => {
    const path = fileURLToPath(new URL(`../../docs/json-schema/${name}`, import.meta.url));
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
