import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { BaselineStates } from '../../src/model/audit.js';
import { formatGithub } from '../../src/report/github.js';
import { formatJunit } from '../../src/report/junit.js';
import { formatSarif } from '../../src/report/sarif.js';
import { terminalText } from '../../src/report/terminal-text.js';
import { finding, report, saltAndStatic } from './builders.js';
import { HARMFUL, hostileName, reportOn } from './hostile.js';

const names = fc.uniqueArray(hostileName, { minLength: 1, maxLength: 4 });

describe('SARIF', () => {
  const log = JSON.parse(formatSarif([saltAndStatic()]));
  const [run] = log.runs;
  it('holds a result a finding, in their order, recognised by the key', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.results).toHaveLength(11);
    expect(run.results.map((one: { properties: { number: number } }) => one.properties.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
    expect(run.results[0].partialFingerprints).toEqual({ 'stemcheckKey/v1': 'head-cut 10 Lead Vox.wav' });
    expect(run.results.map(({ level }: { level: string }) => level).slice(3, 5)).toEqual(['error', 'warning']);
    expect(run.results.at(-1).level).toBe('note');
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });
  it('points at a file below the folder that was given, as an address from the current one', () => {
    expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'Salt%20and%20Static/10%20Lead%20Vox.wav',
    });
    const elsewhere = JSON.parse(formatSarif([{ ...saltAndStatic(), root: '/mnt/drive/Salt' }]));
    expect(elsewhere.runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: '10%20Lead%20Vox.wav',
      uriBaseId: 'DELIVERY',
    });
  });
  it('keeps what was waived as suppressed, and names the line of a brief', () => {
    const waived = { reason: 'the crunch is the sound', file: 'handoff.yaml', line: 9 };
    const log = JSON.parse(
      formatSarif([
        report({
          findings: [
            finding({
              number: 1,
              rule: 'brief-line-unclear',
              files: ['handoff.yaml'],
              title: 'x',
              data: { line: 4, column: 8 },
            }),
            finding({ number: null, rule: 'clipping', title: 'y', waived }),
            finding({ number: null, rule: 'same-length', title: 'folded', followsFrom: 'z' }),
          ],
        }),
      ]),
    );
    const [line, suppressed, none] = log.runs[0].results;
    expect(line.locations[0].physicalLocation.region).toEqual({ startLine: 4, startColumn: 8 });
    expect(suppressed.suppressions[0].justification).toBe('the crunch is the sound');
    expect(none).toBeUndefined();
  });
  it('says against a baseline what is new, what changed and what is closed; a waived gap is not closed', () => {
    const gone = {
      key: 'clicks Bass.wav',
      rule: 'clicks',
      severity: 'warning',
      files: ['Bass.wav'],
      title: 'Bass clicks',
    };
    const meant = { ...gone, key: 'hum Keys.wav', rule: 'hum', title: 'Keys hums' };
    const now = report({
      findings: [
        finding({ number: 1, key: 'a', rule: 'clipping', title: 'x' }),
        finding({ number: 2, key: 'b', rule: 'clipping', title: 'y' }),
        finding({ number: 3, key: 'c', rule: 'clipping', title: 'z' }),
        finding({
          number: null,
          key: meant.key,
          rule: 'hum',
          title: 'w',
          waived: { reason: 'meant', file: 'h', line: 1 },
        }),
      ],
    });
    const known = new Map([
      ['a', 'unchanged'],
      ['b', 'updated'],
    ] as const);
    const absent = [gone, meant] as BaselineStates['absent'];
    const [{ results, tool }] = JSON.parse(formatSarif([now], { baseline: [{ known, absent }] })).runs;
    expect(results.map(({ baselineState }: { baselineState: string }) => baselineState)).toEqual([
      'unchanged',
      'updated',
      'new',
      'new',
      'absent',
    ]);
    expect(results[4]).toMatchObject({
      ruleId: 'clicks',
      partialFingerprints: { 'stemcheckKey/v1': 'clicks Bass.wav' },
    });
    expect(tool.driver.rules[results[4].ruleIndex].id).toBe('clicks');
    expect(formatSarif([now])).not.toContain('baselineState');
  });
  it('gives every name back from its address', () => {
    fc.assert(
      fc.property(names, (given) => {
        const back = JSON.parse(formatSarif([{ ...reportOn(given), root: '/x' }]));
        const { results } = back.runs[0];
        const whole = given.map((name) => name.replace(/\p{Surrogate}/gu, '\ufffd'));
        expect(
          results.map(({ locations }: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) =>
            decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri),
          ),
        ).toEqual(whole);
        expect(results.map((one: { properties: { files: string[] } }) => one.properties.files[0])).toEqual(given);
      }),
    );
  });
});

