/** A square matrix of complex numbers, row by row. */
export type Matrix = { readonly size: number; readonly real: Float64Array; readonly imaginary: Float64Array };

export function matrixOf(size: number): Matrix {
  return { size, real: new Float64Array(size * size), imaginary: new Float64Array(size * size) };
}

/** The rows and columns that are listed. */
export function subMatrix(from: Matrix, rows: readonly number[]): Matrix {
  const part = matrixOf(rows.length);
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of rows.entries()) {
      part.real[i * part.size + j] = from.real[row * from.size + column]!;
      part.imaginary[i * part.size + j] = from.imaginary[row * from.size + column]!;
    }
  }
  return part;
}

/** The inverse of a Hermitian, positive definite matrix, by its Cholesky factor. */
export function hermitianInverse(matrix: Matrix): Matrix {
  const { size } = matrix;
  const lower = choleskyFactor(matrix);
  // Columns of L⁻¹, then L⁻ᴴ·L⁻¹.
  const inverse = matrixOf(size);
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let real = row === column ? 1 : 0;
      let imaginary = 0;
      for (let k = column; k < row; k++) {
        const [lr, li] = [lower.real[row * size + k]!, lower.imaginary[row * size + k]!];
        const [xr, xi] = [inverse.real[k * size + column]!, inverse.imaginary[k * size + column]!];
        real -= lr * xr - li * xi;
        imaginary -= lr * xi + li * xr;
      }
      const scale = 1 / lower.real[row * size + row]!;
      inverse.real[row * size + column] = real * scale;
      inverse.imaginary[row * size + column] = imaginary * scale;
    }
  }
  const result = matrixOf(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let real = 0;
      let imaginary = 0;
      for (let k = i; k < size; k++) {
        const [ar, ai] = [inverse.real[k * size + i]!, inverse.imaginary[k * size + i]!];
        const [br, bi] = [inverse.real[k * size + j]!, inverse.imaginary[k * size + j]!];
        real += ar * br + ai * bi;
        imaginary += ar * bi - ai * br;
      }
      result.real[i * size + j] = real;
      result.imaginary[i * size + j] = imaginary;
      result.real[j * size + i] = real;
      result.imaginary[j * size + i] = -imaginary;
    }
  }
  return result;
}

function choleskyFactor({ size, real: a, imaginary: b }: Matrix): Matrix {
  const lower = matrixOf(size);
  const { real, imaginary } = lower;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sumReal = a[row * size + column]!;
      let sumImaginary = b[row * size + column]!;
      for (let k = 0; k < column; k++) {
        const [xr, xi] = [real[row * size + k]!, imaginary[row * size + k]!];
        const [yr, yi] = [real[column * size + k]!, imaginary[column * size + k]!];
        sumReal -= xr * yr + xi * yi;
        sumImaginary -= xi * yr - xr * yi;
      }
      if (row === column) {
        // What rounding makes negative is a column that others hold already.
        real[row * size + row] = Math.sqrt(Math.max(sumReal, 1e-12 * a[row * size + row]! + 1e-30));
      } else {
        const scale = 1 / real[column * size + column]!;
        real[row * size + column] = sumReal * scale;
        imaginary[row * size + column] = sumImaginary * scale;
      }
    }
  }
  return lower;
}

/** matrix · vector, both complex; the vector as [real, imaginary]. */
export function timesVector(
  { size, real, imaginary }: Matrix,
  [xr, xi]: readonly [Float64Array, Float64Array],
): [Float64Array, Float64Array] {
  const [yr, yi] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < size; row++) {
    let [sumReal, sumImaginary] = [0, 0];
    for (let k = 0; k < size; k++) {
      const [ar, ai] = [real[row * size + k]!, imaginary[row * size + k]!];
      sumReal += ar * xr[k]! - ai * xi[k]!;
      sumImaginary += ar * xi[k]! + ai * xr[k]!;
    }
    yr[row] = sumReal;
    yi[row] = sumImaginary;
  }
  return [yr, yi];
}
