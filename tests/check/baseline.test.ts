import { describe, expect, it } from 'vitest';
import { type Baseline, type ComparedWith, compared, type KnownGap } from '../../src/check/baseline.js';
import type { AuditRow } from '../../src/model/audit.js';
import type { Severity } from '../../src/model/report.js';

const CLIPPED = gap('clipping', ['Kick.wav', 'Snare.wav', 'Tom.wav']);
const LATE = gap('stem-offset', ['Pad.wav']);
const NO_KEY = gap('key-stated', [], 'warning');

describe('debt that a baseline knows', () => {
  it('still stands, and nothing opened or closed', () => {
    expect(since([CLIPPED, LATE], [CLIPPED, LATE])).toEqual({ opened: [], closed: [], known: 2 });
  });

  it('on fewer files than before is what is left of it: mending two of three stems opens nothing', () => {
    expect(since([CLIPPED], [gap('clipping', ['Tom.wav'])])).toEqual({ opened: [], closed: [], known: 1 });
  });

  it('is known under the other way to write an accent', () => {
    const composed = gap('clipping', ['Caf\u00e9.wav', 'Kick.wav']);
    expect(since([composed], [gap('clipping', ['Cafe\u0301.wav'])]).opened).toEqual([]);
  });

  it('that stood under another finding and now stands alone is no new gap', () => {
    const { comparison } = compare({ 'Night Drive': [{ ...LATE, folded: true }] }, [row([LATE])]);
    expect(comparison).toEqual({ opened: [], closed: [], known: 1 });
  });

  it('that now stands under another finding is not closed', () => {
    const { comparison } = compare({ 'Night Drive': [LATE] }, [row([], { folded: [LATE] })]);
    expect(comparison.closed).toEqual([]);
  });
});

describe('a new gap', () => {
  it('opens on a file that the old one did not name', () => {
    const now = gap('clipping', ['Tom.wav', 'Ride.wav']);
    expect(since([CLIPPED], [now]).opened).toEqual([
      { delivery: 'Night Drive', severity: 'error', rule: 'clipping', title: 'clipping' },
    ]);
  });

  it('opens where a known one got worse than what fails', () => {
    expect(since([{ ...LATE, severity: 'warning' }], [LATE]).opened).toHaveLength(1);
  });

  it('does not open below what fails', () => {
    expect(since([], [NO_KEY])).toEqual({ opened: [], closed: [], known: 0 });
  });

  it('opens in a delivery that the baseline does not know', () => {
    expect(compare({ 'Other Song': [LATE] }, [row([LATE])]).comparison.opened).toHaveLength(1);
  });
});

describe('a closed gap', () => {
  it('is named and pruned; what is known stays, and what is new is not added', () => {
    const { comparison, pruned } = compare({ 'Night Drive': [CLIPPED, LATE] }, [row([LATE, gap('hum', ['DI.wav'])])]);
    expect(comparison.closed.map(({ rule }) => rule)).toEqual(['clipping']);
    expect(pruned.get('Night Drive')).toEqual([LATE]);
  });

  it('is pruned down to the files that are left', () => {
    const { pruned } = compare({ 'Night Drive': [CLIPPED] }, [row([gap('clipping', ['Tom.wav'])])]);
    expect(pruned.get('Night Drive')).toEqual([gap('clipping', ['Tom.wav'])]);
  });

  it('keeps the severity that was known, so that pruning forgives nothing that got worse', () => {
    const { pruned } = compare({ 'Night Drive': [{ ...LATE, severity: 'warning' }] }, [row([LATE])]);
    expect(pruned.get('Night Drive')?.[0]?.severity).toBe('warning');
  });

  it.each<[string, Partial<AuditRow>, Partial<ComparedWith>]>([
    ['its rule had nothing to look at', { notLooked: ['clipping'] }, {}],
    ['its rule was left out of the run', {}, { only: ['hum'] }],
    ['the delivery could not be checked', { verdict: 'cannot-check' }, {}],
  ])('is not called closed where %s', (_, facts, settings) => {
    const { comparison, pruned } = compare({ 'Night Drive': [CLIPPED] }, [row([], facts)], settings);
    expect(comparison.closed).toEqual([]);
    expect(pruned.get('Night Drive')).toEqual([CLIPPED]);
  });
});

describe('a delivery of the baseline that is not there', () => {
  it('is gone when the whole drive was read', () => {
    const { comparison, pruned } = compare({ 'Old Ferry': [LATE], 'Night Drive': [] }, [row([])], { isWhole: true });
    expect(comparison.gone).toEqual(['Old Ferry']);
    expect([...pruned.keys()]).toEqual(['Night Drive']);
  });

  it('may lie in another shard, and stays', () => {
    const { comparison, pruned } = compare({ 'Old Ferry': [LATE] }, [row([])]);
    expect(comparison).toEqual({ opened: [], closed: [], known: 0 });
    expect(pruned.get('Old Ferry')).toEqual([LATE]);
  });
});

function since(before: readonly KnownGap[], now: readonly KnownGap[]) {
  return compare({ 'Night Drive': before }, [row(now)]).comparison;
}

function compare(
  before: Readonly<Record<string, readonly KnownGap[]>>,
  rows: readonly AuditRow[],
  settings: Partial<ComparedWith> = {},
) {
  const baseline: Baseline = new Map(Object.entries(before));
  return compared(rows, baseline, { failOn: 'error', ...settings });
}

function gap(rule: string, files: readonly string[], severity: Severity = 'error'): KnownGap {
  return { key: [rule, ...files].join('|'), rule, severity, files, title: rule };
}

function row(gaps: readonly KnownGap[], facts: Partial<AuditRow> = {}): AuditRow {
  return {
    path: 'Night Drive',
    song: null,
    verdict: 'not-ready',
    verdictBecause: '',
    stage: 'mixing',
    stems: 3,
    counts: { error: gaps.length, warning: 0, info: 0 },
    waitsFor: [],
    acts: [],
    findings: gaps.map((one) => ({ ...one, message: '', fix: '', owners: ['producer' as const] })),
    ...facts,
  };
}
