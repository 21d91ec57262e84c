import { describe, expect, it } from 'vitest';
import { measure } from '../measure.js';
import { noise, sine } from '../pcm.js';

// Each sound is made so that its answer follows from how it was made.
const RATE = 48_000;
const mix = (length: number, at: (i: number) => number): Float64Array => Float64Array.from({ length }, (_, i) => at(i));
const hiss = gaussian(10 * RATE);
const voice = mix(10 * RATE, (i) => {
  const t = i / RATE;
  return 0.25 * Math.sin(2 * Math.PI * 220 * t) * (1 + 0.5 * Math.sin(2 * Math.PI * 3 * t)) + 0.02 * hiss[i]!;
});
const bass = sine(10 * RATE, 49, 0.5);
const changed = (sound: Float64Array, change: (copy: Float64Array) => void): Float64Array => {
  const copy = sound.slice();
  change(copy);
  return copy;
};

describe('silence', () => {
  it('is told apart: zeros, dither, steady noise', () => {
    expect(measure([new Float64Array(RATE), new Float64Array(RATE)]).silence?.kind).toBe('digital');
    expect(measure([noise(RATE, 1 / 32_768)], { containerBits: 16 }).silence?.kind).toBe('dither');
    const soft = measure([hiss.map((value) => value * 10 ** (-75 / 20))]).silence;
    expect(soft?.kind).toBe('noise');
    expect(soft?.noiseRmsDbfs).toBeCloseTo(-75, 0);
  });
  it('is neither a soft voice nor a loud noise', () => {
    expect(measure([voice.map((value) => value * 0.005)]).silence).toBeNull();
    expect(measure([hiss.map((value) => value * 0.1)]).silence).toBeNull();
  });
});

describe('samples that are no numbers', () => {
  const float = { coding: 'float', containerBits: 32 } as const;
  it('are counted and leave every other figure as if they were zero', () => {
    const clean = voice.subarray(0, RATE);
    const bad = changed(clean, (copy) => copy.set([Number.NaN, Number.POSITIVE_INFINITY, 1e30, 1e-40], 20_000));
    const zeroed = changed(clean, (copy) => copy.fill(0, 20_000, 20_004));
    const { badSamples, pcmHash, ...figures } = measure([bad], float);
    expect(badSamples).toEqual({ nan: 1, infinite: 1, huge: 1, denormal: 1, overs: 0 });
    expect(figures).toEqual(expect.objectContaining(without(measure([zeroed], float), ['badSamples', 'pcmHash'])));
  });
  it('overs of a float file keep their level', () => {
    const { badSamples, peakDbfs } = measure(
      [changed(voice.subarray(0, RATE), (copy) => copy.fill(2, 100, 101))],
      float,
    );
    expect(badSamples.overs).toBe(1);
    expect(peakDbfs).toBeCloseTo(6.0206, 4);
  });
});

describe('clipping', () => {
  const tone = sine(2 * RATE, 220, 1.41, RATE, 0.3);
  it('of a 220 Hz tone 3 dB over full scale has its 880 flat tops', () => {
    expect(measure([tone], { containerBits: 16 }).clipping).toMatchObject({
      runs: 880,
      longestFrames: 55,
      hard: true,
      atFullScale: true,
    });
  });
  it('is not a lone sample at full scale, nor a normalised low sine', () => {
    expect(measure([tone.map((value, i) => (i === 300 ? 1 : 0.5 * value))]).clipping).toBeNull();
    expect(measure([sine(2 * RATE, 30)], { containerBits: 16 }).clipping).toBeNull();
  });
  it('is seen after the fader went down', () => {
    const peak = voice.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
    const turned = voice.map((value) => Math.max(-0.8, Math.min(0.8, (1.1 * value) / peak)) * 0.5);
    const { clipping } = measure([turned]);
    expect(clipping?.atFullScale).toBe(false);
    expect(clipping?.ceilingDbfs).toBeCloseTo(-7.96, 1);
  });
  it('is not the flat top of a square wave', () => {
    expect(measure([sine(4 * RATE, 110).map((value) => 0.5 * Math.sign(value))]).clipping).toBeNull();
  });
  it('is not what white noise does, though some of its jumps look like an overflow', () => {
    expect(measure([noise(4 * RATE, 0.5)]).clipping?.wraps ?? 0).toBe(0);
  });
  it('that wrapped round is counted; saws and squares do not wrap', () => {
    const wrapped = tone.map((value) => (((((1.2 / 1.41) * value + 1) % 2) + 2) % 2) - 1);
    expect(measure([wrapped]).clipping?.wraps).toBeGreaterThanOrEqual(800);
    expect(measure([mix(2 * RATE, (i) => 0.9 * (2 * (((110.3 * i) / RATE) % 1) - 1))]).clipping).toBeNull();
    expect(measure([sine(2 * RATE, 220).map(Math.sign)]).clipping?.wraps ?? 0).toBe(0);
  });
});

