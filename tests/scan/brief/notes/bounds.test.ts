import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../../src/scan/brief/notes/index.js';
import { triage } from '../../../../src/scan/brief/triage/index.js';
import { cpuMilliseconds } from '../../../cpu-milliseconds.js';

const SECOND = 1_000;
const WORDS =
  'tempo bpm 92 key A minor ref: reference like "Song" by The Artist - Title , ; . ? ! ( ) [ ] | / : - – not no please need want the a snare vocal hook take takes comp mix master only and by Friday 12 March 2026 18:00 dry wet effects printed keep louder too more bitte nicht voix más ß é \u0301 \ud800 😀 http://a.b x.wav'.split(
    ' ',
  );
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom('\n', '\r\n', '\t', '  ')), { maxLength: 80 })
    .map((parts) => parts.join(' ')),
);

describe('any text at all', () => {
  it('is read without a throw, and every fact stands on a line of it, in words of that line', () => {
    fc.assert(
      fc.property(text, (notes) => {
        const lines = notes.split(/\r\n|\r|\n/);
        const { facts, asides } = readNotes(notes, { today: '2026-03-10' });
        for (const { field, line, quote } of [...facts, ...asides]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          if (field !== 'lang') expect(lines[line - 1]).toContain(quote);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is sorted without a throw, and a quote never holds what the text does not', () => {
    fc.assert(
      fc.property(text, (notes) => {
        for (const { quote } of triage(notes)) expect(quote.length).toBeLessThanOrEqual(Math.max(2_000, notes.length));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a text that is no note', () => {
  const sentence = 'We might still cut the second verse, tempo 92 bpm, ref: Foo Bar - Baz, by Friday 12 March. ';
  it.each([
    ['50 MB of prose', () => `${sentence.repeat(10)}\n`.repeat(54_000)],
    ['a line of a megabyte', () => 'a'.repeat(1_000_000)],
    ['a megabyte of small words', () => 'the '.repeat(250_000)],
    ['100,000 brackets', () => '[('.repeat(50_000)],
    ['100,000 brackets, one a line', () => '(\n'.repeat(100_000)],
    ['names without an end', () => `ref: ${'Aa '.repeat(600)}\n`.repeat(100)],
    ['dashes without an end', () => `ref: ${'A - '.repeat(480)}\n`.repeat(100)],
    ['dots without an end', () => `ref ${'a.'.repeat(900)}\n`.repeat(100)],
    ['quotation marks without an end', () => `ref ${'"a'.repeat(900)}\n`.repeat(100)],
    ['digits', () => '12 '.repeat(66_000)],
  ])('%s is over in a second', (_, make) => {
    const notes = make();
    const started = cpuMilliseconds();
    readNotes(notes, { today: '2026-03-10' });
    expect(cpuMilliseconds() - started).toBeLessThan(SECOND);
  });

  it('is read in part, and says so', () => {
    expect(readNotes(`Tempo 92\n${'x'.repeat(3_000)}`).cut).toBe(true);
    expect(readNotes('Tempo 92\n'.repeat(10_000)).cut).toBe(true);
    expect(readNotes(`Tempo 92\n${'x'.repeat(300)}`).cut).toBe(false);
  });

  it('loses only what lies behind the cut', () => {
    const { facts } = readNotes(`Tempo 92 ${'x'.repeat(1_000_000)}\nKey: A minor`);
    expect(facts.map(({ field, line }) => [field, line])).toContainEqual(['key', 2]);
  });
});
