import type { Label } from '../../model/label.js';
import { labelOf } from '../../model/roles.js';
import type { Surroundings } from './folders.js';

/**
 * A better name for one that says nothing or could be anything, made of what the folder and the words tell.
 *
 * @returns a file name with its extension; null where the name is fine or nothing better is known
 */
export function suggestedNameOf(name: string, label: Label, around: Surroundings): string | null {
  const isPoor = label.defaultNameOf !== null || label.says !== 'part';
  if (!isPoor) return null;
  const role = label.role ?? around.role;
  if (role === null) return null;
  const extension = name.slice(name.lastIndexOf('.'));
  const number = label.number ?? lastNumber(name);
  const words = [labelOf(role), number, label.isDouble ? 'Double' : null, label.side].filter((word) => word !== null);
  const better = `${words.join(' ')}${extension}`;
  return better === name ? null : better;
}

function lastNumber(name: string): number | null {
  const match = /(\d{1,3})(?!.*\d)/.exec(name.slice(0, name.lastIndexOf('.')).slice(-32));
  return match === null ? null : Number(match[1]);
}
