const EXTENSION = /\.(?:wav|wave|mp3|aiff|aif|flac|m4a|ogg|aac)(?![\p{L}\d])/giu;
const LONGEST_NAME_CHARACTERS = 80;
const IN_WORD = /[\p{L}\p{N}_.&+~'’()-]/u;

/** An audio file's name in a text, as written. */
export type NamedFile = { readonly name: string; readonly at: number };

/**
 * Names of audio files in a text: the word that ends in an audio extension.
 *
 * @param text one line
 * @returns names without the spaces that may belong to them, in order; none where no extension stands
 */
export function audioFileNames(text: string): NamedFile[] {
  const found: NamedFile[] = [];
  for (const match of text.matchAll(EXTENSION)) {
    const end = match.index + match[0].length;
    let from = match.index;
    while (from > 0 && match.index - from < LONGEST_NAME_CHARACTERS && IN_WORD.test(text.charAt(from - 1))) from--;
    while (from < match.index && /[.&+~'’()-]/.test(text.charAt(from))) from++;
    if (from < match.index) found.push({ name: text.slice(from, end), at: from });
  }
  return found;
}
