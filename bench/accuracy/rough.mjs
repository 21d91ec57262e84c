// Stems against rough mixes that are made from them: what is claimed, what is true, with counts and Wilson intervals.
// Usage: node bench/accuracy/rough.mjs SOURCES [--cases N] [--half tuning|held-out] [--seed N] [--features FILE] [--only KIND]
// SOURCES holds one folder of stems (OGG) a song; a few rendered songs are added. Needs ffmpeg.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = `${root}/node_modules/.cache/stemcheck-bench`;
mkdirSync(out, { recursive: true });
const bundle = spawnSync(
  `${root}/node_modules/.bin/rolldown`,
  [
    `${root}/bench/accuracy/rough/main.ts`,
    '--platform',
    'node',
    '--format',
    'esm',
    '-o',
    `${out}/rough.mjs`,
    '--log-level',
    'silent',
  ],
  { stdio: ['ignore', 'ignore', 2], cwd: root },
);
if (bundle.status !== 0) process.exit(1);
const run = spawnSync(process.execPath, [`${out}/rough.mjs`, ...process.argv.slice(2)], { stdio: 'inherit' });
if (run.signal !== null) console.error(`stopped by ${run.signal}`);
process.exit(run.status ?? 1);
