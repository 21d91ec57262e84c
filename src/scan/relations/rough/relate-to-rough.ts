import type { Relations, RoughComparison, StemInRough } from '../../../model/relations.js';
import { resampled } from '../signal/resample.js';
import type { MonoView, SoundReader } from '../sound-reader.js';
import { atRate, profileOf, type StemSound, soundSeconds, type Watch } from '../stem-sound.js';
import { busesOf } from '../together/buses.js';
import { alikeInFit, type Pair } from '../together/coherence.js';
import { type Claim, claimOf, noClaim, type SecondLook, silentClaim } from './claims.js';
import { coarseLag } from './coarse.js';
import { type Explained, explainMix } from './explain.js';
import { fineLag } from './fine.js';
import { type Fit, fitStems } from './fit.js';
import { fitFigures, nullDepthDb, type StemFit } from './fit-figures.js';
import { blocksToRead, type Grid, gridOf } from './grid.js';
import { type Lane, laneOf } from './lanes.js';
import { decide, type Mix, type Place, type Searched, search, voterOf } from './locate.js';
import { type MixLevels, mixLevels } from './mix-pass.js';
import { mixSpectra } from './mix-spectra.js';
import { arrangementSteps } from './steps.js';
import { unexplainedOf } from './unexplained.js';
import { commonLag, type Voter } from './vote.js';

export type RoughInput = {
  readonly path: string;
  readonly sound: SoundReader;
  readonly stems: readonly StemSound[];
};
export type RoughOutcome = {
  readonly rough: RoughComparison;
  /** stems that sound alike where the mix has them */
  readonly alike: readonly Pair[];
  readonly buses: Relations['buses'];
};

const SHORTEST_SECONDS = 3;

/**
 * Holds every stem against the rough mix.
 *
 * @param input stems in path order; the answer keeps it
 * @returns facts only; `cannotTell` where the mix is too short or silent
 */
export async function relateToRough(input: RoughInput, watch: Watch): Promise<RoughOutcome> {
  const { sound } = input;
  if (sound.frames < SHORTEST_SECONDS * sound.sampleRate)
    return alone(nothing(input, 'The rough mix is too short to lay stems on it.'));
  const levels = await mixLevels(sound, watch.pause);
  if (levels.meanRow <= 1e-9) return alone(nothing(input, 'The rough mix is silent.'));
  const grid = gridOf(sound.sampleRate, sound.frames);
  const view: MonoView = { sound, side: levels.sideEnergy > 4 * levels.midEnergy };
  const mix: Mix = { view, spectra: mixSpectra(view, grid), grid };

  const sounds = input.stems.map((stem) => atRate(stem.sound, sound.sampleRate));
  const searched: Searched[] = [];
  const profiles = [];
  for (const [i, stem] of input.stems.entries()) {
    watch.onProgress(i, 2 * input.stems.length, stem.path);
    await watch.pause();
    const blocks = stem.islands?.length === 0 ? [] : blocksToRead(soundSeconds(stem, grid));
    const profile = profileOf(sounds[i]!, grid, blocks);
    profiles.push(profile);
    searched.push(search({ sound: sounds[i]!, side: profile.isSide }, mix, blocks));
  }
  const { places, common, agreement } = await placeAll(input, searched, mix, watch);
  if (common === null || agreement === 'none') {
    return alone({
      ...nothing(input, null),
      steps: arrangementSteps(searched, mix, null),
      stems: input.stems.map(({ path }) => inRough(path, noClaim(NO_START), null, null)),
    });
  }

  const first = await fitPlaces(input, levels, sounds, profiles, places, common, watch);
  // A stem that lies elsewhere as the sound of another one is asked about its own place.
  const copies = new Set(
    places.flatMap(({ state, lag }, i) => {
      const figure = first.figures.get(i);
      const addsNothing = figure !== undefined && figure.explained > 0.9 && figure.evidence < 1500;
      return state === 'locked' && Math.abs(lag - common) >= 256 && addsNothing ? [i] : [];
    }),
  );
  for (const i of copies) places[i] = { ...places[i]!, state: 'unlocked' };
  const { fit, figures } =
    copies.size === 0 ? first : await fitPlaces(input, levels, sounds, profiles, places, common, watch);
  const looked = places.flatMap(({ state }, i) => (state === 'unlocked' && figures.has(i) ? [i] : []));
  const keep = residualSpans(
    looked.map((i) => searched[i]!.blocks),
    grid,
  );
  const explained = await explainMix(sound, levels, fit, keep, watch.pause);
  const seconds = await secondLooks(looked, searched, explained, mix, common, watch);

  const voters = places.filter(
    ({ fine, lag, within }) => fine !== null && fine.psr >= 12 && within <= 1 && lag === common,
  ).length;
  const mixPpm = commonDrift(places);
  const setting = { common, voters, isSure: agreement === 'sure', grid, mixPpm };
  const stems = input.stems.map((stem, i): StemInRough => {
    const claim = claimOf(
      {
        searched: searched[i]!,
        place: places[i]!,
        fit: figures.get(i) ?? null,
        second: seconds.get(i) ?? null,
        isCopy: copies.has(i),
        isLossy: stem.isLossy,
      },
      { ...setting, stemRateHz: stem.sound.sampleRate },
    );
    return inRough(stem.path, claim, places[i]!, figures.get(i) ?? null);
  });
  const unexplained = unexplainedOf(explained, sound.sampleRate);
  const nullDb = round(nullDepthDb(fit), 1);
  // A clean sum has no step: looked for only where something is left.
  const isClean = agreement === 'sure' && unexplained !== null && unexplained.spans.length === 0 && nullDb < -5;
  const steps = isClean ? [] : arrangementSteps(searched, mix, common);
  const path = (lane: number): string => input.stems[first.fit.lanes[lane]!.stem]!.path;
  return {
    rough: {
      roughMix: input.path,
      commonLagFrames: common,
      agreement,
      nullDb,
      provesDownToDb: provenDownTo(nullDb),
      sampleRate: sound.sampleRate,
      stems: steps.length > 0 ? stems.map((stem) => withoutJumps(stem, steps, sound.sampleRate)) : stems,
      unexplained,
      diffuse: false,
      mixDriftPpm: mixPpm === 0 ? null : round(-mixPpm, 1),
      steps,
      cannotTell: null,
    },
    alike: alikeInFit(first.fit),
    buses: busesOf(first.fit, [...first.figures.values()]).map(({ bus, members, explained: share }) => ({
      bus: path(bus),
      members: members.map(path),
      explained: round(share, 3),
    })),
  };
}

