import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelName, labelNames } from '../../../src/scan/names/index.js';
import { cpuMilliseconds } from '../../cpu-milliseconds.js';

const piece = fc.constantFrom(
  'Kick',
  'vox',
  '_',
  ' - ',
  '01',
  '/',
  '.',
  '..',
  'V2',
  '\u202e',
  '\0',
  '\n',
  'e\u0301',
  '[',
  '(',
  '#',
  '808',
  'ß',
  '🥁',
  '/../',
);
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
);

describe('a name from a stranger', () => {
  it('always gets a label, whatever its characters are', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const label = labelName(name);
        expect(['part', 'generic', 'nothing']).toContain(label.says);
        expect(label.number === null || Number.isInteger(label.number)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same each time, alone and in company', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(labelName(name)).toEqual(labelName(name));
        expect(labelNames([name]).get(name)).toEqual(labelName(name));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['one letter', 'a'],
    ['changing case', 'aA'],
    ['digits', '1'],
    ['known words written together', 'bass'],
    ['separators', '_ -'],
    ['the beginning of a date', '[2024-'],
    ['dots', '.'],
    ['brackets', '(['],
    ['syllables of known words', 'vobaki'],
  ])('takes no longer because it repeats %s a hundred thousand times', (_, text) => {
    const name = `${text.repeat(100_000)}.wav`;
    const started = cpuMilliseconds();
    labelName(name);
    expect(cpuMilliseconds() - started).toBeLessThan(500);
  });

  it('does not make a set slow: 10,000 names that differ in nothing but a number', () => {
    const names = Array.from({ length: 10_000 }, (_, place) => `Night Drive_${place}_unknownword Lead Vox.wav`);
    const started = cpuMilliseconds();
    expect(labelNames(names).size).toBe(10_000);
    expect(cpuMilliseconds() - started).toBeLessThan(3000);
  });
});
