// The inner loops of the comparison: transforms of real blocks, thinning, and products of complex columns.
// All pointers are addresses of f32 arrays, 16-byte aligned. The twin of each function is plain TypeScript.

// @ts-ignore: decorator
@inline function at(pointer: usize, index: i32): usize {
  return pointer + (<usize>index << 2);
}

/** samples[2 i], samples[2 i + 1] → real[i], imaginary[i] */
function split(samples: usize, real: usize, imaginary: usize, half: i32): void {
  for (let i = 0; i < half; i += 4) {
    const low = v128.load(at(samples, 2 * i));
    const high = v128.load(at(samples, 2 * i), 16);
    v128.store(at(real, i), v128.shuffle<f32>(low, high, 0, 2, 4, 6));
    v128.store(at(imaginary, i), v128.shuffle<f32>(low, high, 1, 3, 5, 7));
  }
}

/** First stage, stride 1: four neighbours at a time, with twiddles w¹, w², w³ one behind the other. */
function firstStage(xr: usize, xi: usize, yr: usize, yi: usize, quarter: i32, twiddles: usize): void {
  const w2 = at(twiddles, 2 * quarter);
  const w3 = at(twiddles, 4 * quarter);
  for (let p = 0; p < quarter; p += 4) {
    const ar = v128.load(at(xr, p));
    const ai = v128.load(at(xi, p));
    const br = v128.load(at(xr, p + quarter));
    const bi = v128.load(at(xi, p + quarter));
    const cr = v128.load(at(xr, p + 2 * quarter));
    const ci = v128.load(at(xi, p + 2 * quarter));
    const dr = v128.load(at(xr, p + 3 * quarter));
    const di = v128.load(at(xi, p + 3 * quarter));
    const sumACr = f32x4.add(ar, cr);
    const sumACi = f32x4.add(ai, ci);
    const lessACr = f32x4.sub(ar, cr);
    const lessACi = f32x4.sub(ai, ci);
    const sumBDr = f32x4.add(br, dr);
    const sumBDi = f32x4.add(bi, di);
    const turnBDr = f32x4.sub(di, bi);
    const turnBDi = f32x4.sub(br, dr);
    const zeroR = f32x4.add(sumACr, sumBDr);
    const zeroI = f32x4.add(sumACi, sumBDi);
    const oneR = f32x4.sub(lessACr, turnBDr);
    const oneI = f32x4.sub(lessACi, turnBDi);
    const twoR = f32x4.sub(sumACr, sumBDr);
    const twoI = f32x4.sub(sumACi, sumBDi);
    const threeR = f32x4.add(lessACr, turnBDr);
    const threeI = f32x4.add(lessACi, turnBDi);
    const w1r = v128.load(at(twiddles, p));
    const w1i = v128.load(at(twiddles, p + quarter));
    const w2r = v128.load(at(w2, p));
    const w2i = v128.load(at(w2, p + quarter));
    const w3r = v128.load(at(w3, p));
    const w3i = v128.load(at(w3, p + quarter));
    transposed(
      at(yr, 4 * p),
      zeroR,
      f32x4.sub(f32x4.mul(oneR, w1r), f32x4.mul(oneI, w1i)),
      f32x4.sub(f32x4.mul(twoR, w2r), f32x4.mul(twoI, w2i)),
      f32x4.sub(f32x4.mul(threeR, w3r), f32x4.mul(threeI, w3i)),
    );
    transposed(
      at(yi, 4 * p),
      zeroI,
      f32x4.add(f32x4.mul(oneR, w1i), f32x4.mul(oneI, w1r)),
      f32x4.add(f32x4.mul(twoR, w2i), f32x4.mul(twoI, w2r)),
      f32x4.add(f32x4.mul(threeR, w3i), f32x4.mul(threeI, w3r)),
    );
  }
}

// @ts-ignore: decorator
@inline function transposed(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7), 16);
  v128.store(to, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 32);
  v128.store(to, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 48);
}

