// Everything but the tests: types (with and without Node's names), style and lint, dead code, packaging, stale docs,
// regular expressions that could take super-linear time. Each step is one command that can be run by itself.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const STEPS = [
  ['types', 'tsc', ['--project', 'tsconfig.json']],
  ['types without Node and DOM', 'tsc', ['--project', 'tsconfig.pure.json']],
  ['style and lint', 'biome', ['check', '--error-on-warnings']],
  ['build', process.execPath, ['scripts/build.mjs']],
  ['dead code', 'knip', []],
  ['packaging', 'publint', ['--strict']],
  ['printed docs', process.execPath, ['scripts/docs.mjs', '--check']],
  ['regular expressions', process.execPath, ['scripts/check-patterns.mjs']],
];

const failed = STEPS.filter(([name, program, args]) => {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` },
  });
  return status !== 0;
});
console.log(
  failed.length === 0 ? '\nAll checks are clean.' : `\nNot clean: ${failed.map(([name]) => name).join(', ')}`,
);
process.exit(failed.length === 0 ? 0 : 1);
