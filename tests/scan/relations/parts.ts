import { resampled } from '../../../src/scan/relations/signal/resample.js';
import type { SoundReader } from '../../../src/scan/relations/sound-reader.js';
import type { StemSound, Watch } from '../../../src/scan/relations/stem-sound.js';

/** Nobody waits and nothing stops it. */
export const alone: Watch = { pause: async () => undefined, onProgress: () => undefined };

export type Sound = readonly Float32Array[];

/** A seeded generator of numbers in 0 … 1. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Notes of random pitch and length between `lowest` Hz and two octaves above, never the same bar twice. */
export function part(seed: number, lowest: number, sampleRate: number, seconds: number): Float32Array {
  const random = randomOf(seed);
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (let note = 0; note < 3 * seconds; note++) {
    const at = Math.floor(random() * (samples.length - sampleRate));
    const length = Math.floor(sampleRate * (0.12 + 0.8 * random()));
    const hertz = lowest * 4 ** random();
    const fall = 3 + 6 * random();
    const partials = Array.from({ length: 8 }, (_, h) => ({
      level: (0.2 + 0.8 * random()) / (h + 1),
      phase: 6 * random(),
    }));
    for (let k = 0; k < length; k++) {
      const time = k / sampleRate;
      let value = 0.3 * (2 * random() - 1) * Math.exp(-60 * time);
      for (const [h, { level, phase }] of partials.entries()) {
        value += level * Math.sin(2 * Math.PI * hertz * (h + 1) * time + phase);
      }
      samples[at + k]! += 0.1 * value * Math.exp(-fall * time);
    }
  }
  return samples;
}

export function readerOf(sound: Sound, sampleRate: number): SoundReader {
  return {
    sampleRate,
    channels: sound.length,
    frames: sound[0]!.length,
    read: (from, frames) => sound.map((channel) => channel.subarray(from, from + frames)),
  };
}

export function stemOf(path: string, sound: Sound, sampleRate: number, more: Partial<StemSound> = {}): StemSound {
  const reader = readerOf(sound, sampleRate);
  return { path, sound: reader, islands: null, levels: null, isDryTwin: false, isLossy: false, ...more };
}

/** Left and right with gains of their own for every part. */
export function mixOf(parts: readonly Float32Array[], gains: readonly (readonly [number, number])[]): Sound {
  return [0, 1].map((side) => {
    const sum = new Float32Array(parts[0]!.length);
    for (const [i, one] of parts.entries()) {
      for (let n = 0; n < sum.length; n++) sum[n]! += gains[i]![side]! * (one[n] ?? 0);
    }
    return sum;
  });
}

/** Later by so many frames, as long as before. */
export function later(samples: Float32Array, frames: number): Float32Array {
  const moved = new Float32Array(samples.length);
  if (frames >= 0) moved.set(samples.subarray(0, samples.length - frames), frames);
  else moved.set(samples.subarray(-frames));
  return moved;
}

/** An event at t lies at t · factor. */
export function stretched(samples: Float32Array, factor: number): Float32Array {
  const reader = resampled(readerOf([samples], 48_000), 1 / factor);
  return reader.read(0, reader.frames)[0]!.slice();
}
