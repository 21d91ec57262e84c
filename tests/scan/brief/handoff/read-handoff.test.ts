import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefProblems, readHandoff } from '../../../../src/scan/brief/handoff/index.js';
import { cpuMilliseconds } from '../../../cpu-milliseconds.js';

const read = (text: string) => readHandoff(text, 'handoff.yaml');
const values = (text: string, field: keyof ReturnType<typeof readHandoff>['brief']) =>
  (read(text).brief[field] ?? []).map(({ value }) => value);

describe('a complete handoff.yaml', () => {
  const text = `song: Night Drive
tempo: 92                # beats per minute
key: F# minor
arrangement: final
takes: chosen
effects: [Lead Vox Throw.wav]
dryVocals: [Lead Vox DRY.wav]
roughMix: Night Drive ROUGH v3.wav
references:
  - title: "Artist, Song"
    note: low end and how close the voice is
target: lonely at first, then the chorus lets go
deadline: 2026-12-18
deliverables: [main, instrumental, acapella]
scope: [mix]
meant:
  - { rule: clipping, files: [02 Snare.wav], because: the crunch is the sound }
`;

  it('fills every field, without a fault', () => {
    const { brief, waivers, faults } = read(text);
    expect(faults).toEqual([]);
    const said = Object.fromEntries(
      Object.entries(brief).map(([field, all]) => [field, all.map(({ value }) => value)]),
    );
    expect(said).toEqual({
      song: ['Night Drive'],
      tempo: [{ bpm: 92 }],
      key: [{ tonic: 'F#', mode: 'minor' }],
      arrangement: ['final'],
      takes: ['chosen'],
      effects: [{ policy: 'keep', files: ['Lead Vox Throw.wav'] }],
      dryVocals: [['Lead Vox DRY.wav']],
      roughMix: ['Night Drive ROUGH v3.wav'],
      references: [{ title: 'Artist, Song', comment: 'low end and how close the voice is' }],
      target: ['lonely at first, then the chorus lets go'],
      deadline: [{ date: '2026-12-18' }],
      deliverables: ['main', 'instrumental', 'acapella'],
      job: ['mix'],
    });
    expect(waivers).toEqual([
      {
        rule: 'clipping',
        files: ['02 Snare.wav'],
        because: 'the crunch is the sound',
        file: 'handoff.yaml',
        line: 17,
        column: 13,
      },
    ]);
  });

  it('says where each statement stands', () => {
    const { brief } = read(text);
    expect(brief.tempo?.[0]).toMatchObject({ file: 'handoff.yaml', line: 2, quote: 'tempo: 92' });
    expect(brief.references?.[0]?.line).toBe(10);
  });

  it('says the same as handoff.json', () => {
    const json =
      '{\n "song": "Night Drive",\n "tempo": {"bpm": 92, "changes": [{"bar": 33, "bpm": 96}]},\n "scope": ["mix"]\n}';
    const { brief, faults } = readHandoff(json, 'handoff.json');
    expect(faults).toEqual([]);
    expect(brief.tempo?.[0]).toMatchObject({ value: { bpm: 92, changes: [{ bar: 33, bpm: 96 }] }, line: 3 });
  });
});

