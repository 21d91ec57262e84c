// `npm start` checks the fixture delivery, `npm start -- <folder>` another one. A report with gaps is a success here:
// npm would bury it under its own error text otherwise. Exit code 2 (no report) stays.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const given = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const demo = ['fixtures/deliveries/paper-lanterns'];
const { status } = spawnSync(process.execPath, [cli, ...(given.length > 0 ? given : demo)], {
  stdio: 'inherit',
  cwd: given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root,
});
process.exit(status === 1 ? 0 : (status ?? 2));
