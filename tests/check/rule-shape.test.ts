import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/check/define-rule.js';
import { RULES } from '../../src/check/rules/index.js';
import { ITEMS, VERBS } from '../../src/model/report.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const RULE_FOLDER = join(ROOT, 'src/check/rules');
const REGISTRY = join(ROOT, '../shared/rules.json');

type Registered = Pick<
  Rule,
  'id' | 'chapter' | 'severity' | 'strict' | 'item' | 'owners' | 'stage' | 'needs' | 'uses' | 'summary'
>;

/** Where a rule knows better than the registry, and why. */
const DIFFERENT: Readonly<
  Record<string, { readonly fields: readonly (keyof Registered)[]; readonly because: string }>
> = {
  'sample-rate-consistent': { fields: ['uses'], because: "the session's rate decides what the set's rate is" },
  'channel-count': { fields: ['uses'], because: 'an Atmos mix in the brief means that more channels were agreed' },
  'group-stems-only': { fields: ['uses'], because: 'the brief may say so' },
  'mic-polarity': { fields: ['uses'], because: 'the names say which microphones stand on one source' },
  'wet-dry-pair-differs': {
    fields: ['needs', 'uses'],
    because: 'without a pair there is nothing to tell, whatever was compared',
  },
  'reference-is-rough': {
    fields: ['needs', 'uses'],
    because: 'equal bytes tell; the item does not hang on the rough mix',
  },
  'rough-mix-single': { fields: ['uses'], because: 'the brief may name the rough mix that counts' },
};

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('stands in the file and the chapter that its id and chapter name', () => {
    expect(existsSync(join(RULE_FOLDER, rule.chapter, `${id}.ts`))).toBe(true);
  });

  it('says what it wants, why, and how weighty it is, in the words of the model', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(rule.summary).not.toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
    expect(VERBS).toContain(rule.verb);
    if (rule.item !== null) expect(ITEMS).toContain(rule.item);
  });

  it('folds only under rules that there are', () => {
    const known = RULES.map((other) => other.id);
    expect((rule.followsFrom ?? []).filter((parent) => !known.includes(parent))).toEqual([]);
  });
});

it('has each id once', () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

it('lists every rule file in the index of its chapter', () => {
  const listed = new Set(RULES.map(({ id }) => id));
  const ruleFiles = readdirSync(RULE_FOLDER, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') && readFileSync(join(RULE_FOLDER, file), 'utf8').includes('export default defineRule('),
  );
  expect(ruleFiles.map((file) => basename(file, '.ts')).filter((id) => !listed.has(id))).toEqual([]);
});

describe.skipIf(!existsSync(REGISTRY))('the registry (skipped where ../shared is absent)', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s is as it was registered', (id, rule) => {
    const registered = registry().find((entry) => entry.id === id);
    if (registered === undefined) return expect(DIFFERENT[id]?.because, `${id} is not registered`).toBeDefined();
    for (const field of ['chapter', 'severity', 'strict', 'item', 'owners', 'stage', 'needs', 'uses'] as const) {
      if (DIFFERENT[id]?.fields.includes(field)) continue;
      expect({ [field]: rule[field] }).toEqual({ [field]: registered[field] });
    }
  });
});

function registry(): readonly Registered[] {
  return JSON.parse(readFileSync(REGISTRY, 'utf8')) as readonly Registered[];
}
