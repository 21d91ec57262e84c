import stringWidth from 'string-width';

/** Text of at most `most` characters (UTF-16), cut before an ellipsis and never inside a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const first = text.charCodeAt(end - 1);
  // The first half of a pair may not stand alone.
  return `${text.slice(0, first >= 0xd800 && first <= 0xdbff ? end - 1 : end)}…`;
}

/** "Lead Vox … v3.wav": a long name with its middle left out, since versions and takes stand at the end. */
export function cutMiddle(text: string, columns: number, ellipsis = '…'): string {
  if (stringWidth(text) <= columns) return text;
  const characters = graphemes(text);
  const room = Math.max(0, columns - stringWidth(ellipsis));
  const head = taken(characters, Math.ceil(room / 2));
  const tail = taken([...characters].reverse(), Math.floor(room / 2)).reverse();
  return head.join('') + ellipsis + tail.join('');
}

/** "Hydro…/takes": a long path with its last folder whole, since the deliveries of a drive mostly differ there. */
export function cutPath(path: string, columns: number, ellipsis = '…'): string {
  if (stringWidth(path) <= columns) return path;
  const last = path.slice(path.lastIndexOf('/') + 1);
  const end = `${ellipsis}/${last}`;
  if (last === path || stringWidth(end) > columns) return cutMiddle(last, columns, ellipsis);
  return taken(graphemes(path), columns - stringWidth(end)).join('') + end;
}

/** The characters from the front that fit into some columns. */
export function taken(characters: readonly string[], columns: number): string[] {
  let used = 0;
  const fit = characters.findIndex((character) => {
    used += stringWidth(character);
    return used > columns;
  });
  return characters.slice(0, fit === -1 ? characters.length : fit);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character each. */
export function graphemes(text: string): string[] {
  return /^[\x20-\x7e]*$/.test(text) ? [...text] : [...segmenter.segment(text)].map(({ segment }) => segment);
}
