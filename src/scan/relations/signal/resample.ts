import type { SoundReader } from '../sound-reader.js';

const HALF = 16;
const PHASES = 512;

/**
 * A sound at another speed: frame n of the result is the sound at n · ratio, by a 32-tap windowed sinc.
 *
 * @param ratio frames of the sound for each frame of the result; near 1 a drift, 44100 / 48000 another rate
 */
export function resampled(sound: SoundReader, ratio: number, sampleRate: number = sound.sampleRate): SoundReader {
  const taps = tapTable(Math.min(1, 1 / ratio));
  return {
    sampleRate,
    channels: sound.channels,
    frames: Math.max(0, Math.floor((sound.frames - 1) / ratio) + 1),
    read(fromFrame, frames) {
      const first = Math.floor(fromFrame * ratio) - HALF + 1;
      const last = Math.floor((fromFrame + frames - 1) * ratio) + HALF + 2;
      const from = Math.max(0, first);
      const read = sound.read(from, Math.max(0, Math.min(sound.frames, last) - from));
      return read.map((channel) => interpolated(channel, fromFrame, frames, ratio, from, taps));
    },
  };
}

function tapTable(cutoff: number): Float32Array {
  const taps = new Float32Array((PHASES + 1) * 2 * HALF);
  for (let phase = 0; phase <= PHASES; phase++) {
    for (let k = 0; k < 2 * HALF; k++) {
      const x = k - HALF + 1 - phase / PHASES;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
      const window = Math.abs(x) >= HALF ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * x) / HALF);
      taps[phase * 2 * HALF + k] = cutoff * sinc * window;
    }
  }
  return taps;
}

function interpolated(
  source: Float32Array,
  fromFrame: number,
  frames: number,
  ratio: number,
  sourceFrom: number,
  taps: Float32Array,
): Float32Array {
  const result = new Float32Array(frames);
  for (let n = 0; n < frames; n++) {
    const place = (fromFrame + n) * ratio;
    const whole = Math.floor(place);
    const phase = (place - whole) * PHASES;
    const row = Math.floor(phase);
    const blend = phase - row;
    const at = whole - HALF + 1 - sourceFrom;
    const low = row * 2 * HALF;
    let sum = 0;
    for (let k = Math.max(0, -at); k < 2 * HALF && at + k < source.length; k++) {
      const tap = taps[low + k]! + (taps[low + 2 * HALF + k]! - taps[low + k]!) * blend;
      sum += tap * source[at + k]!;
    }
    result[n] = sum;
  }
  return result;
}
