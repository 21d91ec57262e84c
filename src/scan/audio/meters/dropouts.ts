import type { Measurements } from '../../../model/measurements.js';
import { decibels } from './decibels.js';
import type { SampleBlock } from './decode-samples.js';

export type Dropout = Measurements['dropouts'][number];

/** A stretch in which no channel moves, with what stands on both sides of it. */
export type StillRun = {
  readonly kind: 'gap' | 'held';
  readonly fromFrame: number;
  /** the first frame that moves again */
  readonly toFrame: number;
  /** the steps into and out of it, the largest over the channels */
  readonly stepIn: number;
  readonly stepOut: number;
  /** mean squares of the 64 frames before and after; not looked at for a held sample */
  readonly powerBefore: number;
  readonly powerAfter: number;
  /** |sample| that is held, the largest over the channels */
  readonly level: number;
};

export const SIDE_FRAMES = 64;
const SHORTEST_GAP_FRAMES = 16;
const SHORTEST_HELD_FRAMES = 32;
const LONGEST_GAP_SECONDS = 0.5;
const EDGE = 0.01;
const SIDE_LEVEL_DB = -40;
const SIDES_APART_DB = 12;
const BELOW_PEAK = 0.98; // a level that is held at the peak is clipping
const MOST_DROPOUTS = 12;
const MOST_REPEATS = 20;
export const MOST_STILL_RUNS = 256;

/**
 * Holes in the sound: digital silence between abrupt edges, held samples, repeated buffers. Gates, choked cymbals and
 * drum machines end a sound, then silence, then an attack: there the sides differ in level or the edge is faded.
 *
 * @returns sorted by frame; empty for more than a dozen, which is a loop, a chip sound or a stutter edit
 */
export function dropoutsOf(
  runs: readonly StillRun[],
  repeats: readonly Dropout[],
  { frames, sampleRate, peak }: { frames: number; sampleRate: number; peak: number },
): Dropout[] {
  if (runs.length >= MOST_STILL_RUNS) return [];
  const still = runs.filter((run) => (run.kind === 'gap' ? isGap(run, frames, sampleRate) : isHeld(run, frames, peak)));
  const found = [
    ...still.map(({ kind, fromFrame, toFrame }) => ({ kind, fromFrame, toFrame })),
    ...(repeats.length <= MOST_REPEATS ? repeats : []),
  ];
  return found.length > MOST_DROPOUTS ? [] : found.sort((a, b) => a.fromFrame - b.fromFrame);
}

function isGap(
  { fromFrame, toFrame, stepIn, stepOut, powerBefore, powerAfter }: StillRun,
  frames: number,
  sampleRate: number,
): boolean {
  const length = toFrame - fromFrame;
  if (length < SHORTEST_GAP_FRAMES || length > LONGEST_GAP_SECONDS * sampleRate) return false;
  if (fromFrame < 4 * SIDE_FRAMES || toFrame > frames - 4 * SIDE_FRAMES) return false;
  const before = decibels(Math.sqrt(powerBefore)) ?? -240;
  const after = decibels(Math.sqrt(powerAfter)) ?? -240;
  return (
    Math.min(stepIn, stepOut) >= EDGE &&
    Math.min(before, after) >= SIDE_LEVEL_DB &&
    Math.abs(before - after) < SIDES_APART_DB
  );
}

function isHeld({ fromFrame, toFrame, stepIn, stepOut, level }: StillRun, frames: number, peak: number): boolean {
  if (toFrame - fromFrame - 1 < SHORTEST_HELD_FRAMES || fromFrame < 2 || toFrame > frames - 2) return false;
  return Math.min(stepIn, stepOut) >= EDGE && level < BELOW_PEAK * peak;
}

/** Finds still runs in blocks that come in order; all channels must stand still together. */
export function stillRunMeter(channelCount: number) {
  const runs: StillRun[] = [];
  const waiting: OpenRun[] = [];
  const powers = new Float64Array(SIDE_FRAMES + 1); // of the last frames, the newest included
  const last = new Float64Array(channelCount);
  let newest = 0; // where the next one goes
  let frame = 0;
  const kept = { lastStep: 0, lastLevel: 0 };
  let still = 0; // frames in a row that equal the one before them
  let open = { stepIn: 0, powerBefore: 0 };

  return {
    push({ channels, frames }: SampleBlock): void {
      let { lastStep, lastLevel } = kept;
      for (let i = 0; i < frames; i++, frame++) {
        let [step, level, power] = [0, 0, 0];
        for (let channel = 0; channel < channels.length; channel++) {
          const value = channels[channel]![i]!;
          const moved = Math.abs(value - last[channel]!);
          if (moved > step) step = moved;
          if (Math.abs(value) > level) level = Math.abs(value);
          power += value * value;
          last[channel] = value;
        }
        power /= channels.length;
        if (step === 0 && frame > 0) {
          if (still++ === 0) open = { stepIn: lastStep, powerBefore: powerBefore() };
        } else if (still > 0) {
          const run = stillRun(frame - still - 1, frame, open.stepIn, step, lastLevel);
          if (run !== null && runs.length + waiting.length < MOST_STILL_RUNS) {
            waiting.push({ run: { ...run, powerBefore: open.powerBefore }, squares: 0, frames: 0 });
          }
          still = 0;
        }
        if (waiting.length > 0) settle(power);
        powers[newest] = power;
        newest = newest === SIDE_FRAMES ? 0 : newest + 1;
        lastStep = step;
        lastLevel = level;
      }
      kept.lastStep = lastStep;
      kept.lastLevel = lastLevel;
    },
    finish: (): StillRun[] => [...runs, ...waiting.map(({ run }) => ({ ...run, powerAfter: 0 }))],
  };

  /** of the frames before the one that begins the run, which itself is the newest of the ring */
  function powerBefore(): number {
    let sum = -powers[newest === 0 ? SIDE_FRAMES : newest - 1]!;
    for (const power of powers) sum += power;
    return Math.max(0, sum) / SIDE_FRAMES;
  }

  function settle(power: number): void {
    for (const run of waiting) {
      run.squares += power;
      run.frames++;
    }
    while (waiting[0]?.frames === SIDE_FRAMES) {
      const { run, squares } = waiting.shift()!;
      runs.push({ ...run, powerAfter: squares / SIDE_FRAMES });
    }
  }
}

type OpenRun = { readonly run: Omit<StillRun, 'powerAfter'>; squares: number; frames: number };

/** A run worth keeping; most rests begin or end faded, or are too short: null. */
function stillRun(
  fromFrame: number,
  toFrame: number,
  stepIn: number,
  stepOut: number,
  level: number,
): Omit<StillRun, 'powerBefore' | 'powerAfter'> | null {
  const length = toFrame - fromFrame;
  const isLong = level === 0 ? length >= SHORTEST_GAP_FRAMES : length > SHORTEST_HELD_FRAMES;
  if (!isLong || stepIn < EDGE || stepOut < EDGE) return null;
  return { kind: level === 0 ? 'gap' : 'held', fromFrame, toFrame, stepIn, stepOut, level };
}