/** A later stage: one twiddle for `stride` neighbours; `twiddles` as in the first stage, for the whole size. */
function stage(xr: usize, xi: usize, yr: usize, yi: usize, quarter: i32, stride: i32, whole: i32, twiddles: usize): void {
  const step = stride * quarter;
  const w2 = at(twiddles, 2 * whole);
  const w3 = at(twiddles, 4 * whole);
  for (let p = 0; p < quarter; p++) {
    const k = p * stride;
    const w1r = v128.load32_splat(at(twiddles, k));
    const w1i = v128.load32_splat(at(twiddles, k + whole));
    const w2r = v128.load32_splat(at(w2, k));
    const w2i = v128.load32_splat(at(w2, k + whole));
    const w3r = v128.load32_splat(at(w3, k));
    const w3i = v128.load32_splat(at(w3, k + whole));
    let to = 4 * k;
    for (let from = k; from < k + stride; from += 4, to += 4) {
      const ar = v128.load(at(xr, from));
      const ai = v128.load(at(xi, from));
      const br = v128.load(at(xr, from + step));
      const bi = v128.load(at(xi, from + step));
      const cr = v128.load(at(xr, from + 2 * step));
      const ci = v128.load(at(xi, from + 2 * step));
      const dr = v128.load(at(xr, from + 3 * step));
      const di = v128.load(at(xi, from + 3 * step));
      const sumACr = f32x4.add(ar, cr);
      const sumACi = f32x4.add(ai, ci);
      const lessACr = f32x4.sub(ar, cr);
      const lessACi = f32x4.sub(ai, ci);
      const sumBDr = f32x4.add(br, dr);
      const sumBDi = f32x4.add(bi, di);
      const turnBDr = f32x4.sub(di, bi);
      const turnBDi = f32x4.sub(br, dr);
      v128.store(at(yr, to), f32x4.add(sumACr, sumBDr));
      v128.store(at(yi, to), f32x4.add(sumACi, sumBDi));
      const oneR = f32x4.sub(lessACr, turnBDr);
      const oneI = f32x4.sub(lessACi, turnBDi);
      v128.store(at(yr, to + stride), f32x4.sub(f32x4.mul(oneR, w1r), f32x4.mul(oneI, w1i)));
      v128.store(at(yi, to + stride), f32x4.add(f32x4.mul(oneR, w1i), f32x4.mul(oneI, w1r)));
      const twoR = f32x4.sub(sumACr, sumBDr);
      const twoI = f32x4.sub(sumACi, sumBDi);
      v128.store(at(yr, to + 2 * stride), f32x4.sub(f32x4.mul(twoR, w2r), f32x4.mul(twoI, w2i)));
      v128.store(at(yi, to + 2 * stride), f32x4.add(f32x4.mul(twoR, w2i), f32x4.mul(twoI, w2r)));
      const threeR = f32x4.add(lessACr, turnBDr);
      const threeI = f32x4.add(lessACi, turnBDi);
      v128.store(at(yr, to + 3 * stride), f32x4.sub(f32x4.mul(threeR, w3r), f32x4.mul(threeI, w3i)));
      v128.store(at(yi, to + 3 * stride), f32x4.add(f32x4.mul(threeR, w3i), f32x4.mul(threeI, w3r)));
    }
  }
}

function lastStage(xr: usize, xi: usize, yr: usize, yi: usize, stride: i32): void {
  for (let i = 0; i < stride; i += 4) {
    const ar = v128.load(at(xr, i));
    const ai = v128.load(at(xi, i));
    const br = v128.load(at(xr, i + stride));
    const bi = v128.load(at(xi, i + stride));
    v128.store(at(yr, i), f32x4.add(ar, br));
    v128.store(at(yi, i), f32x4.add(ai, bi));
    v128.store(at(yr, i + stride), f32x4.sub(ar, br));
    v128.store(at(yi, i + stride), f32x4.sub(ai, bi));
  }
}

/** Transforms a (real a, imaginary behind it) with b as the other buffer; true: the result is in b. */
function complexTransform(a: usize, b: usize, size: i32, twiddles: usize): bool {
  const quarter = size >> 2;
  let xr = a;
  let xi = at(a, size);
  let yr = b;
  let yi = at(b, size);
  let inB = false;
  let stride = 1;
  for (let length = size; length >= 4; length >>= 2) {
    if (stride == 1) firstStage(xr, xi, yr, yi, quarter, twiddles);
    else stage(xr, xi, yr, yi, length >> 2, stride, quarter, twiddles);
    const r = xr;
    const i = xi;
    xr = yr;
    xi = yi;
    yr = r;
    yi = i;
    inB = !inB;
    stride <<= 2;
  }
  if (stride < size) {
    lastStage(xr, xi, yr, yi, stride);
    inB = !inB;
  }
  return inB;
}

/**
 * Real block of 2 · half samples → bins 0 … half. `turns`: cosines then sines of 2 π k / (2 half), k = 0 … half − 1.
 */
