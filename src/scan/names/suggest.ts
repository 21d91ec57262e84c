import type { Label } from '../../model/label.js';
import { labelOf } from '../../model/roles.js';

/**
 * A better name for one that says nothing or could be anything, made of what its folder and its words tell.
 *
 * @param name the file's name, with its extension
 * @param known what is known of the file all the same
 * @returns a file name with its extension; null where nothing better is known
 */
export function betterName(
  name: string,
  { role, number, isDouble, side }: Pick<Label, 'role' | 'number' | 'isDouble' | 'side'>,
): string | null {
  if (role === null) return null;
  const words = [labelOf(role), number ?? firstNumber(name), isDouble ? 'Double' : null, side];
  const better = `${words.filter((word) => word !== null).join(' ')}${name.slice(name.lastIndexOf('.'))}`;
  return better === name ? null : better;
}

/** "Audio 3#02" is the third track, "08-130624_1035" the eighth. */
function firstNumber(name: string): number | null {
  const match = /\d{1,3}/.exec(name);
  return match === null ? null : Number(match[0]);
}
