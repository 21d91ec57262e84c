import type { RoughComparison } from '../../../model/relations.js';
import { coarseLag, psrAt } from './coarse.js';
import type { Mix, Searched } from './locate.js';

const MOST_STEMS = 6;
const MOST_PARTS = 8;
/** Frames of the coarse search that two stems may lie apart and still agree. */
const TOLERANCE = 8;

/**
 * Places in the rough mix from which on all stems lie elsewhere: it is of another arrangement.
 *
 * @param common the lag that the stems share; null where none was found
 */
export function arrangementSteps(
  searched: readonly Searched[],
  { spectra, grid }: Mix,
  common: number | null,
): RoughComparison['steps'] {
  const sharpest = searched
    .filter(({ coarse }) => coarse !== null && coarse.psr >= 12)
    .sort((a, b) => b.coarse!.psr - a.coarse!.psr)
    .slice(0, MOST_STEMS);
  if (sharpest.length < 2) return [];
  const parts = Math.min(MOST_PARTS, grid.blocks);
  const blocks = Array.from({ length: parts }, (_, i) => Math.round((i * (grid.blocks - 1)) / Math.max(1, parts - 1)));
  const lags = blocks.flatMap((block) => {
    const found = sharpest.flatMap(({ view }): number[] => {
      const coarse = coarseLag(view, spectra, grid, [block]);
      if (coarse === null) return [];
      const atCommon = common === null ? 0 : psrAt(coarse, common, grid);
      // Loops fit at many places: the common one counts first.
      if (common !== null && atCommon >= Math.max(12, 0.4 * coarse.psr)) return [common];
      return coarse.psr >= 12 && coarse.ratio >= 1.3 ? [coarse.lag] : [];
    });
    const lag = agreedLag(found);
    return lag === null ? [] : [{ block, lag }];
  });
  const least = TOLERANCE + 0.001 * grid.mixFrames;
  return lags.slice(1).flatMap(({ block, lag }, i) => {
    const jump = lag - lags[i]!.lag;
    if (Math.abs(jump) <= least) return [];
    return [
      {
        atSeconds: Math.round((block * grid.blockFrames) / grid.sampleRate),
        // A stem that lies later behind the step: the mix runs earlier.
        jumpSeconds: Math.round((-1000 * jump) / grid.sampleRate) / 1000,
      },
    ];
  });
}

/** What two stems agree on; null where no two do. */
function agreedLag(lags: readonly number[]): number | null {
  const votes = (lag: number): number => lags.filter((other) => Math.abs(other - lag) <= TOLERANCE).length;
  const [best] = [...lags].sort((a, b) => votes(b) - votes(a) || a - b);
  return best !== undefined && votes(best) >= 2 ? best : null;
}
