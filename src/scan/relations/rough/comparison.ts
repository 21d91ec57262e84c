import type { RoughComparison, StemInRough } from '../../../model/relations.js';
import { type Claim, silentClaim } from './claims.js';
import type { StemFit } from './fit-figures.js';
import type { Place } from './locate.js';

/** The comparison of which nothing can be said, or only why. */
export function noComparison(
  path: string,
  sampleRate: number,
  stems: readonly string[],
  cannotTell: string | null,
): RoughComparison {
  return {
    roughMix: path,
    commonLagFrames: null,
    agreement: 'none',
    nullDb: null,
    provesDownToDb: null,
    sampleRate,
    stems: stems.map((stem) => inRough(stem, silentClaim, null, null)),
    unexplained: null,
    diffuse: false,
    mixDriftPpm: null,
    steps: [],
    cannotTell,
  };
}

/** A place that a step of the whole mix explains is no fault of the stem. */
export function withoutJumps(stem: StemInRough, steps: RoughComparison['steps'], sampleRate: number): StemInRough {
  const late = stem.lateFrames;
  const isJump =
    stem.kind === 'offset' &&
    late !== null &&
    steps.some(({ jumpSeconds }) => Math.abs(Math.abs(late) - Math.abs(jumpSeconds) * sampleRate) < 0.01 * sampleRate);
  return isJump
    ? {
        ...stem,
        kind: 'cannot-tell',
        lateFrames: null,
        withinFrames: null,
        why: 'the rough mix is of another arrangement there',
      }
    : stem;
}

/** One stem as the model has it, rounded. */
export function inRough(path: string, claim: Claim, place: Place | null, fit: StemFit | null): StemInRough {
  // The sum of two sides with opposite signs lies nowhere; the fit has them at the common lag.
  const isLaidOn = claim.kind === 'aligned' || (claim.kind === 'cannot-tell' && place?.state === 'unlocked');
  const side = isLaidOn && fit !== null ? invertedSide(fit) : null;
  return {
    path,
    ...claim,
    // The louder side decides the sign of the sum: with two signs the stem has none.
    inverted: side === null ? claim.inverted : null,
    invertedSide: side,
    ppm: claim.ppm === null ? null : round(claim.ppm, 1),
    score: place?.fine ? round(scoreOf(place.fine.psr), 2) : null,
    contributionDb: fit === null ? null : round(fit.contributionDb, 1),
    gainDb: fit?.gainDb == null ? null : round(fit.gainDb, 1),
    pan: fit?.pan == null ? null : round(fit.pan, 2),
    explained: fit === null ? null : round(fit.explained, 3),
  };
}

const SIDE_SIGN = 0.9;
const SIDE_EVIDENCE = 1500;

/** The side of a wide stem that the mix has with the opposite sign; null where neither is, or where that cannot be told. */
function invertedSide({ sides, explained }: StemFit): 'L' | 'R' | null {
  if (sides === null || explained > 0.9) return null;
  const [left, right] = sides;
  if (Math.min(left.evidence, right.evidence) < SIDE_EVIDENCE) return null;
  if (left.sign >= SIDE_SIGN && right.sign <= -SIDE_SIGN) return 'R';
  return left.sign <= -SIDE_SIGN && right.sign >= SIDE_SIGN ? 'L' : null;
}

/** 0 … 1: half at the height where a place begins to be trusted. */
function scoreOf(psr: number): number {
  return psr / (psr + 7.5);
}

export function round(value: number, digits: number): number {
  // JSON knows no −0: a figure must be the same from a run and from what was kept of it.
  return Math.round(value * 10 ** digits) / 10 ** digits + 0;
}
