import { realFourier, spectrumOf } from '../../../src/scan/relations/signal/fourier.js';
import type { Sound } from './sounds.js';

/** Shelves and peaks of ± 6 dB, drawn anew for each stem. */
export function equalised(sound: Sound, sampleRate: number, random: () => number): Sound {
  const decibels = () => 12 * random() - 6;
  const stages = [
    shelf(sampleRate, 80 + 200 * random(), decibels(), false),
    shelf(sampleRate, 3000 + 6000 * random(), decibels(), true),
    peak(sampleRate, 200 * 8 ** random(), decibels(), 0.6 + 1.4 * random()),
    peak(sampleRate, 1000 * 8 ** random(), decibels(), 0.6 + 1.4 * random()),
  ];
  return sound.map((channel) => stages.reduce((samples, stage) => filtered(samples, stage), channel));
}

type Biquad = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

function filtered(x: Float32Array, [b0, b1, b2, a1, a2]: Biquad): Float32Array {
  const y = new Float32Array(x.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let n = 0; n < x.length; n++) {
    const value = b0 * x[n]! + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x[n]!, y1, value];
    y[n] = value;
  }
  return y;
}

function peak(sampleRate: number, hertz: number, decibels: number, q: number): Biquad {
  const [a, w] = [10 ** (decibels / 40), (2 * Math.PI * hertz) / sampleRate];
  const alpha = Math.sin(w) / (2 * q);
  const a0 = 1 + alpha / a;
  const middle = (-2 * Math.cos(w)) / a0;
  return [(1 + alpha * a) / a0, middle, (1 - alpha * a) / a0, middle, (1 - alpha / a) / a0];
}

function shelf(sampleRate: number, hertz: number, decibels: number, isHigh: boolean): Biquad {
  const [a, w] = [10 ** (decibels / 40), (2 * Math.PI * hertz) / sampleRate];
  const cos = isHigh ? -Math.cos(w) : Math.cos(w);
  const root = 2 * Math.sqrt(a) * (Math.sin(w) / 2) * Math.SQRT2;
  const a0 = a + 1 + (a - 1) * cos + root;
  const turn = isHigh ? -1 : 1;
  return [
    (a * (a + 1 - (a - 1) * cos + root)) / a0,
    (turn * 2 * a * (a - 1 - (a + 1) * cos)) / a0,
    (a * (a + 1 - (a - 1) * cos - root)) / a0,
    (turn * -2 * (a - 1 + (a + 1) * cos)) / a0,
    (a + 1 + (a - 1) * cos - root) / a0,
  ];
}

/** A bus compressor (ratio 4) by some decibels, then a soft clip. */
export function compressed(sound: Sound, sampleRate: number, random: () => number): Sound {
  const by = 3 + 5 * random();
  const release = Math.exp(-1 / (sampleRate * (0.06 + 0.19 * random())));
  const attack = Math.exp(-1 / (sampleRate * 0.01));
  const frames = sound[0]!.length;
  const level = new Float32Array(frames);
  let follow = 0;
  for (let n = 0; n < frames; n++) {
    const now = Math.max(...sound.map((channel) => Math.abs(channel[n]!)));
    follow = now > follow ? attack * follow + (1 - attack) * now : release * follow + (1 - release) * now;
    level[n] = follow;
  }
  const sorted = level.filter((_, n) => n % 97 === 0).sort();
  const top = sorted[Math.floor(0.98 * sorted.length)]!;
  const threshold = top / 10 ** ((by * 4) / 3 / 20);
  const gain = level.map((value) => (value > threshold ? (threshold / value) ** 0.75 : 1));
  const ceiling = top * 10 ** (-by / 20) * 1.6 + 1e-9;
  return sound.map((channel) => channel.map((value, n) => ceiling * Math.tanh((value * gain[n]!) / ceiling)));
}

/** A tail of noise, 0.6 to 2.2 s, of some of the stems' sends; it is in no stem. */
export function tailOf(send: Float32Array, sampleRate: number, random: () => number): Sound {
  const seconds = 0.6 + 1.6 * random();
  const length = Math.floor(seconds * sampleRate);
  const before = Math.floor((0.005 + 0.035 * random()) * sampleRate);
  const colour = Math.exp((-2 * Math.PI * (4000 + 5000 * random())) / sampleRate);
  return [0, 1].map(() => {
    const tail = new Float32Array(length);
    let low = 0;
    for (let n = before; n < length; n++) {
      low = colour * low + (1 - colour) * (2 * random() - 1);
      tail[n] = low * Math.exp((-6.9 * n) / length);
    }
    const energy = Math.sqrt(tail.reduce((sum, value) => sum + value * value, 0));
    return convolved(
      send,
      tail.map((value) => value / energy),
    );
  });
}

/** Echoes of some of the stems' sends, a quarter to half a second apart, each softer and duller; they are in no stem. */
export function echoesOf(send: Float32Array, sampleRate: number, random: () => number): Sound {
  const apart = Math.round((0.18 + 0.3 * random()) * sampleRate);
  const feedback = 0.3 + 0.3 * random();
  const colour = Math.exp((-2 * Math.PI * (3000 + 4000 * random())) / sampleRate);
  const echo = new Float32Array(send.length);
  let low = 0;
  for (let n = apart; n < send.length; n++) {
    low = colour * low + (1 - colour) * (send[n - apart]! + feedback * echo[n - apart]!);
    echo[n] = low;
  }
  return [echo, echo];
}

function convolved(x: Float32Array, h: Float32Array): Float32Array {
  const size = 2 ** Math.ceil(Math.log2(2 * h.length));
  const step = size - h.length;
  const plan = realFourier(size);
  const [sx, sh] = [spectrumOf(size), spectrumOf(size)];
  plan.forward(h, sh);
  const [block, y] = [new Float32Array(size), new Float32Array(x.length)];
  for (let at = 0; at < x.length; at += step) {
    plan.forward(x.slice(at, at + step), sx);
    for (let k = 0; k <= size / 2; k++) {
      const [r, i] = [sx.real[k]!, sx.imaginary[k]!];
      sx.real[k] = r * sh.real[k]! - i * sh.imaginary[k]!;
      sx.imaginary[k] = r * sh.imaginary[k]! + i * sh.real[k]!;
    }
    plan.inverse(sx, block);
    for (let n = 0; n < size && at + n < y.length; n++) y[at + n]! += block[n]!;
  }
  return y;
}
