import type { ManifestFacts } from '../../model/delivery.js';
import type { PlacedSum } from './place-entries.js';

export type SumResult = ManifestFacts['results'][number];

/**
 * Tells same, changed, renamed and missing apart by content.
 *
 * @param entries of one manifest
 * @param digests of the files by path, as far as they could be read
 * @returns one result a line whose file could be read or is not there, in the manifest's order. Renamed: what the line
 *          states lies under another name, of which no line states just that
 */
export function compareSums(entries: readonly PlacedSum[], digests: ReadonlyMap<string, string>): SumResult[] {
  const stated = new Map(entries.flatMap(({ here, digest }) => (here === null ? [] : [[here, digest] as const])));
  const statedDigests = new Set(entries.map(({ digest }) => digest));
  const strays = strayFiles(digests, stated);
  return entries.flatMap(({ here, place, digest }): SumResult[] => {
    const now = here === null ? undefined : digests.get(here);
    if (here !== null && now === undefined) return []; // it could not be read, and coverage says so
    if (here !== null && now === digest) return [{ path: here, is: 'same' }];
    // A file whose content is new is changed, even where the old content was kept under another name.
    const isMoved = here === null || (now !== undefined && statedDigests.has(now));
    const other = isMoved ? strays.get(digest) : undefined;
    if (other !== undefined) return [{ path: here ?? place, is: 'renamed', now: other }];
    return [here === null ? { path: place, is: 'missing' } : { path: here, is: 'changed' }];
  });
}

/** Files that do not hold what a line states of them, by what they hold. */
function strayFiles(
  digests: ReadonlyMap<string, string>,
  stated: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const strays = new Map<string, string>();
  for (const [path, digest] of digests) {
    if (stated.get(path) !== digest && !strays.has(digest)) strays.set(digest, path);
  }
  return strays;
}
