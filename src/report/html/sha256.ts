/** The first 32 bits of the fractional parts of the square roots of the first 8 primes. Source: FIPS 180-4, section 5.3.3 */
const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const BLOCK_BYTES = 64;
const ROUNDS = 64;

/**
 * The SHA-256 of a text in UTF-8, in base64: what a content security policy names a style or a script by. Written out
 * because the page is made without Node and without a browser's asynchronous hash.
 *
 * @param text without half surrogate pairs
 * Source: FIPS 180-4, sections 5.1.1 and 6.2.2
 */
export function sha256Base64(text: string): string {
  const message = padded(utf8(text));
  const state = [...START];
  const words = new Int32Array(ROUNDS);
  for (let at = 0; at < message.length; at += BLOCK_BYTES) addBlock(state, message, at, words);
  return base64(state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]));
}

function addBlock(state: number[], message: readonly number[], start: number, words: Int32Array): void {
  const word = (at: number) => words[at] ?? 0;
  for (let at = 0; at < 16; at++) {
    const byte = (offset: number) => message[start + at * 4 + offset] ?? 0;
    words[at] = (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
  }
  for (let at = 16; at < ROUNDS; at++) {
    const early = word(at - 15);
    const late = word(at - 2);
    const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = word(at - 16) + small0 + word(at - 7) + small1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < ROUNDS; at++) {
    const sum1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + (CONSTANTS[at] ?? 0) + word(at)) | 0;
    const sum0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + value) | 0;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. Source: section 4.2.2 */
const CONSTANTS = primes(ROUNDS).map((prime) => fraction32(Math.cbrt(prime)));

function fraction32(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let one = 2; found.length < count; one++) if (found.every((prime) => one % prime !== 0)) found.push(one);
  return found;
}

/** One bit 1, zeros, and the length in bits, to a whole number of blocks. */
function padded(bytes: readonly number[]): number[] {
  const length = bytes.length * 8;
  const zeros = (BLOCK_BYTES - ((bytes.length + 9) % BLOCK_BYTES)) % BLOCK_BYTES;
  const high = Math.floor(length / 2 ** 32);
  const parts = [high, length].flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255));
  return [...bytes, 0x80, ...new Array<number>(zeros).fill(0), ...parts];
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3);
    const triple = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += [18, 12, 6, 0].map((shift) => ALPHABET[(triple >> shift) & 63]).join('');
    if (c === undefined) text = `${text.slice(0, b === undefined ? -2 : -1)}${b === undefined ? '==' : '='}`;
  }
  return text;
}
