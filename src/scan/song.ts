import { fileName } from '../model/units.js';
import { labelName } from './names/index.js';

const LEAST_FILES = 3;
const SEPARATOR = /[ _.–—-]/;
const FACT_IN_NAME =
  /^(?:\d+(?:[.,]\d+)?(?:bpm|k(?:hz)?|bit)?|bpm|[a-g](?:#|b|♯|♭)?(?:m|min|maj|minor|major)|stems?|mix|v\d+)$/i;

/**
 * The title that stands in front of every name: "Hydrogen" of "Hydrogen_132bpm_Kick.wav", "Hydrogen_132bpm_HH.wav".
 *
 * @param paths audio files of one delivery; fewer than three share too much by chance
 * @returns the words in front, without tempo, rate and track numbers; null where they share none, or share a part's name
 */
export function commonSong(paths: readonly string[]): string | null {
  const names = paths.map((path) => fileName(path).normalize('NFC'));
  if (names.length < LEAST_FILES) return null;
  const shared = names.reduce(sharedStart);
  const words = wholeWords(shared, names)
    .split(SEPARATOR)
    .filter((word) => word !== '');
  while (words.length > 0 && FACT_IN_NAME.test(words.at(-1) ?? '')) {
    // "TT Theme 2": a number that every name shares right after the words belongs to the title, a tempo does not.
    if (/^\d{1,2}$/.test(words.at(-1) ?? '') && words.length > 1) break;
    words.pop();
  }
  const title = words.join(' ');
  return /\p{L}{3}/u.test(title) && labelName(`${title}.wav`).role === null ? title : null;
}

/** The folder's own name, where it is more than a word for a folder of stems. */
export function songOfFolder(name: string): string | null {
  return name === '' ||
    /^(?:stems?|multi ?tracks?|audio ?files?|export|bounces?|upload|delivery|mix|files|wav|new folder)$/i.test(name)
    ? null
    : name;
}

function wholeWords(shared: string, names: readonly string[]): string {
  const isWhole = names.every((name) => name.length > shared.length && SEPARATOR.test(name[shared.length] ?? ''));
  if (isWhole) return shared;
  let end = shared.length;
  while (end > 0 && !SEPARATOR.test(shared[end - 1] ?? '')) end--;
  return shared.slice(0, end);
}

function sharedStart(a: string, b: string): string {
  let end = 0;
  while (end < a.length && a[end] === b[end]) end++;
  return a.slice(0, end);
}
