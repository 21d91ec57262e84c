import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMarkdown } from '../../src/report/markdown.js';
import { formatMessage } from '../../src/report/message.js';
import { act, finding, report, saltAndStatic } from './builders.js';
import { HARMFUL, hostileName, reportOn } from './hostile.js';

const names = fc.uniqueArray(hostileName, { minLength: 1, maxLength: 4 });

describe('the message that a mixer sends back', () => {
  it('asks for each act once, with what each file needs', () => {
    const text = formatMessage([saltAndStatic()]);
    expect(text).toContain('Hi, thank you for "Salt and Static". Before the mix can start I need a few things.');
    expect(text).toContain('1. Could you export five stems again, all from one start, at 48 kHz and 24 bit?\n');
    expect(text).toContain('   - 07 Gtr R: with delay compensation on; it is 100.3 ms late\n');
    expect(text).toContain('4. Could you tell me: what should the listener feel, and which versions are due when?\n');
    expect(text).toContain('If one of these is meant as it is, just say so.');
    expect(text.length).toBeLessThanOrEqual(1400);
  });
  it('gives no reason that the question holds already', () => {
    const rough = finding({
      rule: 'rough-mix-present',
      number: 1,
      key: 'rough',
      files: [],
      title: 'There is no rough mix',
    });
    const rate = finding({
      rule: 'sample-rate-consistent',
      number: 2,
      key: 'rate',
      files: ['Hi.wav'],
      title: 'Hi is at 192 kHz, the set at 48 kHz',
    });
    const acts = [
      act({ verb: 'send', act: 'Send a rough mix', closes: [1], files: [] }),
      act({
        verb: 'export-again',
        act: 'Export two stems again',
        closes: [2],
        files: [
          { path: 'Hi.wav', remark: 'at 48 kHz instead of 192' },
          { path: 'Lo.wav', remark: '' },
        ],
      }),
    ];
    const text = formatMessage([{ ...saltAndStatic(), acts, findings: [rough, rate] }]);
    expect(text).toContain('1. Could you send a rough mix?\n');
    expect(text).toContain('   - Hi: at 48 kHz instead of 192\n');
  });
  it('says what is to be written down where nothing is', () => {
    const notes = finding({ rule: 'notes-present', number: 1, key: 'notes', files: [], title: 'There are no notes' });
    const tempo = finding({
      rule: 'tempo-stated',
      number: null,
      key: 'tempo',
      files: [],
      title: 'The tempo is not said',
      followsFrom: 'notes',
    });
    const acts = [act({ verb: 'write-down', act: 'Write down what is missing', closes: [1], files: [] })];
    const text = formatMessage([{ ...saltAndStatic(), acts, findings: [notes, tempo] }]);
    expect(text).toContain('1. Could you write down what is missing?\n   - The tempo is not said\n');
  });
  it('for one person holds only what that person can do, counted from 1', () => {
    const text = formatMessage([saltAndStatic()], { owner: 'artist' });
    expect(text.match(/^\d+\. /gm)).toEqual(['1. ', '2. ']);
    expect(text).not.toContain('export five stems');
  });
  it('says of stems that were not read nothing that praises them', () => {
    const salt = saltAndStatic();
    expect(formatMessage([salt])).toContain('Every stem that is not named here can stay as it is.');
    const quick = { ...salt, coverage: { ...salt.coverage, quick: true } };
    expect(formatMessage([quick])).not.toContain('can stay as it is');
    const many = Array.from({ length: 40 }, (_, at) => ({ path: `${at}.wav`, remark: 'from bar 1' }));
    const counted = { ...salt, acts: [act({ act: 'Export 40 stems again', closes: [1], files: many })] };
    expect(formatMessage([counted])).not.toContain('can stay as it is');
  });
  it('names the file that has not arrived, with what was seen of it', () => {
    const cut = finding({
      rule: 'truncated-file',
      number: 1,
      key: 'cut',
      files: ['Pad.wav'],
      title: 'Pad breaks off at 0:51',
    });
    const wait = act({
      verb: 'wait',
      act: 'Wait for the upload, or send Pad again',
      closes: [1],
      files: [{ path: 'Pad.wav', remark: '' }],
    });
    expect(formatMessage([report({ verdict: 'not-ready', acts: [wait], findings: [cut] })])).toContain(
      '1. It looks as if not all of it has arrived. Could you tell me when the upload is done, or send Pad again? Pad breaks off at 0:51.',
    );
  });
  it('asks for exports from the session where one is exported again, and only there', () => {
    expect(formatMessage([saltAndStatic()])).toContain('Each new export should come straight from the session');
    const rough = act({ verb: 'send', act: 'Send a rough mix', closes: [], files: [] });
    expect(formatMessage([report({ verdict: 'not-ready', acts: [rough] })])).not.toContain('from the session');
  });
  it('on a good delivery says that the mix can start', () => {
    expect(formatMessage([report()])).toBe(
      'Hi, thank you for "Night Drive". I can start: nothing is missing, and nothing has to be guessed.\n',
    );
  });
  it('above ten acts names eight and counts the others', () => {
    const acts = Array.from({ length: 13 }, (_, at) =>
      act({ act: `Send part ${at + 1}`, verb: 'send', closes: [at + 1] }),
    );
    const text = formatMessage([report({ verdict: 'not-ready', acts })]);
    expect(text).toContain('8. Could you send part 8?');
    expect(text).not.toContain('9. Could');
    expect(text).toContain('And 5 more: they are in the report.');
  });
  it('stays below 1,400 characters whatever lies in the folder', () => {
    const long = (at: number) => `${at} ${'x'.repeat(240)}.wav`;
    const acts = Array.from({ length: 30 }, (_, at) =>
      act({
        act: `Export ${long(at)} again`,
        closes: [at + 1],
        files: Array.from({ length: 30 }, (_, file) => ({ path: long(file), remark: 'y'.repeat(200) })),
      }),
    );
    const text = formatMessage([report({ verdict: 'not-ready', acts, song: 'z'.repeat(4000) })]);
    expect(text.length).toBeLessThanOrEqual(1400);
    expect(text).toContain('1. Could you export 0 xxx');
    fc.assert(
      fc.property(names, (given) => {
        const said = formatMessage([reportOn(given)]);
        expect(said.length).toBeLessThanOrEqual(1400);
        expect(said).not.toMatch(HARMFUL);
        expect(said).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('the report for a pull request', () => {
  const text = formatMarkdown([saltAndStatic()]);
  it('begins with the verdict, then the questions and tick-boxes by person', () => {
    expect(text.split('\n')[0]).toBe('### ✗ Not ready to mix: Salt and Static');
    expect(text).toContain('Stage: **recording**, because one part still has two takes.');
    expect(text).toContain('| Is the arrangement still open? | **No. It is final (handoff.yaml:4).** |');
    expect(text).toContain('**Artist and producer, together** (a decision, not a file error)');
    expect(text.match(/^- \[ \] \d\. /gm)).toHaveLength(5);
  });
  it('folds the list of twelve and the gaps into tables whose rows are whole', () => {
    expect(tableRows(text, '| | What the mixer needs |')).toHaveLength(12);
    const gaps = tableRows(text, '| | Gap |');
    expect(gaps.map(([number]) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
    expect(gaps[2]?.[3]).toContain('**Shaker is at 44.1 kHz, the set at 48.** Placed in a 48 kHz session');
  });
  it('stays below what hosts take, and says how many gaps it leaves out', () => {
    const findings = Array.from({ length: 900 }, (_, at) =>
      finding({ number: at + 1, rule: 'clipping', title: `Stem ${at}`, message: 'x'.repeat(200) }),
    );
    const long = formatMarkdown([report({ verdict: 'not-ready', findings })]);
    expect(long.length).toBeLessThan(60_000);
    const shown = tableRows(long, '| | Gap |').length;
    expect(long).toContain(`\n${900 - shown} more are in the full report.\n`);
    expect(long).toContain('Read: handoff.yaml.');
  });
  it('shows any name and lets none become HTML, a link, a cell or a call', () => {
    fc.assert(
      fc.property(names, (given) => {
        const said = formatMarkdown([reportOn(given)]);
        expect(said).not.toMatch(HARMFUL);
        const rows = tableRows(said, '| | Gap |');
        expect(rows.map((row) => row.length)).toEqual(given.map(() => 5));
        const tags = (said.match(/<[^>]*>/g) ?? []).filter((tag) => tag !== '<!-- -->');
        expect(new Set(tags)).toEqual(new Set(['<details>', '<summary>', '</summary>', '</details>', '<rule>']));
        expect(said).not.toMatch(/@\w|#\d|https?:\/\/|www\./);
      }),
      { numRuns: 200 },
    );
  });
});

/** The body rows of the table below a head line, cut at bars that no backslash stands before. */
function tableRows(text: string, head: string): string[][] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(head)) + 2;
  const end = lines.findIndex((line, at) => at >= start && !line.startsWith('|'));
  return lines.slice(start, end).map((line) =>
    line
      .replace(/\\\\/g, '  ')
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('an act on very many files', () => {
  const names = Array.from({ length: 40 }, (_, at) => `Audio ${at + 1}.wav`);
  const given = report({
    verdict: 'not-ready',
    acts: [
      act({
        act: 'Export 40 stems again',
        closes: [1],
        files: names.map((path, at) => ({ path, remark: at < 38 ? 'from bar 1' : `about ${at} dB lower` })),
      }),
    ],
  });
  it('says once what is the same for many, and alone what is not', () => {
    for (const text of [formatMessage([given]), formatMarkdown([given])]) {
      expect(text).toContain('- Audio 1, Audio 2, Audio 3, Audio 4 and 34 more: from bar 1\n');
      expect(text).toContain('- Audio 39: about 38 dB lower\n');
      expect(text.match(/from bar 1/g)).toHaveLength(1);
    }
  });
});