export function forward(
  samples: usize,
  real: usize,
  imaginary: usize,
  half: i32,
  a: usize,
  b: usize,
  twiddles: usize,
  turns: usize,
): void {
  split(samples, a, at(a, half), half);
  const from = complexTransform(a, b, half, twiddles) ? b : a;
  const re = from;
  const im = at(from, half);
  const quarter = half >> 1;
  const one = load<f32>(re);
  const other = load<f32>(im);
  // Four bins and their four mirrors at a time; the first three of a lower half are done one by one.
  let k = 1;
  for (; k < 4; k++) pair(re, im, real, imaginary, half, k, turns);
  const halfs = f32x4.splat(0.5);
  for (; k + 3 <= quarter - 4; k += 4) {
    const j = half - k - 3;
    const rk = v128.load(at(re, k));
    const ik = v128.load(at(im, k));
    const rj = reversed(v128.load(at(re, j)));
    const ij = reversed(v128.load(at(im, j)));
    const c = v128.load(at(turns, k));
    const s = v128.load(at(turns, k + half));
    const evenReal = f32x4.mul(f32x4.add(rk, rj), halfs);
    const evenImaginary = f32x4.mul(f32x4.sub(ik, ij), halfs);
    const oddReal = f32x4.mul(f32x4.add(ik, ij), halfs);
    const oddImaginary = f32x4.mul(f32x4.sub(rj, rk), halfs);
    const turnedReal = f32x4.add(f32x4.mul(oddReal, c), f32x4.mul(oddImaginary, s));
    const turnedImaginary = f32x4.sub(f32x4.mul(oddImaginary, c), f32x4.mul(oddReal, s));
    v128.store(at(real, k), f32x4.add(evenReal, turnedReal));
    v128.store(at(imaginary, k), f32x4.add(evenImaginary, turnedImaginary));
    v128.store(at(real, j), reversed(f32x4.sub(evenReal, turnedReal)));
    v128.store(at(imaginary, j), reversed(f32x4.sub(turnedImaginary, evenImaginary)));
  }
  for (; k <= quarter; k++) pair(re, im, real, imaginary, half, k, turns);
  store<f32>(real, one + other);
  store<f32>(imaginary, 0);
  store<f32>(at(real, half), one - other);
  store<f32>(at(imaginary, half), 0);
}

// @ts-ignore: decorator
@inline function reversed(lanes: v128): v128 {
  return v128.shuffle<f32>(lanes, lanes, 3, 2, 1, 0);
}

function pair(re: usize, im: usize, real: usize, imaginary: usize, half: i32, k: i32, turns: usize): void {
  const j = half - k;
  const rk = load<f32>(at(re, k));
  const ik = load<f32>(at(im, k));
  const rj = load<f32>(at(re, j));
  const ij = load<f32>(at(im, j));
  const c = load<f32>(at(turns, k));
  const s = load<f32>(at(turns, k + half));
  const evenReal = (rk + rj) * 0.5;
  const evenImaginary = (ik - ij) * 0.5;
  const oddReal = (ik + ij) * 0.5;
  const oddImaginary = (rj - rk) * 0.5;
  const turnedReal = oddReal * c + oddImaginary * s;
  const turnedImaginary = oddImaginary * c - oddReal * s;
  store<f32>(at(real, k), evenReal + turnedReal);
  store<f32>(at(imaginary, k), evenImaginary + turnedImaginary);
  store<f32>(at(real, j), evenReal - turnedReal);
  store<f32>(at(imaginary, j), turnedImaginary - evenImaginary);
}

/** out[i] = Σ taps[k] · source[i · step + k]; `taps` is a multiple of four long. */
export function thin(source: usize, out: usize, count: i32, step: i32, taps: usize, tapCount: i32): void {
  for (let i = 0; i < count; i++) {
    const from = at(source, i * step);
    let sum = f32x4.splat(0);
    for (let k = 0; k < tapCount; k += 4) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(at(from, k)), v128.load(at(taps, k))));
    }
    store<f32>(
      at(out, i),
      f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3),
    );
  }
}

