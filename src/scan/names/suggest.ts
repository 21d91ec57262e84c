import type { Label } from '../../model/label.js';
import { labelOf } from '../../model/roles.js';
import type { Surroundings } from './folders.js';

/**
 * A better name for one that says nothing or could be anything, made of what the folder and the words tell.
 *
 * @returns a file name with its extension; null where the name is fine or nothing better is known
 */
export function suggestedNameOf(name: string, label: Label, around: Surroundings): string | null {
  if (label.says === 'part') return null;
  const role = label.role ?? around.role;
  if (role === null) return null;
  const extension = name.slice(name.lastIndexOf('.'));
  const number = label.number ?? firstNumber(name);
  const words = [labelOf(role), number, label.isDouble ? 'Double' : null, label.side].filter((word) => word !== null);
  const better = `${words.join(' ')}${extension}`;
  return better === name ? null : better;
}

/** "Audio 3#02" is the third track, "08-130624_1035" the eighth. */
function firstNumber(name: string): number | null {
  const match = /\d{1,3}/.exec(name);
  return match === null ? null : Number(match[0]);
}
