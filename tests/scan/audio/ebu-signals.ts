/** Test signals of EBU Tech 3341 and 3342 that their text defines fully, at any rate; samples [channels][frames]. */
export type EbuCase = {
  readonly name: string;
  readonly channels: readonly Float64Array[];
  readonly measures: readonly (
    | 'integratedLufs'
    | 'momentaryMaxLufs'
    | 'shortTermMaxLufs'
    | 'loudnessRangeLu'
    | 'truePeakDbtp'
  )[];
  readonly expected: number;
  readonly below: number;
  readonly above: number;
};

type Part = readonly [seconds: number, dbfs: number | null];
const SILENCE = null;

export function ebuCases(sampleRate: number): EbuCase[] {
  const stereo = (
    name: string,
    parts: readonly Part[],
    measures: EbuCase['measures'],
    expected: number,
    within = 0.1,
  ): EbuCase => {
    const samples = tone(parts, sampleRate);
    return { name, channels: [samples, samples], measures, expected, below: within, above: within };
  };
  const all = ['integratedLufs', 'momentaryMaxLufs', 'shortTermMaxLufs'] as const;
  const numbered = (count: number, of: (n: number) => readonly Part[]): Part[] =>
    Array.from({ length: count }, (_, n) => of(n)).flat();
  const surround = tone([[20, 0]], sampleRate);
  return [
    stereo('3341-1', [[20, -23]], all, -23),
    stereo('3341-2', [[20, -33]], all, -33),
    stereo(
      '3341-3',
      [
        [10, -36],
        [60, -23],
        [10, -36],
      ],
      ['integratedLufs'],
      -23,
    ),
    stereo(
      '3341-4',
      [
        [10, -72],
        [10, -36],
        [60, -23],
        [10, -36],
        [10, -72],
      ],
      ['integratedLufs'],
      -23,
    ),
    stereo(
      '3341-5',
      [
        [20, -26],
        [20.1, -20],
        [20, -26],
      ],
      ['integratedLufs'],
      -23,
    ),
    {
      name: '3341-6',
      channels: [-28, -28, -24, -30, -30].map((dbfs) => surround.map((value) => value * 10 ** (dbfs / 20))),
      measures: ['integratedLufs'],
      expected: -23,
      below: 0.1,
      above: 0.1,
    },
    stereo(
      '3341-9',
      numbered(5, () => [
        [1.34, -20],
        [1.66, -30],
      ]),
      ['shortTermMaxLufs'],
      -23,
    ),
    ...[0, 6, 13, 19].map((n) =>
      stereo(
        `3341-10-${n + 1}`,
        [
          [0.15 * n, SILENCE],
          [3, -23],
          [1, SILENCE],
        ],
        ['shortTermMaxLufs'],
        -23,
      ),
    ),
    stereo(
      '3341-11',
      numbered(20, (n) => [
        [0.15 * n, SILENCE],
        [3, -38 + n],
        [3 - 0.15 * n, SILENCE],
      ]),
      ['shortTermMaxLufs'],
      -19,
    ),
    stereo(
      '3341-12',
      numbered(25, () => [
        [0.18, -20],
        [0.22, -30],
      ]),
      ['momentaryMaxLufs'],
      -23,
    ),
    ...[0, 6, 13, 19].map((n) =>
      stereo(
        `3341-13-${n + 1}`,
        [
          [0.02 * n, SILENCE],
          [0.4, -23],
          [1, SILENCE],
        ],
        ['momentaryMaxLufs'],
        -23,
      ),
    ),
    stereo(
      '3341-14',
      numbered(20, (n) => [
        [0.02 * n, SILENCE],
        [0.4, -38 + n],
        [0.4 - 0.02 * n, SILENCE],
      ]),
      ['momentaryMaxLufs'],
      -19,
    ),
    steady('3341-15', sampleRate, 4, 0, 0.5, -6),
    steady('3341-16', sampleRate, 4, 45, 0.5, -6),
    steady('3341-17', sampleRate, 6, 60, 0.5, -6),
    steady('3341-18', sampleRate, 8, 67.5, 0.5, -6),
    steady('3341-19', sampleRate, 4, 45, 1.41, 3),
    ...[0, 1, 2, 3].map((offset) => bursts(`3341-${20 + offset}`, offset)),
    stereo(
      '3342-1',
      [
        [20, -20],
        [20, -30],
      ],
      ['loudnessRangeLu'],
      10,
      1,
    ),
    stereo(
      '3342-2',
      [
        [20, -20],
        [20, -15],
      ],
      ['loudnessRangeLu'],
      5,
      1,
    ),
    stereo(
      '3342-3',
      [
        [20, -40],
        [20, -20],
      ],
      ['loudnessRangeLu'],
      20,
      1,
    ),
    stereo(
      '3342-4',
      [
        [20, -50],
        [20, -35],
        [20, -20],
        [20, -35],
        [20, -50],
      ],
      ['loudnessRangeLu'],
      15,
      1,
    ),
  ];
}

