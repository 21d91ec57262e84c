import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

export const RATE = 48_000;
const LONGEST_FRAMES = 12 * RATE;
const PEAK = 10 ** (-0.2 / 20);

/** A repeatable source of numbers in 0 … 1. */
export function random(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** At most 12 s of a file in stereo at 48 kHz, peak at −0.2 dBFS, [channels][frames]; null where it is too short. */
export function readPiece(path, shortestSeconds) {
  const options = ['-v', 'error', '-i', path, '-t', '60', '-ac', '2', '-ar', String(RATE), '-f', 'f32le', '-'];
  const bytes = execFileSync('ffmpeg', options, { maxBuffer: 1 << 28 });
  const floats = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~7)));
  const frames = floats.length / 2;
  if (frames < shortestSeconds * RATE) return null;
  const from = loudestStart(floats, frames);
  const count = Math.min(frames, LONGEST_FRAMES);
  const piece = [0, 1].map((channel) =>
    Float64Array.from({ length: count }, (_, i) => floats[2 * (from + i) + channel]),
  );
  const peak = peakOf(piece);
  if (peak < 0.01) return null;
  for (const channel of piece) for (let i = 0; i < count; i++) channel[i] *= PEAK / peak;
  return piece;
}

function loudestStart(floats, frames) {
  let best = 0;
  let bestPower = -1;
  for (let from = 0; from + LONGEST_FRAMES <= frames; from += 6 * RATE) {
    let power = 0;
    for (let i = from; i < from + LONGEST_FRAMES; i += 7) power += floats[2 * i] ** 2;
    if (power > bestPower) [best, bestPower] = [from, power];
  }
  return best;
}

export function peakOf(channels) {
  return channels.reduce((all, channel) => channel.reduce((peak, x) => Math.max(peak, Math.abs(x)), all), 0);
}

/** A frame within 20 dB of the loudest 10 ms, away from both ends. */
export function loudPlace(piece, next) {
  const group = RATE / 100;
  const powers = [];
  for (let at = 0; at + group <= piece[0].length; at += group) {
    let power = 0;
    for (const channel of piece) for (let i = at; i < at + group; i++) power += channel[i] ** 2;
    powers.push(power);
  }
  const least = Math.max(...powers) / 100;
  const edge = Math.min(20, Math.floor(powers.length / 4));
  const loud = powers.flatMap((power, i) => (power >= least && i >= edge && i < powers.length - edge ? [i] : []));
  const group0 = loud.length > 0 ? loud[Math.floor(next() * loud.length)] : powers.indexOf(Math.max(...powers));
  return group0 * group + Math.floor(next() * group);
}

/** Writes a WAV of 24 bits; codes beyond full scale are held there. */
export function writeWav(path, channels) {
  const frames = channels[0].length;
  const bytes = Buffer.alloc(44 + frames * channels.length * 3);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels.length, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * channels.length * 3, 28);
  bytes.writeUInt16LE(channels.length * 3, 32);
  bytes.writeUInt16LE(24, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(bytes.length - 44, 40);
  let at = 44;
  for (let frame = 0; frame < frames; frame++) {
    for (const channel of channels) {
      const code = Math.max(-(2 ** 23), Math.min(2 ** 23 - 1, Math.round(channel[frame] * 2 ** 23)));
      bytes.writeIntLE(code, at, 3);
      at += 3;
    }
  }
  writeFileSync(path, bytes);
}
