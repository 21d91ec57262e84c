import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { delivery, stem } from '../../src/check/examples.js';
import { resolveProfile } from '../../src/check/profiles/index.js';
import { RULES } from '../../src/check/rules/index.js';
import type { Delivery } from '../../src/model/delivery.js';
import type { Report } from '../../src/model/report.js';

const EXAMPLES = RULES.flatMap(({ id, examples }) =>
  [...examples.passes, ...examples.fails].map((example) => [`${id}: ${example.when}`, example.delivery] as const),
);

it.each(EXAMPLES)('a report of all rules adds up on %s', (_, folder) => {
  for (const profile of ['standard', 'strict', 'two-track']) expectSound(judged(folder, profile));
});

it('names of any letters change no finding but for the names in it, and stop no rule', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((text) => !text.includes('/'));
  fc.assert(
    fc.property(name, name, (first, second) => {
      const folder = delivery(
        stem(`A ${first}.wav`, { bitDepth: 16 }),
        stem(`B ${second}.wav`, { sampleRate: 44_100, seconds: 100 }),
        stem('C.wav'),
        stem('D.wav', { lossy: true, codec: 'mp3', bitDepth: null }),
      );
      const report = judged(folder, 'standard');
      expectSound(report);
      const rules = report.findings.map(({ rule }) => rule);
      for (const rule of ['sample-rate-consistent', 'lossless-format', 'bit-depth-consistent'])
        expect(rules).toContain(rule);
    }),
    { numRuns: 200 },
  );
});

function judged(folder: Delivery, profile: string): Report {
  return check(folder, { profile: resolveProfile(profile), waivers: true, version: '0.0.0' });
}

/** What holds in every report, whatever lies in the folder. */
function expectSound({ findings, acts, counts, coverage, handoff, verdict }: Report): void {
  expect(coverage.undecided.filter(({ reason }) => reason.includes('fault of stemcheck'))).toEqual([]);
  const numbers = findings.flatMap(({ number }) => number ?? []);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(counts.error + counts.warning + counts.info).toBe(numbers.length);
  expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
  for (const { followsFrom } of findings) {
    if (followsFrom !== undefined)
      expect(findings.some(({ key, followsFrom: next }) => key === followsFrom && next === undefined)).toBe(true);
  }
  const asking = findings.filter(
    ({ number, severity, act }) => number !== null && severity !== 'info' && act.verb !== 'nothing',
  );
  expect(acts.flatMap(({ closes }) => closes).sort((a, b) => a - b)).toEqual(asking.map(({ number }) => number));
  for (const { act } of acts) expect(act, act).toMatch(/^\p{Lu}.*[^.\s]$/u);
  expect(handoff).toHaveLength(12);
  for (const { because } of handoff) expect(because).toMatch(/\S/);
  if (verdict === 'ready') expect(counts.error + counts.warning).toBe(0);
}