/** Σ conj(a) · b over `count` values, a multiple of four; the result lies at `to` as two f64. */
export function product(ar: usize, ai: usize, br: usize, bi: usize, count: i32, to: usize): void {
  let real = f64x2.splat(0);
  let imaginary = f64x2.splat(0);
  // Sums of 256 values in f32 lose nothing that matters; these are added in f64.
  for (let first = 0; first < count; first += 256) {
    const end = min(count, first + 256);
    let re = f32x4.splat(0);
    let im = f32x4.splat(0);
    for (let k = first; k < end; k += 4) {
      const xr = v128.load(at(ar, k));
      const xi = v128.load(at(ai, k));
      const yr = v128.load(at(br, k));
      const yi = v128.load(at(bi, k));
      re = f32x4.add(re, f32x4.add(f32x4.mul(xr, yr), f32x4.mul(xi, yi)));
      im = f32x4.add(im, f32x4.sub(f32x4.mul(xr, yi), f32x4.mul(xi, yr)));
    }
    real = f64x2.add(real, f64x2.add(f64x2.promote_low_f32x4(re), f64x2.promote_low_f32x4(v128.shuffle<f32>(re, re, 2, 3, 0, 1))));
    imaginary = f64x2.add(
      imaginary,
      f64x2.add(f64x2.promote_low_f32x4(im), f64x2.promote_low_f32x4(v128.shuffle<f32>(im, im, 2, 3, 0, 1))),
    );
  }
  store<f64>(to, f64x2.extract_lane(real, 0) + f64x2.extract_lane(real, 1));
  store<f64>(to, f64x2.extract_lane(imaginary, 0) + f64x2.extract_lane(imaginary, 1), 8);
}

/**
 * Interleaved integers → f32 at full scale ±1. `mask`: the swizzle that moves the bytes of four samples to the tops of
 * four lanes. Sixteen bytes may be read behind the last sample. `right` is 0 for one channel.
 */
export function decode(bytes: usize, left: usize, right: usize, frames: i32, sampleBytes: i32, mask: usize): void {
  const swizzle = v128.load(mask);
  const scale = f32x4.splat(<f32>(1.0 / 2147483648.0));
  const step = <usize>(4 * sampleBytes);
  let from = bytes;
  for (let i = 0; i < frames; i += 4) {
    const low = f32x4.mul(f32x4.convert_i32x4_s(i8x16.swizzle(v128.load(from), swizzle)), scale);
    from += step;
    if (right == 0) {
      v128.store(at(left, i), low);
      continue;
    }
    const high = f32x4.mul(f32x4.convert_i32x4_s(i8x16.swizzle(v128.load(from), swizzle)), scale);
    from += step;
    v128.store(at(left, i), v128.shuffle<f32>(low, high, 0, 2, 4, 6));
    v128.store(at(right, i), v128.shuffle<f32>(low, high, 1, 3, 5, 7));
  }
}

/** block = samples · window, `count` values, a multiple of four. */
function windowed(samples: usize, window: usize, block: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    v128.store(at(block, i), f32x4.mul(v128.load(at(samples, i)), v128.load(at(window, i))));
  }
}

/**
 * The spectrum of a windowed frame, times a gain in every bin, added to one or two sums; and its power, weighted, to a
 * third. `gains`: real and imaginary parts for each sum, then the weights; each `bins` long, a multiple of four.
 * `plane`: values from a sum's real parts to its imaginary ones. `second` and `power` may be 0.
 */
export function addFrame(
  samples: usize,
  window: usize,
  block: usize,
  real: usize,
  imaginary: usize,
  half: i32,
  a: usize,
  b: usize,
  twiddles: usize,
  turns: usize,
  gains: usize,
  bins: i32,
  plane: i32,
  first: usize,
  second: usize,
  power: usize,
): void {
  windowed(samples, window, block, 2 * half);
  forward(block, real, imaginary, half, a, b, twiddles, turns);
  addScaled(real, imaginary, gains, first, at(first, plane), bins);
  if (second != 0) addScaled(real, imaginary, at(gains, 2 * bins), second, at(second, plane), bins);
  if (power == 0) return;
  const weights = at(gains, 4 * bins);
  for (let k = 0; k < bins; k += 4) {
    const re = v128.load(at(real, k));
    const im = v128.load(at(imaginary, k));
    const own = f32x4.add(f32x4.mul(re, re), f32x4.mul(im, im));
    v128.store(at(power, k), f32x4.add(v128.load(at(power, k)), f32x4.mul(own, v128.load(at(weights, k)))));
  }
}

function addScaled(real: usize, imaginary: usize, gains: usize, toReal: usize, toImaginary: usize, bins: i32): void {
  for (let k = 0; k < bins; k += 4) {
    const re = v128.load(at(real, k));
    const im = v128.load(at(imaginary, k));
    const gr = v128.load(at(gains, k));
    const gi = v128.load(at(gains, k + bins));
    const sumReal = f32x4.add(v128.load(at(toReal, k)), f32x4.mul(gr, re));
    const sumImaginary = f32x4.add(v128.load(at(toImaginary, k)), f32x4.mul(gr, im));
    v128.store(at(toReal, k), f32x4.sub(sumReal, f32x4.mul(gi, im)));
    v128.store(at(toImaginary, k), f32x4.add(sumImaginary, f32x4.mul(gi, re)));
  }
}
