// The rules that one file's sound decides, on real clean sounds (what fires) and on sounds with a defect put in (what is
// found). Usage: npm run build, then node bench/accuracy/sound.mjs CLEAN_FOLDER [--pieces N] [--only false|recall] [--row NAME]
// CLEAN_FOLDER holds one folder a package, as the set's own script lays them out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSERTIONS } from './sound/insertions.mjs';
import { random, readPiece, writeWav } from './sound/pieces.mjs';
import { wilson } from './sound/wilson.mjs';

const LIBRARY = new URL('../../dist/index.js', import.meta.url);
const JUDGED = new URL('sound/judged.json', import.meta.url);
const SOUND = /\.(wav|flac|ogg|aiff?)$/i;
const given = process.argv[2]?.startsWith('--') ? undefined : process.argv[2];
const clean = given ?? join(tmpdir(), 'clean-sounds');
if (!existsSync(clean) || !existsSync(LIBRARY)) {
  console.log(existsSync(LIBRARY) ? `skipped: no clean sounds in ${clean}` : 'skipped: build the library first');
  process.exit(0);
}
const { scan, check, resolveProfile } = await import(LIBRARY.href);

/** Which files a rule can say something about; the counts are of these. */
const APPLIES = {
  'bad-samples': () => true,
  'channel-polarity': isStereo,
  clicks: ({ header }) => header.seconds >= 4,
  clipping: () => true,
  'corrupt-audio': () => true,
  'dc-offset': ({ header }) => header.seconds >= 5,
  dropouts: () => true,
  hum: ({ header }) => header.seconds >= 8,
  'level-too-low': () => true,
  'mono-as-stereo': isStereo,
  'one-sided-stereo': isStereo,
  'padded-bits': ({ header }) => header.bitDepth === 24,
  'silent-stem': () => true,
  'stereo-balance': isStereo,
  'truncated-file': () => true,
  upsampled: ({ header }) => header.sampleRate >= 88_200,
};
const RULES = Object.keys(APPLIES);
const LONG_SECONDS = 10;

if (option('--only') !== 'recall') await falseAlarms();
if (option('--only') !== 'false') await recall();

/** Prints a row a rule: files looked at, fired, judged right by the waveform, the rest, and the Wilson interval of the rest. */
async function falseAlarms() {
  const judged = JSON.parse(readFileSync(JUDGED, 'utf8'));
  const fired = Object.fromEntries(RULES.map((rule) => [rule, []]));
  const looked = Object.fromEntries(RULES.map((rule) => [rule, 0]));
  for (const part of readdirSync(clean).filter((name) => !name.startsWith('.'))) {
    const report = await judge(join(clean, part));
    const sounds = report.files.filter(({ header }) => header !== undefined);
    for (const rule of RULES) looked[rule] += sounds.filter(APPLIES[rule]).length;
    for (const { rule, severity, files } of report.findings) {
      for (const path of files) fired[rule]?.push({ path: `${part}/${path}`, severity });
    }
  }
  console.log('| rule | files | warned | right | false | false per 1,000 (95 %) | notes |');
  console.log('|---|---|---|---|---|---|---|');
  const unknown = [];
  for (const rule of RULES) {
    const loud = fired[rule].filter(({ severity }) => severity !== 'info');
    const wrong = loud.filter(({ path }) => !(judged[rule] ?? []).some((known) => path.endsWith(known)));
    unknown.push(...wrong.map(({ path }) => `${rule}: ${path}`));
    const notes = fired[rule].length - loud.length;
    const cells = [rule, looked[rule], loud.length, loud.length - wrong.length, wrong.length];
    console.log(`| ${[...cells, perThousand(wrong.length, looked[rule]), notes].join(' | ')} |`);
  }
  for (const line of unknown) console.log(`not judged right: ${line}`);
}

