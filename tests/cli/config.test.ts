import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { delivery, stem } from '../../src/check/examples.js';
import { RULES } from '../../src/check/rules/index.js';
import { readConfig } from '../../src/cli/config.js';
import { configPath } from '../../src/cli/config-path.js';
import { configJsonSchema } from '../../src/cli/config-schema.js';
import { formatChoices } from '../../src/cli/formats.js';
import { isDelivered } from '../../src/cli/is-delivered.js';
import { QuestionError } from '../../src/cli/question-error.js';
import { judgingSettings } from '../../src/cli/settings.js';

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'stemcheck-config-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("a studio's settings", () => {
  it('start from the profile that they extend', async () => {
    const { base, profile } = await judged('extends: two-track\n');
    expect(base).toBe('two-track');
    expect(profile.rules['mix-among-stems']?.severity).toBe('off');
    expect((await judged('name: house\n')).base).toBe('standard');
  });

  it('give way to a profile and a severity that are named for one run', async () => {
    const file = written('extends: two-track\nrules:\n  hum: error\n');
    const { base, profile } = await judgingSettings(
      { config: file, profile: 'strict', rule: ['hum=off'], only: [] },
      [],
    );
    expect(base).toBe('strict');
    expect(profile.rules.hum?.severity).toBe('off');
  });

  it('change the weight of a rule: a missing key becomes an error, then nothing', async () => {
    expect(severitiesOf(await judged('rules:\n  key-stated: error\n'), 'key-stated')).toEqual(['error']);
    expect(severitiesOf(await judged('rules:\n  key-stated: off\n'), 'key-stated')).toEqual([]);
  });

  it('change an option: 16 bit is enough for this studio', async () => {
    const sixteen = delivery(stem('Kick.wav', { bitDepth: 16 }), stem('Bass.wav', { bitDepth: 16 }));
    expect(severitiesOf(await judged('name: house\n'), 'bit-depth', sixteen)).toHaveLength(1);
    const settings = 'rules:\n  bit-depth:\n    options:\n      minimumBits: 16\n';
    expect(severitiesOf(await judged(settings), 'bit-depth', sixteen)).toEqual([]);
  });

  it('change a rule for some paths only', async () => {
    const two = delivery(stem('Loops/Break.wav', { bitDepth: 16 }), stem('Stems/Kick.wav', { bitDepth: 16 }));
    const settings = 'overrides:\n  - files: ["Loops/**"]\n    rules: { bit-depth: off, bit-depth-consistent: off }\n';
    const { findings } = reportWith(await judged(settings), two);
    expect(findings.filter(({ rule }) => rule === 'bit-depth').map(({ files }) => files)).toEqual([['Stems/Kick.wav']]);
  });

  it('may be JSON, and may name their schema', () => {
    const file = written('{ "$schema": "./stemcheck.schema.json", "rules": { "hum": "off" } }', 'house.json');
    expect(readConfig(file)).toMatchObject({ name: 'house', rules: { hum: { severity: 'off' } } });
  });

  it('may be empty', () => {
    expect(readConfig(written(''))).toMatchObject({ extends: null, rules: {}, overrides: [] });
  });

  it('take a rate as a number or as a word', () => {
    const file = written('rules:\n  sample-rate:\n    options:\n      ratesHz: [48000, "96000"]\n');
    expect(readConfig(file).rules['sample-rate']?.options?.ratesHz).toEqual(['48000', '96000']);
  });
});

describe('a line of the settings that cannot be understood', () => {
  it.each([
    ['a rule', 'rules:\n  same-lenght: off\n', ':2:3', 'there is no rule "same-lenght". Did you mean  same-length ?'],
    ['a profile', 'extends: stict\n', ':1:10', 'extends is "stict". Did you mean  strict ?'],
    ['a severity', 'rules:\n  hum: eror\n', ':2:8', 'hum is "eror". Did you mean  error ?'],
    ['a severity in lines', 'rules:\n  hum: { severity: loud }\n', ':2:20', 'Write off, info, warning or error.'],
    [
      'an option',
      'rules:\n  same-length:\n    options:\n      toleratedSecond: 1\n',
      ':4:7',
      'there is no option of same-length "toleratedSecond". Did you mean  toleratedSeconds ?',
    ],
    ['an option of none', 'rules:\n  hum: { options: { level: 1 } }\n', ':2:21', 'hum has no options.'],
    [
      'the kind of an option',
      'rules:\n  same-length:\n    options:\n      toleratedSeconds: long\n',
      ':4:25',
      'toleratedSeconds is "long". Write a number; standard is 0.1.',
    ],
    ['a setting', 'extend: strict\n', ':1:1', 'there is no setting "extend". Did you mean  extends ?'],
    ['an override without paths', 'overrides:\n  - files: []\n    rules: {}\n', ':2:12', 'Write a list of paths'],
    ['a list instead of lines', '- hum\n', ':1:1', 'Write lines such as  extends: standard'],
    ['an indent', 'rules:\n\thum: off\n', ':2:1', 'YAML'],
  ])('%s: is named with line and column, and with what was probably meant', (_, text, place, says) => {
    const file = written(text);
    const { what, details } = question(() => readConfig(file));
    expect(`${what}\n${details.join('\n')}`).toContain(says);
    expect(details[0]).toContain(`${file}${place}  `);
  });

  it('does not hide the next one', () => {
    const { details } = question(() => readConfig(written('rules:\n  hum: loud\n  clicks: loud\n')));
    expect(details.filter((line) => line.includes('loud'))).toHaveLength(2);
  });

  it('with aliases that would fill the memory is refused', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 12; at++)
      bomb.push(
        `a${at}: &a${at} [${Array(9)
          .fill(`*a${at > 1 ? at - 1 : ''}`)
          .join(', ')}]`,
      );
    expect(question(() => readConfig(written(bomb.join('\n')))).what).toContain('cannot be read');
  });

  it('of a file that is not there says so', () => {
    expect(question(() => readConfig(join(work, 'nowhere.yaml'))).what).toContain('ENOENT');
  });
});

