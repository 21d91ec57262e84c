import { expect, it } from 'vitest';
import { cutPath } from '../../src/report/words/cut.js';
import { shortNames } from '../../src/report/words/names.js';

const shown = (names: readonly string[]) => [...shortNames(names.map((name) => `${name}.wav`)).values()];

it('a narrow column leaves the song away that the names begin with, and a name of its own whole', () => {
  expect(shown(['Dusk_92bpm_Kick', 'Dusk_92bpm_Bass', 'Dusk_92bpm_Pad', 'Lead alt'])).toEqual([
    'Kick',
    'Bass',
    'Pad',
    'Lead alt',
  ]);
});

it('a narrow column keeps the part of which several takes lie there', () => {
  expect(shown(['Dusk Till BV', 'Dusk Till Lead Wet', 'Dusk Till Lead take 2', 'Dusk Till Lead take 3'])).toEqual([
    'BV',
    'Lead Wet',
    'Lead take 2',
    'Lead take 3',
  ]);
});

it('a narrow column shows names whole that share no beginning', () => {
  expect(shown(['Kick', 'Bass', 'Pad'])).toEqual(['Kick', 'Bass', 'Pad']);
});

it('a narrow column keeps the last folder of a path whole, and as much of the first as there is room for', () => {
  expect(cutPath('hydrogen/tempo', 14)).toBe('hydrogen/tempo');
  expect(cutPath('hydrogen/two-roughs', 14)).toBe('hy…/two-roughs');
  expect(cutPath('2026/hydrogen/late-same-length', 14)).toBe('late-sa…length');
});
