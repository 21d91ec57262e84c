import type { StemInRough } from '../../../model/relations.js';
import { type Coarse, psrAt } from './coarse.js';
import { type Fine, isGood } from './fine.js';
import type { StemFit } from './fit-figures.js';
import type { Grid } from './grid.js';
import type { Place, Searched } from './locate.js';

/** What a second search found, in what the located stems leave of the mix. */
export type SecondLook = {
  readonly coarse: Coarse | null;
  readonly atCommon: Fine | null;
  readonly own: Fine | null;
};
export type Claim = Pick<
  StemInRough,
  'kind' | 'lateFrames' | 'withinFrames' | 'ppm' | 'trueRateHz' | 'inverted' | 'why'
>;
/** What is known of one stem when it is judged. */
export type Evidence = {
  readonly searched: Searched;
  readonly place: Place;
  /** null: it takes no part in the fit */
  readonly fit: StemFit | null;
  readonly second: SecondLook | null;
  /** at its best place it is the sound of another stem; the fit holds it at the common lag */
  readonly isCopy: boolean;
  readonly isLossy: boolean;
};
export type Setting = {
  readonly common: number;
  /** sharp stems at exactly the common lag */
  readonly voters: number;
  readonly isSure: boolean;
  readonly grid: Grid;
  readonly stemRateHz: number;
  /** the drift that most stems share: the mix's own */
  readonly mixPpm: number;
  /** the gain that the placed stems have in the mix, in the middle */
  readonly usualGainDb: number | null;
};

const NOTHING: Claim = {
  kind: 'cannot-tell',
  lateFrames: null,
  withinFrames: null,
  ppm: null,
  trueRateHz: null,
  inverted: null,
  why: null,
};
/** Under the mix: what is as soft as this in it was at times not found. */
const LEAST_EXPECTED_DB = -30;
const WORDS = {
  trace:
    'something of it is in the rough mix, perhaps through another microphone; whether the track itself is used cannot be told',
  weak: 'a weak trace of it lies at another place in the rough mix; where it belongs cannot be told',
  repeats:
    'it fits the rough mix at several places a loop apart; whether it starts where it should cannot be told from the sound',
  codecDelay: 'its codec puts a delay in front that hides where it starts',
  noStart: 'the stems do not agree on one start',
  sameSound: 'other stems carry the same sound; which of them the rough mix has cannot be told',
  soft: 'at the gain that the others have it would be too soft in the rough mix to be told from nothing',
  elsewhere: 'what it holds is in the rough mix at another place, as the sound of another stem',
} as const;

export const noClaim = (why: string): Claim => ({ ...NOTHING, why });
export const silentClaim: Claim = { ...NOTHING, kind: 'silent' };

/** One stem → what may be said of it. Source: the tables of the method's accuracy on held-out songs. */
export function claimOf(evidence: Evidence, setting: Setting): Claim {
  const { place } = evidence;
  if (place.state === 'silent') return silentClaim;
  const claim = place.state === 'unlocked' ? unlockedClaim(evidence, setting) : lockedClaim(evidence, setting);
  if (claim.kind !== 'offset') return claim;
  if (!setting.isSure) return noClaim(WORDS.noStart);
  return evidence.isLossy && isCodecDelay(claim.lateFrames) ? noClaim(WORDS.codecDelay) : claim;
}

/** Two or three frames of any lossy codec. */
function isCodecDelay(lateFrames: number | null): boolean {
  return lateFrames !== null && lateFrames > 0 && lateFrames <= 4096;
}

