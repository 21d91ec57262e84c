import { describe, expect, it } from 'vitest';
import { NO_BRIEF } from '../../../../src/model/brief.js';
import { gatherBrief } from '../../../../src/scan/brief/brief.js';

describe('what all texts beside the stems say', () => {
  it('handoff.yaml stands first, whatever the order of the files; both sources stay', async () => {
    const brief = await gatherBrief([
      { path: 'a notes.txt', is: 'notes', text: 'Tempo: 96 bpm' },
      { path: 'handoff.yaml', is: 'handoff', text: 'tempo: 92' },
    ]);
    expect(brief.sources.map(({ path }) => path)).toEqual(['handoff.yaml', 'a notes.txt']);
    expect(brief.tempo).toMatchObject([
      { value: { bpm: 92 }, file: 'handoff.yaml', line: 1 },
      { value: { bpm: 96 }, file: 'a notes.txt', line: 1 },
    ]);
  });

  it('the same value twice in one file is said once', async () => {
    const brief = await gatherBrief([{ path: 'notes.txt', is: 'notes', text: 'Tempo: 96 bpm\nstuff\nTempo: 96 bpm' }]);
    expect(brief.tempo).toMatchObject([{ line: 1 }]);
  });

  it('faults and waivers come along; no text says nothing', async () => {
    const text = 'tempo: fast\nmeant: [{rule: clipping, because: tape}]';
    const brief = await gatherBrief([{ path: 'handoff.yaml', is: 'handoff', text }]);
    expect(brief.faults).toMatchObject([{ id: 'line-unclear', line: 1 }]);
    expect(brief.waivers).toMatchObject([{ rule: 'clipping', because: 'tape' }]);
    expect(await gatherBrief([])).toBe(NO_BRIEF);
  });

  it('a note in handoff.yaml answers for the same reference in the notes', async () => {
    const brief = await gatherBrief([
      { path: 'notes.txt', is: 'notes', text: 'References: Ada Lane - Slow Glass' },
      { path: 'handoff.yaml', is: 'handoff', text: 'references:\n  - {title: "Ada Lane, Slow Glass", note: the kick}' },
    ]);
    expect(brief.references.map(({ value }) => value)).toEqual([
      { title: 'Ada Lane, Slow Glass', comment: 'the kick' },
    ]);
  });
});

describe('a handoff.md that a producer fills in by hand', () => {
  const read = (text: string) => gatherBrief([{ path: 'handoff.md', is: 'notes', text }]);

  it('gives its answers, each with its line; the form itself says nothing', async () => {
    const brief = await read(`# Handoff: Night Drive
<!-- Tempo: 92 is an
     example. -->
> Key: F# minor, for example

**Tempo:** 84
**Key:** none: no tonal centre
**Arrangement:**
**Deliverables:** main, inst
**References:**
- Ada Lane - Slow Glass: the kick, and the room
-
- https://example.org/x
**Deadline:** 2026-12-18
`);
    expect(brief.tempo).toMatchObject([{ value: { bpm: 84 }, file: 'handoff.md', line: 6 }]);
    expect(brief.key.map(({ value }) => value)).toEqual([{ none: 'no tonal centre' }]);
    expect(brief.arrangement).toEqual([]);
    expect(brief.deliverables.map(({ value }) => value)).toEqual(['main', 'instrumental']);
    expect(brief.references).toMatchObject([
      { value: { artist: 'Ada Lane', title: 'Slow Glass', comment: 'the kick, and the room' }, line: 11 },
      { value: { url: 'https://example.org/x' }, line: 13 },
    ]);
    expect(brief.deadline).toMatchObject([{ value: { date: '2026-12-18' }, line: 14 }]);
    expect(brief.sources).toEqual([{ path: 'handoff.md', is: 'notes' }]);
  });

  it('what is written in sentences is read as notes are, with the right line', async () => {
    const brief = await read('**Tempo:**\n\nThe song is at 97 bpm.\n');
    expect(brief.tempo).toMatchObject([{ value: { bpm: 97 }, line: 3 }]);
  });

  it('left empty is no word of the producer', async () => {
    const brief = await read('# Handoff\n\n**Tempo:**\n**References:**\n-\n- \n');
    expect(brief).toEqual({ ...NO_BRIEF, sources: [] });
  });
});
