import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { relateToRough } from '../../../src/scan/relations/rough/relate-to-rough.js';
// @ts-expect-error: a plain module without types
import { wilson } from '../sound/wilson.mjs';
import { type Case, CHAINS, CODEC_DELAY_FRAMES, isCoded, KINDS, makeCase } from './cases.js';
import { readerOf, renderedSong, type Song, songOfFolder } from './sounds.js';
import { count, type Tally, tallyBus, tallyStem } from './tally.js';
import { tallyTwins } from './twin-pairs.js';

/** Every other song: no microphone, sample or room is on both sides. */
const TUNING = ['mauiwowi', 'potassium', 'rubidium', 'rendered A', 'rendered B'];
const sources = process.argv[2] ?? '';
const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const half = option('half', 'held-out');
const cases = Number(option('cases', '36'));
const firstSeed = Number(option('seed', '1'));
const seconds = Number(option('seconds', '40'));
const features = option('features', '');
const only = option('only', '');
const sampleRate = option('rate', '') === '' ? null : Number(option('rate', ''));
const chains = CHAINS.filter((chain) => option('chain', chain) === chain);
if (!existsSync(sources)) {
  console.log(`skipped: no stems in ${sources === '' ? 'the first argument' : sources}`);
  process.exit(0);
}

const names = readdirSync(sources).filter((name) => existsSync(join(sources, name)));
const kept = [...names, 'rendered A', 'rendered B', 'rendered C', 'rendered D'].filter(
  (name) => TUNING.includes(name) === (half === 'tuning'),
);
const songNamed = (name: string): Song =>
  name.startsWith('rendered')
    ? renderedSong(name, name.charCodeAt(9), sampleRate ?? 44_100, 60)
    : songOfFolder(join(sources, name), name, sampleRate ?? 48_000);

const tally: Tally = new Map();
/** The three that most questions are about; the others by name. */
const kinds = KINDS.filter((kind, i) => (only === '' ? i < 3 : kind === only));
// What was counted so far is told when the run is stopped.
process.once('SIGINT', () => {
  printTally();
  process.exit(130);
});
// One song at a time: decoded, each takes some hundred megabytes.
for (const [place, name] of kept.entries()) {
  const song = songNamed(name);
  if (only === 'twins') {
    await tallyTwins(tally, song, firstSeed, seconds);
    await new Promise<void>((resolve) => setImmediate(resolve));
    continue;
  }
  for (let i = place; i < cases; i += kept.length) {
    // Eight chains and three kinds: in 24 rounds every song meets each of one with each of the other.
    const round = Math.floor(i / kept.length);
    const chain = chains[round % chains.length]!;
    const kind = kinds[(place + round) % kinds.length]!;
    await runCase(makeCase(song, chain, kind, 1000 * firstSeed + i, seconds));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
printTally();

function printTally(): void {
  for (const [question, { yes, of, missed }] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [low, high] = wilson(yes, of) as [number, number];
    console.log(`${`${yes}/${of}`.padStart(9)}  ${(100 * low).toFixed(0)}-${(100 * high).toFixed(0)} %  ${question}`);
    for (const note of missed.slice(0, 12)) console.log(`             ${note}`);
  }
}

async function runCase(one: Case): Promise<void> {
  const stems = one.stems.map(({ path, sound }) => ({
    path,
    sound: readerOf(sound, one.sampleRate),
    islands: null,
    levels: null,
    isDryTwin: false,
    isLossy: false,
  }));
  const input = { path: 'rough', sound: readerOf(one.mix, one.sampleRate), stems };
  const { rough, buses } = await relateToRough(input, { pause: async () => undefined, onProgress: () => undefined });
  const name = `${one.song} ${one.chain} ${one.kind} ${one.seed}`;
  const delay = isCoded(one.chain) ? CODEC_DELAY_FRAMES : 0;
  const common = -one.leadFrames - delay;
  count(tally, 'common lag exact', rough.commonLagFrames === common, `${name}: ${rough.commonLagFrames}, is ${common}`);
  // Where the mix jumps, a stem lies at two places.
  for (const [i, stem] of one.cut === null ? one.stems.entries() : []) tallyStem(tally, one, stem, rough.stems[i]!);
  const spans = rough.unexplained?.spans.length ?? 0;
  const share = `${name}: share ${rough.unexplained?.share}, null ${rough.nullDb} ${JSON.stringify(rough.unexplained?.spans[0] ?? '')}`;
  const effects = `${name}: null ${rough.nullDb}`;
  if (one.leavesEffects) count(tally, `effects in no stem (${one.chain}): found`, rough.diffuse, effects);
  else count(tally, `no effects of its own (${one.chain}): none claimed`, !rough.diffuse, effects);
  if (one.bus !== null) tallyBus(tally, one.bus, buses, `${one.kind}`, name);
  if (one.cut !== null) {
    const { jumpSeconds } = one.cut;
    const isFound = rough.steps.some((step) => Math.abs(step.jumpSeconds - jumpSeconds) < 0.01);
    count(tally, 'cut mix: step found, to 10 ms', isFound, `${name} ${JSON.stringify(rough.steps)}`);
  }
  if (one.missingDb !== null) {
    const class_ = one.missingDb >= -10 ? '-3 to -10' : one.missingDb >= -18 ? '-14, -18' : '-24, -30';
    const floor = `floor ${rough.provesDownToDb}`;
    count(tally, `missing part at ${class_} dB: found`, spans > 0, `${share} at ${one.missingDb}, ${floor}`);
    const isAbove = rough.provesDownToDb !== null && one.missingDb >= rough.provesDownToDb;
    count(
      tally,
      `missing part ${isAbove ? 'above' : 'below'} the floor of its own mix: found`,
      spans > 0,
      `${share} at ${one.missingDb}, ${floor}`,
    );
  } else if (one.kind === 'clean') {
    count(tally, 'complete mix: no missing part claimed', spans === 0, share);
    count(tally, 'complete mix: no step claimed', rough.steps.length === 0, `${name} ${JSON.stringify(rough.steps)}`);
    count(tally, 'complete mix: no bus claimed', buses.length === 0, `${name} ${JSON.stringify(buses)}`);
  }
  if (features !== '') {
    appendFileSync(
      features,
      `${JSON.stringify({ ...one, mix: undefined, stems: one.stems.map(({ path, truth, levelDb }) => ({ path, truth, levelDb })), rough })}\n`,
    );
  }
}
