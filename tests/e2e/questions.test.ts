import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliver, emptyFolder, stemcheck } from './program.js';

// Exit code 2: the question could not be asked. Each answer says what, where, and what to write instead.
describe('a question that cannot be asked', () => {
  it('names the folder with nearly that name', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'Salt and Static'));
    const { exitCode, stderr, stdout } = await stemcheck(['Salt and Statik'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('there is no "Salt and Statik" here');
    expect(stderr).toContain('stemcheck "Salt and Static"');
  });

  it('about a file offers the folder that it lies in', async () => {
    const folder = deliver('nothing-wrong');
    const { exitCode, stderr } = await stemcheck([join(folder, 'Stems', '01 Kick.wav')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"01 Kick.wav" is a file, and a delivery is a folder');
    expect(stderr).toContain(join(folder, 'Stems'));
  });

  it.each([
    [['--rule', 'rough-mix-presnt=off'], 'there is no rule "rough-mix-presnt"', 'rough-mix-present'],
    [['--only', 'silent-stm'], 'there is no rule "silent-stm"', 'silent-stem'],
    [['--profile', 'standart'], 'there is no profile "standart"', 'standard'],
    [['--format', 'jsno'], 'there is no format "jsno"', 'json'],
  ])('%j: names the nearest that exists', async (args, what, nearest) => {
    const { exitCode, stderr } = await stemcheck([deliver('nothing-wrong'), '--quick', ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(what);
    expect(stderr).toContain(nearest);
  });

  it.each([
    [['chek'], 'there is no verb and no folder "chek"', 'Did you mean  stemcheck check ?'],
    [['initt', 'Night Drive'], 'there is no verb and no folder "initt"', 'stemcheck init'],
    [['scan', '.', '--quik'], 'scan has no option "--quik"', 'Did you mean  --quick ?'],
    [['rules', '--formt=json'], 'rules has no option "--formt"', '--format'],
    [['.', '--fail-on', 'warnings'], '--fail-on is "warnings"', '--fail-on warning'],
    [['.', '--jobs'], '--jobs stands without its value', '--jobs <n>'],
    [['explain'], 'explain was given no <rule>', 'stemcheck explain <rule>'],
    [['diff', 'v1'], 'diff was given no <new>', 'stemcheck diff <old> <new>'],
    [['scan', 'Night', 'Drive'], 'scan takes one thing and was given more', 'stands in quotes'],
  ])('%j: says what is wrong with the command itself, and what to write', async (args, what, instead) => {
    const { exitCode, stderr, stdout } = await stemcheck(args, { cwd: emptyFolder() });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^stemcheck: /);
    expect(stderr).toContain(what);
    expect(stderr).toContain(instead);
  });

  it('takes a word for a folder where a folder has nearly that name', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'Chess'));
    const { stderr } = await stemcheck(['chess2'], { cwd });
    expect(stderr).toContain('stemcheck "Chess"');
  });

  it('about a rule to explain names the nearest', async () => {
    const { exitCode, stderr } = await stemcheck(['explain', 'same-strat']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('same-start');
  });

  it('with a brief that cannot be read says line and column, and what to write', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'salt.yaml'), 'song: Salt and Static\ntempo: fast\n');
    const { exitCode, stderr } = await stemcheck([deliver('nothing-wrong'), '--brief', 'salt.yaml'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('salt.yaml:2:8');
    expect(stderr).toMatch(/beats per minute/);
  });

  it('about writing into a zip gives the command to unpack it', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'Night Drive.zip'), 'PK');
    const { exitCode, stderr } = await stemcheck(['init', 'Night Drive.zip'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('unzip');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'about a folder without permission says so',
    async () => {
      const folder = emptyFolder();
      chmodSync(folder, 0o000);
      const { exitCode, stderr } = await stemcheck([folder]);
      chmodSync(folder, 0o700);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('no permission');
    },
  );

  it('is not made of a path that was dragged in with quotes or ends in a slash', async () => {
    const folder = deliver('nothing-wrong');
    for (const written of [`'${folder}'`, `"${folder}"`, `${folder}/`, folder.replaceAll(' ', '\\ ')]) {
      expect((await stemcheck([written, '--quick'])).stderr).toBe('');
    }
  });

  it('is not made of an unwritable wish: a report never goes into the delivered folder', async () => {
    const folder = deliver('nothing-wrong');
    const { exitCode, stderr } = await stemcheck([
      folder,
      '--quick',
      '--format',
      `json=${join(folder, 'report.json')}`,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nothing is written there');
  });
});
