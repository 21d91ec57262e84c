// Speed and exactness of the sound engine beside what people use. Usage: npm run bench [-- --quick] [-- --rounds 5]
// CPU seconds of whole processes (user and system), all rows in turn in each round, medians; a warm page cache.
// --quick: a small session, under two minutes. The session is kept in the temporary folder for the next run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { session, worstCases } from './session.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' } } });
const { quick } = values;
const rounds = Number(values.rounds ?? (quick ? 3 : 5));
const [count, seconds] = quick ? [4, 60] : [40, 240];
const work = join(tmpdir(), `stemcheck-bench-${quick ? 'quick' : 's40'}`);

const measure = await bundled();
const stems = session(join(work, 'stems'), count, seconds);
const worst = worstCases(join(work, 'worst'), quick ? 20 : 60);
const few = stems.slice(0, 4);
const ffmpeg = (filter, paths) =>
  each('ffmpeg', paths, (path) => ['-nostdin', '-v', 'error', '-i', path, '-af', filter, '-f', 'null', '-']);
const ours = (threads, paths) => [[process.execPath, [measure, String(threads), ...paths]]];
const check = (...options) => [
  process.execPath,
  [join(root, 'dist', 'cli.js'), 'check', join(work, 'stems'), '--format', 'json', '--fail-on', 'never', ...options],
];
// What is kept between runs goes where nothing else of the machine's owner lies.
process.env.XDG_CACHE_HOME = join(work, 'cache');

process.stdout.write(
  `${count} stereo stems of ${seconds} s, 24 bit, 48 kHz; ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n\n`,
);
const whole = table(`all ${count} stems`, {
  'stemcheck, bare measuring, 1 thread': ours(1, stems),
  'stemcheck, bare measuring, 2 threads': ours(2, stems),
  'stemcheck check --no-cache, all rules': [check('--no-cache')],
  'stemcheck check --no-cache, 1 thread': [check('--no-cache', '--jobs', '1')],
  'stemcheck check --no-cache --no-rough': [check('--no-cache', '--no-rough')],
  'stemcheck check, kept from the last run': [check()],
  'node -e 0': [[process.execPath, ['-e', '0']]],
  cat: [['cat', stems]],
  sha256sum: [['sha256sum', stems]],
  'openssl sha256': [['openssl', ['sha256', ...stems]]],
  'sox -n stats': each('sox', stems, (path) => [path, '-n', 'stats']),
});
const loud = table('four stems', {
  'stemcheck, bare measuring, 1 thread': ours(1, few),
  'ffmpeg ebur128=peak=true': ffmpeg('ebur128=peak=true:framelog=verbose', few),
  'ffmpeg astats,ebur128=peak=true': ffmpeg('astats,ebur128=peak=true:framelog=verbose', few),
});
const hard = table('noise at full scale and a limited wave', {
  'stemcheck, bare measuring, 1 thread': ours(1, worst),
  'ffmpeg ebur128=peak=true': ffmpeg('ebur128=peak=true:framelog=verbose', worst),
});
const coded = isThere('flac')
  ? table('four stems as FLAC', {
      'stemcheck, bare measuring, 1 thread': ours(1, flacs()),
      'flac -t': each('flac', flacs(), (path) => ['-s', '-t', path]),
    })
  : {};
bounds();
figures();

/** The first stems as FLAC, encoded once. */
function flacs() {
  mkdirSync(join(work, 'flac'), { recursive: true });
  return few.map((path, i) => {
    const coded = join(work, 'flac', `${i}.flac`);
    if (!existsSync(coded)) spawnSync('flac', ['-s', '-8', '-o', coded, path]);
    return coded;
  });
}

/** The measuring and its worker as two plain files; inside node_modules, so that packages are found. */
async function bundled() {
  const out = join(root, 'node_modules', '.cache', 'stemcheck-bench');
  mkdirSync(out, { recursive: true });
  const input = {
    'measure-files': join(root, 'bench', 'measure-files.ts'),
    'measure-worker': join(root, 'src/scan/audio/measure-worker.ts'),
  };
  const build = await rolldown({
    input,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    logLevel: 'silent',
  });
  await build.write({ dir: out, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
  return join(out, 'measure-files.js');
}

function each(program, paths, argumentsOf) {
  return paths.map((path) => [program, argumentsOf(path)]);
}

function table(title, rows) {
  const runs = Object.fromEntries(Object.keys(rows).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, commands] of Object.entries(rows)) {
      if (commands.some(([program]) => !isThere(program))) continue;
      const cost = commands.map(costOf);
      if (round < 0) continue; // the first round warms the page cache
      runs[name].push({
        cpu: cost.reduce((sum, { cpu }) => sum + cpu, 0),
        wall: cost.reduce((sum, { wall }) => sum + wall, 0),
        megabytes: Math.max(...cost.map(({ megabytes }) => megabytes)),
      });
    }
  }
  const medians = Object.fromEntries(
    Object.entries(runs).flatMap(([name, list]) =>
      list.length === 0
        ? []
        : [[name, { cpu: median(list, 'cpu'), wall: median(list, 'wall'), megabytes: median(list, 'megabytes') }]],
    ),
  );
  const first = Object.values(medians)[0];
  process.stdout.write(`${title}\n`);
  for (const [name, { cpu, wall, megabytes }] of Object.entries(medians)) {
    const cells = [
      cpu.toFixed(2).padStart(8),
      `${(cpu / first.cpu).toFixed(2)} ×`.padStart(9),
      wall.toFixed(2).padStart(8),
      megabytes.toFixed(0).padStart(6),
    ];
    process.stdout.write(`  ${name.padEnd(40)}${cells[0]} CPU s${cells[1]}${cells[2]} s wall${cells[3]} MiB\n`);
  }
  process.stdout.write('\n');
  return medians;
}

