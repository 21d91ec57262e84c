import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { wavFile } from '../../fixtures/wav-file.js';
import { diff } from '../../src/cli/diff.js';
import type { Diff } from '../../src/model/diff.js';
import { jsonSchemas } from '../../src/report/schema/json-schemas.js';
import { deliver, emptyFolder, printed } from './program.js';

const OPTIONS = {
  format: [],
  failOn: 'error',
  waivers: true,
  color: 'never',
  cache: false,
  // What the rough mix says has tests of its own and takes most of the time.
  rough: false,
  jobs: 1,
  rule: [],
  only: [],
} as const;

let old = '';
let now = '';
const print = printed();
beforeEach(() => {
  old = deliver('nothing-wrong', 'Night Drive');
  now = join(emptyFolder(), 'Night Drive v2');
  cpSync(old, now, { recursive: true });
});

const isDiff = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(jsonSchemas()['diff.schema.json'] ?? 'false'),
);

/** The comparison as programs read it: whatever changed, it is as the printed JSON Schema says. */
async function compared(): Promise<Diff> {
  await diff(old, now, { ...OPTIONS, format: ['json'] });
  const said = JSON.parse(print.stdout) as Diff;
  isDiff(said);
  expect(isDiff.errors ?? []).toEqual([]);
  return said;
}
const changes = ({ sounds }: Diff) => sounds.filter(({ is }) => is !== 'same');
const file = (folder: string, path: string) => join(folder, path);

/** The samples of a mono file of 24 bit, changed by `edit`. */
function edited(path: string, edit: (samples: Float64Array) => Float64Array, bits: 16 | 24 | 32 = 24): void {
  const bytes = readFileSync(path);
  const samples = Float64Array.from(
    { length: (bytes.length - 44) / 3 },
    (_, i) => bytes.readIntLE(44 + i * 3, 3) / 2 ** 23,
  );
  writeFileSync(path, wavFile([edit(samples)], { sampleRate: 48_000, bits, float: bits === 32 }));
}

describe('two deliveries', () => {
  it('that are copies hold the same sounds, and no gap opened or closed', async () => {
    const { sounds, gaps, words } = await compared();
    expect(sounds.map(({ is }) => is)).toEqual(Array(8).fill('same'));
    expect([gaps.closed, gaps.opened, words]).toEqual([[], [], []]);
    expect(await diff(old, now, { ...OPTIONS, only: ['same-length'] })).toBe(0);
    expect(print.stdout.replaceAll(/\s+/g, ' ')).toContain('can go on: all files hold the same sound.');
  });

  it('tell renamed, exported again, louder, late, changed, new and gone apart', async () => {
    renameSync(file(now, 'Stems/01 Kick.wav'), file(now, 'Stems/01 Kick Drum.wav'));
    edited(file(now, 'Stems/02 Snare.wav'), (samples) => samples, 32);
    edited(file(now, 'Stems/04 Bass.wav'), (samples) => samples.map((sample) => sample / 2));
    edited(file(now, 'Stems/06 Lead Vox.wav'), (samples) => {
      const late = new Float64Array(samples.length + 480);
      late.set(samples, 480);
      return late;
    });
    edited(file(now, 'Stems/03 Shaker.wav'), (samples) =>
      samples.map((sample, i) => (i > 96_000 && i < 144_000 ? 0 : sample)),
    );
    rmSync(file(now, 'Dry/06 Lead Vox DRY.wav'));
    writeFileSync(
      file(now, 'Stems/07 Riser.wav'),
      readFileSync(file(deliver('nothing-wrong'), 'Stems/03 Shaker.wav')).subarray(0, 200_044),
    );
    const found = changes(await compared());
    expect(found.map(({ is, was, now: to }) => [is, was, to])).toEqual([
      ['renamed', 'Stems/01 Kick.wav', 'Stems/01 Kick Drum.wav'],
      ['exported', 'Stems/02 Snare.wav', 'Stems/02 Snare.wav'],
      ['changed', 'Stems/03 Shaker.wav', 'Stems/03 Shaker.wav'],
      ['level', 'Stems/04 Bass.wav', 'Stems/04 Bass.wav'],
      ['moved', 'Stems/06 Lead Vox.wav', 'Stems/06 Lead Vox.wav'],
      ['new', null, 'Stems/07 Riser.wav'],
      ['gone', 'Dry/06 Lead Vox DRY.wav', null],
    ]);
    const [, exported, changed, level, moved] = found;
    expect(exported?.differs).toEqual({ width: { was: '24 bit', now: '32 bit float' } });
    expect(level?.gainDb).toBeCloseTo(-6.02, 1);
    expect(moved?.movedFrames).toBe(480);
    const [span] = changed?.differs?.spans ?? [];
    expect(span?.fromSeconds).toBeGreaterThan(1.9);
    expect(span?.toSeconds).toBeLessThan(3.1);
  });
});

