// The session of the speed bench: bass-, keys-, drum- and vocal-like stems of our own synthesis, seeded, every fourth
// one digitally silent half of the time; and the two materials on which nothing can be skipped.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const RATE = 48_000;
const CHUNK_FRAMES = 65_536;
const BYTES = 6; // a frame of two channels of 24 bits

/** Writes what is missing and returns the paths: `count` stems of so many seconds, 48 kHz, 24 bit, stereo. */
export function session(folder, count, seconds) {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, i) => {
    const path = join(
      folder,
      `${String(i + 1).padStart(2, '0')} ${['Bass', 'Keys', 'Drums', 'Vocal'][i % 4]} ${i}.wav`,
    );
    if (!existsSync(path)) writeWav(path, seconds, stem(i));
    return path;
  });
}

/** Full-scale noise, and a wave cut off so hard that every block may hold the highest peak. */
export function worstCases(folder, seconds) {
  mkdirSync(folder, { recursive: true });
  const random = randomOf(99);
  const sounds = {
    'noise.wav': () => [random(), random()],
    'limited.wav': (frame) => {
      const wave = 4 * Math.sin(frame * 0.031) * (1 + 0.3 * Math.sin(frame * 0.00007)) + 0.6 * random();
      const value = Math.max(-0.98, Math.min(0.98, wave));
      return [value, Math.max(-0.98, Math.min(0.98, 0.9 * wave + 0.1 * random()))];
    },
  };
  return Object.entries(sounds).map(([name, sound]) => {
    const path = join(folder, name);
    if (!existsSync(path)) writeWav(path, seconds, sound);
    return path;
  });
}

function stem(index) {
  const kind = index % 4;
  const random = randomOf(index * 7919 + 17);
  const voices = Array.from({ length: 4 }, () => ({ phase: 0, step: 0, level: 0, decay: 1 }));
  const base = [41, 220, 90, 260][kind];
  const every = Math.round(RATE * (kind === 2 ? 0.125 : 0.25));
  const level = 0.18 + 0.12 * Math.abs(random());
  let hiss = 0;
  let smooth = 0;
  return (frame) => {
    if (frame % every === 0) {
      const voice = voices[(frame / every) % 4];
      voice.step = (2 * Math.PI * base * 2 ** (Math.floor(24 * Math.abs(random())) / 12)) / RATE;
      voice.level = level * (0.4 + 0.6 * Math.abs(random()));
      voice.decay = Math.exp(-1 / (RATE * (0.2 + 0.5 * Math.abs(random()))));
      hiss = (kind === 2 ? 0.7 : 0.05) * level * Math.abs(random());
    }
    let tone = 0;
    for (const voice of voices) {
      voice.phase = (voice.phase + voice.step) % (2 * Math.PI);
      const saw = voice.phase - Math.PI;
      tone += voice.level * saw * (1 - Math.abs(saw) / Math.PI) * (4 / Math.PI);
      voice.level *= voice.decay;
    }
    const noise = random();
    smooth += 0.3 * (noise - smooth);
    hiss *= 0.99985;
    if (kind === 3 && Math.floor(frame / (8 * RATE)) % 2 === 1) return [0, 0];
    return [tone + hiss * noise, 0.8 * tone + 2 * hiss * smooth];
  };
}

/** Uniform in ±1. */
function randomOf(seed) {
  let state = (seed * 2654435761 + 12345) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 31 - 1;
  };
}

function writeWav(path, seconds, sound) {
  const frames = Math.round(seconds * RATE);
  const partial = `${path}.part`; // a bench that was broken off must not leave half a stem
  const file = openSync(partial, 'w');
  writeSync(file, header(frames));
  const buffer = Buffer.alloc(CHUNK_FRAMES * BYTES);
  for (let from = 0; from < frames; from += CHUNK_FRAMES) {
    const count = Math.min(CHUNK_FRAMES, frames - from);
    for (let i = 0, at = 0; i < count; i++) {
      for (const value of sound(from + i)) {
        const code = Math.max(-8_388_608, Math.min(8_388_607, Math.round(value * 8_388_608)));
        buffer[at++] = code;
        buffer[at++] = code >> 8;
        buffer[at++] = code >> 16;
      }
    }
    writeSync(file, buffer, 0, count * BYTES);
  }
  closeSync(file);
  renameSync(partial, path);
}

function header(frames) {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + frames * BYTES, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * BYTES, 28);
  head.writeUInt16LE(BYTES, 32);
  head.writeUInt16LE(24, 34);
  head.write('data', 36);
  head.writeUInt32LE(frames * BYTES, 40);
  return head;
}
