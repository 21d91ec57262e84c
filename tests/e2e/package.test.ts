import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { deliver, emptyFolder } from './program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const shell = process.platform === 'win32';

it('the packed tarball runs with npx from an empty folder', { timeout: 300_000 }, () => {
  const folder = emptyFolder();
  // The build is there already (npm test made it), and building again under running tests would pull it away from them.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: ROOT, shell });
  const [tarball = ''] = readdirSync(folder);
  const run = spawnSync(
    'npx',
    [
      '--yes',
      '--prefer-offline',
      '--package',
      join(folder, tarball),
      'stemcheck',
      deliver('nothing-wrong'),
      '--quick',
      '--format',
      'json',
    ],
    { cwd: folder, encoding: 'utf8', shell },
  );
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toMatchObject({ tool: { name: 'stemcheck' }, song: 'Night Drive' });
});