/** A sine of 1 kHz whose phase runs on through parts of different level. */
function tone(parts: readonly Part[], sampleRate: number): Float64Array {
  const samples = new Float64Array(Math.round(parts.reduce((sum, [seconds]) => sum + seconds, 0) * sampleRate));
  let end = 0;
  let i = 0;
  for (const [seconds, dbfs] of parts) {
    end += seconds;
    const amplitude = dbfs === null ? 0 : 10 ** (dbfs / 20);
    for (const to = Math.round(end * sampleRate); i < to; i++)
      samples[i] = amplitude * Math.sin((2 * Math.PI * 1000 * i) / sampleRate);
  }
  return samples;
}

function truePeakCase(name: string, samples: Float64Array, expected: number): EbuCase {
  return { name, channels: [samples, samples], measures: ['truePeakDbtp'], expected, below: 0.4, above: 0.2 };
}

/** A tone at a fraction of the rate, faded at both ends so that only its steady part makes the peak. */
function steady(
  name: string,
  sampleRate: number,
  period: number,
  degrees: number,
  amplitude: number,
  expected: number,
): EbuCase {
  const edge = Math.floor(sampleRate / 100);
  const samples = Float64Array.from({ length: sampleRate }, (_, i) => {
    const fade = 0.5 - 0.5 * Math.cos((Math.PI * Math.min(edge, i, sampleRate - 1 - i)) / edge);
    return fade * amplitude * Math.sin((2 * Math.PI * i) / period + (degrees * Math.PI) / 180);
  });
  return truePeakCase(name, samples, expected);
}

/**
 * A tone of a sixth of the rate at half of full scale with one period of a quarter at full scale, made at four times
 * the rate, low-passed, scaled so that its highest point between all samples is full scale, and thinned.
 */
function bursts(name: string, offset: number): EbuCase {
  const quiet = (i: number): number => 0.5 * Math.sin((2 * Math.PI * i) / 24);
  const source = Float64Array.from({ length: 2 * 2400 + 16 }, (_, i) =>
    i < 2400 ? quiet(i) : i < 2416 ? Math.sin((2 * Math.PI * (i - 2400)) / 16) : quiet(i - 2416),
  );
  const reach = 256;
  const taps = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const t = i - reach;
    const sinc = t === 0 ? 1 : Math.sin(Math.PI * 0.225 * t) / (Math.PI * 0.225 * t);
    return sinc * (0.42 + 0.5 * Math.cos((Math.PI * t) / reach) + 0.08 * Math.cos((2 * Math.PI * t) / reach));
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  const at = (position: number): number => {
    let sum = 0;
    for (let t = -reach; t <= reach; t++) sum += taps[t + reach]! * (source[position - t] ?? 0);
    return sum / gain;
  };
  const smooth = Float64Array.from(
    { length: source.length },
    (_, i) => at(i) * Math.min(1, i / 1000, (source.length - 1 - i) / 1000),
  );
  const highest = highestBetween(smooth);
  return truePeakCase(
    name,
    Float64Array.from(
      { length: Math.floor((smooth.length - offset) / 4) },
      (_, i) => smooth[4 * i + offset]! / highest,
    ),
    0,
  );
}

/** At four times the rate a parabola through three points is exact enough. */
function highestBetween(samples: Float64Array): number {
  let highest = 0;
  for (let i = 1; i + 1 < samples.length; i++) {
    const [a, b, c] = [samples[i - 1]!, samples[i]!, samples[i + 1]!].map(Math.abs) as [number, number, number];
    if (b < a || b < c || b === 0) continue;
    const bend = 2 * b - a - c;
    highest = Math.max(highest, bend > 0 ? b + (c - a) ** 2 / (8 * bend) : b);
  }
  return highest;
}