describe('the words that producers use', () => {
  it.each([
    ['92', { bpm: 92 }],
    ['"84 bpm"', { bpm: 84 }],
    ['about 84', { bpm: 84, approx: true }],
    ['92,5', { bpm: 92.5 }],
    ['140 (half-time)', { bpm: 140, feel: 'half-time' }],
    ['{bpm: 92, changes: [{bar: 33, bpm: 96}]}', { bpm: 92, changes: [{ bar: 33, bpm: 96 }] }],
    ['"none: played free"', { none: 'played free' }],
  ])('tempo: %s', (written, tempo) => {
    expect(values(`tempo: ${written}`, 'tempo')).toEqual([tempo]);
  });

  it.each([
    ['F# minor', { tonic: 'F#', mode: 'minor' }],
    ['F#m', { tonic: 'F#', mode: 'minor' }],
    ['Bb major', { tonic: 'Bb', mode: 'major' }],
    ['B flat', { tonic: 'Bb' }],
    ['fis-Moll', { tonic: 'F#', mode: 'minor' }],
    ['B-Dur', { tonic: 'Bb', mode: 'major' }],
    ['H-Moll', { tonic: 'B', mode: 'minor' }],
    ['8A', { tonic: 'A', mode: 'minor' }],
    ['D dorian', { tonic: 'D' }],
    ['"none: no tonal centre"', { none: 'no tonal centre' }],
  ])('key: %s', (written, key) => {
    expect(values(`key: ${written}`, 'key')).toEqual([key]);
  });

  it.each([
    ['no rush', { vague: 'no rush' }],
    ['18 December 2026', { date: '2026-12-18' }],
    ['18.12.2026', { date: '2026-12-18' }],
    ['2026-12-18 18:00 CET', { date: '2026-12-18', time: '18:00 CET' }],
    ['"none: whenever it is right"', { none: 'whenever it is right' }],
  ])('deadline: %s', (written, deadline) => {
    expect(values(`deadline: ${written}`, 'deadline')).toEqual([deadline]);
  });

  it('an empty list of effects says that none is printed, and an empty line says nothing', () => {
    expect(values('effects: []', 'effects')).toEqual([{ policy: 'none', files: [] }]);
    expect(read('effects:\ntempo:\nkey: ~')).toEqual({ brief: {}, waivers: [], faults: [] });
  });

  it('a reference may be a sentence, a link, a file, or a map of its title', () => {
    const text =
      'references:\n  - Ada Lane - Slow Glass (the kick)\n  - https://example.org/x – low end\n  - refs/B.mp3\n  - "Ada, Glass": the air';
    expect(values(text, 'references')).toEqual([
      { artist: 'Ada Lane', title: 'Slow Glass', comment: 'the kick' },
      { url: 'https://example.org/x', comment: 'low end' },
      { file: 'refs/B.mp3' },
      { title: 'Ada, Glass', comment: 'the air' },
    ]);
  });

  it('a title of digits stays a title, and lists may be written with commas', () => {
    expect(values('song: 1999', 'song')).toEqual(['1999']);
    expect(values('scope: mix and master, vocal tuning', 'job')).toEqual(['mix', 'master', 'tuning']);
    expect(values('Tempo: 92', 'tempo')).toEqual([{ bpm: 92 }]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['tempo: fast', 8, 'tempo: 92', 'tempo'],
    ['tempo: 0', 8, 'tempo: 92', 'tempo'],
    ['tempo: 2000', 8, 'tempo: 92', 'tempo'],
    ['tempo: 92, then 96', 8, 'tempo: 92', 'tempo'],
    ['tempo: played free', 8, 'tempo: "none: played free"', 'tempo'],
    ['deadline: 2026-02-31', 11, 'deadline: 2026-12-18', 'deadline'],
    ['arangement: final', 1, 'arrangement: final', 'arrangement'],
    ['rough_mixx: a.wav', 1, 'roughMix: a.wav', 'roughMix'],
    ['bpm: 92', 1, 'tempo: 92', 'tempo'],
    ['key: {a: 1}', 6, 'key: F# minor', 'key'],
    ['scope: {mix: yes}', 8, 'scope: [mix]', 'scope'],
    ['deliverables: [mian]', 16, 'deliverables: [main]', 'deliverables'],
    ['scope: [mxi]', 9, 'scope: [mix]', 'scope'],
  ])(
    '"%s" is a line with its column and what to write instead; the next line counts',
    (line, column, instead, field) => {
      const { brief, faults } = read(`song: Night Drive\n${line}\nrevisions: 2`);
      expect(faults).toMatchObject([{ id: 'line-unclear', line: 2, column, instead, field }]);
      expect(brief.song?.[0]?.value).toBe('Night Drive');
      expect(brief.revisions?.[0]?.value).toBe('2');
    },
  );

  it('a word with a slip names the known one; the rest of its list counts', () => {
    const { brief, faults } = read('deliverables: [main, instumental]\nscope: mix, tunign');
    expect(faults.map(({ message }) => message)).toEqual([
      'deliverables holds "instumental". Did you mean "instrumental"?',
      'scope holds "tunign". Did you mean "tuning"?',
    ]);
    expect(brief.deliverables?.map(({ value }) => value)).toEqual(['main']);
    expect(brief.job?.map(({ value }) => value)).toEqual(['mix']);
  });

  it('a version or a part of the job that has no name of its own stays as it is written', () => {
    const { brief, faults } = read(
      'deliverables: [dub for the sound system, instrumentals]\nscope: [mix, live session]',
    );
    expect(faults).toEqual([]);
    expect(brief.deliverables?.map(({ value }) => value)).toEqual(['dub for the sound system', 'instrumental']);
    expect(brief.job?.map(({ value }) => value)).toEqual(['mix', 'live session']);
  });

  it('a sentence with a colon is not YAML: its line is named, put in quotes, and the others count', () => {
    const { brief, faults } = read('song: Salt\ntarget: lonely at first: then it lets go\nscope: [mix]');
    expect(faults).toMatchObject([
      { id: 'not-yaml', line: 2, column: 24, instead: 'target: "lonely at first: then it lets go"', field: 'target' },
    ]);
    expect(Object.keys(brief)).toEqual(['song', 'job']);
  });

  it('a quote that is not closed does not swallow the lines below it', () => {
    const { brief, faults } = read('key: "Dm\nmeter: 6/8\n');
    expect(faults).toMatchObject([{ id: 'not-yaml', line: 1, instead: 'key: "Dm"', field: 'key' }]);
    expect(brief.meter?.[0]?.value).toBe('6/8');
  });

  it('prose in a handoff.yaml is one fault', () => {
    expect(read('Hello, here are the stems.\nEnjoy').faults).toMatchObject([{ id: 'not-yaml', line: 1 }]);
  });

  it('one waiver without its reason leaves the others standing', () => {
    const { waivers, faults } = read('meant:\n  - {rule: clipping}\n  - {rule: dc-offset, because: tape}');
    expect(waivers).toMatchObject([{ rule: 'dc-offset', files: [], because: 'tape', line: 3 }]);
    expect(faults).toMatchObject([{ line: 2, field: 'meant' }]);
  });

  it('the same line twice: the first counts', () => {
    const { brief, faults } = read('tempo: 92\ntempo: 96');
    expect(brief.tempo).toHaveLength(1);
    expect(faults).toMatchObject([
      { line: 2, message: '"tempo" stands twice, in line 1 and in line 2. Keep one; line 1 was read.' },
    ]);
  });
});

describe('a hostile handoff.yaml', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefg'].map((key, index) => `${key}: &${key} [${`*${'abcdef'[index]}, `.repeat(9)}]`),
  ].join('\n');
  it.each([
    ['100,000 brackets', '['.repeat(100_000)],
    ['50 MB on one line', `song: ${'x'.repeat(50_000_000)}`],
    ['50 MB of lines', 'k: v\n'.repeat(10_000_000)],
    ['an alias bomb', `${bomb}\nreferences: [*g, *g]`],
    ['nested keys on every line', `${'a: '.repeat(600)}\n`.repeat(36)],
    ['nested lists on every line', `${'- '.repeat(900)}\n`.repeat(36)],
    ['12,000 keys', Array.from({ length: 12_000 }, (_, index) => `k${index}: v`).join('\n')],
    ['an open quote on every line', 'k: "x\n'.repeat(1_900)],
  ])('%s: a fault in under a second, never a throw', (_, text) => {
    const start = cpuMilliseconds();
    expect(read(text).faults.length).toBeGreaterThan(0);
    expect(cpuMilliseconds() - start).toBeLessThan(1_000);
  });

  it('__proto__ is an unknown line like any other', () => {
    const { faults } = read('__proto__: {polluted: yes}\nreferences:\n  - {__proto__: {polluted: yes}, title: x}');
    expect(faults.map(({ line }) => line).sort()).toEqual([1, 3]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('any text gives statements and faults whose lines lie in it', () => {
    const line = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('tempo', 'key', 'references', 'meant', 'scope', 'deadline'), fc.string())
        .map((pair) => pair.join(': ')),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
        (text) => {
          const { brief, faults } = read(text);
          const lines = text.split('\n').length;
          for (const said of [...Object.values(brief).flat(), ...faults]) {
            expect(said.line).toBeGreaterThanOrEqual(0);
            expect(said.line).toBeLessThanOrEqual(lines);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a brief that the caller names', () => {
  it('is shown with each place, a caret and the line to write instead', () => {
    const problems = briefProblems(
      'song: Salt and Static\ntempo: fast    \nkey: D minor\narangement: final\ntakes:\n',
      'salt.yaml',
    );
    expect(problems).toEqual([
      'salt.yaml has 2 lines that cannot be read',
      'salt.yaml:2:8',
      '  1 │ song: Salt and Static',
      '  2 │ tempo: fast    ',
      '    │        ^^^^ tempo is a number of beats per minute, or "none: <why>", not "fast"',
      '  3 │ key: D minor',
      'Write instead:  tempo: 92',
      '',
      'salt.yaml:4:1',
      '  3 │ key: D minor',
      '  4 │ arangement: final',
      '    │ ^^^^^^^^^^ there is no line "arangement". Did you mean "arrangement"?',
      '  5 │ takes:',
      'Write instead:  arrangement: final',
      '',
      'Nothing else was checked: you named this brief, and it would be misread.',
      '(A handoff.yaml that lies in the delivered folder is a finding instead.)',
    ]);
  });

  it('has no problem where all of it can be read', () => {
    expect(briefProblems('song: Salt\ntempo: 84', 'salt.yaml')).toEqual([]);
  });
});
