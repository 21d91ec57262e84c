import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import type { Rule } from '../../src/check/define-rule.js';
import { PROFILES, resolveProfile } from '../../src/check/profiles/index.js';
import { RULES } from '../../src/check/rules/index.js';
import type { Delivery } from '../../src/model/delivery.js';
import type { Finding } from '../../src/model/report.js';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.passes.map((example) => [example.when, example] as const))(
    'stays silent when %s',
    (_when, { delivery }) => {
      expect(played(rule, delivery).map(({ message }) => message)).toEqual([]);
    },
  );

  it.each(rule.examples.fails.map((example) => [example.when, example] as const))(
    'speaks when %s',
    (_when, example) => {
      const [first] = played(rule, example.delivery);
      expect(first?.message).toBe(example.says);
      if (example.severity !== undefined) expect(first?.severity).toBe(example.severity);
    },
  );

  it('has an example that passes, a near miss beside it, and one that fails', () => {
    expect(rule.examples.passes.length).toBeGreaterThanOrEqual(2);
    expect(rule.examples.fails.length).toBeGreaterThanOrEqual(1);
  });

  it('speaks in short titles and whole sentences', () => {
    for (const { delivery } of rule.examples.fails) {
      for (const finding of played(rule, delivery)) expectWords(finding);
    }
  });
});

const BANNED = /\bdetected\b|\binvalid\b|\bissue\b|\bmismatch\b|\bplease\b|!|\(s\)|\bundefined\b|\bNaN\b|\bnull\b/i;

function expectWords({ title, message, fix }: Finding): void {
  expect(title.length, title).toBeLessThanOrEqual(60);
  expect(title, title).not.toMatch(/\.$/);
  expect(message, message).toMatch(/[.?"”…)]$/);
  // A fix ends as a sentence, or with the line to write.
  expect(fix, fix).toMatch(/^["“]?\p{Lu}/u);
  expect(fix, fix).toMatch(/[.?]$|: ?\S/);
  // What a person wrote is quoted as it is.
  for (const words of [title, message, fix]) expect(words.replace(/"[^"]*"/g, '')).not.toMatch(BANNED);
}

/** The findings of one rule alone, in the mildest profile in which it speaks. */
function played(rule: Rule, delivery: Delivery): readonly Finding[] {
  const profile = resolveProfile(rule.severity === 'off' ? 'strict' : 'standard');
  const report = check(delivery, { profile, waivers: true, version: '0.0.0', only: [rule.id] });
  expect(report.coverage.undecided.filter(({ reason }) => reason.includes('fault of stemcheck'))).toEqual([]);
  return report.findings.filter(({ waived }) => waived === undefined);
}

it('knows every rule that a profile names', () => {
  const ids = new Set(RULES.map(({ id }) => id));
  for (const profile of PROFILES) {
    for (const id of Object.keys(profile.rules)) expect(ids.has(id), `${profile.name}: ${id}`).toBe(true);
  }
});
