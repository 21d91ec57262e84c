import { resampled } from '../../../src/scan/relations/signal/resample.js';
import { compressed, echoesOf, equalised, tailOf } from './processing.js';
import { randomOf, readerOf, type Song, type Sound, throughMp3 } from './sounds.js';

export const CHAINS = ['straight', 'eq', 'comp', 'coded', 'reverb', 'delay', 'mp3', 'mono'] as const;
export type Chain = (typeof CHAINS)[number];
export const KINDS = ['clean', 'faulted', 'missing', 'bus', 'pressed bus', 'cut'] as const;
export type Kind = (typeof KINDS)[number];
export type Truth =
  | { readonly is: 'sound' | 'extra' | 'inverted' | 'one side inverted' | 'bus' }
  | { readonly is: 'offset'; readonly lateFrames: number }
  | { readonly is: 'drift'; readonly ppm: number }
  | { readonly is: 'rate'; readonly trueRateHz: number };
export type Delivered = {
  readonly path: string;
  readonly sound: Sound;
  readonly truth: Truth;
  readonly levelDb: number;
};
export type Case = {
  readonly song: string;
  readonly chain: Chain;
  readonly kind: Kind;
  readonly seed: number;
  readonly sampleRate: number;
  readonly mix: Sound;
  readonly stems: readonly Delivered[];
  /** the frame of the mix at which the stems begin */
  readonly leadFrames: number;
  /** of the part that is not delivered, against the sum of the others */
  readonly missingDb: number | null;
  /** the mix has reverb or echoes that no stem holds */
  readonly leavesEffects: boolean;
  /** a stem that is the sum of others, with these */
  readonly bus: { readonly path: string; readonly members: readonly string[] } | null;
  /** where the mix leaves out some seconds of the song */
  readonly cut: { readonly atSeconds: number; readonly jumpSeconds: number } | null;
};

const CUT_SECONDS = 3.7;

const OFFSETS_SECONDS = [0.25, 0.5, 1, 1.3];
const OFFSETS = [1, 1, 2, 3, 7, 20, 64, 441, 1200, 4812];
const DRIFTS = [10, 20, 50, 100, 200, 500, 1000];
const MISSING_DB = [-3, -6, -10, -14, -18, -24, -30];

