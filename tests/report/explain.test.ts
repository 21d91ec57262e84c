import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { RuleDoc } from '../../src/model/rule-doc.js';
import { formatExplain } from '../../src/report/explain.js';
import { formatRules, formatRulesJson } from '../../src/report/rules.js';

const PLAIN = { width: 80, color: false, ascii: false, verbose: false };
const RULE: RuleDoc = {
  id: 'rough-length',
  chapter: 'timing',
  severity: 'warning',
  strict: 'error',
  item: 'rough-mix',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  uses: ['brief'],
  summary: 'The rough mix is as long as the stems',
  why: 'A rough mix of another length shows another arrangement, and the mixer cannot know which one is meant.',
  how: 'Export it **over the whole song**:\n\n- Reaper: `File > Render`\n- Live: Export Audio',
  standsOn: 'the labelled deliveries',
  options: { toleratedSeconds: 4 },
  examples: {
    passes: [{ when: 'the rough mix fades two seconds longer' }],
    fails: [{ when: 'the rough mix is of a shorter edit', says: 'The rough mix lasts 2:45, the longest stem 3:20.' }],
  },
};

describe('explaining a rule', () => {
  const text = formatExplain(RULE, PLAIN);
  it('says what it wants, who closes it, which item it belongs to and what it reads', () => {
    expect(text).toContain('  rough-length\n  The rough mix is as long as the stems\n');
    expect(text).toContain('  severity   warning\n');
    expect(text).toContain('  closed by  producer\n');
    expect(text).toContain('  list item  4, rough mix\n');
    expect(text).toContain('  reads      headers; with more to say: handoff.yaml and notes\n');
  });
  it('shows what counts, with the sentence that a gap would give', () => {
    expect(text).toContain('  ✓ The rough mix fades two seconds longer\n');
    expect(text).toContain(
      '  ✗ The rough mix is of a shorter edit\n      "The rough mix lasts 2:45, the longest stem 3:20."',
    );
  });
  it('shows how to close it without the signs of markdown', () => {
    expect(text).toContain('  Export it over the whole song:\n\n  - Reaper: File > Render\n  - Live: Export Audio\n');
  });
  it('says how to set it, and how to waive it unless it cannot be waived', () => {
    expect(text).toContain('  standard     warning\n  strict       error\n');
    expect(text).toContain('tolerated seconds  4');
    expect(text).toContain('- { rule: rough-length, because: why it is meant }');
    const never = formatExplain({ ...RULE, neverWaived: true }, PLAIN);
    expect(never).toContain('It cannot be waived');
    expect(never).not.toContain('because: why it is meant');
  });
  it('shows the severities of the profiles that it is given', () => {
    const given = formatExplain(RULE, { ...PLAIN, profiles: [{ name: 'two-track', severity: 'off' }] });
    expect(given).toContain('  two-track    off\n');
  });
  it('prints no control character of a rule that a studio wrote', () => {
    const own = formatExplain({ ...RULE, why: 'a\x1b[2Jb', how: 'c\u202ed' }, PLAIN);
    expect(own).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
    expect(own).toContain('a␛[2Jb');
  });
});

describe('the list of rules', () => {
  const rules = [
    RULE,
    { ...RULE, id: 'silent-stem', chapter: 'sound', severity: 'info' as const, strict: 'info' as const },
  ];
  it('names each with its severity and what it wants, chapter by chapter', () => {
    const text = formatRules(rules, PLAIN);
    expect(text).toContain('── Timing ─');
    expect(text).toContain('  warning  rough-length  The rough mix is as long as the stems (strict: error)\n');
    expect(text).toContain('  note     silent-stem   The rough mix is as long as the stems\n');
    expect(text).toContain('  2 rules.');
  });
  it.each([60, 80, 120])('fits %i columns', (width) => {
    const long = formatRules(rules, { ...PLAIN, width })
      .split('\n')
      .filter((line) => stringWidth(line) > width);
    expect(long).toEqual([]);
  });
  it('reads back as JSON, whole', () => {
    const back = JSON.parse(formatRulesJson(rules));
    expect(back.rules.map(({ id }: RuleDoc) => id)).toEqual(['rough-length', 'silent-stem']);
    expect(back.rules[0].strict).toBe('error');
    expect(back.rules[0].examples.fails[0].says).toBe('The rough mix lasts 2:45, the longest stem 3:20.');
  });
});
