import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRow } from '../../src/check/audit-row.js';
import type { Audit } from '../../src/model/audit.js';
import type { Diff } from '../../src/model/diff.js';
import { formatAuditHtml } from '../../src/report/audit/html.js';
import { formatDiffHtml } from '../../src/report/diff/html.js';
import { drawnDelivery, manyStems, report } from './builders.js';
import { HARMFUL, hostileName, reportOn } from './hostile.js';

const HEAD = {
  schemaVersion: 1,
  tool: { name: 'stemcheck', version: '0.0.0' },
  profile: 'standard',
} as const;
const drive = (deliveries: Audit['deliveries'], parts: Partial<Audit> = {}): Audit => ({
  ...HEAD,
  root: '/mnt/Incoming',
  shard: null,
  deliveries,
  ...parts,
});

/** The names of all elements of the body; a "<" that opens none of ours is text that was not escaped. */
function elementsOf(page: string): string[] {
  const body = /<body>([\s\S]*)<script>/.exec(page)?.[1] ?? '';
  return [...body.matchAll(/<(?!\/)([^\s>/]*)/g)].map(([, name = '']) => name);
}
const OURS =
  /^(?:a|article|button|circle|code|dd|defs|details|div|dl|dt|footer|h1|h2|h3|header|li|line|main|ol|p|path|pattern|rect|section|span|strong|summary|svg|symbol|table|tbody|td|th|thead|tr|ul|use)$/;

function expectInert(page: string): void {
  expect(page).not.toMatch(HARMFUL);
  expect(elementsOf(page).filter((name) => !OURS.test(name))).toEqual([]);
  expect(page.match(/<(?:script|style)\b/g)).toHaveLength(2);
  expect(page.replaceAll('&#39;', "'")).toContain("default-src 'none'; style-src 'sha256-");
  expect(page).not.toMatch(/(?:src|href)="(?!#)/);
}

describe('the overview of a drive', () => {
  const good = auditRow('Good', report());
  const bad = auditRow('Bad', drawnDelivery());

  it('stands worst first, says whom to call, and leads each row to its delivery', () => {
    const page = formatAuditHtml(drive([good, bad]));
    expect(page).toContain('1 of 2 deliveries is ready to mix</h1>');
    expect(page).toMatch(/<a href="#d1">Bad<\/a>[\s\S]*<a href="#d2">Good<\/a>/);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  it('leads a delivery that has a page of its own there, and tells only the others itself', () => {
    const odd = auditRow('Odd', drawnDelivery());
    const page = formatAuditHtml(drive([good, bad, odd]), (path) => (path === 'Good' ? null : `a"b #?/${path}.html`));
    expect(page).toContain('<a href="a%22b%20%23%3F/Bad.html">Bad</a>');
    expect(page).toMatch(/<a href="#d3">Good<\/a>[\s\S]*id="d3"/);
    expect(page).not.toContain('<article');
  });

  it('holds what to do and how to close each finding, and nothing to unfold where nothing was found', () => {
    const page = formatAuditHtml(drive([bad]));
    expect(page).toContain('Export five stems again, all from one start, at 48 kHz and 24 bit');
    expect(page.match(/<article/g)).toHaveLength(bad.findings.length);
    expect(formatAuditHtml(drive([good]))).not.toContain('<details');
  });

  it('names what opened, closed and went since the baseline, and is silent without one', () => {
    const change = { delivery: 'Bad', severity: 'error', rule: 'clipping', title: 'Kick clips' } as const;
    const page = formatAuditHtml(drive([bad], { baseline: { opened: [change], closed: [], known: 3, gone: ['Old'] } }));
    expect(page).toContain('Since the baseline: 1 gap opened, 0 closed, 3 known.');
    expect(page).toContain('Bad: Kick clips (clipping)');
    expect(page).toContain('Old: no longer on the drive');
    expect(formatAuditHtml(drive([bad]))).not.toMatch(/Since the|since the/);
  });

  it('lists a hundred findings of a delivery and counts the others', () => {
    const page = formatAuditHtml(drive([auditRow('Many', manyStems(10, 30))]));
    expect(page.match(/<article/g)).toHaveLength(100);
    expect(page).toContain('and 200 findings more');
  });

  it('runs nothing and hides nothing, whatever the names', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        const row = auditRow(name, reportOn([name]));
        const change = { delivery: name, severity: 'error', rule: 'clipping', title: name } as const;
        const baseline = { opened: [change], closed: [change], known: 0, gone: [name] };
        expectInert(formatAuditHtml(drive([row], { root: name, baseline })));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the page of a difference', () => {
  const diffOf = (name: string): Diff => {
    const side = {
      root: name,
      song: name,
      verdict: 'not-ready',
      verdictBecause: name,
      counts: { error: 1, warning: 0, info: 0 },
      quick: false,
    } as const;
    const gap = { number: 1, rule: 'clipping', severity: 'error', files: [name], title: name, fix: name } as const;
    return {
      ...HEAD,
      old: side,
      new: side,
      gaps: {
        closed: [{ ...gap, key: 'a', how: 'mended' }],
        still: [{ ...gap, key: 'b', was: 1, sound: 'renamed' }],
        opened: [{ ...gap, key: 'c', was: null, sound: 'new' }],
      },
      sounds: [
        { is: 'renamed', was: `${name}.wav`, now: 'Kick.wav' },
        { is: 'gone', was: `${name}.wav`, now: null },
      ],
      words: [{ is: 'said', file: name, line: 3, field: 'tempo', quote: name }],
    };
  };

  it('says which gaps closed, stand and opened, what became of each file, and what is said now', () => {
    const page = formatDiffHtml(diffOf('Pad'));
    const places = ['Closed gaps</h2>', 'Gaps that still stand</h2>', 'Pad: the same sound, renamed', 'New gaps</h2>'];
    const later = ['Files</h2>', 'Gone</td><td>Pad</td>', 'Renamed, same sound</td><td>Pad → Kick', 'tempo: Pad'];
    const found = [...places, ...later].map((words) => page.indexOf(words));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  it('of two equal deliveries has no list of gaps', () => {
    const page = formatDiffHtml({ ...diffOf('Pad'), gaps: { closed: [], still: [], opened: [] } });
    expect(page).not.toMatch(/gaps<\/h2>|still stand/);
  });

  it('runs nothing and hides nothing, whatever the names', () => {
    fc.assert(
      fc.property(hostileName, (name) => expectInert(formatDiffHtml(diffOf(name)))),
      { numRuns: 60 },
    );
  });
});
