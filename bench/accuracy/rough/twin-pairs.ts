import type { Twin } from '../../../src/model/relations.js';
import type { StemSound } from '../../../src/scan/relations/stem-sound.js';
import { twinsOf } from '../../../src/scan/relations/together/twins.js';
import { compressed, equalised } from './processing.js';
import { randomOf, readerOf, type Song, type Sound } from './sounds.js';
import { count, type Tally } from './tally.js';

const ALONE = { pause: async () => undefined, onProgress: () => undefined };

/** Every pair of stems of a song, of which none is a copy of the other, and copies that are made of each stem. */
export async function tallyTwins(tally: Tally, song: Song, seed: number, seconds: number): Promise<void> {
  const random = randomOf(seed);
  const frames = Math.round(seconds * song.sampleRate);
  const longest = Math.max(...[...song.stems.values()].map((sound) => sound[0]!.length));
  const from = Math.floor(random() * Math.max(0, longest - frames));
  const stems = [...song.stems].flatMap(([path, sound]) => {
    const part = sound.map((channel) => channel.slice(from, from + frames));
    return isHeard(part) ? [{ path, sound: part }] : [];
  });
  for (const [i, a] of stems.entries()) {
    for (const b of stems.slice(i + 1)) {
      const [twin] = await twinsOfPair(song, a, b);
      const note = `${song.name} ${a.path} ${b.path}: ${JSON.stringify(twin ?? '')}`;
      count(tally, 'two stems of a song: no copy claimed', twin?.kind !== 'copy', note);
      count(tally, 'two stems of a song: no processed copy claimed', twin?.kind !== 'processed-copy', note);
      count(tally, 'two stems of a song: nothing in common claimed', twin === undefined, note);
    }
    for (const { how, kind, lag, sound } of madeOf(a.sound, song.sampleRate, random)) {
      const [twin] = await twinsOfPair(song, a, { path: 'made', sound });
      const note = `${song.name} ${a.path} ${how}: ${JSON.stringify(twin ?? '')}`;
      count(tally, `twin (${how}): found, its lag exact`, twin?.kind === kind && twin.lagFrames === lag, note);
    }
  }
}

type Made = { readonly how: string; readonly kind: Twin['kind']; readonly lag: number; readonly sound: Sound };

function madeOf(sound: Sound, sampleRate: number, random: () => number): Made[] {
  const lag = [1, 7, 333, 4812][Math.floor(4 * random())]!;
  const later = sound.map((channel) => {
    const moved = new Float32Array(channel.length);
    moved.set(channel.subarray(0, channel.length - lag), lag);
    return moved;
  });
  return [
    {
      how: 'softer, upside down',
      kind: 'copy',
      lag: 0,
      sound: sound.map((channel) => channel.map((value) => Math.round(-0.4 * value * 2 ** 23) / 2 ** 23)),
    },
    { how: 'later', kind: 'copy', lag, sound: later },
    {
      how: 'EQ and compressor',
      kind: 'processed-copy',
      lag: 0,
      sound: compressed(equalised(sound, sampleRate, random), sampleRate, random),
    },
  ];
}

function twinsOfPair(
  { sampleRate }: Song,
  ...pair: readonly { readonly path: string; readonly sound: Sound }[]
): Promise<Twin[]> {
  const stems = pair.map(
    ({ path, sound }): StemSound => ({
      path,
      sound: readerOf(sound, sampleRate),
      islands: null,
      levels: null,
      isDryTwin: false,
      isLossy: false,
    }),
  );
  return twinsOf(stems, [{ a: 0, b: 1 }], ALONE);
}

function isHeard(sound: Sound): boolean {
  return sound.some((channel) => channel.reduce((sum, value) => sum + value * value, 0) > 1e-8 * channel.length);
}
