import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PLACE, RAW_HISTORY_FRAMES } from '../../../../src/scan/audio/kernel/kernel.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const layout = readFileSync(`${root}src/scan/audio/kernel/assembly/layout.ts`, 'utf8');

describe('the embedded kernel', () => {
  it('is what its sources give', () => {
    execFileSync(process.execPath, [`${root}scripts/build-kernel.mjs`, '--check'], { stdio: 'pipe' });
  });

  it('is read where its sources put things', () => {
    const names: Record<keyof typeof PLACE, string> = {
      taps: 'TAPS',
      hash: 'HASH',
      mask: 'MASK',
      coefficients: 'COEFFICIENTS',
      lags: 'LAG_STATE',
      tops: 'TOPS',
      fir: 'FIR',
      groups: 'GROUPS',
      energies: 'ENERGIES',
      slow: 'SLOW',
      still: 'STILL',
      clicks: 'CLICKS',
      repeats: 'REPEATS',
      jumps: 'JUMPS',
      raw: 'RAW',
    };
    for (const [name, constant] of Object.entries(names))
      expect(PLACE[name as keyof typeof PLACE], name).toBe(constantIn(constant));
    expect(RAW_HISTORY_FRAMES).toBe(constantIn('RAW_HISTORY'));
  });

  it('keeps its regions apart for the largest chunk of two channels', () => {
    const hops = constantIn('MOST_HOPS');
    const frames = hops * constantIn('HOP');
    const fewestGroupFrames = 64; // below 9.6 kHz
    const regions: [string, number, number][] = [
      ['TAPS', 0, 16 * 12],
      ['HASH', 0, 96],
      ['MASK', 0, 16],
      ['COEFFICIENTS', 0, 96],
      ['K_STATE', 0, 112],
      ['LAG_STATE', 0, 10 * 32],
      ['TOPS', 0, 4 * constantIn('TOP_BYTES')],
      ['FIR', 0, constantIn('FIR_BYTES')],
      ['BOX', constantIn('FIR_BYTES'), (constantIn('HOP') / 8) * 16],
      ['BENDS', 0, 128 * 32],
      ['GRID', 0, 3 * constantIn('GRID_BYTES')],
      ['BLOCKS', 0, 64 + 64 * 32],
      ['GROUPS', 0, (frames / fewestGroupFrames + 1) * constantIn('GROUP_BYTES')],
      ['ENERGIES', 0, Math.ceil(frames / 80) * 16],
      ['SLOW', 0, (frames / 8) * 8],
      ['STILL', 0, constantIn('MOST_STILL') * 32],
      ['CLICKS', 0, constantIn('MOST_CLICKS') * 16],
      ['REPEATS', 0, constantIn('MOST_REPEATS') * 16],
      ['JUMPS', 0, constantIn('MOST_JUMPS') * 32],
      ['FLAT', constantIn('HISTORY') * 8, (constantIn('HOP') + 64) * 8],
      ['RAW', constantIn('RAW_HISTORY') * 8, frames * 8 + 256],
    ];
    const spans = regions.map(([name, before, bytes]) => ({
      name,
      from: constantIn(name) - before,
      to: constantIn(name) + bytes,
    }));
    spans.sort((a, b) => a.from - b.from);
    for (const [i, span] of spans.entries()) {
      const next = spans[i + 1]?.from ?? 40 * 65_536;
      expect(span.to, `${span.name} ends before ${spans[i + 1]?.name ?? 'the memory'}`).toBeLessThanOrEqual(next);
    }
  });
});

function constantIn(name: string): number {
  const match = new RegExp(`export const ${name}: \\w+ = (0x[0-9a-f]+|\\d+);`).exec(layout);
  if (match?.[1] === undefined) throw new Error(`layout.ts has no ${name}`);
  return Number(match[1]);
}