/** Prints a row a defect: tried, found, and beside it the share that the reference detectors found in their own set. */
async function recall() {
  if (spawnSync('ffmpeg', ['-version']).status !== 0) return console.log('recall skipped: no ffmpeg');
  const pieces = readPieces(Number(option('--pieces') ?? 60));
  const folder = mkdtempSync(join(tmpdir(), 'stemcheck-insertions-'));
  console.log('\n| put in | rule | tried | found | share (95 %) | reference | fired without it |');
  console.log('|---|---|---|---|---|---|---|');
  const rows = INSERTIONS.filter(({ name }) => name.startsWith(option('--row') ?? ''));
  // Few sounds of the set last long enough for hum, so its row takes all that do.
  const isForLong = ({ shortestSeconds }) => shortestSeconds > LONG_SECONDS;
  const longest = rows.some(isForLong) ? readPieces(Number(option('--pieces') ?? 60), LONG_SECONDS) : [];
  const all = {
    short: await firedOn(folder, pieces, (piece) => piece),
    long: await firedOn(folder, longest, (piece) => piece),
  };
  for (const insertion of rows) {
    const { name, rule, reference, change, shortestSeconds, isFound } = insertion;
    const [own, untouched] = isForLong(insertion) ? [longest, all.long] : [pieces, all.short];
    const long = own.filter(({ seconds }) => seconds >= shortestSeconds);
    const found = await firedOn(folder, long, change);
    // A piece that fires by itself proves nothing; an edge that was cut anew says nothing of the old one.
    const fires = (set) => (isFound ? set.files.filter(isFound).map(({ path }) => path) : set.of(rule));
    const counted = found.names.filter((piece) => isFound || !fires(untouched).includes(piece));
    const hits = counted.filter((piece) => fires(found).includes(piece)).length;
    const share = `${percent(hits / counted.length)} (${wilson(hits, counted.length).map(percent).join(' to ')})`;
    const cells = [name, rule, counted.length, hits, share, reference === null ? '-' : percent(reference)];
    console.log(`| ${[...cells, fires(untouched).length].join(' | ')} |`);
  }
  rmSync(folder, { recursive: true });
}

function readPieces(count, shortestSeconds = 1.5) {
  const paths = readdirSync(clean, { recursive: true })
    .filter((path) => SOUND.test(path))
    .sort();
  const next = random(11);
  const shuffled = paths.map((path) => [next(), path]).sort(([a], [b]) => a - b);
  const pieces = [];
  for (const [, path] of shuffled) {
    if (pieces.length === count) break;
    // A lossless second is never smaller; this spares the decoding of a thousand short ones.
    if (statSync(join(clean, path)).size < 10_000 * shortestSeconds) continue;
    const piece = readPiece(join(clean, path), shortestSeconds);
    if (piece !== null) pieces.push({ piece, seconds: piece[0].length / 48_000 });
  }
  return pieces;
}

async function firedOn(folder, pieces, change) {
  const place = join(folder, 'set');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  const names = [];
  pieces.forEach(({ piece }, index) => {
    const changed = change(piece, random(100 + index));
    if (changed === null) return;
    const name = `Piece ${String(index).padStart(3, '0')}.wav`;
    writeWav(join(place, name), changed);
    names.push(name);
  });
  const { findings, files } = await judge(place);
  return { names, files, of: (rule) => findings.filter((one) => one.rule === rule).flatMap(({ files }) => files) };
}

async function judge(folder) {
  const delivery = await scan(folder, { cache: null, rough: false });
  return check(delivery, { profile: resolveProfile('standard'), waivers: false, version: 'bench', only: RULES });
}

function isStereo({ header }) {
  return header.channels === 2;
}

function percent(share) {
  return `${Math.round(100 * share)} %`;
}

function perThousand(count, of) {
  const [low, high] = wilson(count, of).map((share) => (1000 * share).toFixed(1));
  return of === 0 ? '-' : `${((1000 * count) / of).toFixed(1)} (${low} to ${high})`;
}

function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
