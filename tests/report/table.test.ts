import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/check/examples.js';
import { formatTable, type TableOptions } from '../../src/report/table.js';
import { act, finding, list, partMissing, report, saltAndStatic } from './builders.js';

const PLAIN: TableOptions = { width: 80, color: false, ascii: false, verbose: false };
const lines = (text: string) => text.split('\n');
const linesWith = (text: string, words: string) => lines(text).filter((line) => line.includes(words));

describe('a report in the terminal', () => {
  it('begins with the verdict, the folder and what it takes, and ends with the verdict again', () => {
    const text = formatTable(saltAndStatic(), PLAIN);
    expect(lines(text).slice(0, 9)).toEqual([
      '  ✗ Not ready to mix                                           Salt and Static',
      '    4 errors, 6 warnings, 1 note            14 stems, 48 kHz, 24 bit, 3:06.857',
      '',
      '    Five things to do: three for the producer, one for the artist, one to decide',
      '    together. Stage: recording, because one part still has two takes.',
      '',
      '  ◐ Which parts are final?          All but one: the lead double has two takes.',
      '  ○ Which effects are creative?     Not said. One file calls itself printed.',
      '  ● Is the arrangement still open?  No. It is final (handoff.yaml:4).',
    ]);
    expect(lines(text).at(-2)).toBe('  ✗ Not ready to mix: 4 errors, 6 warnings, 5 things to do');
  });

  it('names acts by person, with what they close and what each file needs', () => {
    const text = formatTable(saltAndStatic(), PLAIN);
    expect(text).toContain(
      [
        '  Producer',
        '  1. Export five stems again, all from one start, at 48 kHz and 24 bit',
        '     closes #1 #2 #3 #5 #7',
        '       10 Lead Vox    from one bar before the first word',
      ].join('\n'),
    );
    expect(text).toContain('  Artist and producer, together  a decision, not a file error\n');
    expect(text).toContain('  2. Send 09 Pad from the session, not by way of an MP3              closes #6\n');
  });

  it('shows the twelve items in their order with the place where each was said, where there is room for it', () => {
    const narrow = formatTable(saltAndStatic(), PLAIN);
    expect(narrow).toContain('│  1 │ Final stems          │ ✗ gap    │ 6 of 14 need another export           │');
    expect(narrow).not.toContain('Said in');
    const wide = formatTable(saltAndStatic(), { ...PLAIN, width: 120 });
    expect(wide).toContain('│ Said in             │ Closed by        │');
    const row = linesWith(wide, 'Takes chosen')[0] ?? '';
    expect(row).toMatch(/file names +│ artist, producer │$/);
  });

  it('puts the words of a gap beside its number and its rule at the right edge', () => {
    expect(formatTable(saltAndStatic(), PLAIN)).toContain(
      [
        '  ✗ error    #1  Lead Vox starts inside a sound                       head-cut',
        '                 The first 5 ms already reach −8.7 dBFS, with no rise before',
        '                 them. The front of the first word is probably missing.',
        '                 → Export it again from one bar before the first word.',
      ].join('\n'),
    );
  });

  it('marks in the timeline where a bar is missing, and counts the dry vocal apart', () => {
    const text = formatTable(saltAndStatic(), PLAIN);
    expect(text).not.toMatch(/^ {2}Lead Vox DRY {3}/m);
    const keys = lines(text).findIndex((line) => line.startsWith('  08 Keys'));
    const ruler = linesWith(text, '  time ')[0] ?? '';
    const hole = (lines(text)[keys + 1] ?? '').indexOf('└┘');
    // 1:48.681 lies between the ticks of 1:30 and 2:00.
    expect(hole).toBeGreaterThan(ruler.indexOf('1:30'));
    expect(hole).toBeLessThan(ruler.indexOf('2:00'));
    expect(text).toContain('Read: 14 stems, 1 dry vocal, 1 rough mix, handoff.yaml, notes.txt.');
  });

  it('draws the rough mix under the stems, with the stretch that no stem explains', () => {
    const text = formatTable(partMissing(), PLAIN);
    const ruler = linesWith(text, '  time ')[0] ?? '';
    const rough = lines(text).findIndex((line) => line.startsWith('  Rough mix '));
    const stretch = lines(text)[rough + 1] ?? '';
    expect(lines(text)[rough]).toMatch(/#1$/);
    expect(Math.abs(stretch.indexOf('└') - ruler.indexOf('1:00'))).toBeLessThanOrEqual(1);
    expect(Math.abs(stretch.indexOf('┘') - ruler.indexOf('1:30'))).toBeLessThanOrEqual(1);
  });

  it('draws no rough mix in which nothing was found', () => {
    const { findings: _, ...clean } = partMissing();
    expect(formatTable({ ...clean, findings: [] }, PLAIN)).not.toMatch(/^ {2}Rough mix /m);
  });

  it.each([60, 72, 80, 97, 114, 120])('is never wider than the terminal at %i columns', (width) => {
    const long = lines(formatTable(saltAndStatic(), { ...PLAIN, width })).filter((line) => stringWidth(line) > width);
    expect(long).toEqual([]);
  });

  it('says below 60 columns that the timeline was left out', () => {
    expect(formatTable(saltAndStatic(), { ...PLAIN, width: 50 })).toContain('The timeline needs 60 columns');
  });

  it('says the same with colour as without', () => {
    const colored = formatTable(saltAndStatic(), { ...PLAIN, color: true });
    expect(colored).toContain('\x1b[31m✗\x1b[39m');
    expect(colored.replace(/\x1b\[\d+m/g, '')).toBe(formatTable(saltAndStatic(), PLAIN));
  });

  it('uses typewriter signs only where the terminal is not UTF-8', () => {
    const text = formatTable(saltAndStatic(), { ...PLAIN, ascii: true });
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(text).toContain('x error    #1  Lead Vox starts inside a sound');
    expect(text).toContain('-8.7 dBFS');
    expect(text).toContain('(/) Which parts are final?');
  });
});

describe('a report on a good delivery', () => {
  const text = formatTable(
    report({ files: [stem('Kick.wav')], findings: [1, 2, 3].map((number) => note(number)) }),
    PLAIN,
  );
  it('is calm: ready, the list, how many notes there are, no gap', () => {
    expect(text).toContain('✓ Ready to mix');
    expect(text).toContain('Nothing is missing, nothing has to be guessed.');
    expect(text).toContain('  i 3 notes, no gap: --verbose shows them.');
    expect(text).not.toContain('Gaps');
    expect(text).not.toContain('To do');
  });
});

describe('the states that are neither ok nor a gap', () => {
  it('are words, with a mark each', () => {
    const text = formatTable(
      report({
        verdict: 'ready-with-questions',
        verdictBecause: 'The mix can start. Two answers now would save a revision later.',
        acts: [act({ verb: 'answer', owners: ['artist'], act: 'Say if the outro stays', closes: [1, 2] })],
        handoff: list({
          'rough-mix': { status: 'cannot-tell', because: 'ROUGH v2.m4a could not be read' },
          'dry-vocals': { status: 'not-applicable', because: 'There is no vocal' },
          scope: { status: 'open', because: '"the outro may go"' },
          key: { status: 'not-said', because: 'Not said' },
        }),
      }),
      PLAIN,
    );
    expect(text).toContain('The mix can start. Two answers now would save a revision later.');
    expect(text).toContain('8 ok, 1 open, 1 not said, 1 cannot tell, 1 n/a');
    expect(text).toContain('│ ? cannot tell │ ROUGH v2.m4a could not be read   │');
    expect(text).toContain('│   n/a         │ There is no vocal');
    expect(text).toContain('│ ○ open        │');
  });

  it('cannot check says why, what to do, and where the rest can be seen', () => {
    const text = formatTable(
      report({
        root: 'Old Ferry/03',
        verdict: 'cannot-check',
        verdictBecause: 'Strings.wav breaks off after 12 of 61 MB. It may still be uploading.',
        acts: [act({ verb: 'wait', act: 'Wait for the upload, or send Strings.wav again', closes: [1] })],
        files: [stem('Kick.wav'), stem('Strings.wav', { opens: false })],
        coverage: {
          ...report().coverage,
          unread: [{ path: 'Strings.wav', because: 'unreadable', message: 'Strings.wav could not be read.' }],
        },
      }),
      PLAIN,
    );
    expect(text).toContain('? Cannot check');
    expect(text).toContain('1 of 2 stems were read');
    expect(text).toContain('It may still be uploading.');
    expect(text).toContain('  1. Wait for the upload, or send Strings.wav again');
    expect(text).toContain('What was found in the other 1:  stemcheck "Old Ferry/03" --verbose');
    expect(text).not.toContain('Handoff list');
  });

  it('a quick look says what it did not read, and never judges it', () => {
    const salt = saltAndStatic();
    const text = formatTable({ ...salt, coverage: { ...salt.coverage, quick: true } }, PLAIN);
    expect(text).toContain('4 errors, 6 warnings, 1 note so far');
    expect(text).toContain('No sample was read');
    expect(text).toContain('Without --quick the same folder is read to the last sample.');
    expect(text.replace(/\s+/g, ' ')).toContain('Left out: the samples.');
  });

  it('a file that was not read is named with its reason', () => {
    const text = formatTable(
      report({
        coverage: {
          ...report().coverage,
          unread: [{ path: 'Pad.wav', because: 'no-permission', message: 'Pad.wav may not be read by this user.' }],
        },
      }),
      PLAIN,
    );
    expect(text).toContain('Pad.wav may not be read by this user.');
    expect(text).toContain('Left out: Pad.wav.');
  });
});

describe('what --verbose adds', () => {
  const parent = finding({ number: 1, rule: 'truncated-file', title: 'Kick breaks off', files: ['Kick.wav'] });
  const folded = finding({
    number: null,
    rule: 'same-length',
    title: 'Kick is 12 s shorter',
    files: ['Kick.wav'],
    followsFrom: parent.key,
  });
  const waived = finding({
    number: 2,
    severity: 'warning',
    rule: 'clipping',
    title: 'Snare is clipped',
    waived: { reason: 'the crunch is the sound', file: 'handoff.yaml', line: 9 },
  });
  const given = report({
    verdict: 'not-ready',
    findings: [parent, folded, waived, ...[3, 4, 5].map((number) => note(number))],
    coverage: { ...report().coverage, undecided: [{ rule: 'dc-offset', files: ['A.wav'], reason: 'it is too short' }] },
  });
  it('shows notes, what follows from a gap, what was waived and why, and what was not decided', () => {
    const text = formatTable(given, { ...PLAIN, verbose: true });
    expect(text).toContain('i note    #5');
    expect(text).toContain('follows from it: Kick is 12 s shorter (same-length)');
    expect(text).toContain('Meant: "the crunch is the sound" (handoff.yaml:9)');
    expect(text).toContain('A.wav: it is too short (dc-offset)');
  });
  it('without it they are a line each', () => {
    const text = formatTable(given, PLAIN);
    expect(text).toContain('Follows from it: Kick is 12 s shorter.');
    expect(text).toContain('– 1 gap is meant, as the brief says: --verbose shows it.');
    expect(text).toContain('1 thing could not be decided:');
    expect(text).not.toContain('i note');
  });
});

describe('a report with very many gaps', () => {
  const names = Array.from({ length: 60 }, (_, at) => `${String(at + 1).padStart(2, '0')} Vln.wav`);
  const text = formatTable(
    report({
      verdict: 'not-ready',
      files: names.map((name) => stem(name)),
      handoff: list({ 'final-stems': { status: 'gap', because: '60 of 60 need another export', findings: [1] } }),
      acts: [act({ act: 'Export the 60 string stems again at 48 kHz', closes: names.map((_, at) => at + 1) })],
      findings: names.map((name, at) =>
        finding({ number: at + 1, rule: 'sample-rate', files: [name], title: `${name.slice(0, -4)} is at 44.1 kHz` }),
      ),
    }),
    PLAIN,
  );
  it('groups them by kind, with the act that closes each', () => {
    expect(text).toContain('60 findings of 1 kind');
    expect(text).toMatch(/✗ error {3}×60 {2}Each is at 44\.1 kHz {2,}sample-rate/);
    expect(text).toMatch(/01 Vln, 02 Vln, 03 Vln, and 57 more +→ 1/);
    expect(text).toContain('closes 60');
  });
  it('names in one line the items that are fine, and stays short', () => {
    expect(text).toContain('  ok: labelled, takes chosen, rough mix, references, tempo,');
    expect(lines(text).length).toBeLessThan(60);
  });
});

describe('names from strangers', () => {
  it('cannot move the cursor, break a line or turn the reading direction', () => {
    const evil = 'Kick\x1b[2J\n\x07\u202egnp\u2066\u009b31m.wav';
    const salt = saltAndStatic();
    const text = formatTable(
      {
        ...salt,
        root: evil,
        song: evil,
        files: [stem(evil)],
        acts: [act({ act: `Export ${evil} again`, files: [{ path: evil, remark: evil }] })],
        findings: [finding({ rule: 'clipping', title: evil, message: evil, fix: evil, files: [evil] })],
        coverage: { ...salt.coverage, unread: [{ path: evil, because: 'unreadable', message: evil }] },
      },
      PLAIN,
    );
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    expect(text).toContain('Kick␛[2J⏎␇⟨U+202E⟩gnp');
  });

  it('of any alphabet leave the columns straight', () => {
    const names = ['キック.wav', 'Großer Chor.wav', 'скрипка.wav', 'Cafe\u0301.wav', 'בס.wav', '🥁.wav'];
    const salt = saltAndStatic();
    const named = salt.files.slice(0, names.length).map((one, at) => ({ ...one, path: names[at] ?? '' }));
    const text = formatTable({ ...salt, findings: [], files: named }, PLAIN);
    const starts = lines(text)
      .filter((line) => names.some((name) => line.startsWith(`  ${name.slice(0, -4)} `)))
      .map((line) => stringWidth(line.slice(0, line.search(/[·▁▂▃▄▅▆▇█]/))));
    expect(starts).toEqual([24, 24, 24, 24, 24, 24]);
  });

  it('that are very long are cut in the middle, so that versions can be told apart', () => {
    const long = `Lead Vox ${'x'.repeat(200)} v3.wav`;
    const salt = saltAndStatic();
    const text = formatTable(
      { ...salt, findings: [], files: [{ ...(salt.files[0] ?? stem('a.wav')), path: long }] },
      PLAIN,
    );
    expect(text).toMatch(/^ {2}Lead Vox … ?x* v3|^ {2}Lead Vox …xxxxx v3 /m);
    expect(lines(text).filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});

function note(number: number) {
  return finding({
    number,
    severity: 'info',
    rule: 'mono-as-stereo',
    title: 'Bass is one channel',
    act: { verb: 'nothing', phrase: '' },
  });
}

describe('the names in front of the lanes', () => {
  const salt = saltAndStatic();
  const named = (names: readonly string[]) =>
    formatTable(
      { ...salt, findings: [], files: names.map((path, at) => ({ ...(salt.files[at] ?? stem(path)), path })) },
      PLAIN,
    );
  it('leave out what nearly all of them begin with, so that they can be told apart', () => {
    const text = named([
      'Hydrogen_132bpm_Main Drums.wav',
      'Hydrogen_132bpm_HH.wav',
      'Hydrogen_132bpm_Lead Vox_WET.wav',
      'LeadVox_alt_02.wav',
    ]);
    expect(text).toMatch(/^ {2}Main Drums /m);
    expect(text).toMatch(/^ {2}Lead Vox_WET /m);
    expect(text).toMatch(/^ {2}LeadVox_alt_02 /m);
  });
  it('stay whole where a word is shared by some only', () => {
    const text = named(['Guitar Left.wav', 'Guitar Right.wav', 'Bass.wav', 'Kick.wav']);
    expect(text).toMatch(/^ {2}Guitar Left /m);
    expect(text).toMatch(/^ {2}Kick /m);
  });
});
