import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type MeasureJob, measureAll } from '../../../src/scan/audio/index.js';
import { cacheFolder, clearCache } from '../../../src/scan/cache/index.js';
import { encode, format, noise } from '../audio/pcm.js';

const FRAMES = 20_000;
const base = mkdtempSync(join(tmpdir(), 'stemcheck-cache-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('measurements kept between runs', () => {
  let folder: string;
  let job: MeasureJob;
  beforeEach(async () => {
    folder = mkdtempSync(join(base, 'cache-'));
    job = stemJob();
    await wait(150); // a file that was just written is not kept: it may still change within one tick of the clock
  });
  const run = async () => (await measureAll([job], { jobs: 1, cache: { folder } })).get(job.path)?.measured;
  const entries = () => readdirSync(folder).map((name) => join(folder, name));

  it('are the same as those of the first run', async () => {
    const first = await run();
    expect(entries()).toHaveLength(1);
    expect(await run()).toEqual(first);
  });

  it('are used: what stands in the entry comes back', async () => {
    await run();
    const [entry] = entries();
    const body = readFileSync(entry!, 'utf8').split('\n')[1]!.replace('"frames":20000', '"frames":7');
    writeFileSync(entry!, `${createHash('sha1').update(body).digest('hex')}\n${body}`);
    expect((await run())?.frames).toBe(7);
  });

  it('do not hide a byte that was changed in place, with the time set back', async () => {
    const first = await run();
    const { atime, mtime } = statSync(job.absolutePath);
    const file = openSync(job.absolutePath, 'r+');
    writeSync(file, Uint8Array.of(1), 0, 1, 44 + 3 * 10_000);
    closeSync(file);
    utimesSync(job.absolutePath, atime, mtime);
    expect((await run())?.pcmHash).not.toBe(first?.pcmHash);
  });

  it('do not trust an entry that is damaged, and write it anew', async () => {
    const first = await run();
    const [entry] = entries();
    const text = readFileSync(entry!, 'utf8');
    writeFileSync(entry!, text.replace(/"frames":\d+/, '"frames":7'));
    expect(await run()).toEqual(first);
    expect(readFileSync(entry!, 'utf8')).toBe(text);
  });

  it('keep within the size that was asked for', async () => {
    await run();
    job = stemJob(2);
    await wait(150);
    const bytes = statSync(entries()[0]!).size;
    await measureAll([job], { jobs: 1, cache: { folder, mostBytes: Math.round(1.5 * bytes) } });
    expect(entries()).toHaveLength(1);
  });

  it('can be cleared, and nothing else in the folder is', async () => {
    await run();
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    expect(clearCache({ folder }).entries).toBe(1);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('are not needed: a folder that cannot be made only costs time', async () => {
    const file = join(base, 'in-the-way');
    writeFileSync(file, '');
    const outcomes = await measureAll([job], { jobs: 1, cache: { folder: join(file, 'cache') } });
    expect(outcomes.get(job.path)?.measured?.frames).toBe(FRAMES);
  });

  it('lie in the cache folder of the system unless told otherwise', () => {
    expect(cacheFolder({})).toMatch(/stemcheck/i);
  });

  function stemJob(seed = 1): MeasureJob {
    const absolutePath = join(base, `stem-${seed}.wav`);
    const bytes = encode([noise(FRAMES, 0.5, seed)], format());
    writeFileSync(absolutePath, Buffer.concat([Buffer.alloc(44), bytes]));
    const header = {
      container: 'wav',
      codec: 'pcm_s24',
      sampleRate: 48_000,
      channels: 1,
      bitDepth: 24,
      float: false,
    } as const;
    const length = { frames: FRAMES, seconds: FRAMES / 48_000, lossy: false, endian: 'le' } as const;
    const data = { atByte: 44, bytes: bytes.length, containerBits: 24 };
    return { absolutePath, path: `stem-${seed}.wav`, bytes: 44 + bytes.length, header: { ...header, ...length, data } };
  }
});
