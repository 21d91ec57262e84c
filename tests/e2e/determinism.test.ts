import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliver, stemcheck } from './program.js';

describe('the same folder', () => {
  it('gives the same JSON, byte for byte, whatever the jobs, the language, the time zone and the day', async () => {
    const folder = deliver('paper-lanterns');
    const run = (jobs: string, env: NodeJS.ProcessEnv) =>
      stemcheck([folder, '--format', 'json', '--no-cache', '--jobs', jobs], { env });
    const first = await run('1', { LANG: 'C', TZ: 'UTC' });
    const second = await run('4', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' });
    expect(first.stdout.length).toBeGreaterThan(1000);
    expect(second.stdout).toBe(first.stdout);
  });

  it('is left as it was: nothing is written into it, nothing touched', async () => {
    const folder = deliver('nothing-wrong');
    const before = listing(folder);
    await stemcheck([folder]);
    expect(listing(folder)).toEqual(before);
  });
});

function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (path) => `${path} ${statSync(join(folder, path)).size} ${statSync(join(folder, path)).mtimeMs}`,
  );
}