describe('dropouts', () => {
  it('a hole of zeros is found to the frame', () => {
    const holed = changed(voice, (copy) => copy.fill(0, 100_000, 100_512));
    expect(measure([holed]).dropouts).toEqual([{ kind: 'gap', fromFrame: 100_000, toFrame: 100_512 }]);
  });
  it('a held sample is found to the frame', () => {
    const held = changed(voice, (copy) => copy.fill(copy[100_000]!, 100_000, 100_128));
    expect(measure([held]).dropouts).toEqual([{ kind: 'held', fromFrame: 100_000, toFrame: 100_128 }]);
  });
  it.each([64, 256, 1024])('a buffer of %i frames that was played twice is found to the frame', (lag) => {
    const repeated = changed(voice, (copy) => copy.copyWithin(100_000, 100_000 - lag, 100_000));
    expect(measure([repeated]).dropouts).toEqual([
      { kind: 'repeat', fromFrame: 100_000, toFrame: 100_000 + lag, blockFrames: lag },
    ]);
  });
  it('a hole across the edge of a hop and in both channels is found', () => {
    const holed = changed(voice, (copy) => copy.fill(0, 8100, 8300));
    expect(measure([holed, holed]).dropouts).toEqual([{ kind: 'gap', fromFrame: 8100, toFrame: 8300 }]);
  });
  it('is not a hole in one channel, a loop, a rest that fades, a file without a fault', () => {
    const holed = changed(voice, (copy) => copy.fill(0, 100_000, 100_512));
    expect(measure([holed, voice]).dropouts).toEqual([]);
    expect(measure([mix(480_000, (i) => voice[i % 480]!)]).dropouts).toEqual([]);
    expect(
      measure([voice.map((value, i) => value * Math.abs(Math.sin((2 * Math.PI * i) / RATE)) ** 4)]).dropouts,
    ).toEqual([]);
    expect(measure([voice]).dropouts).toEqual([]);
  });
});

describe('clicks', () => {
  it('one in a bass is found to the frame', () => {
    const clicked = changed(bass, (copy) => {
      copy[200_000]! += 0.1;
    });
    expect(measure([clicked]).clicks.map(({ frame }) => frame)).toEqual([200_000]);
  });
  it('a bass and drum hits have none', () => {
    const hits = mix(10 * RATE, (i) => Math.exp(-(((i * 2) / RATE) % 1) * 20) * hiss[i]! * 0.2);
    expect(measure([bass]).clicks).toEqual([]);
    expect(measure([hits]).clicks).toEqual([]);
  });
});

describe('hum', () => {
  const series = (i: number): number =>
    [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + Math.sin((2 * Math.PI * 50 * k * i) / RATE) / k, 0) * 0.003;
  it('of 50 Hz under a voice is named', () => {
    expect(measure([voice.map((value, i) => value + series(i))]).hum).toMatchObject({ mainsHz: 50 });
  });
  it('is not a bass that plays a low G', () => {
    const notes = bass.map((value, i) => (i % RATE < 0.9 * RATE ? value : 0) + 1e-5 * hiss[i]!);
    expect(measure([notes]).hum).toBeNull();
  });
});

describe('a standing offset', () => {
  it('of 1 % is measured with its sign', () => {
    const [left] = measure([voice.map((value) => value + 0.01)]).dc;
    expect(left?.offset).toBeCloseTo(0.01, 3);
    expect(left?.oneSignShare).toBe(1);
    expect(left!.spread).toBeLessThan(0.01 / 3);
  });
  it('an asymmetric wave that comes and goes spreads further than its mean', () => {
    const wave = mix(
      10 * RATE,
      (i) => 0.05 * Math.max(Math.sin((4 * Math.PI * i) / RATE), 0) * Math.max(Math.sin((180 * Math.PI * i) / RATE), 0),
    );
    const [left] = measure([wave]).dc;
    expect(Math.abs(left!.offset) >= 1e-3 && left!.spread <= Math.abs(left!.offset) / 3).toBe(true);
  });
});

