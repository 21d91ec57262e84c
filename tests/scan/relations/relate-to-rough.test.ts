import { describe, expect, it } from 'vitest';
import { relateToRough } from '../../../src/scan/relations/rough/relate-to-rough.js';
import { alone, later, mixOf, part, randomOf, readerOf, stemOf, stretched } from './parts.js';

const RATE = 44_100;
const SECONDS = 20;
const LOWEST = [60, 110, 160, 220, 300, 400, 520, 700];
const parts = LOWEST.map((hertz, i) => part(i + 1, hertz, RATE, SECONDS));
const gains = parts.map((_, i) => [Math.cos(0.2 * i), Math.sin(0.3 + 0.15 * i)] as const);
const paths = parts.map((_, i) => `part ${i}.wav`);

/** A soft limiter on a mix that begins so many frames after the stems. */
function printed(of: readonly number[], leadFrames: number) {
  const mix = mixOf(
    of.map((i) => parts[i]!),
    of.map((i) => gains[i]!),
  );
  return mix.map((channel) => {
    const long = new Float32Array(channel.length + leadFrames);
    long.set(channel, leadFrames);
    return long.map((value) => Math.tanh(0.8 * value));
  });
}

const ALL = [0, 1, 2, 3, 4, 5, 6, 7];

describe('a delivery that holds every part of its rough mix', () => {
  it('lies in time whole, whatever silence the rough mix begins with', async () => {
    const stems = parts.map((sound, i) => stemOf(paths[i]!, [sound], RATE));
    const rough = readerOf(printed(ALL, 1105), RATE);
    const { rough: compared, buses } = await relateToRough({ path: 'Rough.wav', sound: rough, stems }, alone);
    expect(compared.commonLagFrames).toBe(-1105);
    expect(compared.agreement).toBe('sure');
    expect(compared.stems.map(({ kind, inverted }) => [kind, inverted])).toEqual(ALL.map(() => ['aligned', false]));
    expect(compared.unexplained?.spans).toEqual([]);
    expect(compared.steps).toEqual([]);
    expect(compared.mixDriftPpm).toBeNull();
    expect(buses).toEqual([]);
  });

  it('is told the gain and the side that each stem has in the mix', async () => {
    const stems = parts.map((sound, i) => stemOf(paths[i]!, [sound], RATE));
    const sound = mixOf(
      parts,
      ALL.map((i) => (i === 0 ? [0.5, 0] : [0.5, 0.5])),
    );
    const { rough } = await relateToRough({ path: 'Rough.wav', sound: readerOf(sound, RATE), stems }, alone);
    expect(rough.stems[1]!.gainDb).toBeCloseTo(-6, 0);
    expect(rough.stems[1]!.pan).toBeCloseTo(0, 1);
    expect(rough.stems[0]!.pan).toBeCloseTo(-1, 1);
    expect(rough.nullDb).toBeLessThan(-40);
  });
});

describe('a rough mix of five parts, one of them wide', () => {
  const five = parts.slice(0, 5).map((sound) => sound.subarray(0, 12 * RATE));
  const other = parts[6]!.subarray(0, 12 * RATE);
  // The wide part has one sound on the left and another one on the right.
  const sound = mixOf(
    [...five, other],
    [...five.map((_, i) => (i === 4 ? ([1, 0] as const) : ([0.7, 0.7] as const))), [0, 1]],
  );
  const stemsWith = (wide: readonly Float32Array[]) => [
    ...five.slice(0, 4).map((one, i) => stemOf(paths[i]!, [one], RATE)),
    stemOf('wide.wav', wide, RATE),
  ];
  const compare = async (wide: readonly Float32Array[], rough = sound) =>
    (await relateToRough({ path: 'Rough.wav', sound: readerOf(rough, RATE), stems: stemsWith(wide) }, alone)).rough;

  it('tells the side that alone is upside down', async () => {
    const { stems } = await compare([five[4]!, other.map((value) => -value)]);
    expect(stems.map(({ invertedSide }) => invertedSide ?? null)).toEqual([null, null, null, null, 'R']);
  });

  it('tells none where both are as they were', async () => {
    const { stems } = await compare([five[4]!, other]);
    expect(stems.map(({ kind, invertedSide }) => [kind, invertedSide ?? null])).toEqual(
      stems.map(() => ['aligned', null]),
    );
  });

  it('proves less where noise lies over all of it', async () => {
    const random = randomOf(3);
    const noisy = sound.map((channel) => channel.map((value) => value + 0.15 * (random() - 0.5)));
    const [clean, masked] = [await compare([five[4]!, other]), await compare([five[4]!, other], noisy)];
    expect(clean.provesDownToDb).toBeLessThanOrEqual(-20);
    expect(masked.provesDownToDb ?? 0).toBeGreaterThan(clean.provesDownToDb!);
  });
});

