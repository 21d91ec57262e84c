/**
 * K-weighting of BS.1770 at any rate. The standard gives its coefficients at 48 kHz only; these come from the analogue
 * filters behind them by the bilinear transform, scaled so that 997 Hz reads the same at every rate.
 * Source: ITU-R BS.1770-5, Annex 1, tables 1 and 2
 */
export type KCoefficients = {
  /** the shelf: numerator over its first coefficient, denominator */
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
  /** the high-pass, whose numerator is 1, −2, 1 */
  readonly c1: number;
  readonly c2: number;
  /** what was taken out of the loop: the energy has to be multiplied by it */
  readonly energyGain: number;
};

const SHELF_HZ = 1681.974450955533;
const SHELF_GAIN_DB = 3.999843853973347;
const SHELF_Q = 0.7071752369554196;
const SHELF_BAND_EXPONENT = 0.4996667741545416;
const HIGH_PASS_HZ = 38.13547087602444;
const HIGH_PASS_Q = 0.5003270373238773;
const CALIBRATION_HZ = 997;
const STANDARD_RATE_HZ = 48_000;
/** Below this rate the shelf has no room under half the rate. */
export const LOWEST_LOUDNESS_RATE_HZ = 8000;

export function kCoefficients(sampleRate: number): KCoefficients {
  const own = unscaled(sampleRate);
  const scale = responseAt(unscaled(STANDARD_RATE_HZ), STANDARD_RATE_HZ) / responseAt(own, sampleRate);
  return { ...own, energyGain: own.energyGain * scale };
}

function unscaled(sampleRate: number): KCoefficients {
  const k = Math.tan((Math.PI * SHELF_HZ) / sampleRate);
  const high = 10 ** (SHELF_GAIN_DB / 20);
  const band = high ** SHELF_BAND_EXPONENT;
  const a0 = 1 + k / SHELF_Q + k * k;
  const b0 = (high + (band * k) / SHELF_Q + k * k) / a0;
  const p = Math.tan((Math.PI * HIGH_PASS_HZ) / sampleRate);
  const c0 = 1 + p / HIGH_PASS_Q + p * p;
  return {
    b1: (2 * (k * k - high)) / a0 / b0,
    b2: (high - (band * k) / SHELF_Q + k * k) / a0 / b0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / SHELF_Q + k * k) / a0,
    c1: (2 * (p * p - 1)) / c0,
    c2: (1 - p / HIGH_PASS_Q + p * p) / c0,
    energyGain: b0 * b0,
  };
}

/** Energy gain of both filters at the calibration frequency. */
function responseAt({ b1, b2, a1, a2, c1, c2, energyGain }: KCoefficients, sampleRate: number): number {
  const w = (2 * Math.PI * CALIBRATION_HZ) / sampleRate;
  const size = (one: number, two: number): number =>
    (1 + one * Math.cos(w) + two * Math.cos(2 * w)) ** 2 + (one * Math.sin(w) + two * Math.sin(2 * w)) ** 2;
  return (energyGain * size(b1, b2) * size(-2, 1)) / (size(a1, a2) * size(c1, c2));
}

/** Weights of the channels in the order of a WAV file; LFE counts nothing. Source: BS.1770-5, Annex 1, table 3 */
export function channelWeights(channels: number): readonly number[] {
  const surround = 1.41;
  if (channels === 4) return [1, 1, surround, surround];
  if (channels === 5) return [1, 1, 1, surround, surround];
  if (channels === 6) return [1, 1, 1, 0, surround, surround];
  // 7.1: the pair at the back stands beyond 120°, the pair at the sides before it.
  if (channels === 8) return [1, 1, 1, 0, 1, 1, surround, surround];
  return Array.from({ length: channels }, () => 1);
}

/** Filters one channel and sums the energy; `emit` gets it for each stretch of `stretchFrames`, complete ones only. */
export function kWeighting(
  { b1, b2, a1, a2, c1, c2 }: KCoefficients,
  stretchFrames: number,
  emit: (energy: number) => void,
) {
  const state = new Float64Array(8);
  let left = stretchFrames;
  return (samples: Float32Array, frames: number): void => {
    let [x1, x2, y1, y2] = [state[0]!, state[1]!, state[2]!, state[3]!];
    let [d1, z1, z2, energy] = [state[4]!, state[5]!, state[6]!, state[7]!];
    for (let frame = 0; frame < frames; frame++) {
      const x = samples[frame]!;
      const y = x + b1 * x1 + b2 * x2 - a2 * y2 - a1 * y1;
      const d = y - y1;
      const z = d - d1 - c2 * z2 - c1 * z1;
      energy += z * z;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      d1 = d;
      z2 = z1;
      z1 = z;
      if (--left === 0) {
        emit(energy);
        energy = 0;
        left = stretchFrames;
        // A fade to tiny floats would leave denormals, each of which costs a hundred times a number.
        if (Math.abs(x1) + Math.abs(z1) + Math.abs(y1) < 1e-30) x1 = x2 = y1 = y2 = d1 = z1 = z2 = 0;
      }
    }
    state.set([x1, x2, y1, y2, d1, z1, z2, energy]);
  };
}
