import { describe, expect, it } from 'vitest';
import { check } from '../../../../src/check/check.js';
import { brief, delivery, file, roughMix, stem } from '../../../../src/check/examples.js';
import { resolveProfile } from '../../../../src/check/profiles/index.js';
import { type Brief, type BriefFault, NO_BRIEF } from '../../../../src/model/brief.js';
import type { Delivery } from '../../../../src/model/delivery.js';
import type { Report } from '../../../../src/model/report.js';

const STEMS = [stem('Kick.wav', { label: { role: 'kick' } }), roughMix('Night Drive ROUGH v1.wav')];

function judged(facts: Delivery): Report {
  return check(facts, { profile: resolveProfile('standard'), waivers: true, version: '0' });
}

function numbered({ findings }: Report): string[] {
  return findings.filter(({ number }) => number !== null).map(({ rule }) => rule);
}

function status({ handoff }: Report, id: string): string | undefined {
  return handoff.find((item) => item.id === id)?.status;
}

/** A handoff.yaml with every line, some of them replaced by those that another one fills. */
function complete(other: Brief = NO_BRIEF) {
  return brief(
    {
      tempo: { bpm: 92 },
      key: { tonic: 'F#', mode: 'minor' },
      arrangement: 'final',
      takes: 'chosen',
      effects: { policy: 'none', files: [] },
      references: { title: 'Paper Boats', comment: 'low end' },
      target: 'lonely at first',
      deadline: { date: '2026-12-18' },
      deliverables: ['main'],
      job: 'mix',
    },
    Object.fromEntries(Object.entries(other).filter(([field, said]) => field !== 'sources' && said.length > 0)),
  );
}

describe('a folder without a word beside the stems', () => {
  const report = judged(delivery(...STEMS));

  it('gives one finding, which asks for all that is not said', () => {
    expect(numbered(report)).toEqual(['notes-present']);
    expect(report.findings[0]?.fix).toContain('tempo: 92 · key: F# minor · arrangement: final');
  });
  it('shows a gap at every item that only words can answer', () => {
    for (const id of ['references', 'tempo', 'target', 'delivery', 'scope']) expect(status(report, id)).toBe('gap');
  });
});

describe('a folder with a complete handoff.yaml', () => {
  it('gives no finding', () => {
    expect(numbered(judged(delivery(...STEMS, complete())))).toEqual([]);
  });
  it('has its items waived, one by one, where it says "none" and why', () => {
    const report = judged(
      delivery(
        ...STEMS,
        complete(
          brief({
            tempo: { none: 'played free' },
            key: { none: 'no tonal centre' },
            references: { none: 'the rough mix is the reference' },
            target: { none: 'a test tone' },
          }).brief,
        ),
      ),
    );
    expect(numbered(report)).toEqual([]);
    for (const id of ['tempo', 'key', 'references', 'target']) expect(status(report, id)).toBe('waived');
  });
});

describe('a handoff.yaml that cannot be read', () => {
  const broken: BriefFault = {
    id: 'not-yaml',
    file: 'handoff.yaml',
    line: 3,
    column: 9,
    message: 'The bracket that opens here is not closed.',
    instead: null,
    field: null,
  };
  const report = judged(
    delivery(...STEMS, file('handoff.yaml', 'brief'), brief({}, { sources: [], faults: [broken] })),
  );

  it('is one finding with its line, and claims no fact to be missing', () => {
    expect(numbered(report)).toEqual(['brief-unreadable']);
  });
  it('leaves the items that it may answer untold', () => {
    for (const id of ['tempo', 'references', 'target', 'delivery', 'scope'])
      expect(status(report, id)).toBe('cannot-tell');
  });
});

describe('an empty folder', () => {
  it('is asked for stems, and for nothing else', () => {
    expect(numbered(judged(delivery()))).toEqual(['stems-present']);
  });
});
