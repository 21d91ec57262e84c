import type { Relations, RoughComparison } from '../../model/relations.js';

/**
 * Stems that hold the same samples as another one: what is heard of it holds for them, and beside it they would only
 * make every sound look like a sum of others.
 *
 * @param paths of the stems
 * @param dry stems beside a wet one: the other file of a group is listened to, where there is one
 * @returns the path of the one that is listened to, by the path of each copy
 */
export function copiesAmong(
  sameSound: Relations['sameSound'],
  paths: readonly string[],
  dry: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const stems = new Set(paths);
  return new Map(
    sameSound.flatMap(({ files }) => {
      const group = files.filter((path) => stems.has(path));
      const heard = group.find((path) => !dry.has(path)) ?? group[0];
      return group.flatMap((path) => (heard === undefined || path === heard ? [] : [[path, heard] as const]));
    }),
  );
}

/** The comparison with an entry of their own for the copies, which lie where the heard one lies. */
export function withCopies(
  rough: RoughComparison | null,
  copies: ReadonlyMap<string, string>,
  paths: readonly string[],
): RoughComparison | null {
  if (rough === null || copies.size === 0) return rough;
  const byPath = new Map(rough.stems.map((stem) => [stem.path, stem]));
  return {
    ...rough,
    stems: paths.flatMap((path) => {
      const stem = byPath.get(copies.get(path) ?? path);
      return stem === undefined ? [] : [{ ...stem, path }];
    }),
  };
}