describe('two channels', () => {
  const half = voice.map((value) => value * 0.5);
  it('equal, panned, inverted and honest stereo differ in their figures', () => {
    expect(measure([voice, voice])).toMatchObject({ identicalChannels: true, silentSide: null });
    expect(measure([voice, half]).balanceDb).toBeCloseTo(6.02, 2);
    expect(1 - measure([voice, half]).correlation! ** 2).toBeLessThan(1e-6);
    expect(measure([voice, voice.map((value) => -value)]).correlation).toBeCloseTo(-1, 6);
    const wide = voice.map((value, i) => value * 0.5 + 0.1 * hiss[(i + 7777) % hiss.length]!);
    expect(measure([voice, wide])).toMatchObject({ identicalChannels: false, silentSide: null });
  });
  it('a dead right side is named', () => {
    expect(measure([voice, voice.map(() => 0)]).silentSide).toBe('R');
    expect(measure([noise(RATE, 1e-4), voice.subarray(0, RATE)]).silentSide).toBe('L');
  });
});

describe('bits', () => {
  const coarse = voice.map((value) => Math.round(value * 32_768) / 32_768);
  it('16 bits in a 24-bit file are counted', () => {
    expect(measure([coarse])).toMatchObject({ usedBits: 16 });
  });
  it('16 bits turned down in 24 leave their lattice', () => {
    expect(measure([coarse.map((value) => value * 0.7)]).latticeStep).toBeGreaterThanOrEqual(8);
  });
  it('true 24 bit has neither', () => {
    expect(measure([voice])).toMatchObject({ usedBits: 24, latticeStep: null });
  });
});

describe('the edge of the band', () => {
  const high = { sampleRate: 96_000 };
  it('of a 44.1 kHz sound in a 96 kHz file is found, and none in a true one', () => {
    const wide = gaussian(96_000).map((value) => value * 0.1);
    const taps = mix(511, (i) => {
      const t = i - 255;
      const sinc = t === 0 ? (2 * 21_500) / 96_000 : Math.sin((2 * Math.PI * 21_500 * t) / 96_000) / (Math.PI * t);
      return sinc * (0.54 - 0.46 * Math.cos((2 * Math.PI * i) / 510));
    });
    const narrow = mix(96_000, (i) => taps.reduce((sum, tap, k) => sum + tap * (wide[i - k] ?? 0), 0));
    expect(measure([narrow], high).bandLimitHz).toBe(22_050);
    expect(measure([wide], high).bandLimitHz).toBeNull();
  });
});

describe('edges', () => {
  it('a head inside a wave is seen; one that fades in is not', () => {
    expect(measure([bass.subarray(2300)]).edges?.headCut).toBe(true);
    expect(measure([voice.map((value, i) => value * Math.min(1, (i * 500) / RATE))]).edges?.headCut).toBe(false);
  });
  it('a tail cut off is seen, one that fades is not', () => {
    expect(measure([voice.map((value, i) => (i < 5 * RATE ? value * 0.001 : value))]).edges?.tailCut).toBe(true);
    expect(measure([voice.map((value, i) => value * (1 - i / voice.length) ** 2)]).edges?.tailCut).toBe(false);
  });
  it('sound that stands apart is an island of its own', () => {
    const apart = mix(7 * RATE, (i) => (i >= RATE && i < 5 * RATE ? 0 : voice[i]!));
    const seconds = measure([apart]).islands.map(({ fromFrame, toFrame }) => [fromFrame / RATE, toFrame / RATE]);
    expect(seconds).toHaveLength(2);
    for (const [i, [from, to]] of [
      [0, 1],
      [5, 7],
    ].entries()) {
      expect(Math.abs(seconds[i]![0]! - from!)).toBeLessThan(0.1);
      expect(Math.abs(seconds[i]![1]! - to!)).toBeLessThan(0.1);
    }
  });
});

function gaussian(frames: number): Float64Array {
  const [a, b] = [noise(frames, 1, 11), noise(frames, 1, 29)];
  return mix(frames, (i) => Math.sqrt(-2 * Math.log(Math.abs(a[i]!) + 1e-12)) * Math.cos(Math.PI * b[i]!));
}

function without<T extends object>(value: T, keys: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as keyof T))) as Partial<T>;
}
