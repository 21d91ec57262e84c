import { familyOf } from '../../model/roles.js';
import type { Item } from './read-words.js';

const SPACED_DASH = /\s[-–—|]\s/;

/**
 * The stretch of "Artist - Song - Kick" that names the part: the last one that names one, where the others hold
 * words that we do not know. A name without such dashes is returned whole.
 */
export function nameSegment(items: readonly Item[]): readonly Item[] {
  if (!items.some(({ gap }) => SPACED_DASH.test(gap))) return items;
  const segments = segmentsOf(items);
  const first = segments[0] ?? [];
  if (segments.length < 2 || first.some(({ role }) => role === 'reference')) return items;
  for (let place = segments.length - 1; place > 0; place--) {
    const segment = segments[place] ?? [];
    if (!segment.some(({ is, role }) => is === 'part' && familyOf(role) !== 'fx')) continue;
    const rest = segments.slice(0, place);
    const isTitle = segments.length > 2 || rest.some((one) => one.some(({ is }) => is === 'word'));
    return isTitle ? segment : items;
  }
  return items;
}

function segmentsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const segments: Item[][] = [[]];
  for (const item of items) {
    if (SPACED_DASH.test(item.gap)) segments.push([]);
    segments.at(-1)?.push(item);
  }
  return segments.filter((segment) => segment.length > 0);
}
