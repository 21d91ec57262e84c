import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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

  it('as html becomes an overview, and beside it the page of each delivery that the rows lead to', async () => {
    const folder = emptyFolder();
    await audit('--format', `html=${join(folder, 'overview.html')}`);
    expect(readdirSync(folder).sort()).toEqual(['overview-deliveries', 'overview.html']);
    const titles = linkedPages(join(folder, 'overview.html')).map((page) => /<h1[^>]*>.*?<\/h1>/s.exec(page)?.[0]);
    expect(titles).toHaveLength(3);
    expect(titles[0]).toContain('Not ready to mix');
    expect(readdirSync(join(folder, 'overview-deliveries'))).toHaveLength(3);
  });

  it('as html from shards and merged beside their pages is the same overview, byte for byte', async () => {
    const [one, split] = [emptyFolder(), emptyFolder()];
    await audit('--format', `html=${join(one, 'overview.html')}`);
    for (const part of ['1/2', '2/2']) {
      const json = join(split, `${part[0]}.json`);
      await audit('--shard', part, '--format', `html=${join(split, 'overview.html')}`, '--format', `json=${json}`);
    }
    const html = `html=${join(split, 'overview.html')}`;
    await stemcheck(['merge', join(split, '1.json'), join(split, '2.json'), '--format', html], { cwd: work });
    expect(readFileSync(join(split, 'overview.html'))).toEqual(readFileSync(join(one, 'overview.html')));
    for (const name of readdirSync(join(one, 'overview-deliveries')))
      expect(readFileSync(join(split, 'overview-deliveries', name))).toEqual(
        readFileSync(join(one, 'overview-deliveries', name)),
      );
  });

  it('as html leads to the right page from names that mean something to a link, a file system or a browser', async () => {
    const odd = join(emptyFolder(), 'Odd');
    const names = [
      '%2e%2e',
      '<img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      'a?b#c',
      'Night Drive',
      'night drive',
    ];
    const long = '日本'.repeat(40);
    for (const name of [...names, long]) cpSync(join(drive, 'Night Drive'), join(odd, name), { recursive: true });
    const folder = emptyFolder();
    await stemcheck(['audit', odd, '--quick', '--format', `html=${join(folder, 'all "of" them.html')}`]);
    const files = readdirSync(join(folder, 'all "of" them-deliveries'));
    expect(files).toHaveLength(7);
    for (const file of files) expect(file).toMatch(/^[a-z0-9-]{1,61}\.html$/);
    const shown = linkedPages(join(folder, 'all "of" them.html'));
    expect(new Set(shown).size).toBe(7);
  });

  it('as html is not written where the pages would land in the drive', async () => {
    const inside = join(emptyFolder(), 'songs-deliveries');
    cpSync(join(drive, 'Night Drive'), join(inside, 'Night Drive'), { recursive: true });
    const run = await stemcheck(['audit', inside, '--quick', '--format', `html=${join(inside, '..', 'songs.html')}`]);
    expect(run.exitCode).toBe(2);
    expect(readdirSync(inside)).toEqual(['Night Drive']);
  });

  it('without a delivery is a question, not green', async () => {
    expect((await stemcheck(['audit', join(drive, 'Empty')])).exitCode).toBe(2);
  });
});

/** What lies behind the links of an overview's rows; throws where nothing does. */
function linkedPages(overview: string): string[] {
  const links = [...readFileSync(overview, 'utf8').matchAll(/<th scope="row"><a href="([^"]+)"/g)];
  return links.map(([, href = '']) =>
    readFileSync(fileURLToPath(new URL(href.replaceAll('&amp;', '&'), pathToFileURL(overview))), 'utf8'),
  );
}
