import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AudioHeader } from '../../../src/model/delivery.js';
import { type MeasureJob, measureAll } from '../../../src/scan/audio/index.js';
import { encode, format, noise } from './pcm.js';

const RATE = 48_000;
const FRAMES = 50_000;
const sound = [noise(FRAMES, 0.5, 3), noise(FRAMES, 0.5, 4)];
const folder = mkdtempSync(join(tmpdir(), 'stemcheck-measure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('measuring files', () => {
  it('gives the same samples the same hash, whatever holds them', async () => {
    const little = pcmJob('a.wav', 44, false);
    const big = pcmJob('b.aiff', 54, true);
    const outcomes = await measureAll([little, big], { jobs: 2, cache: null });
    expect(outcomes.get('a.wav')?.measured?.frames).toBe(FRAMES);
    expect(outcomes.get('a.wav')?.measured?.pcmHash).toBe(outcomes.get('b.aiff')?.measured?.pcmHash);
  });

  it('goes on when one file has vanished', async () => {
    const gone = { ...pcmJob('gone.wav', 44, false), absolutePath: join(folder, 'not-there.wav') };
    const outcomes = await measureAll([gone, pcmJob('there.wav', 44, false)], { jobs: 1, cache: null });
    expect(outcomes.get('gone.wav')?.unread?.because).toBe('vanished');
    expect(outcomes.get('there.wav')?.measured).toBeDefined();
  });

  it('does not trust a file that grew since it was listed', async () => {
    const job = pcmJob('grew.wav', 44, false);
    appendFileSync(job.absolutePath, 'more');
    expect((await measureOne(job)).unread?.because).toBe('changed');
  });

  it('names the frames that a cut file lacks, and measures the rest', async () => {
    const job = pcmJob('cut.wav', 44, false);
    truncateSync(job.absolutePath, 44 + 6 * 40_000);
    const outcome = await measureOne({ ...job, bytes: statSync(job.absolutePath).size });
    expect(outcome.faults).toMatchObject([{ id: 'sound-short', message: expect.stringContaining('10,000 frames') }]);
    expect(outcome.measured?.frames).toBe(40_000);
  });

  it('loses one file to a fault of its own, not the run', async () => {
    const odd = pcmJob('odd.wav', 44, false);
    const header = Object.defineProperty({ ...odd.header }, 'data', {
      get: () => {
        throw new TypeError('a meter stumbled');
      },
    });
    const outcomes = await measureAll([{ ...odd, header }, pcmJob('next.wav', 44, false)], { jobs: 1, cache: null });
    expect(outcomes.get('odd.wav')?.unread).toMatchObject({
      because: 'unreadable',
      message: expect.stringContaining('a meter stumbled'),
    });
    expect(outcomes.get('next.wav')?.measured).toBeDefined();
  });

  it.skipIf(process.platform === 'win32')('goes on when a pipe took the place of a file', async () => {
    const piped = pcmJob('piped.wav', 44, false);
    rmSync(piped.absolutePath);
    execFileSync('mkfifo', [piped.absolutePath]);
    const outcomes = await measureAll([piped, pcmJob('other.wav', 44, false)], { jobs: 1, cache: null });
    expect(outcomes.get('piped.wav')?.unread?.because).toBe('special');
    expect(outcomes.get('other.wav')?.measured).toBeDefined();
  });

  it('ends when it is told to', async () => {
    const jobs = ['x.wav', 'y.wav'].map((name) => pcmJob(name, 44, false));
    await expect(measureAll(jobs, { jobs: 1, cache: null, signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('tells how far it is', async () => {
    const seen: [number, number][] = [];
    const jobs = ['p.wav', 'q.wav'].map((name) => pcmJob(name, 44, false));
    await measureAll(jobs, { jobs: 1, cache: null, onProgress: (done, of) => seen.push([done, of]) });
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('says of a codec that nobody decodes which one it is', async () => {
    const job = pcmJob('odd.wav', 44, false);
    const outcome = await measureOne({ ...job, header: { ...job.header, codec: 'adpcm' } });
    expect(outcome.unread).toMatchObject({ because: 'not-checked', message: expect.stringContaining('adpcm') });
  });
});

describe.skipIf(!hasProgram('flac', '--version'))('a FLAC file', () => {
  let flac: MeasureJob;
  let wav: MeasureJob;
  beforeAll(() => {
    wav = pcmJob('take.wav', 44, false);
    const path = join(folder, 'take.flac');
    const shape = [
      '--force-raw-format',
      '--endian=little',
      '--sign=signed',
      '--channels=2',
      '--bps=24',
      `--sample-rate=${RATE}`,
    ];
    const raw = join(folder, 'take.raw');
    writeFileSync(raw, readFileSync(wav.absolutePath).subarray(44));
    execFileSync('flac', ['--silent', '--force', ...shape, '-o', path, raw]);
    const header: AudioHeader = { ...pcmHeader(0, false), container: 'flac', codec: 'flac' };
    const { data, ...coded } = header;
    flac = { absolutePath: path, path: 'take.flac', bytes: statSync(path).size, header: coded };
  });

  it('measures like the WAV that it was made from', async () => {
    const { faults, measured } = await measureOne(flac);
    expect(faults).toEqual([]);
    expect(measured).toEqual((await measureOne(wav)).measured);
  });

  it('whose stored MD5 is another is named as corrupt', async () => {
    const bytes = readFileSync(flac.absolutePath);
    bytes[8 + 18]! ^= 1;
    expect((await measureOne(copy('md5.flac', bytes))).faults).toMatchObject([{ id: 'sound-md5' }]);
  });

  it('that is damaged in the middle is named as corrupt', async () => {
    const bytes = readFileSync(flac.absolutePath);
    bytes.fill(0x55, 100_000, 100_200);
    expect((await measureOne(copy('hurt.flac', bytes))).faults.map(({ is }) => is)).toContain('wrong');
  });

  it('that ends early says how many of its frames are there', async () => {
    const bytes = readFileSync(flac.absolutePath).subarray(0, 150_000);
    const { faults } = await measureOne(copy('short.flac', bytes));
    expect(faults.map(({ id }) => id)).toContain('sound-frames');
  });

  function copy(name: string, bytes: Uint8Array): MeasureJob {
    const absolutePath = join(folder, name);
    writeFileSync(absolutePath, bytes);
    return { ...flac, path: name, absolutePath, bytes: bytes.length };
  }
});

describe.skipIf(!hasProgram('ffmpeg', '-version'))('a coded file', () => {
  it.each([
    ['mp3', 'mp3', ['-c:a', 'libmp3lame', '-b:a', '320k'], 0.2],
    ['ogg', 'vorbis', ['-c:a', 'libvorbis', '-q:a', '9'], 0.5],
    ['opus', 'opus', ['-c:a', 'libopus', '-b:a', '256k'], 0.5],
    ['m4a', 'aac', ['-c:a', 'aac', '-b:a', '256k'], 1],
  ])('%s is as loud as what was encoded', async (extension, codec, options, withinDb) => {
    const wav = toneJob();
    const absolutePath = join(folder, `coded.${extension}`);
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', wav.absolutePath, ...options, absolutePath]);
    const header: AudioHeader = {
      container: extension === 'm4a' ? 'm4a' : 'mp3',
      codec,
      sampleRate: RATE,
      channels: 2,
      bitDepth: null,
      float: false,
      frames: null,
      seconds: null,
      lossy: true,
    };
    const { measured, faults } = await measureOne({
      absolutePath,
      path: extension,
      bytes: statSync(absolutePath).size,
      header,
    });
    expect(faults).toEqual([]);
    expect(Math.abs(measured!.rmsDbfs! - (await measureOne(wav)).measured!.rmsDbfs!)).toBeLessThan(withinDb);
  });
});

async function measureOne(job: MeasureJob) {
  const outcome = (await measureAll([job], { jobs: 1, cache: null })).get(job.path);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

function toneJob(): MeasureJob {
  const tone = Float64Array.from({ length: 4 * RATE }, (_, i) => 0.3 * Math.sin(i / 20));
  const shape = format({ channels: 2 });
  const absolutePath = join(folder, 'tone.wav');
  const bytes = encode([tone, tone], shape);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 6, 28);
  head.writeUInt16LE(6, 32);
  head.writeUInt16LE(24, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes.length, 40);
  writeFileSync(absolutePath, Buffer.concat([head, bytes]));
  const data = { atByte: 44, bytes: bytes.length, containerBits: 24 };
  return {
    absolutePath,
    path: 'tone.wav',
    bytes: 44 + bytes.length,
    header: { ...pcmHeader(44, false), frames: 4 * RATE, data },
  };
}

function pcmHeader(atByte: number, bigEndian: boolean): AudioHeader {
  return {
    container: bigEndian ? 'aiff' : 'wav',
    codec: 'pcm_s24',
    sampleRate: RATE,
    channels: 2,
    bitDepth: 24,
    float: false,
    endian: bigEndian ? 'be' : 'le',
    frames: FRAMES,
    seconds: FRAMES / RATE,
    lossy: false,
    data: { atByte, bytes: FRAMES * 6, containerBits: 24 },
  };
}

/** The measuring does not read headers, so any bytes may stand before the samples. */
function pcmJob(path: string, atByte: number, bigEndian: boolean): MeasureJob {
  const absolutePath = join(folder, path);
  const bytes = encode(sound, format({ channels: 2, bigEndian }));
  writeFileSync(absolutePath, Buffer.concat([Buffer.alloc(atByte), bytes]));
  return { absolutePath, path, bytes: atByte + bytes.length, header: pcmHeader(atByte, bigEndian) };
}

function hasProgram(name: string, option: string): boolean {
  try {
    execFileSync(name, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
