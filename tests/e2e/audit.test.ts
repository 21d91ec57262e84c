import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDelivery } from '../../fixtures/render.js';
import { emptyFolder, stemcheck } from './program.js';

describe('a drive of deliveries', () => {
  let drive = '';
  let work = '';
  beforeAll(() => {
    work = emptyFolder();
    drive = join(work, 'Incoming');
    renderDelivery('nothing-wrong', join(drive, 'Night Drive'));
    renderDelivery('nothing-wrong', join(drive, 'Artist B', 'Second Song'));
    renderDelivery('paper-lanterns', join(drive, 'Paper Lanterns'));
    mkdirSync(join(drive, 'Empty'));
  });
  const audit = (...args: string[]) => stemcheck(['audit', drive, '--quick', ...args], { cwd: work });

  it('is found delivery by delivery: sub-folders of stems and roughs belong to theirs', async () => {
    const { stdout, exitCode } = await audit('--format', 'json');
    const { deliveries } = JSON.parse(stdout) as { deliveries: { path: string; verdict: string }[] };
    expect(deliveries.map(({ path }) => path)).toEqual(['Artist B/Second Song', 'Night Drive', 'Paper Lanterns']);
    expect(exitCode).toBe(1);
  });

  it('is shown worst first, with whom to call', async () => {
    const { stdout } = await audit();
    expect(stdout).toContain('of 3 deliveries are ready to mix');
    const rows = stdout.split('\n').filter((line) => /not ready|questions/.test(line) && line.startsWith('│'));
    expect(rows[0]).toContain('Paper');
    expect(rows[0]).toContain('not ready');
  });

  it('split into shards and merged again is the same report, byte for byte', async () => {
    const whole = await audit('--format', 'json');
    const files = await Promise.all(
      [1, 2, 3, 4].map(async (shard) => {
        const file = join(work, `shard-${shard}.json`);
        await audit('--shard', `${shard}/4`, '--format', `json=${file}`);
        return file;
      }),
    );
    const merged = await stemcheck(['merge', ...files.reverse(), '--format', 'json'], { cwd: work });
    expect(merged.stdout).toBe(whole.stdout);
    expect(merged.exitCode).toBe(whole.exitCode);
  });

  it('with a shard missing is not merged: what was not audited must not look clean', async () => {
    const { exitCode, stderr } = await stemcheck(['merge', join(work, 'shard-1.json'), join(work, 'shard-2.json')], {
      cwd: work,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('shard 3, 4 of 4 is missing');
  });

  it('with known debt does not fail, and with a new gap it does', async () => {
    const baseline = join(work, 'baseline.json');
    await audit('--format', `json=${baseline}`);
    expect((await audit('--baseline', baseline)).exitCode).toBe(0);
    const rough = join(drive, 'Night Drive', 'Rough', 'Night Drive ROUGH v3.wav');
    const bytes = readFileSync(rough);
    rmSync(rough);
    const { exitCode, stdout } = await audit('--baseline', baseline);
    writeFileSync(rough, bytes);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('rough-mix-present');
  });

  it('without a delivery is a question, not green', async () => {
    expect((await stemcheck(['audit', join(drive, 'Empty')])).exitCode).toBe(2);
  });
});