describe('JUnit', () => {
  const rules = [
    { id: 'clipping', summary: 'No stem is clipped', chapter: 'sound' },
    { id: 'tempo-stated', summary: 'The tempo is stated', chapter: 'handoff' },
    { id: 'stem-offset', summary: 'Stems lie where the rough mix has them', chapter: 'together' },
  ];
  it('has a case a rule: what holds passes, what did not run is skipped, errors fail', () => {
    const xml = read(
      formatJunit(
        [
          report({
            findings: [finding({ number: 1, rule: 'clipping', title: 'Snare is clipped', files: ['Snare.wav'] })],
            coverage: { ...report().coverage, rulesNotRun: [{ rule: 'stem-offset', needs: 'relations' }] },
          }),
        ],
        { rules },
      ),
    );
    const suite = xml.find(({ name }) => name === 'testsuite');
    expect(suite?.attributes).toMatchObject({ name: 'Night Drive', tests: '3', failures: '1', skipped: '1' });
    expect(xml.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes.name)).toEqual([
      'clipping: No stem is clipped',
      'tempo-stated: The tempo is stated',
      'stem-offset: Stems lie where the rough mix has them',
    ]);
    expect(xml.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes.message)).toEqual([
      'Snare is clipped',
    ]);
  });
  it('fails what the exit code fails: a warning only when asked to', () => {
    const warned = report({ findings: [finding({ rule: 'clipping', title: 'x', severity: 'warning' })] });
    const failures = (failOn: 'error' | 'warning') =>
      read(formatJunit([warned], { rules, failOn })).filter(({ name }) => name === 'failure').length;
    expect(failures('error')).toBe(0);
    expect(failures('warning')).toBe(1);
  });
  it('is XML that a strict reader takes, whatever the names, and says them again', () => {
    fc.assert(
      fc.property(names, (given) => {
        const text = formatJunit([reportOn(given)]);
        expect(text).not.toMatch(HARMFUL);
        const failures = read(text).filter(({ name }) => name === 'failure');
        const shown = given.map((name) => terminalText(name).replace(/[\ufffe\uffff]/g, '\ufffd'));
        expect(failures).toHaveLength(1);
        for (const name of shown) expect(failures[0]?.text).toContain(name);
      }),
      { numRuns: 200 },
    );
  });
});

describe('workflow commands', () => {
  it('say each finding at its file, and the verdict last', () => {
    const lines = formatGithub([saltAndStatic()]).trimEnd().split('\n');
    expect(lines).toHaveLength(12);
    expect(lines[2]).toMatch(
      /^::error file=Salt and Static\/04 Shaker\.wav,title=Shaker is at 44\.1 kHz%2C the set at 48 \(sample-rate-consistent\)::#3 /,
    );
    expect(lines[10]).toMatch(/^::notice /);
    expect(lines.at(-1)).toBe(
      '::error title=stemcheck::✗ Not ready to mix: Salt and Static (4 errors, 6 warnings, 1 note)',
    );
  });
  it('cannot be smuggled in by a name', () => {
    fc.assert(
      fc.property(names, (given) => {
        const text = formatGithub([{ ...reportOn(given), root: './Drop' }]);
        expect(text).not.toMatch(HARMFUL);
        expect(text).not.toContain('##[');
        const lines = text.trimEnd().split('\n');
        expect(lines).toHaveLength(given.length + 1);
        expect(lines.map((line) => command(line).verb)).toEqual([...given.map(() => 'error'), 'error']);
        expect(lines.slice(0, -1).map((line) => command(line).properties.file)).toEqual(
          given.map((name) => `Drop/${terminalText(name).replaceAll('##[', '## [')}`),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** A command as the runner reads it: the verb, properties split at commas, everything unescaped. */
function command(line: string): { verb: string; properties: Record<string, string>; message: string } {
  const match = /^::(\w+)(?: ([\s\S]*?))?::([\s\S]*)$/.exec(line);
  const [, verb = '', given = '', message = ''] = match ?? [];
  const plain = (text: string) =>
    text
      .replaceAll('%2C', ',')
      .replaceAll('%3A', ':')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%');
  const properties = given
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), plain(pair.slice(pair.indexOf('=') + 1))] as const);
  return { verb, properties: Object.fromEntries(properties), message: plain(message) };
}

type Element = { readonly name: string; readonly attributes: Record<string, string>; text: string };

function read(xml: string): Element[] {
  const parser = new SaxesParser();
  const all: Element[] = [];
  const open: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return all;
}
