import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDelivery } from '../../fixtures/render.js';
import { emptyFolder, stemcheck } from './program.js';

describe('a drive with known debt, of which one gap is closed', () => {
  let work = '';
  let take = '';
  beforeAll(() => {
    work = emptyFolder();
    take = join(
      renderDelivery('paper-lanterns', join(work, 'Incoming', 'Paper Lanterns')),
      'Stems',
      '06 Lead Vox T2.wav',
    );
  });
  const run = (...args: string[]) => stemcheck(args, { cwd: work });
  const audit = (...args: string[]) => run('audit', 'Incoming', '--no-rough', ...args);

  it('names it, takes it out of the baseline when asked, and fails when it comes back', async () => {
    await audit('--format', 'json=known.json', '--fail-on', 'never');
    renameSync(take, join(work, 'T2.wav'));

    const named = await audit('--baseline', 'known.json');
    expect(named.exitCode).toBe(0);
    expect(named.stdout).toContain('0 gaps opened, 1 closed, 1 known');
    expect(named.stdout).toContain('takes-final');
    expect(named.stderr).toContain('--prune');
    expect(rulesIn('known.json')).toContain('takes-final');

    expect((await audit('--baseline', 'known.json', '--prune')).exitCode).toBe(0);
    expect(rulesIn('known.json')).not.toContain('takes-final');
    expect(rulesIn('known.json')).toContain('sample-rate-consistent');
    expect((await audit('--baseline', 'known.json')).exitCode).toBe(0);

    renameSync(join(work, 'T2.wav'), take);
    const back = await audit('--baseline', 'known.json');
    expect(back.exitCode).toBe(1);
    expect(back.stdout).toContain('1 gap opened, 0 closed, 1 known');
  });

  it('holds one delivery against its own report, wherever that lay then', async () => {
    await run('check', 'Incoming/Paper Lanterns', '--no-rough', '--format', 'json=one.json', '--fail-on', 'never');
    const moved = renderDelivery('paper-lanterns', join(emptyFolder(), 'Paper Lanterns'));
    const { exitCode, stderr } = await run('check', moved, '--no-rough', '--baseline', 'one.json', '--quiet');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('0 gaps opened, 0 closed, 2 known');
  });

  it('says in SARIF which gaps of one delivery are known, new and closed', async () => {
    const folder = renderDelivery('paper-lanterns', join(emptyFolder(), 'Paper Lanterns'));
    const sarif = join(emptyFolder(), 'out.sarif');
    const check = (...args: string[]) => run('check', folder, '--no-rough', '--fail-on', 'never', ...args);
    await check('--format', 'json=then.json');
    rmSync(join(folder, 'Stems', '06 Lead Vox T2.wav'));
    writeFileSync(join(folder, 'Stems', 'Audio 1.wav'), readFileSync(join(folder, 'Stems', '01 Kick.wav')));
    await check('--baseline', 'then.json', '--format', `sarif=${sarif}`);
    type Result = { ruleId: string; baselineState: string };
    const { results } = (JSON.parse(readFileSync(sarif, 'utf8')) as { runs: [{ results: Result[] }] }).runs[0];
    const stateOf = (rule: string) => results.find(({ ruleId }) => ruleId === rule)?.baselineState;
    expect(stateOf('sample-rate-consistent')).toBe('unchanged');
    expect(stateOf('duplicate-stem')).toBe('new');
    expect(stateOf('takes-final')).toBe('absent');
  });

  it.each([
    ['no baseline is named', ['--prune']],
    ['the sound was not read', ['--baseline', 'kept.json', '--prune', '--quick']],
    ['only a part of the drive is looked at', ['--baseline', 'kept.json', '--prune', '--shard', '1/2']],
    ['the baseline lies on the drive', ['--baseline', 'Incoming/kept.json', '--prune']],
    ['the baseline is no report', ['--baseline', 'list.json']],
    ['the baseline is not there', ['--baseline', 'nowhere.json']],
  ])('is not compared where %s', async (_, args) => {
    writeFileSync(join(work, 'kept.json'), '{"deliveries":[]}');
    writeFileSync(join(work, 'list.json'), '[1]');
    expect(await audit(...args)).toMatchObject({ exitCode: 2, stdout: '' });
    expect(readFileSync(join(work, 'kept.json'), 'utf8')).toBe('{"deliveries":[]}');
  });

  function rulesIn(file: string): string[] {
    const { deliveries } = JSON.parse(readFileSync(join(work, file), 'utf8')) as {
      deliveries: { findings: { rule: string }[] }[];
    };
    return deliveries.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  }
});

describe('the settings as they come out', () => {
  it('are settings that give the same again, for one delivery and for a drive', async () => {
    const cwd = emptyFolder();
    renderDelivery('paper-lanterns', join(cwd, 'Paper Lanterns'));
    writeFileSync(
      join(cwd, 'house.yaml'),
      'extends: strict\nrules: { hum: off, headroom: { options: { leastRoomDb: 1 } } }\n',
    );
    const first = await stemcheck(
      ['Paper Lanterns', '--config', 'house.yaml', '--rule', 'clicks=error', '--print-config'],
      { cwd },
    );
    const settings = JSON.parse(first.stdout);
    expect(settings).toMatchObject({ name: 'house', extends: 'strict' });
    expect(settings.rules.hum.severity).toBe('off');
    expect(settings.rules.clicks.severity).toBe('error');
    expect(settings.rules.headroom.options.leastRoomDb).toBe(1);
    writeFileSync(join(cwd, 'printed.json'), first.stdout);
    for (const ask of [
      ['check', 'Paper Lanterns'],
      ['audit', 'Paper Lanterns'],
    ])
      expect((await stemcheck([...ask, '--config', 'printed.json', '--print-config'], { cwd })).stdout).toBe(
        first.stdout,
      );
  });
});
