// The memory of an audit, and the shards' sum. Usage: node bench/audit.mjs [--deliveries 1000] (after a build)
// Writes deliveries of 20 small files into the temporary folder, audits a tenth and all of them with pages, joins four
// shards, compares, and takes everything away again.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const RATE = 48_000;
const FRAMES = RATE; // a second
const NAMES = ['Kick', 'Snare', 'Hat', 'Tom', 'Overheads', 'Room', 'Bass DI', 'Bass Amp', 'Guitar L', 'Guitar R']
  .concat(['Acoustic', 'Piano', 'Rhodes', 'Organ', 'Pad', 'Strings', 'Lead Vox', 'Lead Double', 'Choir', 'ROUGH v1'])
  .map((name, place) => `${String(place + 1).padStart(2, '0')} ${name}.wav`);

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const { values } = parseArgs({ options: { deliveries: { type: 'string', default: '1000' } } });
const count = Number(values.deliveries);
const work = mkdtempSync(join(tmpdir(), 'stemcheck-bench-audit-'));
try {
  const drive = join(work, 'all');
  const tenth = join(work, 'tenth');
  writeDeliveries(drive);
  mkdirSync(tenth);
  const few = readdirSync(drive).slice(0, Math.ceil(count / 10));
  process.stdout.write(`deliveries of ${NAMES.length} files of one second; Node ${process.version}\n`);
  for (const name of few) copyOf(join(drive, name), join(tenth, name));
  row(`audit of ${few.length}, json and pages`, audit(tenth, 'few'));
  row(`audit of ${count}, json and pages`, audit(drive, 'whole'));
  const shards = [1, 2, 3, 4].map((part) => {
    row(
      `shard ${part}/4, json`,
      timed('audit', drive, '--shard', `${part}/4`, '--format', `json=${out(`${part}.json`)}`),
    );
    return out(`${part}.json`);
  });
  row('merge of the four', timed('merge', ...shards, '--format', `json=${out('merged.json')}`));
  const isSame = readFileSync(out('merged.json')).equals(readFileSync(out('whole.json')));
  process.stdout.write(`  merged and whole are ${isSame ? 'the same, byte for byte' : 'NOT the same'}\n`);
  process.exitCode = isSame ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function out(name) {
  return join(work, name);
}

function audit(drive, name) {
  return timed('audit', drive, '--format', `json=${out(`${name}.json`)}`, '--format', `html=${out(`${name}.html`)}`);
}

function timed(verb, ...args) {
  const rest = verb === 'audit' ? ['--no-cache'] : [];
  const command = [process.execPath, cli, verb, ...args, '--fail-on', 'never', ...rest];
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %M', ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${verb} ended with ${status}: ${stderr.slice(-500)}`);
  const [wall, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, megabytes: kilobytes / 1024 };
}

function row(title, { wall, megabytes }) {
  process.stdout.write(
    `  ${title.padEnd(36)}${wall.toFixed(1).padStart(8)} s${megabytes.toFixed(0).padStart(6)} MiB\n`,
  );
}

/** Decaying tones, one pitch a file; in each delivery one sample of each differs, so that no sound is known already. */
function writeDeliveries(drive) {
  const sounds = NAMES.map((_, place) => wav(60 * 1.2 ** place));
  for (let at = 0; at < count; at++) {
    const folder = join(drive, `Song ${String(at + 1).padStart(4, '0')}`);
    mkdirSync(folder, { recursive: true });
    for (const [place, name] of NAMES.entries()) {
      const sound = sounds[place];
      sound.writeInt16LE(at, 44 + 2 * 1000);
      writeFileSync(join(folder, name), sound);
    }
  }
}

function copyOf(from, to) {
  mkdirSync(to);
  for (const name of readdirSync(from)) writeFileSync(join(to, name), readFileSync(join(from, name)));
}

function wav(hz) {
  const file = Buffer.alloc(44 + 2 * FRAMES);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + 2 * FRAMES, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(2 * FRAMES, 40);
  for (let frame = 0; frame < FRAMES; frame++) {
    const decay = Math.exp((-6 * (frame % 12_000)) / 12_000);
    file.writeInt16LE(Math.round(12_000 * decay * Math.sin((2 * Math.PI * hz * frame) / RATE)), 44 + 2 * frame);
  }
  return file;
}
