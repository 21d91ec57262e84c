// Names and headers of 10,000 small WAV files: stemcheck --quick beside exiftool -r, and beside itself on 1,000 files.
// CPU seconds of whole processes, in turn in each round, medians. Usage: node bench/headers.mjs [rounds]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 5);
const work = mkdtempSync(join(tmpdir(), 'stemcheck-bench-'));

function wav(frames) {
  const data = Buffer.alloc(frames * 3);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, 48000],
    [28, 144000],
    [40, data.length],
  ])
    head.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 3],
    [34, 24],
  ])
    head.writeUInt16LE(value, at);
  head.write('data', 36);
  return Buffer.concat([head, data]);
}

function session(count) {
  const folder = join(work, `files-${count}`);
  const PARTS = ['Kick', 'Snare', 'Hat', 'Bass', 'Keys', 'Pad', 'Lead Vox', 'Gtr', 'Strings', 'Perc'];
  for (let i = 0; i < count; i++) {
    const group = join(folder, `Group ${Math.floor(i / 50)}`);
    if (i % 50 === 0) mkdirSync(group, { recursive: true });
    writeFileSync(join(group, `${String(i).padStart(5, '0')} ${PARTS[i % PARTS.length]} ${i}.wav`), wav(1000));
  }
  return folder;
}

/** CPU seconds and peak memory of one process, read by the shell's `time` of the operating system. */
function measure(command, args) {
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %M', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [user, system, kilobytes] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds: user + system, megabytes: kilobytes / 1024 };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const large = session(10_000);
const small = session(1_000);
const rows = {
  'node -e 0': [process.execPath, ['-e', '0']],
  'stemcheck --help': [process.execPath, [CLI, '--help']],
  'stemcheck --quick, 1,000 files': [
    process.execPath,
    [CLI, 'check', small, '--quick', '--format', 'json', '--fail-on', 'never'],
  ],
  'stemcheck --quick, 10,000 files': [
    process.execPath,
    [CLI, 'check', large, '--quick', '--format', 'json', '--fail-on', 'never'],
  ],
  ...(existsSync('/usr/bin/exiftool') ? { 'exiftool -r, 10,000 files': ['/usr/bin/exiftool', ['-r', large]] } : {}),
};
const results = Object.fromEntries(Object.keys(rows).map((name) => [name, []]));
for (let round = -1; round < ROUNDS; round++) {
  for (const [name, [command, args]] of Object.entries(rows)) {
    // exiftool is slow enough that two rounds tell.
    if (name.startsWith('exiftool') && round > 1) continue;
    const result = measure(command, args);
    if (round >= 0) results[name].push(result);
  }
}
const seconds = Object.fromEntries(
  Object.entries(results).map(([name, runs]) => [name, median(runs.map((run) => run.seconds))]),
);
for (const [name, runs] of Object.entries(results))
  console.log(
    `${name.padEnd(34)} ${seconds[name].toFixed(3)} s CPU  ${median(runs.map((run) => run.megabytes)).toFixed(0)} MB`,
  );
const start = seconds['node -e 0'];
const [thousand, tenThousand, exiftool] = [
  seconds['stemcheck --quick, 1,000 files'],
  seconds['stemcheck --quick, 10,000 files'],
  seconds['exiftool -r, 10,000 files'],
];
console.log(`--help / node -e 0                 ${(seconds['stemcheck --help'] / start).toFixed(2)} (bound 1.4)`);
console.log(`10,000 / (1,000 less start-up)     ${((tenThousand - start) / (thousand - start)).toFixed(1)} (bound 12)`);
if (exiftool) console.log(`10,000 / exiftool -r               ${(tenThousand / exiftool).toFixed(3)} (bound 0.2)`);
rmSync(work, { recursive: true, force: true });
