import { FLAT, HASH, MASK, RAW } from './layout';

// Bytes -> words -> floats, with everything that needs the words: hash, used bits, equality, exact sums.

export let usedLeft: i32 = 0;
export let usedRight: i32 = 0;
export let upperLeft: f64 = 0;
export let upperRight: f64 = 0;
export let lowerLeft: f64 = 0;
export let lowerRight: f64 = 0;
export let nan: f64 = 0;
export let infinite: f64 = 0;
export let huge: f64 = 0;
export let denormal: f64 = 0;
export let overs: f64 = 0;

export function resetDecode(): void {
  usedLeft = usedRight = 0;
  upperLeft = upperRight = lowerLeft = lowerRight = 0;
  nan = infinite = huge = denormal = overs = 0;
}

// WebAssembly multiplies no 64 bits into 128, but two times 32 into 64 at once. The plain words are added as well, so
// that a factor of zero loses nothing. Sixteen words are a stripe.

/**
 * Integers of up to 24 bits in any byte order: a swizzle puts four samples at the top of four lanes, so that the sign is
 * right without a shift and 16 bits look the same in any container. Whole stripes of 16 samples; the caller filled the
 * last one up with zero bytes.
 */
export function decodeIntegers(src: usize, samples: i32, bytes: usize): void { decode(src, samples, bytes, false); }
/** The same for 32 bits, whose sums need two halves. */
export function decodeWideIntegers(src: usize, samples: i32): void { decode(src, samples, 4, true); }

// @ts-ignore: decorator
@inline function decode(src: usize, samples: i32, bytes: usize, wide: bool): void {
  const mask = v128.load(MASK), scale = f32x4.splat(4.656612873077393e-10); // 2^-31: exact
  const k0 = v128.load(HASH, 64), k1 = v128.load(HASH, 80), low = i32x4.splat(0xffff);
  let a0 = v128.load(HASH), a1 = v128.load(HASH, 16), a2 = v128.load(HASH, 32), a3 = v128.load(HASH, 48);
  let used = i32x4.splat(0), upper = used, lower = used, sums = i64x2.splat(0);
  const step = bytes << 2, end = FLAT + (<usize>samples << 2);
  for (let dst: usize = FLAT; dst < end; ) {
    // So many sums of 24 bits fit in 32.
    for (const stop = min(end, dst + 63 * 64); dst < stop; dst += 64, src += step << 2) {
      const d0 = v128.swizzle(v128.load(src), mask), d1 = v128.swizzle(v128.load(src + step), mask);
      const d2 = v128.swizzle(v128.load(src + 2 * step), mask), d3 = v128.swizzle(v128.load(src + 3 * step), mask);
      v128.store(dst, f32x4.mul(f32x4.convert_i32x4_s(d0), scale));
      v128.store(dst, f32x4.mul(f32x4.convert_i32x4_s(d1), scale), 16);
      v128.store(dst, f32x4.mul(f32x4.convert_i32x4_s(d2), scale), 32);
      v128.store(dst, f32x4.mul(f32x4.convert_i32x4_s(d3), scale), 48);
      used = v128.or(used, v128.or(v128.or(d0, d1), v128.or(d2, d3)));
      if (wide) {
        // Upper and lower halves apart, a hop of them stays below 2^28 a lane.
        upper = i32x4.add(upper, i32x4.add(i32x4.add(i32x4.shr_s(d0, 16), i32x4.shr_s(d1, 16)), i32x4.add(i32x4.shr_s(d2, 16), i32x4.shr_s(d3, 16))));
        lower = i32x4.add(lower, i32x4.add(i32x4.add(v128.and(d0, low), v128.and(d1, low)), i32x4.add(v128.and(d2, low), v128.and(d3, low))));
      } else {
        lower = i32x4.add(lower, i32x4.add(i32x4.add(i32x4.shr_s(d0, 8), i32x4.shr_s(d1, 8)), i32x4.add(i32x4.shr_s(d2, 8), i32x4.shr_s(d3, 8))));
      }
      const x0 = v128.xor(v128.xor(d0, k0), a1), x1 = v128.xor(d1, k1), x2 = v128.xor(v128.xor(d2, k0), a3), x3 = v128.xor(d3, k1);
      a0 = i64x2.add(i64x2.add(a0, d1), i64x2.extmul_low_i32x4_u(x0, x1));
      a1 = i64x2.add(i64x2.add(a1, d0), i64x2.extmul_high_i32x4_u(x0, x1));
      a2 = i64x2.add(i64x2.add(a2, d3), i64x2.extmul_low_i32x4_u(x2, x3));
      a3 = i64x2.add(i64x2.add(a3, d2), i64x2.extmul_high_i32x4_u(x2, x3));
    }
    if (wide) continue;
    sums = i64x2.add(sums, i64x2.add(i64x2.extend_low_i32x4_s(lower), i64x2.extend_high_i32x4_s(lower)));
    lower = i32x4.splat(0);
  }
  v128.store(HASH, a0); v128.store(HASH, a1, 16); v128.store(HASH, a2, 32); v128.store(HASH, a3, 48);
  usedLeft |= i32x4.extract_lane(used, 0) | i32x4.extract_lane(used, 2);
  usedRight |= i32x4.extract_lane(used, 1) | i32x4.extract_lane(used, 3);
  lowerLeft += 256 * <f64>i64x2.extract_lane(sums, 0) + <f64>(i32x4.extract_lane(lower, 0) + i32x4.extract_lane(lower, 2));
  lowerRight += 256 * <f64>i64x2.extract_lane(sums, 1) + <f64>(i32x4.extract_lane(lower, 1) + i32x4.extract_lane(lower, 3));
  upperLeft += <f64>(i32x4.extract_lane(upper, 0) + i32x4.extract_lane(upper, 2));
  upperRight += <f64>(i32x4.extract_lane(upper, 1) + i32x4.extract_lane(upper, 3));
}

