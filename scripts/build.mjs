// Builds dist/: the program and the library (rolldown), and the library's types (tsc).
// --if-stale: does nothing where dist is newer than every source.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

if (process.argv.includes('--if-stale') && !isStale()) process.exit(0);

rmSync('dist', { recursive: true, force: true });
// The bundler lists every chunk on standard output, which nobody wants to read before a report.
run('rolldown', ['--config', 'rolldown.config.mjs', '--log-level', 'warn'], 'ignore');
run('tsc', ['--project', 'tsconfig.build.json'], 2);
chmodSync('dist/cli.js', 0o755);

function run(program, args, output) {
  const script = join('node_modules', '.bin', process.platform === 'win32' ? `${program}.cmd` : program);
  const { status } = spawnSync(script, args, { stdio: ['ignore', output, 2], shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

function isStale() {
  if (!existsSync('dist/cli.js') || !existsSync('dist/index.d.ts')) return true;
  const built = statSync('dist/index.d.ts').mtimeMs;
  return ['package.json', 'rolldown.config.mjs', ...sources('src')].some((path) => statSync(path).mtimeMs > built);
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}