describe('a rough mix with a room around its parts', () => {
  /** Noise that falls by 60 dB in a second, 20 ms behind the sound. */
  const room = (dry: Float32Array) => {
    const random = randomOf(5);
    const taps = Array.from({ length: 400 }, (_, i) => ({
      after: Math.round(RATE * (0.02 + i / 400)),
      level: 0.08 * (2 * random() - 1) * 10 ** ((-3 * i) / 400),
    }));
    return dry.map(
      (value, n) => value + taps.reduce((sum, { after, level }) => sum + level * (dry[n - after] ?? 0), 0),
    );
  };
  const wet = parts.slice(0, 5).map((sound) => room(sound.subarray(0, 12 * RATE)));
  const dry = parts.slice(0, 5).map((sound) => sound.subarray(0, 12 * RATE));
  const rough = readerOf(
    mixOf(wet, gains).map((channel) => channel.map((value) => Math.tanh(0.8 * value))),
    RATE,
  );

  it('that no stem holds has effects of its own, and no part is missing', async () => {
    const stems = dry.map((sound, i) => stemOf(paths[i]!, [sound], RATE));
    const { rough: compared } = await relateToRough({ path: 'Rough.wav', sound: rough, stems }, alone);
    expect(compared.diffuse).toBe(true);
    expect(compared.unexplained?.spans).toEqual([]);
  });

  it('that every stem holds has none of its own', async () => {
    const stems = wet.map((sound, i) => stemOf(paths[i]!, [sound], RATE));
    const { rough: compared } = await relateToRough({ path: 'Rough.wav', sound: rough, stems }, alone);
    expect(compared.diffuse).toBe(false);
  });

  it('is not taken for one where a limiter works hard and a part is missing', async () => {
    const stems = dry.slice(1).map((sound, i) => stemOf(paths[i + 1]!, [sound], RATE));
    const hard = mixOf(dry, gains).map((channel) => channel.map((value) => 0.1 * Math.tanh(8 * value)));
    const { rough: compared } = await relateToRough({ path: 'Rough.wav', sound: readerOf(hard, RATE), stems }, alone);
    expect(compared.nullDb).toBeGreaterThan(-20);
    expect(compared.diffuse).toBe(false);
  });
});

describe('a delivery with one fault of each kind', () => {
  // Part 5 is heard and not delivered; part 6 is delivered and not heard.
  const spoiled = [
    parts[0]!,
    later(parts[1]!, 4812),
    parts[2]!.map((value) => -value),
    stretched(parts[3]!, 1.0001),
    stretched(parts[4]!, 48_000 / 44_100),
    parts[6]!,
    parts[7]!,
  ];
  const names = ['sound', 'late', 'inverted', 'drifting', 'of another rate', 'left over', 'also sound'];
  const comparison = relateToRough(
    {
      path: 'Rough.wav',
      sound: readerOf(printed([0, 1, 2, 3, 4, 5, 7], 1105), RATE),
      stems: spoiled.map((sound, i) => stemOf(names[i]!, [sound], RATE)),
    },
    alone,
  );
  const claimed = async (name: string) => (await comparison).rough.stems.find(({ path }) => path === name)!;

  it('keeps what is in time', async () => {
    expect(await claimed('sound')).toMatchObject({ kind: 'aligned', inverted: false });
    expect(await claimed('also sound')).toMatchObject({ kind: 'aligned', inverted: false });
  });
  it('tells the late stem to the frame', async () => {
    expect(await claimed('late')).toMatchObject({ kind: 'offset', lateFrames: 4812, inverted: false });
  });
  it('tells the inverted stem', async () => {
    expect(await claimed('inverted')).toMatchObject({ kind: 'aligned', inverted: true });
  });
  it('tells the drift of another clock within 2 ppm', async () => {
    const { kind, ppm } = await claimed('drifting');
    expect(kind).toBe('drift');
    expect(Math.abs(ppm! - 100)).toBeLessThanOrEqual(2);
  });
  it('tells the true rate of a wrong label', async () => {
    expect(await claimed('of another rate')).toMatchObject({ kind: 'rate', trueRateHz: 48_000 });
  });
  it('finds no trace of what was left over', async () => {
    expect(await claimed('left over')).toMatchObject({ kind: 'not-found' });
  });
  it('hears the part that is missing', async () => {
    const { unexplained } = (await comparison).rough;
    expect(unexplained!.spans.length).toBeGreaterThan(0);
    expect(unexplained!.levelDb).toBeGreaterThan(-20);
  });
});

