import type { Relations, RoughComparison, StemInRough } from '../../../model/relations.js';
import { resampled } from '../signal/resample.js';
import type { MonoView, SoundReader } from '../sound-reader.js';
import { atRate, profileOf, type StemSound, soundSeconds, type Watch } from '../stem-sound.js';
import { busesOf } from '../together/buses.js';
import { alikeInFit, type Pair } from '../together/coherence.js';
import { claimOf, noClaim } from './claims.js';
import { inRough, noComparison, round, withoutJumps } from './comparison.js';
import { hasEffectsOfItsOwn } from './diffuse.js';
import { explainMix } from './explain.js';
import { type Fit, fitStems } from './fit.js';
import { fitFigures, nullDepthDb, type StemFit } from './fit-figures.js';
import { blocksToRead, gridOf } from './grid.js';
import { type Lane, laneOf } from './lanes.js';
import { type Mix, type Place, type Searched, search } from './locate.js';
import { type MixLevels, mixLevels } from './mix-pass.js';
import { mixSpectra } from './mix-spectra.js';
import { commonDrift, placeAll } from './places.js';
import { residualSpans, secondLooks } from './second-look.js';
import { arrangementSteps } from './steps.js';
import { floorDbOf, unexplainedOf } from './unexplained.js';

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
/** From here on nothing that is not in the mix was seen. */
const PRESENT_EVIDENCE = 600;

/**
 * Holds every stem against the rough mix.
 *
 * @param input stems in path order; the answer keeps it
 * @returns facts only; `cannotTell` where the mix is too short or silent
 */
export async function relateToRough(input: RoughInput, watch: Watch): Promise<RoughOutcome> {
  const { sound } = input;
  const paths = input.stems.map((stem) => stem.path);
  const none = (why: string | null): RoughComparison => noComparison(input.path, sound.sampleRate, paths, why);
  if (sound.frames < SHORTEST_SECONDS * sound.sampleRate)
    return alone(none('The rough mix is too short to lay stems on it.'));
  const levels = await mixLevels(sound, watch.pause);
  if (levels.meanRow <= 1e-9) return alone(none('The rough mix is silent.'));
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
  const { places, common, agreement } = await placeAll(paths, searched, mix, watch);
  if (common === null || agreement === 'none') {
    return alone({
      ...none(null),
      steps: arrangementSteps(searched, mix, null),
      stems: paths.map((path) => inRough(path, noClaim(NO_START), null, null)),
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
  const explained = await explainMix(
    sound,
    levels,
    { ...fit, lanes: withPresence(fit, figures) },
    keep,
    common > 0,
    watch.pause,
  );
  const seconds = await secondLooks(looked, searched, explained, mix, common, watch);

  const voters = places.filter(
    ({ fine, lag, within }) => fine !== null && fine.psr >= 12 && within <= 1 && lag === common,
  ).length;
  const mixPpm = commonDrift(places);
  const setting = { common, voters, isSure: agreement === 'sure', grid, mixPpm, usualGainDb: usualGain(fit, figures) };
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
  // Where no stem is placed, all of the mix would be a missing part.
  const isPlaced = fit.lanes.some(({ located }) => located);
  const unexplained = isPlaced ? unexplainedOf(explained, fit, sound.sampleRate) : null;
  const nullDb = round(nullDepthDb(fit), 1);
  // A clean sum has no step: looked for only where something is left.
  const isClean = agreement === 'sure' && unexplained !== null && unexplained.spans.length === 0 && nullDb < -5;
  const steps = isClean ? [] : arrangementSteps(searched, mix, common);
  // What plays at another place follows the stems too.
  const diffuse = isPlaced && steps.length === 0 && (await hasEffectsOfItsOwn(sound, levels, fit, nullDb, watch.pause));
  const path = (lane: number): string => input.stems[first.fit.lanes[lane]!.stem]!.path;
  return {
    rough: {
      roughMix: input.path,
      commonLagFrames: common,
      agreement,
      nullDb,
      provesDownToDb: isPlaced && nullDb <= -2 ? floorDbOf(explained, fit) : null,
      sampleRate: sound.sampleRate,
      stems: steps.length > 0 ? stems.map((stem) => withoutJumps(stem, steps, sound.sampleRate)) : stems,
      unexplained,
      diffuse,
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

const alone = (rough: RoughComparison): RoughOutcome => ({ rough, alike: [], buses: [] });
const NO_START = 'no two stems lock at one start';

/** A stem without a place of its own may still be in the mix: the fit, which has it at the common lag, shows it. */
function withPresence({ lanes }: Fit, figures: ReadonlyMap<number, StemFit>): Lane[] {
  return lanes.map((lane) => ({
    ...lane,
    present: lane.located || (figures.get(lane.stem)?.evidence ?? 0) >= PRESENT_EVIDENCE,
  }));
}

/** The gain in the middle of those of the placed stems; null where none is placed. */
function usualGain({ lanes }: Fit, figures: ReadonlyMap<number, StemFit>): number | null {
  const gains = lanes
    .flatMap(({ located, stem }) => (located ? [figures.get(stem)?.gainDb ?? null] : []))
    .filter((gain) => gain !== null)
    .sort((a, b) => a - b);
  return gains[gains.length >> 1] ?? null;
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
  // Two sides with opposite signs leave a wide peak in their sum: what cannot be told from the common lag lies there.
  const isNear = isWide && place.state === 'locked' && Math.abs(place.lag - common) <= place.within;
  return laneOf(stem, right, isLocated && !isNear ? place.lag : common, isWide, isLocated);
}
