/** A jump that may be an integer overflow, with what is needed to judge it once the channel's peak is known. */
export type Jump = {
  readonly frame: number;
  readonly from: number;
  readonly to: number;
  /** steps just before and just after the jump, positive where they lead away from zero at its start */
  readonly stepBefore: number;
  readonly stepAfter: number;
};

const JUMP_PEAKS = 1.5;
const SLOPE = 0.25;
const LEAST_SLOPE_PEAKS = 0.002;
const ENDS_PEAKS = 0.75;
const BACK_WITHIN_FRAMES = 480;
const LOWEST_PEAK = 0.05;
/** In white noise one large jump in eleven happens to look like an overflow, in a wave that wraps nearly all do. */
const LEAST_SHARE = 0.25;
/** Enough for a file that overflows all the time; more would only cost memory. */
const MOST_JUMPS = 4096;

/**
 * Collects jumps of more than one and a half times the peak so far, and no steeper before than a wave that goes on; a
 * later, higher peak drops those that fall short.
 */
export function jumpCollector() {
  const jumps = jumpList();
  const state = { peak: 0, frame: 0, second: 0, first: 0, own: 0 };
  return {
    push(samples: Float32Array, frames: number): void {
      let { peak, frame, second, first, own } = state; // the last three: samples before `next`
      for (let i = 0; i < frames; i++, frame++) {
        const next = samples[i]!;
        const size = Math.abs(next);
        if (size > peak) peak = size;
        if (own * first < 0 && Math.abs(own - first) > JUMP_PEAKS * peak && frame >= 3) {
          jumps.add(jumpOf(frame - 2, second, first, own, next), peak);
        }
        second = first;
        first = own;
        own = next;
      }
      Object.assign(state, { peak, frame, second, first, own });
    },
    finish: (): number => countWraps(jumps.all(), state.peak),
  };
}

/** Jumps that may still count; a full list is pruned when the peak has risen, else it takes no more. */
export function jumpList() {
  let jumps: Jump[] = [];
  let prunedAt = 0;
  return {
    all: (): readonly Jump[] => jumps,
    add(jump: Jump, peak: number): void {
      if (Math.abs(jump.stepBefore) > SLOPE * Math.abs(jump.to - jump.from)) return;
      if (jumps.length === MOST_JUMPS && peak > prunedAt) {
        jumps = jumps.filter((old) => isLarge(old, peak));
        prunedAt = peak;
      }
      if (jumps.length < MOST_JUMPS) jumps.push(jump);
    },
  };
}

/** The jump from `from` (at `frame`) to `to`. */
export function jumpOf(frame: number, before: number, from: number, to: number, after: number): Jump {
  const away = Math.sign(from);
  return { frame, from, to, stepBefore: (from - before) * away, stepAfter: (after - to) * away };
}

/**
 * Integer overflows: a jump of nearly the whole range after which the wave goes on as if nothing had happened, and one
 * back within 10 ms at 48 kHz. The outward slope on both sides tells it from a square, the way back from a saw.
 */
export function countWraps(jumps: readonly Jump[], peak: number): number {
  if (peak < LOWEST_PEAK) return 0;
  const large = jumps.filter((jump) => isLarge(jump, peak));
  const through = large.filter((jump) => goesOn(jump, peak));
  if (through.length < LEAST_SHARE * large.length) return 0;
  const back = large.filter(({ from, to, stepBefore }) => Math.abs(stepBefore) <= SLOPE * Math.abs(to - from));
  let wraps = 0;
  let nextBack = 0;
  for (const jump of through) {
    while (nextBack < back.length && back[nextBack]!.frame <= jump.frame) nextBack++;
    for (let i = nextBack; i < back.length && back[i]!.frame <= jump.frame + BACK_WITHIN_FRAMES; i++) {
      if (Math.sign(back[i]!.to - back[i]!.from) === Math.sign(jump.to - jump.from)) continue;
      wraps++;
      break;
    }
  }
  return wraps;
}

function isLarge({ from, to }: Jump, peak: number): boolean {
  return Math.abs(to - from) > JUMP_PEAKS * peak;
}

function goesOn({ from, to, stepBefore, stepAfter }: Jump, peak: number): boolean {
  const steepest = SLOPE * Math.abs(to - from);
  const least = LEAST_SLOPE_PEAKS * peak;
  return (
    stepBefore > least &&
    stepBefore <= steepest &&
    stepAfter > least &&
    stepAfter <= steepest &&
    Math.min(Math.abs(from), Math.abs(to)) > ENDS_PEAKS * peak
  );
}
