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
});