function lockedClaim({ searched, place, fit }: Evidence, setting: Setting): Claim {
  const { common, voters, grid } = setting;
  const late = place.lag - common;
  const { fine } = place;
  if (fine === null) return noClaim(WORDS.trace);
  if (place.state === 'rate') {
    return { ...NOTHING, kind: 'rate', trueRateHz: Math.round(place.rate * setting.stemRateHz), lateFrames: late };
  }
  const within = place.within;
  const ppm = place.ppm - setting.mixPpm;
  const isOwnClock = setting.mixPpm === 0 || Math.abs(ppm) >= 5;
  if (place.state === 'drift' && isOwnClock && Math.abs(ppm) * 1e-6 * grid.mixFrames >= Math.max(4, 3 * fine.within)) {
    return { ...NOTHING, kind: 'drift', ppm, lateFrames: late, withinFrames: within };
  }
  const isTwin = fit !== null && fit.explained > 0.9;
  const isFirm = isGood(fine);
  const agreed = place.sign * (fit?.sign ?? 0);
  const isSigned = fit !== null && !isTwin && ((isFirm && agreed >= 0.6) || (agreed > 0.9 && fit.evidence > 1000));
  const inverted = isSigned ? place.sign < 0 : null;
  const aligned = (frames: number): Claim => ({
    ...NOTHING,
    kind: 'aligned',
    lateFrames: late,
    withinFrames: frames,
    inverted,
  });
  if (fit !== null && fit.evidence < 500 && !isTwin) return noClaim(WORDS.trace);
  if (Math.abs(late) <= within) return aligned(within);
  const isSharp = fine.psr >= 12 && fine.agree === 1 && within <= 1 && voters >= 3;
  if (Math.abs(late) <= 2 && !isSharp) return aligned(Math.max(within, Math.abs(late)));
  const psrAtCommon = searched.coarse === null ? 0 : psrAt(searched.coarse, common, grid);
  const top = searched.coarse?.psr ?? 0;
  if (fit === null || !isFirm || fit.evidence < 1500 || Math.abs(fit.sign) < 0.6) return noClaim(WORDS.weak);
  if (Math.abs(late) >= 256 && alsoFits(psrAtCommon, top)) return noClaim(WORDS.repeats);
  return { ...NOTHING, kind: 'offset', lateFrames: late, withinFrames: within, inverted };
}

/** A place that is found beside a very sharp one has to be a seventh of it: pitch repeats itself a little everywhere. */
function alsoFits(psrAtCommon: number, top: number): boolean {
  return psrAtCommon >= Math.max(Math.min(9, 0.4 * top), 0.15 * top);
}

function unlockedClaim({ searched, fit, second, isCopy }: Evidence, setting: Setting): Claim {
  const { common, grid } = setting;
  const first = searched.coarse;
  if (first === null) return silentClaim;
  if (fit === null || second === null) return noClaim(WORDS.trace);
  const { coarse, atCommon, own } = second;
  const psr = coarse?.psr ?? 0;
  const psrAtCommon = coarse === null ? 0 : psrAt(coarse, common, grid);
  const isTwin = fit.explained > 0.9;
  if (atCommon !== null) {
    const isThere =
      (psrAtCommon >= 12 && psrAtCommon >= 0.6 * psr && atCommon.psr >= 7.5) ||
      (atCommon.psr >= 9 &&
        atCommon.ratio >= 1.5 &&
        atCommon.agree >= 0.75 &&
        Math.abs(atCommon.lag - common) <= Math.max(1, atCommon.within));
    if (isThere) {
      const isSigned = atCommon.psr >= 7.5 && fit.sign * atCommon.sign > 0.6 && !isTwin;
      return {
        ...NOTHING,
        kind: 'aligned',
        lateFrames: atCommon.lag - common,
        withinFrames: Math.max(atCommon.within, 1),
        inverted: isSigned ? atCommon.sign < 0 : null,
      };
    }
  }
  if (isCopy) {
    const isAbsent = psrAtCommon < 11 && (atCommon === null || atCommon.psr < 7.5) && fit.evidence < 600;
    return isAbsent ? { ...NOTHING, kind: 'not-found', why: WORDS.elsewhere } : noClaim(WORDS.sameSound);
  }
  const isClearlyElsewhere =
    coarse !== null && own !== null && psr >= 13 && coarse.ratio >= 1.5 && psrAtCommon < 9 && own.psr >= 9;
  if (isClearlyElsewhere && own.ratio >= 1.5 && own.agree >= 0.75) {
    return { ...NOTHING, kind: 'offset', lateFrames: own.lag - common, withinFrames: own.within };
  }
  if (psr < 11 && first.psr < 11 && fit.evidence < 600) {
    if (isTwin) return noClaim(WORDS.sameSound);
    return isTooSoft(fit, setting) ? noClaim(WORDS.soft) : { ...NOTHING, kind: 'not-found' };
  }
  return noClaim(first.psr >= 13 ? WORDS.repeats : WORDS.trace);
}

/** A stem that others hold up to 12 dB higher or lower than the rest would be lost at this level. */
function isTooSoft({ ownDb }: StemFit, { usualGainDb }: Setting): boolean {
  return usualGainDb === null || ownDb + usualGainDb < LEAST_EXPECTED_DB;
}
