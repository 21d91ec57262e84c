import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { auditRow } from '../../src/check/audit-row.js';
import { auditChoices, printAudit } from '../../src/cli/audit-formats.js';
import { diff } from '../../src/cli/diff.js';
import { report } from '../report/builders.js';
import { deliver, emptyFolder } from './program.js';

describe('--format html', () => {
  it('writes the overview of a drive beside the drive', async () => {
    const file = join(emptyFolder(), 'overview.html');
    const deliveries = [auditRow('Good', report())];
    const tool = { name: 'stemcheck', version: '0.0.0' } as const;
    await printAudit(
      { schemaVersion: 1, tool, profile: 'standard', root: 'Incoming', shard: null, deliveries },
      auditChoices([`html=${file}`], 'Incoming'),
      { color: 'never' },
    );
    expect(readFileSync(file, 'utf8')).toContain('1 of 1 delivery is ready to mix</h1>');
  });

  it('writes the page of two deliveries that are copies, without a gap that closed or opened', async () => {
    const old = deliver('nothing-wrong', 'Night Drive');
    const work = emptyFolder();
    const now = join(work, 'Night Drive v2');
    cpSync(old, now, { recursive: true });
    const file = join(work, 'diff.html');
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await diff(old, now, {
      format: [`html=${file}`],
      failOn: 'never',
      waivers: true,
      color: 'never',
      cache: false,
      quick: true,
      jobs: 1,
      rule: [],
      only: [],
    });
    vi.restoreAllMocks();
    const page = readFileSync(file, 'utf8');
    expect(page).toContain('Night Drive → Night Drive v2');
    expect(page).not.toMatch(/(?:Closed|New) gaps/);
  });
});
