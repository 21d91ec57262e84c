import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CLI, emptyFolder } from './program.js';

// The labelled sets lie beside the checkout and are not part of it; each has a scorer that runs the built program.
const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const hasData = existsSync(DATA);
const hasTool = (name: string, flag = '--version') => spawnSync(name, [flag]).status === 0;

describe.skipIf(!hasData)('on the labelled sets (skipped where they are not beside the checkout)', () => {
  it('headers of real files are judged as their labels say', () => {
    const { stdout, status } = score(
      'headers',
      [join(DATA, 'headers/files'), join(DATA, 'headers/cases.open.jsonl'), 'files/'],
      { BAR: '0.99' },
    );
    expect({ stdout, status }).toMatchObject({ status: 0 });
  });

  it.skipIf(!hasTool('python3'))('hand-made bad headers are judged as their labels say', () => {
    const folder = join(emptyFolder(), 'nasty');
    const labels = `${folder}.jsonl`;
    execFileSync('sh', ['-c', 'python3 "$1" "$2" > "$3"', 'sh', join(DATA, 'headers/make_nasty.py'), folder, labels]);
    const { stdout, status } = score('headers', [folder, labels], { BAR: '1' });
    expect({ stdout, status }).toMatchObject({ status: 0 });
  });

  it.skipIf(!hasTool('python3') || !hasTool('ffmpeg', '-version'))(
    'in deliveries of real songs every planted fault is found, and nothing else above info',
    { timeout: 900_000 },
    () => {
      const folder = join(emptyFolder(), 'deliveries');
      execFileSync('python3', [join(DATA, 'deliveries/build.py'), folder], { stdio: 'ignore' });
      const { stdout, status } = score('deliveries', [folder, join(DATA, 'deliveries/truth.jsonl')], {});
      expect({ stdout, status }).toMatchObject({ status: 0 });
      expect(stdout).toMatch(/found ([1-9]\d*)\/\1 planted/);
    },
  );
});

function score(
  set: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { stdout: string; status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [join(DATA, set, 'score.mjs'), CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { stdout, status };
}