/** One delivery and its rough mix, everything drawn from one seed. */
export function makeCase(song: Song, chain: Chain, kind: Kind, seed: number, seconds: number): Case {
  const random = randomOf(seed);
  const { sampleRate } = song;
  const longest = Math.max(...[...song.stems.values()].map((sound) => sound[0]!.length));
  const length = Math.min(longest, Math.round(seconds * sampleRate));
  const from = Math.floor(random() * (longest - length));
  const all = [...song.stems].flatMap(([path, sound]) => {
    const cut = sound.map((channel) => channel.slice(from, from + length));
    return rms(cut) > 1e-4 ? [{ path, sound: cut }] : [];
  });
  const parts = all.map(({ path, sound }) => ({ path, sound, inMix: panned(sound, random) }));
  const missing = kind === 'missing' && parts.length >= 4 ? Math.floor(random() * parts.length) : -1;
  const missingDb = missing < 0 ? null : pick(MISSING_DB, random);
  const wide = parts.map(({ sound }) => isWide(sound));
  const faults = kind === 'faulted' ? drawFaults(wide, sampleRate, random) : new Map<number, Truth>();
  if (missingDb !== null) {
    const others = rms(
      sumOf(
        parts.filter((_, i) => i !== missing).map(({ inMix }) => inMix),
        length,
      ),
    );
    const gain = (10 ** (missingDb / 20) * others) / rms(parts[missing]!.inMix);
    parts[missing]!.inMix = parts[missing]!.inMix.map((channel) => channel.map((value) => value * gain));
  }
  const mixed = parts.flatMap(({ inMix }, i) => (faults.get(i)?.is === 'extra' ? [] : [inMix]));
  const leadFrames = random() < 0.5 ? 0 : Math.round((5 * random() - 1) * sampleRate);
  const dry = sumOf(
    mixed.map((sound) => (chain === 'straight' ? sound : equalised(sound, sampleRate, random))),
    length,
  );
  const { mix, leavesEffects } = processed(dry, mixed, chain, sampleRate, random);
  const total = rms(dry);
  const members = parts.slice(0, kind.endsWith('bus') ? Math.min(4, parts.length >> 1) : 0);
  const sum = sumOf(
    members.map(({ inMix }) => inMix),
    length,
  );
  const bus: Delivered[] =
    members.length < 2
      ? []
      : [
          {
            path: 'bus',
            sound: kind === 'bus' ? sum : compressed(sum, sampleRate, random),
            truth: { is: 'bus' },
            levelDb: 20 * Math.log10(rms(sum) / total),
          },
        ];
  const cutFrames = kind === 'cut' ? Math.round(CUT_SECONDS * sampleRate) : 0;
  const stems = parts.flatMap(({ path, sound, inMix }, i): Delivered[] => {
    if (i === missing) return [];
    const truth = faults.get(i) ?? { is: 'sound' };
    return [{ path, sound: spoiled(sound, truth, sampleRate), truth, levelDb: 20 * Math.log10(rms(inMix) / total) }];
  });
  return {
    song: song.name,
    chain,
    kind,
    seed,
    sampleRate,
    mix: shifted(
      mix.map((channel) => without(channel, length >> 1, cutFrames)),
      leadFrames,
    ),
    stems: [...stems, ...bus],
    leadFrames,
    missingDb,
    leavesEffects,
    bus: bus.length === 0 ? null : { path: 'bus', members: members.map(({ path }) => path) },
    cut:
      cutFrames === 0
        ? null
        : { atSeconds: ((length >> 1) + leadFrames) / sampleRate, jumpSeconds: cutFrames / sampleRate },
  };
}

function without(channel: Float32Array, fromFrame: number, frames: number): Float32Array {
  const rest = new Float32Array(channel.length - frames);
  rest.set(channel.subarray(0, fromFrame));
  rest.set(channel.subarray(fromFrame + frames), fromFrame);
  return rest;
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!;
}

function panned(sound: Sound, random: () => number): Sound {
  const gain = 10 ** ((12 * random() - 6) / 20);
  const pan = 1.6 * random() - 0.8;
  const angle = ((pan + 1) * Math.PI) / 4;
  const [left, right] = [Math.SQRT2 * Math.cos(angle) * gain, Math.SQRT2 * Math.sin(angle) * gain];
  return [sound[0]!.map((value) => value * left), sound[sound.length - 1]!.map((value) => value * right)];
}

/** Left and right differ by a tenth or more. */
function isWide(sound: Sound): boolean {
  const [left, right] = sound;
  return right !== undefined && rms([left!.map((value, n) => value - right[n]!)]) > 0.1 * rms(sound);
}

function drawFaults(wide: readonly boolean[], sampleRate: number, random: () => number): Map<number, Truth> {
  const stems = wide.length;
  const free = Array.from({ length: stems }, (_, i) => i);
  const faults = new Map<number, Truth>();
  const draw = (truth: Truth): void => {
    // At least half of the stems stay sound.
    if (faults.size >= Math.floor(stems / 2)) return;
    const [stem] = free.splice(Math.floor(random() * free.length), 1);
    faults.set(stem!, truth.is === 'inverted' && wide[stem!] ? { is: 'one side inverted' } : truth);
  };
  const sign = random() < 0.5 ? -1 : 1;
  const frames = random() < 0.3 ? Math.round(pick(OFFSETS_SECONDS, random) * sampleRate) : pick(OFFSETS, random);
  const ppm = pick(DRIFTS, random) * (random() < 0.5 ? -1 : 1);
  const others: Truth[] = [
    { is: 'inverted' },
    { is: 'extra' },
    { is: 'drift', ppm },
    { is: 'rate', trueRateHz: sampleRate === 48_000 ? 44_100 : 48_000 },
  ];
  draw({ is: 'offset', lateFrames: sign * frames });
  while (others.length > 0) draw(others.splice(Math.floor(random() * others.length), 1)[0]!);
  return faults;
}

