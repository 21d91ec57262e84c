import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { QuestionError } from '../../../../src/cli/question-error.js';
import { triage } from '../../../../src/cli/triage.js';
import { formatTriage as triageText } from '../../../../src/report/triage.js';

const folder = mkdtempSync(join(tmpdir(), 'triage-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('stemcheck triage', () => {
  it('prints the wishes of a file by stage, earliest first, with what could move them', async () => {
    const file = join(folder, 'round 2.txt');
    writeFileSync(file, 'Make the vocal brighter.\nReplace the snare.\nHow many rounds are included?\nThanks!\n');
    expect(await printed(() => triage(file, { format: 'table' }))).toBe(
      [
        'Production: producer',
        '  "Replace the snare"',
        '      mixing if sample replacement is in scope',
        '',
        'Mixing: mixing engineer',
        '  "Make the vocal brighter"',
        '',
        'Agreement: for both sides to agree on',
        '  "How many rounds are included"',
        '',
      ].join('\n'),
    );
  });

  it('prints the same as data', async () => {
    const file = join(folder, 'one.txt');
    writeFileSync(file, 'Make the vocal brighter.');
    expect(JSON.parse(await printed(() => triage(file, { format: 'json' })))).toEqual([
      { quote: 'Make the vocal brighter', stage: 'mixing', owner: 'mixing-engineer' },
    ]);
  });

  it('says so where nothing is asked', () => {
    expect(triageText([])).toBe('Nothing is asked for in this text.\n');
  });

  it('shows what would move the cursor instead of printing it', () => {
    expect(triageText([{ quote: 'louder \u001b[2J', stage: 'mixing', owner: 'mixing-engineer' }])).not.toContain(
      '\u001b',
    );
  });

  it('is a question that cannot be asked where there is no such file', async () => {
    await expect(triage(join(folder, 'missing.txt'), { format: 'table' })).rejects.toThrow(QuestionError);
  });
});

async function printed(run: () => Promise<number>): Promise<string> {
  let text = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    expect(await run()).toBe(0);
  } finally {
    spy.mockRestore();
  }
  return text;
}
