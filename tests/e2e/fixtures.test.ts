import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recipe, recipeNames } from '../../fixtures/recipe.js';
import { renderDelivery } from '../../fixtures/render.js';
import { RULES } from '../../src/check/rules/index.js';
import { aboveInfo, emptyFolder, reportOf } from './program.js';

/** Rules that no rendered folder makes fire, each with the reason. */
const WITHOUT_A_FIXTURE: Readonly<Record<string, string>> = {
  'changed-while-read': 'a file has to change between two reads: told in hostile.test.ts and in the rule itself',
};

const deliveries = emptyFolder();

// Each recipe is a story: what it says is found, and nothing that it does not say is held against the producer.
describe('the delivery', () => {
  it.concurrent.each(recipeNames())(
    '%s gives what its story says and no false alarm',
    async (name) => {
      const { fires, profile } = recipe(name);
      const folder = renderDelivery(name, join(deliveries, name, 'Night Drive'));
      const report = await reportOf(folder, '--profile', profile);
      const found = new Set(report.findings.map(({ rule }) => rule));
      expect(fires.filter((rule) => !found.has(rule))).toEqual([]);
      expect(aboveInfo(report).filter(({ rule }) => !fires.includes(rule))).toEqual([]);
    },
    300_000,
  );

  it('of every layout that is called good has no finding above a note', () => {
    const good = recipeNames().filter((name) => name.startsWith('good-') || name === 'nothing-wrong');
    const severities = new Map(RULES.map(({ id, severity }) => [id, severity]));
    expect(good.length).toBeGreaterThan(10);
    expect(good.flatMap((name) => recipe(name).fires).filter((rule) => severities.get(rule) !== 'info')).toEqual([]);
  });
});

describe('the stories together', () => {
  const told = new Set(recipeNames().flatMap((name) => recipe(name).fires));
  it('make every rule fire, but for those that say why not', () => {
    expect(RULES.map(({ id }) => id).filter((id) => !told.has(id) && !(id in WITHOUT_A_FIXTURE))).toEqual([]);
  });
  it('tell no rule that is said to have none', () => {
    expect(Object.keys(WITHOUT_A_FIXTURE).filter((id) => told.has(id))).toEqual([]);
  });
  it('name only rules that exist', () => {
    const known = new Set(RULES.map(({ id }) => id));
    expect([...told, ...Object.keys(WITHOUT_A_FIXTURE)].filter((id) => !known.has(id))).toEqual([]);
  });
});
