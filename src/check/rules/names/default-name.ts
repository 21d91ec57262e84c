import type { DeliveredFile } from '../../../model/delivery.js';
import { nameWords } from './name-words.js';

/** Words that programs put into names by themselves, without accents. Beside numbers they say nothing. */
const PROGRAM_WORDS = new Set(
  (
    'audio track midi inst instrument channel insert recording record region clip take bounce export output bus aux group ' +
    'untitled unnamed new copy stereo mono wav spur kanal aufnahme unbenannt piste enregistrement pista canal grabacion ' +
    'faixa gravacao traccia registrazione'
  ).split(' '),
);

/** The name is one that a program gives: one that the label knows, or nothing but a program's words and numbers. */
export function hasDefaultName(file: DeliveredFile): boolean {
  if (file.label.says !== 'nothing') return false;
  if (file.label.defaultNameOf !== null) return true;
  const words = nameWords(file).filter((word) => !/^\d+$/.test(word));
  // "07.wav" is a number and no program's name; a folder that tells the part has given the file a role.
  return file.label.role === null && words.length > 0 && words.every((word) => PROGRAM_WORDS.has(word));
}
