import type { Key } from '../../../model/brief.js';
import { type Unclear, unclear } from './unclear.js';

const SPELT =
  /^(?<letter>[a-h])(?:\s?(?<sign>#|♯|♭|b(?![a-z])|(?:-|\s)?(?:sharp|flat)\b|is(?![a-z])|es(?![a-z])|s(?=-(?:dur|moll))))?(?:[\s-]*(?<mode>major|maj\b|minor|min\b|m(?![a-z])|dur|moll|dorian|phrygian|lydian|mixolydian|aeolian|locrian))?(?![a-z])/i;
const CAMELOT = /^(?<hour>1[0-2]|[1-9])(?<side>[ab])$/i;
// Camelot's wheel from 1 to 12, as DJ programs print it beside the key.
const CAMELOT_MINOR = ['Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E', 'B', 'F#', 'Db'];
const CAMELOT_MAJOR = ['B', 'F#', 'Db', 'Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E'];

/** Reads "F# minor", "F#m", "B flat major", "fis-Moll", "8A"; the first of several keys. */
export function readKey(value: unknown): Key | Unclear {
  if (typeof value !== 'string') return unclear();
  const words = value.trim();
  const camelot = CAMELOT.exec(words)?.groups;
  if (camelot !== undefined) {
    const minor = camelot.side?.toLowerCase() === 'a';
    const tonic = (minor ? CAMELOT_MINOR : CAMELOT_MAJOR)[Number(camelot.hour) - 1];
    return tonic === undefined ? unclear() : { tonic, mode: minor ? 'minor' : 'major' };
  }
  const spelt = SPELT.exec(words)?.groups;
  if (spelt === undefined) return unclear();
  return keyOf(spelt.letter ?? '', (spelt.sign ?? '').toLowerCase(), spelt.mode ?? '');
}

function keyOf(letter: string, sign: string, modeSaid: string): Key {
  const german = /^(?:dur|moll)$/i.test(modeSaid);
  const named = letter.toUpperCase();
  const accidental = /#|♯|sharp|^is$/.test(sign) ? '#' : sign === '' ? '' : 'b';
  // German H is B, and German B is B flat.
  const tonic =
    named === 'H' ? `B${accidental}` : german && named === 'B' && accidental === '' ? 'Bb' : named + accidental;
  const mode = modeOf(modeSaid);
  return { tonic, ...(mode === null ? {} : { mode }) };
}

function modeOf(said: string): 'major' | 'minor' | null {
  if (/^(?:minor|min|moll)$/i.test(said) || said === 'm') return 'minor';
  if (/^(?:major|maj|dur)$/i.test(said) || said === 'M') return 'major';
  return null;
}
