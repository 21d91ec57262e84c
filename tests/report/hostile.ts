import fc from 'fast-check';
import { stem } from '../../src/check/examples.js';
import type { Report } from '../../src/model/report.js';
import { act, finding, report } from './builders.js';

/** Names as strangers write them: any character at all, and those that mean something to some format. */
export const hostileName = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '\ud800',
      '\u202e',
      '\n',
      '\r',
      '\x1b',
      '\0',
      '"',
      "'",
      '<',
      '&',
      '|',
      '`',
      '*',
      ']',
      '%',
      ',',
      ':',
      '#',
      '@',
      '=',
      '\\',
      '\ufeff',
      '\u0301',
      'é',
      '🥁',
      'a',
    ),
    minLength: 1,
    maxLength: 30,
  }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>.wav',
    '=cmd|"/c calc"!A0.wav',
    '+1.wav',
    '-2+3.wav',
    '@SUM(A1).wav',
    '\t=1.wav',
    '"; rm -rf ~.wav',
    '::error::oops.wav',
    'a\n::stop-commands::x.wav',
    '##[warning]x.wav',
    ']]><x>.wav',
    '--><script>.wav',
    '`code` | cell | **bold** [link](http://x).wav',
    '@everyone #1 https://example.org www.example.org.wav',
    `${'x'.repeat(251)}.wav`,
    'Ｋ＝１.wav',
    '＝1+1.wav',
  ),
);

/** A report in which everything that can carry a name carries one. */
export function reportOn(names: readonly string[]): Report {
  return report({
    root: names[0] ?? 'x',
    song: names[0] ?? null,
    verdict: 'not-ready',
    verdictBecause: `Look at ${names[0]}.`,
    files: names.map((name) => stem(name)),
    acts: [act({ act: `Export ${names[0]} again`, closes: [1], files: names.map((path) => ({ path, remark: path })) })],
    findings: names.map((name, at) =>
      finding({
        number: at + 1,
        rule: 'clipping',
        key: `clipping ${name}`,
        files: [name],
        title: name,
        message: name,
        fix: name,
      }),
    ),
    coverage: {
      ...report().coverage,
      unread: [{ path: names[0] ?? '', because: 'unreadable', message: `${names[0]}` }],
    },
  });
}

/** No character that moves a cursor, hides, or turns the direction of a line. */
export const HARMFUL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;