describe('the gaps of two deliveries', () => {
  it('close where they are mended, and a file that was only renamed keeps its gap', async () => {
    const flat = (samples: Float64Array) => samples.map((sample) => Math.max(-0.1, Math.min(0.1, sample)) * 10);
    edited(file(old, 'Stems/02 Snare.wav'), flat);
    cpSync(file(old, 'Stems/02 Snare.wav'), file(now, 'Stems/02 Snare Top.wav'));
    rmSync(file(now, 'Stems/02 Snare.wav'));
    writeFileSync(
      file(old, 'handoff.yaml'),
      readFileSync(file(old, 'handoff.yaml'), 'utf8').replace(/^target:.*\n/m, ''),
    );
    const { gaps, words } = await compared();
    expect(gaps.closed.map(({ rule, how }) => ({ rule, how }))).toEqual([{ rule: 'emotional-target', how: 'mended' }]);
    expect(gaps.still.find(({ rule }) => rule === 'clipping')).toMatchObject({
      sound: 'renamed',
      files: ['Stems/02 Snare Top.wav'],
    });
    expect(gaps.opened).toEqual([]);
    expect(words).toEqual([
      expect.objectContaining({ is: 'said', field: 'target', file: 'handoff.yaml', line: expect.any(Number) }),
    ]);
  });

  it('that opened make the call fail, and the table says so', async () => {
    rmSync(file(now, 'Rough'), { recursive: true });
    const bytes = readFileSync(file(now, 'Stems/01 Kick.wav'));
    writeFileSync(file(now, 'Stems/01 Kick.wav'), bytes.subarray(0, bytes.length / 2));
    expect(await diff(old, now, OPTIONS)).toBe(1);
    expect(print.stdout).toContain('More gaps than before, and not ready yet');
    expect(print.stdout).toMatch(/New +✗ #1/);
    expect(print.stdout).toMatch(/≠ changed +│ +1 │ 01 Kick/);
    expect(print.stdout.replaceAll(/\s+/g, ' ')).toContain('drops one file (Night Drive ROUGH v3)');
  });

  it('are not called closed where nobody listened', async () => {
    edited(file(old, 'Stems/02 Snare.wav'), (samples) =>
      samples.map((sample) => Math.max(-0.1, Math.min(0.1, sample)) * 10),
    );
    await diff(old, now, { ...OPTIONS, quick: true, format: ['json'] });
    const { sounds, gaps } = JSON.parse(print.stdout) as Diff;
    expect(new Set(sounds.map(({ is }) => is))).toEqual(new Set(['not-compared']));
    expect(gaps.closed).toEqual([]);
  });

  it('fit into a message that a mixer sends back', async () => {
    writeFileSync(file(old, 'handoff.yaml'), 'song: Night Drive\n');
    await diff(old, now, { ...OPTIONS, format: ['message'] });
    expect(print.stdout).toContain('Hi, thank you for the new "Night Drive".');
    expect(print.stdout).toMatch(/gaps closed:\n(?:- .*\n)*- The emotional target is not said\n/);
    expect(print.stdout.length).toBeLessThanOrEqual(1400);
  });
});
