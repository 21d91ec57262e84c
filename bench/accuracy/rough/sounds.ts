import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SoundReader } from '../../../src/scan/relations/sound-reader.js';

/** Channels of one length. */
export type Sound = readonly Float32Array[];
export type Song = { readonly name: string; readonly sampleRate: number; readonly stems: ReadonlyMap<string, Sound> };

/** A seeded generator of numbers in 0 … 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

export function readerOf(sound: Sound, sampleRate: number): SoundReader {
  return {
    sampleRate,
    channels: sound.length,
    frames: sound[0]!.length,
    read: (from, frames) => sound.map((channel) => channel.subarray(from, from + frames)),
  };
}

/** The stems of one folder, decoded at one rate. */
export function songOfFolder(folder: string, name: string, sampleRate: number): Song {
  const files = readdirSync(folder).filter((file) => /\.(ogg|wav|flac)$/.test(file));
  return {
    name,
    sampleRate,
    stems: new Map(files.map((file) => [file, decoded(join(folder, file), sampleRate)])),
  };
}

function decoded(path: string, sampleRate: number): Sound {
  const channels = spawnSync('ffprobe', ['-v', 'error', '-show_entries', 'stream=channels', '-of', 'csv=p=0', path], {
    encoding: 'utf8',
  });
  return fromFfmpeg(['-i', path], Number(channels.stdout.trim().split('\n')[0]) === 1 ? 1 : 2, sampleRate);
}

/** Through an MP3 encoder and back, its delay kept. */
export function throughMp3(sound: Sound, sampleRate: number, kilobits: number): Sound {
  const raw = ['-f', 'f32le', '-ar', String(sampleRate), '-ac', String(sound.length)];
  const coded = spawnSync(
    'ffmpeg',
    [
      '-v',
      'error',
      ...raw,
      '-i',
      'pipe:0',
      '-c:a',
      'libmp3lame',
      '-b:a',
      `${kilobits}k`,
      '-write_xing',
      '0',
      '-f',
      'mp3',
      'pipe:1',
    ],
    { input: interleaved(sound), maxBuffer: 1 << 30 },
  );
  return fromFfmpeg(['-flags2', '+skip_manual', '-f', 'mp3', '-i', 'pipe:0'], sound.length, sampleRate, coded.stdout);
}

function fromFfmpeg(input: readonly string[], channels: number, sampleRate: number, bytes?: Buffer): Sound {
  const made = spawnSync(
    'ffmpeg',
    ['-v', 'error', ...input, '-f', 'f32le', '-ac', String(channels), '-ar', String(sampleRate), 'pipe:1'],
    { maxBuffer: 1 << 30, ...(bytes ? { input: bytes } : {}) },
  );
  const floats = new Float32Array(made.stdout.buffer, made.stdout.byteOffset, Math.floor(made.stdout.length / 4));
  const frames = Math.floor(floats.length / channels);
  return Array.from({ length: channels }, (_, channel) =>
    Float32Array.from({ length: frames }, (_, i) => floats[i * channels + channel]!),
  );
}

function interleaved(sound: Sound): Buffer {
  const frames = sound[0]!.length;
  const floats = new Float32Array(frames * sound.length);
  sound.forEach((channel, c) => {
    for (let i = 0; i < frames; i++) floats[i * sound.length + c] = channel[i]!;
  });
  return Buffer.from(floats.buffer);
}

/** A song of parts that never repeat: notes of random pitch and length, each part through a band of its own. */
export function renderedSong(name: string, seed: number, sampleRate: number, seconds: number): Song {
  const random = randomOf(seed);
  const lowest = [55, 82, 110, 165, 220, 330, 440, 660];
  const parts = lowest.map((hertz, i) => [`part ${i}`, [part(random, hertz, sampleRate, seconds)]] as const);
  return { name, sampleRate, stems: new Map(parts) };
}

function part(random: () => number, lowest: number, sampleRate: number, seconds: number): Float32Array {
  const samples = new Float32Array(seconds * sampleRate);
  const notes = Math.round(seconds * (1.5 + 3 * random()));
  for (let note = 0; note < notes; note++) {
    const at = Math.floor(random() * (samples.length - sampleRate));
    const length = Math.floor(sampleRate * (0.12 + 0.8 * random()));
    const hertz = lowest * 4 ** random();
    const fall = (3 + 6 * random()) / sampleRate;
    const partials = Array.from({ length: 8 }, (_, h) => [(0.2 + 0.8 * random()) / (h + 1), 6.28 * random()] as const);
    for (let k = 0; k < length; k++) {
      let value = 0.3 * (2 * random() - 1) * Math.exp((-k * 60) / sampleRate);
      for (const [h, [level, phase]] of partials.entries()) {
        value += level * Math.sin((2 * Math.PI * hertz * (h + 1) * k) / sampleRate + phase);
      }
      samples[at + k]! += 0.15 * value * Math.exp(-k * fall);
    }
  }
  return samples;
}
