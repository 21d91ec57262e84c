import type { StatedSum } from './manifest-lines.js';

/** A line of a manifest and the place in the delivery that it means. */
export type PlacedSum = StatedSum & {
  /** the file as it lies here; null: nothing lies under that name */
  readonly here: string | null;
  /** where it should lie, relative to the delivery's root */
  readonly place: string;
};

const MOST_TRIED = 200;
const DEEPEST_STRIP = 12;
// Beyond it only the manifest's own folder is tried: the search grows with the square of the depth.
const DEEPEST_FOLDERS = 40;

/**
 * Finds the file that each line of a manifest means. Manifests are written beside the files, above them
 * ("Night Drive/Stems/Kick.wav") or with absolute paths: the reading that finds most files holds.
 *
 * @param manifest path of the manifest in the delivery
 * @param files every path of the delivery, as found
 */
export function placeEntries(
  manifest: string,
  entries: readonly StatedSum[],
  files: ReadonlyMap<string, string>,
): PlacedSum[] {
  const some = entries.slice(0, MOST_TRIED);
  const folders = manifest.split('/').slice(0, -1);
  const highest = folders.length > DEEPEST_FOLDERS ? folders.length : 0;
  let best = { found: -1, base: folders, strip: 0 };
  for (let strip = 0; strip <= DEEPEST_STRIP; strip++) {
    for (let depth = folders.length; depth >= highest; depth--) {
      const base = folders.slice(0, depth);
      const found = some.filter((entry) => hereOf(base, strip, entry.path, files) !== null).length;
      if (found > best.found) best = { found, base, strip };
    }
    if (best.found === some.length) break;
  }
  // Where nothing is found, nothing tells how the paths are meant but the manifest's own place.
  const { base, strip } = best.found > 0 ? best : { base: folders, strip: 0 };
  return entries.map((entry) => ({
    ...entry,
    here: hereOf(base, strip, entry.path, files),
    place: placeOf(base, strip, entry.path),
  }));
}

/** Paths by the form in which two spellings of one name are equal. */
export function byName(paths: readonly string[]): Map<string, string> {
  return new Map(paths.map((path) => [path.normalize('NFC'), path]));
}

function hereOf(
  base: readonly string[],
  strip: number,
  written: string,
  files: ReadonlyMap<string, string>,
): string | null {
  // BagIt writes "%" and line breaks in names as %25, %0A and %0D; some writers pad the name.
  for (const reading of new Set([written, written.trim(), decoded(written.trim())])) {
    const here = files.get(placeOf(base, strip, reading));
    if (here !== undefined) return here;
  }
  return null;
}

/** Folders are resolved in words only: whatever leads out of the delivery is no name in its listing. */
function placeOf(base: readonly string[], strip: number, written: string): string {
  const parts: string[] = [...base];
  const own = written
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  for (const part of own.slice(Math.min(strip, Math.max(0, own.length - 1)))) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/').normalize('NFC');
}

function decoded(written: string): string {
  return written.replace(/%(0A|0D|25)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
