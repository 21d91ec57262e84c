import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { wavFile } from '../../fixtures/wav-file.js';
import type { Report } from '../../src/model/report.js';
import { deliver, emptyFolder, reportOf, stemcheck } from './program.js';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;
const SECOND = wavFile([Float64Array.from({ length: 48_000 }, (_, i) => 0.3 * Math.sin(i / 20))], {
  sampleRate: 48_000,
  bits: 24,
  float: false,
});

const finding = (report: Report, rule: string) => report.findings.filter((one) => one.rule === rule);
const pathsOf = (report: Report) => report.files.map(({ path }) => path);

describe('a folder with nothing in it', () => {
  it('is a report that says so, and exit code 1', async () => {
    const folder = emptyFolder();
    const { exitCode, stdout, stderr } = await stemcheck([folder]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toContain('There is no stem in the folder');
    expect((await reportOf(folder)).verdict).toBe('not-ready');
  });
});

describe('a handoff.yaml that is broken', () => {
  it('is a finding with line and column, and the rest of the report stands', async () => {
    const report = await reportOf(deliver('handoff-file-broken'));
    const [broken] = finding(report, 'brief-unreadable');
    expect(broken?.data).toMatchObject({ line: 2, column: 11 });
    expect(broken?.message).toContain('line 2, column 11');
    expect(report.files.filter(({ kind }) => kind === 'stem')).toHaveLength(7);
    expect(report.handoff.find(({ id }) => id === 'tempo')?.status).toBe('cannot-tell');
    expect(report.handoff.find(({ id }) => id === 'target')?.status).toBe('ok');
  });
});

describe('a file that is named .wav and is none', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0), /empty/],
    ['zeros', Buffer.alloc(5000), /zeros/],
    ['text', Buffer.from('Lead vocal, take three, the good one\n'.repeat(20)), /text/],
    ['a zip', Buffer.from('504b0304140000000000', 'hex'), /zip/i],
    [
      'an LFS pointer',
      Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`),
      /LFS/,
    ],
    ['AppleDouble', Buffer.from(`00051607000200004d6163204f532058${'00'.repeat(100)}`, 'hex'), /AppleDouble/],
  ])('%s: says what it looks like', async (_, bytes, looksLike) => {
    const folder = deliver('nothing-wrong');
    writeFileSync(join(folder, 'Stems', '07 Harp.wav'), bytes);
    const report = await reportOf(folder, '--quick');
    const [unread] = finding(report, 'unreadable-file');
    expect(unread?.files).toEqual(['Stems/07 Harp.wav']);
    expect(`${unread?.title} ${unread?.message}`).toMatch(looksLike);
  });
});

describe('a name that means harm', () => {
  const NAMES = [
    `${'L'.repeat(251)}.wav`,
    'Lead\nVox.wav',
    'Lead \u001b[31mVox\u001b[0m.wav',
    '<script>alert(1)<_script>.wav',
    'Lead \u202evaw.xoV.wav',
    "Lead'; rm -rf ~; '.wav",
  ];
  it.skipIf(isWindows)('is kept in JSON and harmless on a terminal', async () => {
    const folder = emptyFolder();
    for (const name of NAMES) writeFileSync(join(folder, name), SECOND);
    expect(pathsOf(await reportOf(folder, '--quick')).sort()).toEqual([...NAMES].sort());
    for (const color of ['never', 'always']) {
      const { stdout } = await stemcheck([folder, '--quick', '--verbose', '--color', color]);
      const uncoloured = stdout.replaceAll(new RegExp(`${'\u001b'}\\[[0-9;]*m`, 'g'), '');
      expect(uncoloured).toContain('Lead');
      expect(uncoloured).not.toMatch(/\p{Cc}(?<!\n)|[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
      expect(stdout).not.toContain('\u001b[31mVox');
    }
  });

  it.skipIf(process.platform !== 'linux')(
    'is named where it is no UTF-8, and its file counts as not read',
    async () => {
      const folder = deliver('nothing-wrong');
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/Stems/Fl`), Buffer.from([0xf6]), Buffer.from('te.wav')]),
        SECOND,
      );
      const report = await reportOf(folder, '--quick');
      expect(finding(report, 'path-portable')[0]?.message).toContain('not UTF-8');
      expect(report.coverage.unread.map(({ because }) => because)).toContain('name-not-utf8');
      expect(report.verdict).not.toBe('ready');
    },
  );
});

