/**
 * Text from outside (names, tags, words of a brief) as a terminal may print it: nothing in it can move the cursor,
 * change a colour, turn the direction of a line, or hide. What would is shown as a sign.
 *
 * @returns the same text where it was harmless; control characters as their pictures ("␛", a line break as "⏎"),
 *          characters that turn or hide text as "⟨U+202E⟩", half a surrogate pair as U+FFFD
 */
export function terminalText(text: string): string {
  return SUSPECT.test(text) ? text.replace(SUSPECTS, visible) : text;
}

/**
 * For terminals that are not UTF-8: accents fall off, typographic signs become their typewriter forms, every other
 * character becomes "?", so that the columns still stand.
 */
export function asciiText(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  return [...text.normalize('NFKD').replace(/\p{Mark}/gu, '')]
    .map((character) => (character <= '~' ? character : (TYPEWRITER[character] ?? '?')))
    .join('');
}

/** A copy of plain data with every string in it passed through `change`; arrays of numbers are kept as they are. */
export function withStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    // An overview holds thousands of numbers and not one string.
    if (typeof value[0] === 'number') return value;
    return value.map((one) => withStrings(one, change)) as T;
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withStrings(one, change)])) as T;
}

// Controls; soft hyphen; marks, overrides and isolates of direction; separators; what has no width (but for the two
// joiners, which Persian, Indic scripts and emoji need); tags; half surrogate pairs.
const CLASS =
  '[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}\\p{Surrogate}]';
const SUSPECT = new RegExp(CLASS, 'u');
const SUSPECTS = new RegExp(CLASS, 'gu');

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\n') return '⏎';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

const TYPEWRITER: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '→': '->',
  '×': 'x',
  '≠': '!=',
  '±': '+/-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '⟨': '<',
  '⟩': '>',
  '␛': '^[',
  '⏎': '^J',
};
