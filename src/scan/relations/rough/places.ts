import type { Watch } from '../stem-sound.js';
import { decide, type Mix, type Place, type Searched, voterOf } from './locate.js';
import { type Agreement, commonLag, type Voter } from './vote.js';

/** Where every stem lies, and the lag that they share. */
export async function placeAll(
  paths: readonly string[],
  searched: readonly Searched[],
  mix: Mix,
  watch: Watch,
): Promise<{ places: Place[]; common: number | null; agreement: Agreement }> {
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
    watch.onProgress(paths.length + i, 2 * paths.length, paths[i]!);
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

/** The drift of most stems is the mix's: printed through another clock. 0 where there is none. */
export function commonDrift(places: readonly Place[]): number {
  const located = places.filter(({ state }) => state === 'locked' || state === 'drift');
  const ppm = located.flatMap((place) => (place.state === 'drift' ? [place.ppm] : [])).sort((a, b) => a - b);
  if (ppm.length < Math.max(2, located.length / 2)) return 0;
  const quarter = ppm.length >> 2;
  const isOne = ppm[ppm.length - 1 - quarter]! - ppm[quarter]! < 5;
  return isOne ? ppm[ppm.length >> 1]! : 0;
}