describe('what is no file', () => {
  it.skipIf(isWindows)('a FIFO and a link are named, never opened, never followed', async () => {
    const folder = deliver('nothing-wrong');
    const outside = emptyFolder();
    writeFileSync(join(outside, 'Secret.wav'), SECOND);
    execFileSync('mkfifo', [join(folder, 'Stems', '08 Pipe.wav')]);
    symlinkSync(outside, join(folder, 'More'));
    symlinkSync(join(outside, 'Secret.wav'), join(folder, 'Stems', '09 Link.wav'));
    const report = await reportOf(folder);
    expect(
      finding(report, 'special-file')
        .flatMap(({ files }) => files)
        .sort(),
    ).toEqual(['More', 'Stems/08 Pipe.wav', 'Stems/09 Link.wav']);
    expect(pathsOf(report).filter((path) => /Secret|Pipe|Link/.test(path))).toEqual([]);
  });

  it.skipIf(isWindows || isRoot)(
    'a sub-folder without permission stands in coverage, the rest is checked',
    async () => {
      const folder = deliver('nothing-wrong');
      chmodSync(join(folder, 'Dry'), 0o000);
      const report = await reportOf(folder, '--quick');
      chmodSync(join(folder, 'Dry'), 0o700);
      expect(report.coverage.unread).toMatchObject([{ path: 'Dry', because: 'no-permission' }]);
      expect(report.files.filter(({ kind }) => kind === 'stem')).toHaveLength(6);
    },
  );
});

describe('a file that moves', () => {
  it('while it is read is still uploading, and the rest is checked', async () => {
    const folder = deliver('nothing-wrong');
    const growing = join(folder, 'Stems', '06 Lead Vox.wav');
    const vanishing = join(folder, 'Stems', '05 Rhodes.wav');
    const state = { isDone: false };
    const check = reportOf(folder).finally(() => {
      state.isDone = true;
    });
    // Written to until the report is there: at some moment it changes between two reads.
    for (let i = 0; !state.isDone; i++) {
      if (i === 3) rmSync(vanishing);
      appendFileSync(growing, Buffer.alloc(512));
      await setTimeout(5);
    }
    const report = await check;
    const moved = report.coverage.unread.filter(({ because }) => because === 'changed' || because === 'vanished');
    expect(moved.map(({ path }) => path)).toContain('Stems/06 Lead Vox.wav');
    expect(finding(report, 'changed-while-read')[0]?.files).toContain('Stems/06 Lead Vox.wav');
    expect(report.verdict).not.toBe('ready');
    expect(report.files.find(({ path }) => path.endsWith('01 Kick.wav'))?.measured).toBeDefined();
  });
});

describe('a WAV of 200,000 chunks', () => {
  it('is read in less than a second', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'Stems'));
    const chunk = Buffer.from('junk\u0000\u0000\u0000\u0000', 'latin1');
    const bytes = Buffer.concat([
      SECOND.subarray(0, 36),
      ...Array.from({ length: 200_000 }, () => chunk),
      SECOND.subarray(36),
    ]);
    bytes.writeUInt32LE(bytes.length - 8, 4);
    writeFileSync(join(folder, 'Stems', 'Kick.wav'), SECOND);
    const plain = await secondsFor(folder);
    writeFileSync(join(folder, 'Stems', 'Kick.wav'), bytes);
    expect((await secondsFor(folder)) - plain).toBeLessThan(1);
    const report = await reportOf(folder, '--quick');
    expect(report.files[0]?.path).toBe('Stems/Kick.wav');
  });
});

async function secondsFor(folder: string): Promise<number> {
  const startedAt = performance.now();
  await stemcheck([folder, '--quick']);
  return (performance.now() - startedAt) / 1000;
}
