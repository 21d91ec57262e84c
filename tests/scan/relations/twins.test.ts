import { describe, expect, it } from 'vitest';
import { alikeInLevel } from '../../../src/scan/relations/together/envelopes.js';
import { twinsOf } from '../../../src/scan/relations/together/twins.js';
import { alone, later, part, randomOf, stemOf } from './parts.js';

const RATE = 44_100;
const one = part(1, 220, RATE, 20);
const other = part(2, 220, RATE, 20);
const twin = (b: Float32Array) =>
  twinsOf([stemOf('a.wav', [one], RATE), stemOf('b.wav', [b], RATE)], [{ a: 0, b: 1 }], alone);

describe('two stems', () => {
  it('of which one is softer, upside down and 333 frames later are one sound', async () => {
    const [found] = await twin(later(one, 333).map((value) => -0.5 * value));
    expect(found).toMatchObject({ a: 'a.wav', b: 'b.wav', kind: 'copy', lagFrames: 333, inverted: true });
    expect(found!.gainDb).toBeCloseTo(-6, 1);
  });

  it('of which one went through a filter are a processed copy', async () => {
    let last = 0;
    const filtered = one.map((value) => {
      last = 0.7 * last + 0.3 * value;
      return last;
    });
    expect(await twin(filtered)).toMatchObject([{ kind: 'processed-copy', inverted: false }]);
  });

  it('that carry one performance and more are told as that', async () => {
    const mixed = one.map((value, n) => value + 0.55 * other[n]!);
    expect(await twin(mixed)).toMatchObject([{ kind: 'same-performance', lagFrames: 0, inverted: false }]);
  });

  it('that sound only between the places that are compared are none, however alike', async () => {
    const between = (samples: Float32Array) =>
      samples.map((value, n) => (n > 1.6 * RATE && n < 2.9 * RATE ? value : 0));
    const mixed = one.map((value, n) => 0.6 * value + other[n]!);
    const pair = [stemOf('a.wav', [between(one)], RATE), stemOf('b.wav', [between(mixed)], RATE)];
    expect(await twinsOf(pair, [{ a: 0, b: 1 }], alone)).toEqual([]);
  });

  it('of one song that play different notes are none', async () => {
    expect(await twin(other)).toEqual([]);
  });
});

describe('levels', () => {
  const random = randomOf(9);
  const levels = Array.from({ length: 480 }, () => Math.round(127 * random()));
  const strange = Array.from({ length: 480 }, () => Math.round(127 * random()));

  it('that rise and fall together some stretches apart make a pair worth listening to', () => {
    const moved = [...levels.slice(-3), ...levels.slice(0, -3)];
    const stems = [levels, strange, moved].map((values) => ({ levels: values, seconds: 240 }));
    expect(alikeInLevel(stems).map(({ a, b }) => [a, b])).toEqual([[0, 2]]);
  });

  it('of stems that hardly play or were not measured make none', () => {
    const rests = levels.map((level, i) => (i < 5 ? level : 0));
    expect(alikeInLevel([{ levels: rests, seconds: 240 }, { levels: rests, seconds: 240 }, null])).toEqual([]);
  });
});