describe('where settings are found', () => {
  it('is the current folder or one above, the nearest first, then the folder of the user', () => {
    const inner = folder('studio/client/incoming');
    const user = folder('user');
    writeFileSync(join(user, 'stemcheck.config.yaml'), '');
    expect(configPath(inner, user, [])).toBe(join(user, 'stemcheck.config.yaml'));
    writeFileSync(join(work, 'studio', 'stemcheck.config.yaml'), '');
    expect(configPath(inner, user, [])).toBe(join(work, 'studio', 'stemcheck.config.yaml'));
    writeFileSync(join(work, 'studio', 'client', 'stemcheck.config.json'), '{}');
    expect(configPath(inner, user, [])).toBe(join(work, 'studio', 'client', 'stemcheck.config.json'));
  });

  it('is never the delivered folder, nor anything in it, even when it is the current one', () => {
    const delivered = folder('drop/Night Drive/Stems');
    writeFileSync(join(work, 'drop', 'Night Drive', 'stemcheck.config.yaml'), 'rules: { clipping: off }');
    const nobody = join(work, 'nobody');
    expect(configPath(delivered, nobody, [join(work, 'drop', 'Night Drive')])).toBeNull();
    expect(configPath(delivered, nobody, [])).not.toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is not the delivered folder by way of a link either', () => {
    const delivered = folder('linked/Night Drive');
    writeFileSync(join(delivered, 'stemcheck.config.yaml'), '');
    symlinkSync(delivered, join(work, 'shortcut'));
    expect(isDelivered(join(delivered, 'stemcheck.config.yaml'), [join(work, 'shortcut')])).toBe(true);
    expect(isDelivered(join(work, 'stemcheck.config.yaml'), [join(work, 'shortcut')])).toBe(false);
  });

  it('cannot be named inside the delivered folder', async () => {
    const delivered = folder('named/Night Drive');
    const config = join(delivered, 'mine.yaml');
    writeFileSync(config, 'rules: { clipping: off }');
    await expect(judgingSettings({ config, rule: [], only: [] }, [delivered])).rejects.toMatchObject({
      what: expect.stringContaining('lie in the delivered folder'),
    });
  });
});

describe('the schema for editors', () => {
  const schema = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../stemcheck.schema.json', import.meta.url)), 'utf8'),
  );
  const validate = new Ajv().compile(schema);

  it('lies beside the program as the code prints it', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
  });

  it('completes every rule', () => {
    expect(Object.keys(schema.definitions.rules.properties)).toEqual(RULES.map(({ id }) => id));
  });

  it('takes what the program takes', () => {
    expect(
      validate({
        $schema: './stemcheck.schema.json',
        extends: 'strict',
        rules: { hum: 'off', 'same-length': { severity: 'error', options: { toleratedSeconds: 1 } } },
        overrides: [{ files: ['Loops/**'], rules: { clipping: 'info' } }],
      }),
    ).toBe(true);
  });

  it.each([
    ['a rule that does not exist', { rules: { 'same-lenght': 'off' } }],
    ['an option that does not exist', { rules: { 'same-length': { options: { seconds: 1 } } } }],
    ['an option of another kind', { rules: { 'same-length': { options: { toleratedSeconds: 'long' } } } }],
    ['a profile that does not exist', { extends: 'relaxed' }],
  ])('underlines %s', (_, settings) => {
    expect(validate(settings)).toBe(false);
  });
});

function judged(text: string) {
  return judgingSettings({ config: written(text), rule: [], only: [] }, []);
}

function reportWith({ profile }: Awaited<ReturnType<typeof judged>>, of = delivery(stem('Kick.wav'))) {
  return check(of, { profile, waivers: true, version: '0' });
}

function severitiesOf(settings: Awaited<ReturnType<typeof judged>>, rule: string, of?: ReturnType<typeof delivery>) {
  return reportWith(settings, of)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity }) => severity);
}

function written(text: string, name = 'house.yaml'): string {
  const file = join(mkdtempSync(join(work, 'file-')), name);
  writeFileSync(file, text);
  return file;
}

function folder(path: string): string {
  const made = join(work, path);
  mkdirSync(made, { recursive: true });
  return made;
}

function question(ask: () => unknown): QuestionError {
  try {
    ask();
  } catch (error) {
    if (error instanceof QuestionError) return error;
    throw error;
  }
  throw new Error('nothing was asked');
}

describe('a report', () => {
  it.skipIf(process.platform === 'win32')('is not written into the delivered folder, by way of a link either', () => {
    const delivered = folder('sent/Night Drive/Stems');
    symlinkSync(delivered, join(work, 'my reports'));
    const named = (file: string) => () => formatChoices([`json=${join(work, file)}`], [join(work, 'sent/Night Drive')]);
    expect(question(named('sent/Night Drive/report.json')).what).toContain('lies in the delivered folder');
    expect(question(named('my reports/new/report.json')).what).toContain('lies in the delivered folder');
    expect(named('sent/report.json')()).toHaveLength(1);
  });
});