/** Floats: the bits are the value. What is no number or no level is counted and becomes 0 before anything sums it. */
export function decodeFloats(src: usize, samples: i32): void {
  const mask = v128.load(MASK), k0 = v128.load(HASH, 64), k1 = v128.load(HASH, 80);
  let a0 = v128.load(HASH), a1 = v128.load(HASH, 16), a2 = v128.load(HASH, 32), a3 = v128.load(HASH, 48);
  const end = FLAT + (<usize>samples << 2);
  for (let dst: usize = FLAT; dst < end; dst += 64, src += 64) {
    const d0 = v128.swizzle(v128.load(src), mask), d1 = v128.swizzle(v128.load(src, 16), mask);
    const d2 = v128.swizzle(v128.load(src, 32), mask), d3 = v128.swizzle(v128.load(src, 48), mask);
    v128.store(dst, d0); v128.store(dst, d1, 16); v128.store(dst, d2, 32); v128.store(dst, d3, 48);
    if (v128.any_true(v128.or(v128.or(odd(d0), odd(d1)), v128.or(odd(d2), odd(d3))))) clean(dst);
    const x0 = v128.xor(v128.xor(d0, k0), a1), x1 = v128.xor(d1, k1), x2 = v128.xor(v128.xor(d2, k0), a3), x3 = v128.xor(d3, k1);
    a0 = i64x2.add(i64x2.add(a0, d1), i64x2.extmul_low_i32x4_u(x0, x1));
    a1 = i64x2.add(i64x2.add(a1, d0), i64x2.extmul_high_i32x4_u(x0, x1));
    a2 = i64x2.add(i64x2.add(a2, d3), i64x2.extmul_low_i32x4_u(x2, x3));
    a3 = i64x2.add(i64x2.add(a3, d2), i64x2.extmul_high_i32x4_u(x2, x3));
  }
  v128.store(HASH, a0); v128.store(HASH, a1, 16); v128.store(HASH, a2, 32); v128.store(HASH, a3, 48);
}

/** Adds stripes of zeros to the hash: what is left of decoding in digital silence. */
export function hashZeros(samples: i32): void {
  const k0 = v128.load(HASH, 64), k1 = v128.load(HASH, 80);
  let a0 = v128.load(HASH), a1 = v128.load(HASH, 16), a2 = v128.load(HASH, 32), a3 = v128.load(HASH, 48);
  for (let i = 0; i < samples; i += 16) {
    const x0 = v128.xor(k0, a1), x2 = v128.xor(k0, a3);
    a0 = i64x2.add(a0, i64x2.extmul_low_i32x4_u(x0, k1));
    a1 = i64x2.add(a1, i64x2.extmul_high_i32x4_u(x0, k1));
    a2 = i64x2.add(a2, i64x2.extmul_low_i32x4_u(x2, k1));
    a3 = i64x2.add(a3, i64x2.extmul_high_i32x4_u(x2, k1));
  }
  v128.store(HASH, a0); v128.store(HASH, a1, 16); v128.store(HASH, a2, 32); v128.store(HASH, a3, 48);
}

/** Whether all bytes of a hop are zero; stops at the first stripe that is not. */
export function isZero(from: usize, bytes: usize): bool {
  const end = from + (bytes & ~63);
  for (; from < end; from += 64) {
    if (v128.any_true(v128.or(v128.or(v128.load(from), v128.load(from, 16)), v128.or(v128.load(from, 32), v128.load(from, 48))))) return false;
  }
  return (bytes & 63) == 0;
}

/** Above full scale, or no number, or denormal: seen on the integer side, where all of them are two comparisons. */
// @ts-ignore: decorator
@inline function odd(v: v128): v128 {
  const size = v128.and(v, i32x4.splat(0x7fffffff));
  return v128.or(i32x4.gt_s(size, i32x4.splat(0x3f800000)), i32x4.lt_u(i32x4.sub(size, i32x4.splat(1)), i32x4.splat(0x7fffff)));
}

function clean(at: usize): void {
  for (const end = at + 64; at < end; at += 4) {
    const size = load<i32>(at) & 0x7fffffff;
    if (size == 0 || (size >= 0x800000 && size <= 0x3f800000)) continue;
    if (size > 0x7f800000) nan += 1;
    else if (size == 0x7f800000) infinite += 1;
    else if (size > 0x42c80000) huge += 1; // 100
    else if (size < 0x800000) denormal += 1;
    else { overs += 1; continue; }
    store<i32>(at, 0);
  }
}

export function rawPointer(): usize { return RAW; }
