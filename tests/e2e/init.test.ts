import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { resolveProfile } from '../../src/check/profiles/index.js';
import { type Asker, pipeAsker } from '../../src/cli/init/asker.js';
import { init } from '../../src/cli/init.js';
import { QuestionError } from '../../src/cli/question-error.js';
import type { Report } from '../../src/model/report.js';
import { readHandoff } from '../../src/scan/brief/handoff/index.js';
import { scan } from '../../src/scan/scan.js';
import { deliver, printed } from './program.js';

async function reportOf(folder: string): Promise<Report> {
  return check(await scan(folder, { quick: true }), {
    profile: resolveProfile('standard'),
    waivers: true,
    version: '0',
  });
}
const rulesOf = (report: Report) =>
  [...new Set(report.findings.filter(({ waived }) => !waived).map(({ rule }) => rule))].sort();
const handoffOf = (folder: string) => readFileSync(join(folder, 'handoff.yaml'), 'utf8');

/** Answers by a word of the question; what no entry fits is skipped. `said` collects all that was shown. */
function person(answers: Readonly<Record<string, string>>): Asker & { said: string[]; asked: string[] } {
  const said: string[] = [];
  const asked: string[] = [];
  return {
    said,
    asked,
    async ask(lines, problemOf) {
      const question = lines.join('\n');
      asked.push(question);
      const answer = Object.entries(answers).find(([word]) => question.includes(word))?.[1] ?? '';
      const problem = await problemOf(answer);
      if (problem !== null) throw new Error(`${answer} was not taken: ${problem}`);
      return answer;
    },
    say: (lines) => void said.push(...lines),
    close: () => undefined,
  };
}

let folder = '';
const print = printed();
beforeEach(() => {
  folder = deliver('nothing-wrong');
});
const withoutWords = () => rmSync(join(folder, 'handoff.yaml'));

