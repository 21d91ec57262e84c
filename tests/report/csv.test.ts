import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/check/examples.js';
import { formatCsv } from '../../src/report/csv.js';
import { terminalText } from '../../src/report/terminal-text.js';
import { finding, report, saltAndStatic } from './builders.js';
import { HARMFUL, hostileName, reportOn } from './hostile.js';

describe('the track sheet', () => {
  it('holds a row a file of sound, stems first, with units in the names of the columns', () => {
    const rows = parsed(formatCsv([saltAndStatic()]));
    expect(rows[0]).toEqual(
      'track,file,part,group,take,state,format,channels,sample_rate_hz,bit_depth,length_s,first_sound_s,sounding_s,true_peak_dbtp,loudness_lufs,gaps,remark,mixer'.split(
        ',',
      ),
    );
    expect(rows).toHaveLength(17);
    expect(rows[4]?.slice(6, 12)).toEqual(['wav', '2', '44100', '24', '186.857', '68.6']);
    expect(rows[4]?.slice(15, 17)).toEqual(['3', 'Shaker is at 44.1 kHz, the set at 48']);
    expect(rows[15]?.slice(1, 6)).toEqual(['Lead Vox DRY.wav', 'lead vocal', 'lead vocal', '', 'dry']);
    expect(rows[16]?.[2]).toBe('rough mix');
  });

  it('opens right in a spreadsheet: byte order mark, rows that end in CR LF, numbers as numbers', () => {
    const text = formatCsv([
      report({
        files: [stem('Ä.wav', { label: { order: 7 }, measured: { truePeakDbtp: -4.25, integratedLufs: null } })],
      }),
    ]);
    expect(text.startsWith('\ufefftrack,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(parsed(text)[1]?.slice(0, 2)).toEqual(['7', 'Ä.wav']);
    // A number below zero begins with a minus and is no formula.
    expect(parsed(text)[1]?.[13]).toBe('-4.2');
    expect(parsed(text)[1]?.[14]).toBe('');
  });

  it('names a gap by the number that it has in every other format, and a waived one not at all', () => {
    const rows = parsed(
      formatCsv([
        report({
          files: [stem('A.wav')],
          findings: [
            finding({ number: 1, rule: 'a', files: ['A.wav'], title: 'One' }),
            finding({
              number: 2,
              rule: 'b',
              files: ['A.wav'],
              title: 'Two',
              waived: { reason: 'r', file: 'f', line: 1 },
            }),
            finding({ number: 3, rule: 'c', files: ['A.wav'], title: 'Three' }),
          ],
        }),
      ]),
    );
    expect(rows[1]?.slice(15, 17)).toEqual(['1 3', 'One; Three']);
  });

  it('of several folders says in each row which one it is', () => {
    const rows = parsed(formatCsv([reportOn(['A.wav']), report({ root: 'B', files: [stem('C.wav')] })]));
    expect(rows.map(([folder]) => folder)).toEqual(['folder', 'A.wav', 'B']);
  });

  it('gives every name back from a reader of its own, and never starts a formula', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostileName, { minLength: 1, maxLength: 4 }), (names) => {
        const text = formatCsv([reportOn(names)]);
        expect(text).not.toMatch(HARMFUL);
        const rows = parsed(text).slice(1);
        expect(rows.map((row) => row.length)).toEqual(names.map(() => 18));
        expect(rows.map((row) => row[1]?.replace(/^'(?='{0,8}[=+\-@＝＋－＠])/, ''))).toEqual(names.map(terminalText));
        for (const cell of rows.flat()) {
          expect(/^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** A reader of RFC 4180 that knows nothing of the writer. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\ufeff/, '');
  for (let at = 0; at < body.length; at++) {
    const sign = body[at];
    if (quoted) {
      if (sign === '"' && body[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (sign === '\r' && body[at + 1] === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      at++;
    } else cell += sign;
  }
  return rows.slice(0, -1);
}
