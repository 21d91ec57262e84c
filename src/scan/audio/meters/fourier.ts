/**
 * Power spectra of real blocks of one length.
 *
 * @param size a power of two; blocks hold at least so many values
 * @returns a function that gives |X[k]|² for k = 0 … size / 2, in an array that is reused
 */
export function powerSpectrum(size: number): (block: Float64Array) => Float64Array {
  const half = size / 2;
  const real = new Float64Array(half);
  const imaginary = new Float64Array(half);
  const cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sines = Float64Array.from({ length: half }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
  const reversed = bitReversal(half);
  const power = new Float64Array(half + 1);
  return (block) => {
    // Two neighbours are one complex number: half the length, and the halves are told apart afterwards.
    for (let i = 0; i < half; i++) {
      real[reversed[i]!] = block[2 * i]!;
      imaginary[reversed[i]!] = block[2 * i + 1]!;
    }
    butterflies(real, imaginary, cosines, sines);
    for (let k = 0; k <= half; k++) {
      const a = k === half ? 0 : k;
      const b = a === 0 ? 0 : half - a;
      const evenReal = (real[a]! + real[b]!) / 2;
      const evenImaginary = (imaginary[a]! - imaginary[b]!) / 2;
      const oddReal = (imaginary[a]! + imaginary[b]!) / 2;
      const oddImaginary = (real[b]! - real[a]!) / 2;
      const cosine = k === half ? -1 : cosines[k]!;
      const sine = k === half ? 0 : sines[k]!;
      const sumReal = evenReal + cosine * oddReal - sine * oddImaginary;
      const sumImaginary = evenImaginary + cosine * oddImaginary + sine * oddReal;
      power[k] = sumReal * sumReal + sumImaginary * sumImaginary;
    }
    return power;
  };
}

function bitReversal(size: number): Uint32Array {
  const reversed = new Uint32Array(size);
  for (let i = 1; i < size; i++) reversed[i] = (reversed[i >> 1]! >> 1) | (i & 1 ? size >> 1 : 0);
  return reversed;
}

/** In place, decimation in time; the tables belong to twice the length, so every second entry is used. */
function butterflies(real: Float64Array, imaginary: Float64Array, cosines: Float64Array, sines: Float64Array): void {
  const size = real.length;
  for (let span = 1; span < size; span *= 2) {
    const stride = size / span;
    for (let start = 0; start < size; start += 2 * span) {
      for (let first = 0; first < span; first++) {
        const a = start + first;
        const b = a + span;
        const cosine = cosines[first * stride]!;
        const sine = sines[first * stride]!;
        const turnedReal = real[b]! * cosine - imaginary[b]! * sine;
        const turnedImaginary = real[b]! * sine + imaginary[b]! * cosine;
        real[b] = real[a]! - turnedReal;
        imaginary[b] = imaginary[a]! - turnedImaginary;
        real[a] = real[a]! + turnedReal;
        imaginary[a] = imaginary[a]! + turnedImaginary;
      }
    }
  }
}
