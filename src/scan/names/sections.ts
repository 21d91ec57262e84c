import type { Item } from './read-words.js';

const SECTIONS = new Set(
  'intro verse pre-chorus chorus post-chorus hook bridge middle-8 breakdown interlude outro end tag vamp drop'.split(
    ' ',
  ),
);
// Only these come numbered: the number behind "Verse" is the verse's, behind "Bridge" the part's own.
const NUMBERED = new Set(['verse', 'pre-chorus', 'chorus']);
const MOST_SECTIONS = 9;

export type Section = {
  readonly name: string | null;
  /** places of numbers that count the section, not the part */
  readonly numbers: ReadonlySet<number>;
};

/**
 * The section of the song that a name names.
 *
 * @param hasPart whether the name names a part: some short words are sections only beside one
 * @param version the place of a "v2" that is the file's version, and so no verse
 */
export function sectionOf(items: readonly Item[], hasPart: boolean, version: number | null): Section {
  const numbers = new Set<number>();
  let name: string | null = null;
  for (const [place, item] of items.entries()) {
    if (place === version) continue;
    const section = sectionAt(item, items[place + 1], hasPart);
    if (section === null) continue;
    const next = items[place + 1];
    const isNumbered =
      NUMBERED.has(section) && isSectionNumber(next) && !(section === 'chorus' && isWrittenOn(item, place));
    if (isNumbered) numbers.add(place + 1);
    name ??= isNumbered ? `${section}-${Number(next?.text)}` : section;
  }
  return { name, numbers };
}

function isSectionNumber(item: Item | undefined): item is Item {
  return item?.is === 'number' && Number(item.text) > 0 && Number(item.text) <= MOST_SECTIONS;
}

/** "BackingVoxCh2": whether this counts choruses or voices in the chorus, the name does not tell. */
function isWrittenOn(item: Item, place: number): boolean {
  return item.glued && place > 0;
}

function sectionAt(item: Item, next: Item | undefined, hasPart: boolean): string | null {
  const { cue } = item;
  if (cue === null) return null;
  if (SECTIONS.has(cue)) return cue;
  if (!hasPart) return null;
  switch (cue) {
    case 'v':
      return next?.is === 'number' && next.glued ? 'verse' : null;
    case 'chorus-or-closed':
    case 'chorus-or-choir':
      return 'chorus';
    case 'pre-or-percussion':
      return 'pre-chorus';
    case 'bridge-short':
      return 'bridge';
    case 'build-up':
      return 'build';
    default:
      return null;
  }
}