describe('a rough mix that is not of these stems', () => {
  it('says that nothing locks, and nothing of single stems', async () => {
    const stems = [0, 1, 2].map((i) => stemOf(paths[i]!, [parts[i]!], RATE));
    const { rough } = await relateToRough(
      { path: 'Other.wav', sound: readerOf(printed([4, 5, 6, 7], 0), RATE), stems },
      alone,
    );
    expect(rough.agreement).toBe('none');
    expect(rough.commonLagFrames).toBeNull();
    expect(rough.stems.map(({ kind }) => kind)).toEqual(['cannot-tell', 'cannot-tell', 'cannot-tell']);
  });

  it('says so where the rough mix is silent or lasts two seconds', async () => {
    const stems = [stemOf('a.wav', [parts[0]!], RATE)];
    const silent = readerOf([new Float32Array(10 * RATE)], RATE);
    const short = readerOf([parts[0]!.slice(0, 2 * RATE)], RATE);
    expect((await relateToRough({ path: 'r', sound: silent, stems }, alone)).rough.cannotTell).toMatch(/silent/);
    expect((await relateToRough({ path: 'r', sound: short, stems }, alone)).rough.cannotTell).toMatch(/short/);
  });
});

describe('stems that carry the same sound', () => {
  it('knows the leftover that repeats another stem bars later, and does not call it late', async () => {
    const copy = later(parts[3]!, 2 * RATE + 117);
    const stems = [...ALL.map((i) => stemOf(paths[i]!, [parts[i]!], RATE)), stemOf('leftover.wav', [copy], RATE)];
    const { rough, alike } = await relateToRough(
      { path: 'Rough.wav', sound: readerOf(printed(ALL, 0), RATE), stems },
      alone,
    );
    expect(rough.stems[8]).toMatchObject({ path: 'leftover.wav', kind: 'not-found' });
    expect(rough.stems[3]).toMatchObject({ kind: 'aligned' });
    expect(alike).toContainEqual({ a: 3, b: 8 });
  });

  it('names the bus that is delivered beside its members, and no other', async () => {
    const bus = parts[1]!.map((value, n) => 0.9 * value + 0.7 * parts[2]![n]! + 0.8 * parts[5]![n]!);
    const stems = [...ALL.map((i) => stemOf(paths[i]!, [parts[i]!], RATE)), stemOf('bus.wav', [bus], RATE)];
    const { buses } = await relateToRough({ path: 'Rough.wav', sound: readerOf(printed(ALL, 0), RATE), stems }, alone);
    expect(buses).toMatchObject([{ bus: 'bus.wav', members: ['part 1.wav', 'part 2.wav', 'part 5.wav'] }]);
  });
});

describe('a rough mix out of which some seconds were cut', () => {
  it('tells the step, and blames no stem for it', async () => {
    const long = LOWEST.map((hertz, i) => part(i + 21, hertz, RATE, 50));
    const whole = mixOf(
      long,
      long.map(() => [0.5, 0.5]),
    );
    const cutAt = 25 * RATE;
    const jump = Math.round(3.7 * RATE);
    const cut = whole.map((channel) => {
      const short = new Float32Array(channel.length - jump);
      short.set(channel.subarray(0, cutAt));
      short.set(channel.subarray(cutAt + jump), cutAt);
      return short;
    });
    const stems = long.map((sound, i) => stemOf(`part ${i}.wav`, [sound], RATE));
    const { rough } = await relateToRough({ path: 'Rough.wav', sound: readerOf(cut, RATE), stems }, alone);
    expect(rough.steps).toHaveLength(1);
    expect(rough.steps[0]!.jumpSeconds).toBeCloseTo(-3.7, 2);
    expect(rough.stems.filter(({ kind }) => kind === 'offset')).toEqual([]);
  });
});