function isThere(program) {
  return program === process.execPath || spawnSync('which', [program], { stdio: 'ignore' }).status === 0;
}

function costOf([program, args]) {
  const started = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(-500)}`);
  const [user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, wall: (performance.now() - started) / 1000, megabytes: kilobytes / 1024 };
}

function median(list, key) {
  const sorted = list.map((run) => run[key]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function bounds() {
  const one = 'stemcheck, bare measuring, 1 thread';
  const two = 'stemcheck, bare measuring, 2 threads';
  const ratio = (set, a, b, key = 'cpu') => (set[a] && set[b] ? set[a][key] / set[b][key] : null);
  const lines = [
    ['ffmpeg ebur128=peak=true, four stems', ratio(loud, 'ffmpeg ebur128=peak=true', one), '≥', 14],
    ['ffmpeg astats,ebur128=peak=true, four stems', ratio(loud, 'ffmpeg astats,ebur128=peak=true', one), '≥', 22],
    ['sox -n stats', ratio(whole, 'sox -n stats', one), '≥', 2],
    ['against sha256sum', ratio(whole, one, 'sha256sum'), '≤', 0.33],
    ['against openssl sha256', ratio(whole, one, 'openssl sha256'), '≤', 1.3],
    ['against cat', ratio(whole, one, 'cat'), '≤', 10],
    ['worst case: ffmpeg ebur128=peak=true', ratio(hard, 'ffmpeg ebur128=peak=true', one), '≥', 2],
    ['wall time, 2 threads against 1', ratio(whole, two, one, 'wall'), '≤', 0.7],
    ['memory of 2 threads in MiB', whole[two]?.megabytes ?? null, '≤', 120],
    [
      'check with all rules, against bare, 2 threads',
      ratio(whole, 'stemcheck check --no-cache, all rules', two),
      '≤',
      1.25,
    ],
    [
      'check with all rules, against bare, 1 thread',
      ratio(whole, 'stemcheck check --no-cache, 1 thread', one),
      '≤',
      1.25,
    ],
    ['FLAC: against flac -t', ratio(coded, one, 'flac -t'), '≤', 2.8],
    [
      'check from kept measurements, against node -e 0',
      ratio(whole, 'stemcheck check, kept from the last run', 'node -e 0'),
      '≤',
      2,
    ],
  ];
  process.stdout.write('bounds\n');
  for (const [name, value, sign, bound] of lines) {
    if (value === null) process.stdout.write(`  ${name.padEnd(48)}  not measured\n`);
    else {
      const holds = sign === '≥' ? value >= bound : value <= bound;
      process.stdout.write(
        `  ${name.padEnd(48)}${value.toFixed(2).padStart(8)}  ${sign} ${bound}  ${holds ? 'holds' : 'MISSED'}\n`,
      );
    }
  }
  process.stdout.write('\n');
}

/** Our loudness and true peak beside ffmpeg's, peak and RMS beside sox's: the largest difference. */
function figures() {
  const own = spawnSync(process.execPath, [measure, '1', ...few, ...worst], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const largest = { 'integrated loudness, LU': 0, 'true peak, dB': 0, 'sample peak, dB': 0, 'RMS, dB': 0 };
  const note = (name, a, b) => {
    if (Number.isFinite(a) && Number.isFinite(b)) largest[name] = Math.max(largest[name], Math.abs(a - b));
  };
  for (const { path, integratedLufs, truePeakDbtp, peakDbfs, rmsDbfs } of own) {
    if (isThere('ffmpeg')) {
      const text = spawnSync(
        'ffmpeg',
        ['-nostdin', '-i', path, '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'],
        { encoding: 'utf8' },
      ).stderr;
      note('integrated loudness, LU', integratedLufs, Number(/I:\s+(-?[\d.]+) LUFS/.exec(text)?.[1]));
      note('true peak, dB', truePeakDbtp, Number(/True peak:\s+Peak:\s+(-?[\d.]+) dBFS/.exec(text)?.[1]));
    }
    if (isThere('sox')) {
      const text = spawnSync('sox', [path, '-n', 'stats'], { encoding: 'utf8' }).stderr;
      note('sample peak, dB', peakDbfs, Number(/Pk lev dB\s+(-?[\d.]+)/.exec(text)?.[1]));
      note('RMS, dB', rmsDbfs, Number(/RMS lev dB\s+(-?[\d.]+)/.exec(text)?.[1]));
    }
  }
  process.stdout.write('largest difference from ffmpeg (loudness, true peak) and sox (peak, RMS)\n');
  for (const [name, value] of Object.entries(largest))
    process.stdout.write(`  ${name.padEnd(30)}${value.toFixed(3)}\n`);
}
