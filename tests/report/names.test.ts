import { expect, it } from 'vitest';
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