function processed(
  dry: Sound,
  parts: readonly Sound[],
  chain: Chain,
  sampleRate: number,
  random: () => number,
): { mix: Sound; leavesEffects: boolean } {
  if (chain === 'straight' || chain === 'eq') return { mix: dry, leavesEffects: false };
  let mix = dry;
  let sends = 0;
  if (WET.includes(chain)) {
    const send = new Float32Array(dry[0]!.length);
    for (const [left, right] of parts) {
      if (random() > 0.6) continue;
      sends++;
      const gain = 10 ** ((-6 - 10 * random()) / 20) / 2;
      for (let n = 0; n < send.length; n++) send[n]! += gain * (left![n]! + right![n]!);
    }
    const tail = chain === 'delay' ? echoesOf(send, sampleRate, random) : tailOf(send, sampleRate, random);
    mix = mix.map((channel, c) => channel.map((value, n) => value + tail[c]![n]!));
  }
  if (chain === 'comp' || chain === 'coded' || random() < 0.5) mix = compressed(mix, sampleRate, random);
  if (isCoded(chain)) {
    mix = throughMp3(normalised(mix), sampleRate, pick([128, 192, 256, 320], random));
  }
  if (chain === 'mono') mix = [mix[0]!.map((value, n) => (value + mix[1]![n]!) / 2)];
  return { mix, leavesEffects: sends > 0 };
}

/** Chains with reverb or echoes. */
const WET: readonly Chain[] = ['reverb', 'delay', 'mp3', 'mono'];

/** Goes through an MP3 encoder. */
export const isCoded = (chain: Chain): boolean => ['coded', 'mp3', 'mono'].includes(chain);

/** MP3 keeps its encoder's delay: what the generator calls the lead does not hold it. */
export const CODEC_DELAY_FRAMES = 1105;

function spoiled(sound: Sound, truth: Truth, sampleRate: number): Sound {
  const to = (ratio: number): Sound => {
    const reader = resampled(readerOf(sound, sampleRate), ratio);
    return reader.read(0, reader.frames).map((channel) => channel.slice());
  };
  switch (truth.is) {
    case 'offset':
      return shifted(sound, truth.lateFrames).map((channel) => fitted(channel, sound[0]!.length));
    case 'inverted':
      return sound.map((channel) => channel.map((value) => -value));
    case 'one side inverted':
      return sound.map((channel, c) => (c === 1 ? channel.map((value) => -value) : channel));
    case 'drift':
      return to(1 / (1 + truth.ppm * 1e-6));
    case 'rate':
      return to(sampleRate / truth.trueRateHz);
    default:
      return sound;
  }
}

/** Later by so many frames; negative: the head is cut. */
function shifted(sound: Sound, frames: number): Sound {
  return sound.map((channel) => {
    if (frames <= 0) return channel.slice(-frames);
    const late = new Float32Array(channel.length + frames);
    late.set(channel, frames);
    return late;
  });
}

function fitted(channel: Float32Array, length: number): Float32Array {
  const fit = new Float32Array(length);
  fit.set(channel.subarray(0, length));
  return fit;
}

function sumOf(sounds: readonly Sound[], length: number): Sound {
  return [0, 1].map((c) => {
    const sum = new Float32Array(length);
    for (const sound of sounds) {
      const channel = sound[Math.min(c, sound.length - 1)]!;
      for (let n = 0; n < Math.min(length, channel.length); n++) sum[n]! += channel[n]!;
    }
    return sum;
  });
}

function normalised(sound: Sound): Sound {
  const top = Math.max(...sound.map((channel) => channel.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
  return sound.map((channel) => channel.map((value) => (0.9 * value) / (top + 1e-9)));
}

function rms(sound: Sound): number {
  const squares = sound.reduce((sum, channel) => sum + channel.reduce((s, value) => s + value * value, 0), 0);
  return Math.sqrt(squares / (sound.length * sound[0]!.length)) + 1e-12;
}
