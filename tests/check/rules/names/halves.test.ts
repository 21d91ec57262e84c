import { describe, expect, it } from 'vitest';
import { stem } from '../../../../src/check/examples.js';
import { halvesOf } from '../../../../src/check/rules/names/halves.js';

function half(path: string, side: 'L' | 'R', order: number | null = null) {
  return stem(path, { label: { side, order } });
}

function pairsOf(...files: ReturnType<typeof half>[]): string[] {
  return halvesOf(files).pairs.map(({ left, right }) => `${left.path} + ${right.path}`);
}

describe('left and right halves', () => {
  it.each([
    ['Piano_L.wav', 'Piano_R.wav'],
    ['Piano.L.wav', 'Piano.R.wav'],
    ['OHL.wav', 'OHR.wav'],
    ['Drums/Room left.wav', 'Drums/Room right.wav'],
    ['E-Gitarre links.wav', 'E-Gitarre rechts.wav'],
    ['Guitarra izq.wav', 'Guitarra der.wav'],
    ['BGV L2.wav', 'BGV R2.wav'],
  ])('belong together where names differ in the side alone: %s and %s', (left, right) => {
    expect(pairsOf(half(left, 'L'), half(right, 'R'))).toEqual([`${left} + ${right}`]);
  });

  it('belong together across the numbers of their tracks', () => {
    expect(pairsOf(half('04_OH_L.wav', 'L', 4), half('05_OH_R.wav', 'R', 5))).toEqual(['04_OH_L.wav + 05_OH_R.wav']);
  });

  it.each([
    ['Pad L.wav', 'Keys R.wav'],
    ['OHL.wav', 'PNOR.wav'],
    ['Drums/Room L.wav', 'Guitars/Room R.wav'],
    ['BGV L1.wav', 'BGV R2.wav'],
  ])('do not belong together where more than the side differs: %s and %s', (left, right) => {
    expect(pairsOf(half(left, 'L'), half(right, 'R'))).toEqual([]);
  });
});