/** The drift of most stems is the mix's: printed through another clock. 0 where there is none. */
function commonDrift(places: readonly Place[]): number {
  const located = places.filter(({ state }) => state === 'locked' || state === 'drift');
  const ppm = located.flatMap((place) => (place.state === 'drift' ? [place.ppm] : [])).sort((a, b) => a - b);
  if (ppm.length < Math.max(2, located.length / 2)) return 0;
  const quarter = ppm.length >> 2;
  const isOne = ppm[ppm.length - 1 - quarter]! - ppm[quarter]! < 5;
  return isOne ? ppm[ppm.length >> 1]! : 0;
}

/** Down to which level under the mix a missing part is found. Source: the counts on held-out songs, by null depth. */
function provenDownTo(nullDb: number): number | null {
  if (nullDb > -2) return null;
  return nullDb > -5 ? -10 : nullDb > -20 ? -14 : -20;
}

/** A place that a step of the whole mix explains is no fault of the stem. */
function withoutJumps(stem: StemInRough, steps: RoughComparison['steps'], sampleRate: number): StemInRough {
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

const alone = (rough: RoughComparison): RoughOutcome => ({ rough, alike: [], buses: [] });
const NO_START = 'no two stems lock at one start';

function nothing({ path, sound, stems }: RoughInput, cannotTell: string | null): RoughComparison {
  return {
    roughMix: path,
    commonLagFrames: null,
    agreement: 'none',
    nullDb: null,
    provesDownToDb: null,
    sampleRate: sound.sampleRate,
    stems: stems.map((stem) => inRough(stem.path, silentClaim, null, null)),
    unexplained: null,
    diffuse: false,
    mixDriftPpm: null,
    steps: [],
    cannotTell,
  };
}

async function placeAll(
  { stems }: RoughInput,
  searched: readonly Searched[],
  mix: Mix,
  watch: Watch,
): Promise<{ places: Place[]; common: number | null; agreement: RoughComparison['agreement'] }> {
  const first = commonLag(searched.flatMap((one) => voterOf(one) ?? []));
  const places: Place[] = [];
  // A mix of another song locks with no stem: a few are searched through, not all.
  let deepSearches = first.lag === null ? 6 : 12;
  const place = (one: Searched, common: number | null): Place => {
    const found = decide(one, mix, common, deepSearches > 0);
    if (found.state === 'unlocked' || found.state === 'rate') deepSearches--;
    return found;
  };
  for (const [i, one] of searched.entries()) {
    watch.onProgress(stems.length + i, 2 * stems.length, stems[i]!.path);
    await watch.pause();
    places.push(place(one, first.lag));
  }
  const again = commonLag(places.flatMap((place) => voterOfPlace(place)));
  const common = again.lag ?? first.lag;
  if (again.lag !== null && (first.lag === null || Math.abs(again.lag - first.lag) > 16)) {
    // The vote moved: a second look at what was not found.
    for (const [i, { state }] of places.entries()) {
      if (state === 'unlocked') places[i] = place(searched[i]!, again.lag);
    }
  }
  return { places, common, agreement: again.agreement };
}

function voterOfPlace({ state, lag, within, fine }: Place): Voter[] {
  if (fine === null || state === 'silent' || state === 'unlocked' || within > 8) return [];
  return [{ lag, weight: Math.min(fine.psr, 60) / 60, within }];
}

async function fitPlaces(
  { sound, stems }: RoughInput,
  levels: MixLevels,
  sounds: readonly SoundReader[],
  profiles: readonly { readonly isWide: boolean }[],
  places: readonly Place[],
  common: number,
  { pause }: Watch,
): Promise<{ fit: Fit; figures: ReadonlyMap<number, StemFit> }> {
  const lanes = stems.flatMap((stem, i): Lane[] =>
    places[i]!.state === 'silent' || stem.isDryTwin
      ? []
      : [laneOfStem(i, sounds[i]!, places[i]!, common, profiles[i]!.isWide)],
  );
  const fit = await fitStems(sound, levels, lanes, pause);
  return { fit, figures: new Map(fitFigures(fit).map((figure, lane) => [lanes[lane]!.stem, figure])) };
}

function laneOfStem(stem: number, sound: SoundReader, place: Place, common: number, isWide: boolean): Lane {
  const isLocated = place.state !== 'unlocked';
  const ratio = isLocated ? (1 + place.ppm * 1e-6) * place.rate : 1;
  const right = Math.abs(ratio - 1) > 1e-9 ? resampled(sound, ratio) : sound;
  return laneOf(stem, right, isLocated ? place.lag : common, isWide, isLocated);
}

function residualSpans(blocks: readonly (readonly number[])[], grid: Grid): { fromFrame: number; toFrame: number }[] {
  const wanted = [...new Set(blocks.flat())].sort((a, b) => a - b).slice(0, 16);
  return wanted.map((block) => ({
    fromFrame: block * grid.blockFrames,
    toFrame: Math.min(grid.mixFrames, (block + 1) * grid.blockFrames),
  }));
}

/** The stems that were not found, held against what the others leave of the mix. */
async function secondLooks(
  looked: readonly number[],
  searched: readonly Searched[],
  { residual }: Explained,
  mix: Mix,
  common: number,
  watch: Watch,
): Promise<Map<number, SecondLook>> {
  const found = new Map<number, SecondLook>();
  if (looked.length === 0) return found;
  const view: MonoView = { sound: residualReader(residual, mix.grid), side: false };
  const spectra = mixSpectra(view, mix.grid);
  for (const i of looked) {
    await watch.pause();
    const { view: stem, blocks } = searched[i]!;
    const coarse = coarseLag(stem, spectra, mix.grid, blocks);
    const atCommon = fineLag(stem, spectra, mix.grid, blocks, common);
    const own = coarse !== null && coarse.psr > 8 ? fineLag(stem, spectra, mix.grid, blocks, coarse.lag) : null;
    found.set(i, { coarse, atCommon, own });
  }
  return found;
}

function residualReader(spans: Explained['residual'], grid: Grid): SoundReader {
  return {
    sampleRate: grid.sampleRate,
    channels: 1,
    frames: grid.mixFrames,
    read(fromFrame, frames) {
      const samples = new Float32Array(frames);
      for (const { atFrame, samples: from } of spans) {
        const start = Math.max(fromFrame, atFrame);
        const end = Math.min(fromFrame + frames, atFrame + from.length);
        if (end > start) samples.set(from.subarray(start - atFrame, end - atFrame), start - fromFrame);
      }
      return [samples];
    },
  };
}

function inRough(path: string, claim: Claim, place: Place | null, fit: StemFit | null): StemInRough {
  return {
    path,
    ...claim,
    ppm: claim.ppm === null ? null : round(claim.ppm, 1),
    score: place?.fine ? round(scoreOf(place.fine.psr), 2) : null,
    contributionDb: fit === null ? null : round(fit.contributionDb, 1),
    gainDb: fit?.gainDb == null ? null : round(fit.gainDb, 1),
    pan: fit?.pan == null ? null : round(fit.pan, 2),
    explained: fit === null ? null : round(fit.explained, 3),
  };
}

/** 0 … 1: half at the height where a place begins to be trusted. */
function scoreOf(psr: number): number {
  return psr / (psr + 7.5);
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