describe('a folder without any words', () => {
  beforeEach(withoutWords);

  it('is asked for exactly what is missing, and the check then shows these gaps closed', async () => {
    const before = await reportOf(folder);
    expect(rulesOf(before)).toEqual(expect.arrayContaining(['tempo-stated', 'emotional-target', 'scope-stated']));
    const kim = person({
      takes: 'chosen',
      records: 'Marlow Finch - Low Tide: how close the voice is',
      tempo: 'about 92',
      key: 'none: no tonal centre',
      'printed effects': 'none',
      feel: 'a phone call: you do not want to end it',
      need: '18 December 2026',
      versions: 'main, inst',
      arrangement: 'yes',
      job: 'mix',
      Write: 'yes',
    });
    expect(await init(folder, {}, kim)).toBe(0);
    expect(kim.asked.some((question) => question.includes('rough mix'))).toBe(false);
    expect(kim.said.join('\n')).toContain('✓ Rough mix');

    const { brief, faults } = readHandoff(handoffOf(folder), 'handoff.yaml');
    expect(faults).toEqual([]);
    expect(brief.target?.[0]?.value).toBe('a phone call: you do not want to end it');
    expect(brief.deadline?.[0]?.value).toEqual({ date: '2026-12-18' });
    expect(brief.roughMix?.[0]?.value).toBe('Rough/Night Drive ROUGH v3.wav');
    const after = await reportOf(folder);
    expect(rulesOf(after)).toEqual([]);
    expect(after.questions.map(({ status }) => status)).toEqual(['answered', 'answered', 'answered']);
  });

  it('--yes writes what the scan found, the rest as comments; the list shows the same gaps', async () => {
    const before = await reportOf(folder);
    expect(await init(folder, { yes: true })).toBe(0);
    const after = await reportOf(folder);
    const gaps = (report: Report) => report.handoff.map(({ id, status }) => `${id} ${status}`);
    expect(gaps(after)).toEqual(gaps(before));
    expect(handoffOf(folder)).toContain('roughMix: Rough/Night Drive ROUGH v3.wav');
    expect(handoffOf(folder)).toMatch(/^# tempo: 92/m);
  });

  it('flags answer for a script, and --update adds to them', async () => {
    expect(await init(folder, { tempo: '84.5', set: ['target=lonely', 'scope=mix, comping'] })).toBe(0);
    expect(handoffOf(folder)).toMatch(/^tempo: 84\.5$/m);
    expect(handoffOf(folder)).toMatch(/^scope: \[mix, comping\]$/m);
    await expect(init(folder, { key: 'F#m' })).rejects.toThrow('there is a handoff.yaml already');
    expect(await init(folder, { key: 'F#m', update: true })).toBe(0);
    expect(handoffOf(folder)).toMatch(/^key: F#m$/m);
    expect(handoffOf(folder)).toMatch(/^tempo: 84\.5$/m);
  });

  it('a flag that cannot be read says what to write, and nothing is written', async () => {
    await expect(init(folder, { tempo: 'fast' })).rejects.toThrow(QuestionError);
    await expect(init(folder, { set: ['tempos=92'] })).rejects.toMatchObject({ details: ['Did you mean  tempo ?'] });
    await expect(init(folder, { set: ['target'] })).rejects.toThrow(QuestionError);
    expect(existsSync(join(folder, 'handoff.yaml'))).toBe(false);
  });

  it('nothing is written where the conversation ends, or the last answer is no', async () => {
    const leaving: Asker = { ask: async () => null, say: () => undefined, close: () => undefined };
    expect(await init(folder, {}, leaving)).toBe(130);
    expect(await init(folder, {}, person({ tempo: '92', Write: 'no' }))).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['Dry', 'Rough', 'Stems']);
  });

  it('a script answers line by line; where it ends too early nothing is written', async () => {
    const shown = new PassThrough();
    const lines = (text: string) => pipeAsker(Readable.from([text]), shown);
    expect(await init(folder, {}, lines('chosen\n?\n'))).toBe(130);
    expect(existsSync(join(folder, 'handoff.yaml'))).toBe(false);
    expect(String(shown.read())).toContain('For example:  Artist - Song: low end');
    const rest = '\n'.repeat(8);
    expect(await init(folder, {}, lines(`chosen\n\nfast\n96\n${rest}\nmaybe\nyes\n`))).toBe(0);
    expect(handoffOf(folder)).toMatch(/^tempo: 96$/m);
    expect(String(shown.read())).toContain('tempo is a number of beats per minute, or "none: <why>", not "fast".');
  });

  it('the takes are left to the mixer: comping becomes part of the job', async () => {
    renameSync(join(folder, 'Stems/05 Rhodes.wav'), join(folder, 'Stems/06 Lead Vox Take 2.wav'));
    renameSync(join(folder, 'Stems/06 Lead Vox.wav'), join(folder, 'Stems/06 Lead Vox Take 1.wav'));
    expect(rulesOf(await reportOf(folder))).toContain('takes-final');
    expect(await init(folder, {}, person({ 'Who chooses': '2', job: 'mix, tuning', Write: 'yes' }))).toBe(0);
    const { brief } = readHandoff(handoffOf(folder), 'handoff.yaml');
    expect(brief.takes?.[0]?.value).toBe('open');
    expect(brief.job?.map(({ value }) => value).sort()).toEqual(['comping', 'mix', 'tuning']);
    expect(rulesOf(await reportOf(folder))).not.toContain('takes-final');
  });

  it('a printed effect is asked about, and the answer closes the question', async () => {
    renameSync(join(folder, 'Stems/03 Shaker.wav'), join(folder, 'Stems/03 Vox Throw PRINT.wav'));
    expect(rulesOf(await reportOf(folder))).toContain('creative-effects-printed');
    expect(await init(folder, {}, person({ 'has its effect printed': 'y', Write: 'yes' }))).toBe(0);
    expect(handoffOf(folder)).toContain('effects: [03 Vox Throw PRINT.wav]');
    expect(rulesOf(await reportOf(folder))).not.toContain('creative-effects-printed');
  });

  it('a performance mix of a song with backing vocals: the answer says which voices stay', async () => {
    renameSync(join(folder, 'Stems/03 Shaker.wav'), join(folder, 'Stems/03 BG Vox.wav'));
    writeFileSync(join(folder, 'notes.txt'), 'We need: main, instrumental and a performance mix.\n');
    expect(rulesOf(await reportOf(folder))).toContain('deliverables-listed');
    expect(await init(folder, {}, person({ 'Which vocals stay': 'without the lead', Write: 'yes' }))).toBe(0);
    expect(handoffOf(folder)).toContain('deliverables: [main, instrumental, "performance, without the lead"]');
    expect(rulesOf(await reportOf(folder))).not.toContain('deliverables-listed');
  });

  it('an effect that no file bears is asked again, and a name without its ending is enough', async () => {
    const lines = ['chosen', '', '', '', 'Vox Throw', '04 Bass', ...Array(5).fill(''), 'yes'];
    const shown = new PassThrough();
    await init(folder, {}, pipeAsker(Readable.from([`${lines.join('\n')}\n`]), shown));
    expect(String(shown.read())).toContain('There is no file "Vox Throw" in the folder.');
    expect(handoffOf(folder)).toMatch(/^effects: \[04 Bass\]$/m);
  });

  it('--md writes a form that says nothing until it is filled in, and then is read', async () => {
    const before = await reportOf(folder);
    expect(await init(folder, { md: true })).toBe(0);
    const gaps = (report: Report) => report.handoff.map(({ id, status }) => `${id} ${status}`);
    expect(gaps(await reportOf(folder))).toEqual(gaps(before));
    const form = readFileSync(join(folder, 'handoff.md'), 'utf8');
    writeFileSync(
      join(folder, 'handoff.md'),
      form
        .replace('**Tempo:**', '**Tempo:** 92')
        .replace('**Target:**', '**Target:** lonely at first, then it lets go'),
    );
    const rules = rulesOf(await reportOf(folder));
    expect(rules).not.toContain('tempo-stated');
    expect(rules).not.toContain('emotional-target');
    expect(rules).toContain('scope-stated');
    await expect(init(folder, { md: true })).rejects.toThrow('there is a handoff.md already');
  });
});

describe('a folder with a handoff.yaml', () => {
  it('a good one has nothing left to ask, and --yes --update changes no finding', async () => {
    const kim = person({});
    const text = handoffOf(folder);
    expect(await init(folder, {}, kim)).toBe(0);
    expect(kim.asked).toEqual([]);
    expect(handoffOf(folder)).toBe(text);
    expect(await init(folder, { yes: true, update: true })).toBe(0);
    expect(rulesOf(await reportOf(folder))).toEqual([]);
  });

  it('keeps its comments and its order', async () => {
    writeFileSync(
      join(folder, 'handoff.yaml'),
      '# from Kim\nkey: F# minor   # sounding\n\n# the click\ntempo: 92\nmeant: [{rule: clipping, because: tape}]\n',
    );
    const kim = person({ feel: 'lonely: then not', arrangement: 'final', Write: 'yes' });
    expect(await init(folder, {}, kim)).toBe(0);
    expect(handoffOf(folder)).toMatch(/^# from Kim\nkey: F# minor {1,3}# sounding\n\n# the click\ntempo: 92\nmeant: /);
    expect(handoffOf(folder)).toContain('target: "lonely: then not"');
    expect(kim.asked.some((question) => question.includes('tempo'))).toBe(false);
  });

  it('written as JSON keeps its lines, and its references beside new ones', async () => {
    rmSync(join(folder, 'handoff.yaml'));
    const name = join(folder, 'handoff.json');
    writeFileSync(name, '{"Tempo": 92, "references": [{"title": "Low Tide", "note": "the voice"}]}');
    expect(await init(folder, { update: true, tempo: '93', set: ['references=Salt: the low end'] })).toBe(0);
    expect(JSON.parse(readFileSync(name, 'utf8'))).toMatchObject({
      Tempo: 93,
      references: [
        { title: 'Low Tide', note: 'the voice' },
        { title: 'Salt', note: 'the low end' },
      ],
    });
  });

  it('that is not YAML is left alone, with its place', async () => {
    writeFileSync(join(folder, 'handoff.yaml'), 'target: lonely: then not\n');
    await expect(init(folder, {}, person({}))).rejects.toThrow('handoff.yaml is not YAML from line 1 on');
    expect(handoffOf(folder)).toBe('target: lonely: then not\n');
  });

  it('that is a link to elsewhere is not written through', async () => {
    rmSync(join(folder, 'handoff.yaml'));
    symlinkSync(join(folder, '..', 'elsewhere.yaml'), join(folder, 'handoff.yaml'));
    await expect(init(folder, { yes: true })).rejects.toThrow('handoff.yaml is not a plain file');
    expect(existsSync(join(folder, '..', 'elsewhere.yaml'))).toBe(false);
  });
});

it('--template prints a handoff.yaml in which every line is a comment, and writes nothing', async () => {
  const before = readdirSync(folder);
  expect(await init(folder, { template: true })).toBe(0);
  expect(print.stdout).toContain('# references: [{title: "Artist, Song", note: low end}]');
  expect(readHandoff(print.stdout, 'handoff.yaml')).toEqual({ brief: {}, waivers: [], faults: [] });
  const filled = print.stdout.replace(/^# (?=[a-z][A-Za-z]*: )/gm, '');
  expect(readHandoff(filled, 'handoff.yaml').faults).toEqual([]);
  expect(Object.keys(readHandoff(filled, 'handoff.yaml').brief)).toHaveLength(16);
  expect(readdirSync(folder)).toEqual(before);
});
