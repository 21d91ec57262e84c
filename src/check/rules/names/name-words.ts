import type { DeliveredFile } from '../../../model/delivery.js';
import { stemName } from '../../../model/units.js';

/** Words and numbers of a text in lower case without accents; camelCase and digits split: "LeadVox_alt02" → lead vox alt 02. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return (
    plain
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

/** Words of a file's own name, without the track index in front. */
export function nameWords(file: DeliveredFile): string[] {
  const words = wordsOf(stemName(file.path));
  return file.label.order !== null && Number(words[0]) === file.label.order ? words.slice(1) : words;
}

/**
 * What is left of a name when the words that tell one rendering of a part from another are taken away: takes, versions,
 * "alt", "final", the song's own words. Two files with one such name hold one part.
 */
export function partName(file: DeliveredFile, song: string | null): string {
  const words = withoutTempo(withoutSong(withoutTakeLetter(file), wordsOf(song ?? '')));
  const kept = words.filter((word, at) => !RENDERING.has(word) && !isCounter(word, words[at - 1]));
  return kept.sort().join(' ');
}

/** "Lead Dbl T1", where the label says that the letter counts takes. */
function withoutTakeLetter(file: DeliveredFile): string[] {
  const words = nameWords(file);
  const isLettered = words.at(-2) === 't' && file.label.take !== null && Number(words.at(-1)) === file.label.take;
  return isLettered ? words.slice(0, -2) : words;
}

const RENDERING = new Set(
  (
    'take takes tk toma tomas prise prises aufnahme alt alternate alternative version ver vers v rev final finale ' +
    'comp comped uncomped dry wet trocken nass seca seco seche sec'
  ).split(' '),
);

/** "take 3", "alt_02", "v2": the number belongs to the word before it. */
function isCounter(word: string, before: string | undefined): boolean {
  return /^\d+$/.test(word) && before !== undefined && RENDERING.has(before);
}

/** Only a title that stands in front as a whole is taken off, so that "Lead" of a song called "Lead" stays. */
function withoutSong(words: readonly string[], song: readonly string[]): readonly string[] {
  const isInFront = song.length > 0 && words.length > song.length && song.every((word, at) => words[at] === word);
  return isInFront ? words.slice(song.length) : words;
}

function withoutTempo(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => word !== 'bpm' && words[at + 1] !== 'bpm');
}
