/** The part of the platform's decoder that is used here: this folder is compiled without Node's and a browser's names. */
declare const TextDecoder: {
  new (encoding: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): { decode(bytes: Uint8Array): string };
};

const SAMPLE_BYTES = 4_096;

/**
 * The text of bytes whose encoding nobody states.
 *
 * @param bytes any bytes; none give an empty text
 * @param stated the encoding that a header names, where there is one; tried first, believed if every byte fits
 * @returns the text without its byte order mark; null where the bytes are no text in any encoding that is tried: UTF-8,
 *          UTF-16, Windows-1252, Windows-1251, KOI8-R, Mac Roman, Shift JIS, GBK
 */
export function decodeText(bytes: Uint8Array, stated?: string): string | null {
  if (stated !== undefined) {
    const text = decoded(bytes, stated, true);
    if (text !== null) return textOrNull(text);
  }
  const wide = wideEncoding(bytes);
  if (wide !== null) return textOrNull(decoded(bytes, wide, false));
  const utf8 = decoded(bytes, 'utf-8', true);
  if (utf8 !== null) return textOrNull(utf8);
  return textOrNull(decodeOldText(bytes));
}

// Some versions of Node decode windows-1252 as Latin-1, which has no characters from 0x80 to 0x9F; the five that
// windows-1252 leaves free stay as they are.
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const LABELS_OF_1252 = /^(?:windows-1252|cp1252|x-cp1252|iso-8859-1|iso8859-1|latin1|us-ascii|ascii)$/i;

/** The text in an encoding by its label; null where the label is unknown, or where `strict` and some byte does not fit. */
export function decoded(bytes: Uint8Array, encoding: string, strict: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: strict }).decode(bytes);
    return LABELS_OF_1252.test(encoding)
      ? text.replace(/[\u0080-\u009f]/g, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80] ?? one)
      : text;
  } catch (error) {
    // RangeError: a label that nobody knows; TypeError: bytes that do not fit.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** UTF-16 by its mark, or by every second byte of the first ones being zero, as Western text has it. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) evenZeros++;
    if (bytes[at + 1] === 0) oddZeros++;
  }
  const pairs = length / 2;
  // Half of the pairs: texts with dashes and curly quotes have some without a zero, sound has zeros on both sides.
  if (oddZeros > pairs / 2 && evenZeros < pairs / 20) return 'utf-16le';
  return evenZeros > pairs / 2 && oddZeros < pairs / 20 ? 'utf-16be' : null;
}

/** A text from before UTF-8, read as the encoding in which it looks most like a language. */
function decodeOldText(bytes: Uint8Array): string | null {
  const western = decoded(bytes, 'windows-1252', false);
  if (western === null) return null;
  if (isMostlyAscii(bytes)) {
    const mac = decoded(bytes, 'macintosh', false);
    return mac !== null && wordlike(mac) > wordlike(western) ? mac : western;
  }
  const japanese = decoded(bytes, 'shift_jis', true);
  if (japanese !== null && share(japanese, /[\u3040-\u30ff]/g) > 0.1) return japanese;
  const cyrillic = [decoded(bytes, 'windows-1251', false), decoded(bytes, 'koi8-r', false)]
    .filter((text) => text !== null)
    // Read in the wrong one of the two, Russian has its capitals and small letters swapped.
    .sort((a, b) => share(b, /[а-яё]/g) - share(a, /[а-яё]/g))[0];
  if (cyrillic !== undefined && share(cyrillic, /[а-яё]/g) > 0.4) return cyrillic;
  return decoded(bytes, 'gbk', true) ?? western;
}

/** Western languages write an accent here and there; other alphabets write most letters beyond ASCII. */
function isMostlyAscii(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high++;
  return high < sample.length / 4;
}

/** Characters beyond ASCII that stand in Western sentences: what they turn into in the other encoding hardly does. */
function wordlike(text: string): number {
  return text.slice(0, SAMPLE_BYTES).match(/[äöüßÄÖÜéèêëàâçîïôûùœñáíóúãõåæøÉÀÇ–—’‘“”…•«»¿¡°€]/g)?.length ?? 0;
}

function share(text: string, characters: RegExp): number {
  const sample = text.slice(0, SAMPLE_BYTES);
  return sample.length === 0 ? 0 : (sample.match(characters)?.length ?? 0) / sample.length;
}

function textOrNull(text: string | null): string | null {
  if (text === null) return null;
  const sample = text.slice(0, SAMPLE_BYTES);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    // Tab, line feed, form feed, return and escape stand in texts.
    if ((code < 32 && ![9, 10, 12, 13, 27].includes(code)) || code === 0xfffd) controls++;
  }
  return controls > sample.length / 100 ? null : text;
}
