import { describe, expect, it } from 'vitest';
import { contextOf, viewsOf } from '../../../src/check/context.js';
import type { Reported, Rule } from '../../../src/check/define-rule.js';
import { handoffRules } from '../../../src/check/rules/handoff/index.js';
import { namesRules } from '../../../src/check/rules/names/index.js';
import { scopeRules } from '../../../src/check/rules/scope/index.js';
import type { Delivery } from '../../../src/model/delivery.js';

function play(rule: Rule, delivery: Delivery): Reported[] {
  const found: Reported[] = [];
  rule.check(contextOf(viewsOf(delivery), rule.options), (finding) => found.push(finding));
  return found;
}

for (const rule of [...handoffRules, ...scopeRules, ...namesRules]) {
  describe(rule.id, () => {
    it.each(rule.examples.passes)('stays silent when $when', ({ delivery }) => {
      expect(play(rule, delivery).map(({ message }) => message)).toEqual([]);
    });
    it.each(rule.examples.fails)('speaks when $when', ({ delivery, says, severity }) => {
      const [first] = play(rule, delivery);
      expect(first?.message).toBe(says);
      expect(first!.title.length).toBeLessThanOrEqual(60);
      if (severity) expect(first?.severity ?? rule.severity).toBe(severity);
    });
  });
}
