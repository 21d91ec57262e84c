/**
 * A 128-bit hash of decoded samples, one channel or a pair. It tells changes and copies apart, and withstands no
 * one who makes collisions on purpose. Samples go in as 32-bit words in the order of the file, so equal sound has an
 * equal hash in every container, and 16 bits in a 24-bit file hash like the 16-bit file.
 *
 * Sixteen words are a stripe; each pair of rows adds the products of its words, mixed with keys and with the other
 * row's sum, to eight sums of 64 bits. The plain words are added too, so that a factor of zero loses nothing.
 */
export type ContentHash = {
  /** `right` is null for one channel */
  readonly push: (left: Int32Array, right: Int32Array | null, frames: number) => void;
  /** 32 hexadecimal digits; an unfinished stripe counts as if zeros followed, the number of words is mixed in */
  readonly finish: (salt: number) => string;
};

const STRIPE_WORDS = 16;
/** Odd digits of the fractions of √2, √3, √5 and √7: constants with no structure. */
export const HASH_KEYS: Uint32Array = Uint32Array.of(
  0x6a09e667,
  0xf3bcc909,
  0xbb67ae85,
  0x84caa73b,
  0x3c6ef373,
  0xfe94f82b,
  0xa54ff53b,
  0x5f1d36f1,
);

/** The sums before the first stripe: eight 64-bit numbers, low word first. */
export function hashSeed(): Uint32Array {
  return Uint32Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? HASH_KEYS[i / 2]! : HASH_KEYS[7 - (i - 1) / 2]!));
}

export function contentHash(): ContentHash {
  const stripe = new Uint32Array(STRIPE_WORDS);
  const sums = hashSeed();
  let filled = 0;
  let words = 0;
  const add = (word: number): void => {
    stripe[filled++] = word;
    if (filled === STRIPE_WORDS) {
      mixStripe(sums, stripe);
      filled = 0;
    }
  };
  return {
    push(left, right, frames) {
      for (let frame = 0; frame < frames; frame++) {
        add(left[frame]!);
        if (right !== null) add(right[frame]!);
      }
      words += right === null ? frames : 2 * frames;
    },
    finish(salt) {
      if (filled > 0) {
        stripe.fill(0, filled);
        mixStripe(sums, stripe);
      }
      return hashDigits(sums, words, salt);
    },
  };
}

/** Sums are eight 64-bit numbers as pairs of low and high word; a stripe is two halves of two rows of four words. */
function mixStripe(sums: Uint32Array, stripe: Uint32Array): void {
  for (let at = 0; at < 16; at += 8) {
    for (let lane = 0; lane < 4; lane++) {
      FACTORS[lane] = stripe[at + lane]! ^ HASH_KEYS[lane]! ^ sums[at + 4 + lane]!;
      FACTORS[4 + lane] = stripe[at + 4 + lane]! ^ HASH_KEYS[4 + lane]!;
    }
    for (let lane = 0; lane < 4; lane++) {
      const to = at + 2 * lane;
      // The words of one row are added to the sums of the other, as 64-bit numbers.
      const other = lane < 2 ? to + 4 : to - 4;
      addProduct(sums, to, FACTORS[lane]!, FACTORS[4 + lane]!);
      add64(sums, to, stripe[other]!, stripe[other + 1]!);
    }
  }
}
const FACTORS = new Uint32Array(8);

function addProduct(sums: Uint32Array, at: number, a: number, b: number): void {
  const [a0, a1, b0, b1] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const middle = a1 * b0 + ((a0 * b0) >>> 16); // below 2^33: exact
  const carried = a0 * b1 + (middle % 0x10000);
  const high = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000);
  add64(sums, at, Math.imul(a, b) >>> 0, high);
}

function add64(sums: Uint32Array, at: number, low: number, high: number): void {
  const sum = sums[at]! + low;
  sums[at] = sum;
  sums[at + 1] = sums[at + 1]! + high + (sum > 0xffffffff ? 1 : 0);
}

/** The digits of a hash from its sixteen state words (eight 64-bit sums, low word first). */
export function hashDigits(sums: Uint32Array, words: number, salt: number): string {
  const digest = Uint32Array.of(words, Math.floor(words / 0x100000000), salt, 0x9e3779b9);
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 16; i++) {
      const to = i & 3;
      const mix = Math.imul(digest[to]! ^ sums[i]!, 0x85ebca6b);
      digest[to] =
        Math.imul(mix ^ (mix >>> 15), 0xc2b2ae35) ^ (digest[(to + 1) & 3]! >>> 13) ^ (digest[(to + 3) & 3]! << 7);
    }
  }
  return Array.from(digest, (word) => word.toString(16).padStart(8, '0')).join('');
}
