import { describe, expect, it } from 'vitest';
import { blocksToRead } from '../../../src/scan/relations/rough/grid.js';
import { hermitianInverse, matrixOf } from '../../../src/scan/relations/rough/hermitian.js';
import { commonLag } from '../../../src/scan/relations/rough/vote.js';
import { randomOf } from './parts.js';

const voter = (lag: number, within = 0) => ({ lag, weight: 1, within });

describe('the lag that the stems share', () => {
  it('is that of most, and sure when it has twice the voters of any other', () => {
    expect(commonLag([voter(-1105), voter(-1105), voter(3707)])).toEqual({ lag: -1105, agreement: 'sure' });
  });
  it('is weak between two groups of one size', () => {
    expect(commonLag([voter(0), voter(0), voter(480), voter(480)]).agreement).toBe('weak');
  });
  it('is weak with one stem, and none without', () => {
    expect(commonLag([voter(7)])).toEqual({ lag: 7, agreement: 'weak' });
    expect(commonLag([])).toEqual({ lag: null, agreement: 'none' });
  });
  it('is not drawn to a stem whose peak is wide', () => {
    expect(commonLag([voter(0), voter(0), voter(2, 9), voter(1, 9)]).lag).toBe(0);
  });
});

describe('the blocks that are read of a stem', () => {
  it('are spread from the first to the last in which it sounds', () => {
    expect(blocksToRead(Array.from({ length: 21 }, () => 11))).toEqual([0, 5, 10, 15, 20]);
  });
  it('are those in which it sounds at all, where it rests mostly', () => {
    expect(blocksToRead([0, 0, 9, 0, 0, 0, 1, 0])).toEqual([2, 6]);
  });
});

describe('the inverse of a Gram matrix', () => {
  it('times the matrix is one', () => {
    const random = randomOf(5);
    const size = 5;
    const rows = Array.from({ length: 12 }, () =>
      Array.from({ length: size }, () => [random() - 0.5, random() - 0.5] as const),
    );
    const gram = matrixOf(size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        for (const row of rows) {
          const [[ar, ai], [br, bi]] = [row[i]!, row[j]!];
          gram.real[i * size + j]! += ar * br + ai * bi;
          gram.imaginary[i * size + j]! += ar * bi - ai * br;
        }
      }
    }
    const inverse = hermitianInverse(gram);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let [real, imaginary] = [0, 0];
        for (let k = 0; k < size; k++) {
          real +=
            gram.real[i * size + k]! * inverse.real[k * size + j]! -
            gram.imaginary[i * size + k]! * inverse.imaginary[k * size + j]!;
          imaginary +=
            gram.real[i * size + k]! * inverse.imaginary[k * size + j]! +
            gram.imaginary[i * size + k]! * inverse.real[k * size + j]!;
        }
        expect(real).toBeCloseTo(i === j ? 1 : 0, 9);
        expect(imaginary).toBeCloseTo(0, 9);
      }
    }
  });
});
