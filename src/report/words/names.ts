import { stemName } from '../../model/units.js';

/** "Lead Vox" for "10 Lead Vox": prose may leave the number in front away. */
export function withoutNumber(name: string): string {
  return name.replace(/^\d{1,3}[ _.-]{1,3}/, '');
}

/** Names that share less than this are shown whole. */
const SHARED_LEAST = 6;
const SHARED_BY = 0.6;

/**
 * Names for a narrow column: what most of them begin with (the song's title and tempo, up to a separator) is left out,
 * since it tells none of them from another. A name of its own stays whole.
 *
 * @returns by path; the same as the stem's name where nothing is shared
 */
export function shortNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = paths.map(stemName);
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const prefix of prefixesOf(name)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const least = Math.max(3, Math.ceil(names.length * SHARED_BY));
  const [shared = ''] = [...counts]
    .filter(([prefix, count]) => prefix.length >= SHARED_LEAST && count >= least)
    // What more names begin with is the song; a longer beginning that fewer share may be a part in several takes.
    .sort(([a, many], [b, more]) => more - many || b.length - a.length)
    .map(([prefix]) => prefix);
  return new Map(
    paths.map((path, at) => {
      const name = names[at] ?? path;
      return [path, name.startsWith(shared) ? name.slice(shared.length) : name];
    }),
  );
}

/** Beginnings up to and with a separator that leave something over; long names have no more than the first few. */
function prefixesOf(name: string): string[] {
  const prefixes: string[] = [];
  for (let at = 0; at < Math.min(name.length - 1, 80); at++) {
    if (/[ _.-]/.test(name[at] ?? '') && !/[ _.-]/.test(name[at + 1] ?? '')) prefixes.push(name.slice(0, at + 1));
  }
  return prefixes;
}
