import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { resolveProfile } from '../../src/check/profiles/index.js';
import type { Asker } from '../../src/cli/init/asker.js';
import { manifest } from '../../src/cli/manifest.js';
import { QuestionError } from '../../src/cli/question-error.js';
import { scan } from '../../src/scan/scan.js';
import { deliver, printed } from './program.js';

const NAME = 'sha256sums.txt';
let folder = '';
const print = printed();
beforeEach(() => {
  folder = deliver('nothing-wrong');
});

const written = () => readFileSync(join(folder, NAME), 'utf8');
const answer = (said: string | null): Asker => ({
  ask: async () => said,
  say: () => undefined,
  close: () => undefined,
});

/** What the rule says of the folder, worst first. */
async function gaps(quick = false): Promise<string[]> {
  const report = check(await scan(folder, { quick }), {
    profile: resolveProfile('standard'),
    waivers: true,
    version: '0',
    only: ['manifest-mismatch'],
  });
  return report.findings.map(({ severity, message }) => `${severity}: ${message}`);
}

describe('stemcheck manifest', () => {
  it('prints sums that sha256sum agrees with, and writes nothing unasked', async () => {
    expect(await manifest(folder, {})).toBe(0);
    expect(existsSync(join(folder, NAME))).toBe(false);
    const sums = execFileSync('sha256sum', ['--check', '-'], { cwd: folder, input: print.stdout, encoding: 'utf8' });
    expect(sums.split('\n').filter((line) => line.endsWith(': OK'))).toHaveLength(9);
  });

  it('writes them after a yes, and nothing after a no', async () => {
    expect(await manifest(folder, {}, answer('no'))).toBe(1);
    expect(existsSync(join(folder, NAME))).toBe(false);
    expect(await manifest(folder, {}, answer('yes'))).toBe(0);
    expect(written()).toBe(print.stdout.slice(0, print.stdout.length / 2));
  });

  it('does not write over one that is there, unless it is told to', async () => {
    writeFileSync(join(folder, NAME), 'mine');
    await expect(manifest(folder, { yes: true })).rejects.toThrow(QuestionError);
    expect(written()).toBe('mine');
    expect(await manifest(folder, { yes: true, update: true })).toBe(0);
    expect(written()).toContain('  Stems/01 Kick.wav\n');
  });

  it('does not write through a link that lies in the folder', async () => {
    const target = join(folder, '..', 'elsewhere');
    symlinkSync(target, join(folder, NAME));
    await expect(manifest(folder, { yes: true, update: true })).rejects.toThrow('not a plain file');
    expect(existsSync(target)).toBe(false);
  });
});

describe('a folder with a manifest of its own', () => {
  beforeEach(() => manifest(folder, { yes: true }));

  it('that agrees has no gap', async () => {
    expect(await gaps()).toEqual([]);
  });

  it('names what was changed, left behind, renamed and added', async () => {
    const kick = readFileSync(join(folder, 'Stems/01 Kick.wav'));
    kick[1000] = (kick[1000] ?? 0) ^ 1;
    writeFileSync(join(folder, 'Stems/01 Kick.wav'), kick);
    rmSync(join(folder, 'Stems/03 Shaker.wav'));
    renameSync(join(folder, 'Stems/04 Bass.wav'), join(folder, 'Stems/04 Bass DI.wav'));
    writeFileSync(join(folder, 'Stems/lyrics.txt'), 'la la la');
    expect(await gaps()).toEqual([
      'error: Stems/01 Kick.wav has another sha256 sum than sha256sums.txt states.',
      'error: sha256sums.txt lists Stems/03 Shaker.wav, which does not lie in the folder, under no name.',
      expect.stringContaining('Stems/04 Bass.wav lies here as Stems/04 Bass DI.wav, with the same content.'),
      expect.stringContaining('Stems/lyrics.txt lies in the folder and not in sha256sums.txt'),
    ]);
    expect(await gaps(true)).toEqual([]);
  });
});
