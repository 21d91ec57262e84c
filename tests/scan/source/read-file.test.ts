import { appendFileSync, chmodSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskFault, isOnlineOnly, openPath } from '../../../src/scan/source/path-source.js';
import { readBlobFacts, readFileFacts } from '../../../src/scan/source/read-file.js';
import { ascii, be32, join as bytes, chunk, fmt, riff, zeros } from '../headers/builders.js';

const folder = mkdtempSync(join(tmpdir(), 'stemcheck-read-'));
afterAll(() => rmSync(folder, { recursive: true }));
const WAV = riff(fmt(), chunk('data', zeros(600)));
// MPEG 1 layer III at 128 kbit/s and 44.1 kHz has frames of 417 bytes.
const MP3 = bytes(...Array.from({ length: 20 }, () => bytes(Uint8Array.of(0xff, 0xfb, 0x90, 0), zeros(413))));

describe('a file of a delivery', () => {
  it('says the same on disk and as a Blob', async () => {
    const fromDisk = await readFileFacts(put('Bass.wav', WAV), 'Bass.wav');
    const fromBlob = await readBlobFacts(new Blob([Uint8Array.from(WAV)]), 'Bass.wav');
    expect(fromDisk).toMatchObject({ bytes: WAV.length, header: { frames: 100 }, faults: [] });
    expect(fromBlob).toEqual(fromDisk);
  });

  it('that holds plain samples is read at once, without a promise', () => {
    expect(readFileFacts(put('Kick.wav', WAV), 'Kick.wav')).not.toBeInstanceOf(Promise);
  });

  it('that is gone counts as vanished', async () => {
    const facts = await readFileFacts(join(folder, 'Gone.wav'), 'Gone.wav');
    expect([facts.faults[0]?.id, facts.faults[0]?.is, facts.changed]).toEqual(['vanished', 'unavailable', 'vanished']);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('without permission says so', async () => {
    const path = put('Locked.wav', WAV);
    chmodSync(path, 0);
    expect((await readFileFacts(path, 'Locked.wav')).faults[0]?.id).toBe('no-permission');
  });

  it.each([
    ['EACCES', 'no-permission'],
    ['ENOENT', 'vanished'],
    ['EIO', 'disk-error'],
  ])('with the error %s of the disk has the fault %s', (code, id) => {
    expect(diskFault(Object.assign(new Error(code), { code }))).toMatchObject({ id, is: 'unavailable' });
  });

  it('does not hide a mistake of the program as one of the disk', () => {
    expect(() => diskFault(new TypeError('ours'))).toThrow('ours');
  });

  it.each(['.Bass.wav.icloud', 'Bass.wav.part', 'Bass.wav.crdownload', 'mix.gdoc'])(
    'is not opened as %s',
    async (name) => {
      // Where nothing lies, opening would give the fault of a file that vanished.
      const facts = await readFileFacts(join(folder, name), name);
      expect([facts.faults, ['placeholder', 'unfinished'].includes(facts.form.is)]).toEqual([[], true]);
    },
  );
});

describe('a file that moves while it is read', () => {
  it('is known by its growing', () => {
    const path = put('Growing.wav', WAV);
    const source = open(path);
    expect(source.changed()).toBeNull();
    appendFileSync(path, zeros(10));
    expect(source.changed()).toBe('changed');
    source.close();
  });

  it.skipIf(process.platform === 'win32')('is known by its vanishing', () => {
    const path = put('Vanishing.wav', WAV);
    const source = open(path);
    unlinkSync(path);
    expect(source.changed()).toBe('vanished');
    source.close();
  });
});

describe('a file that is online only', () => {
  it('counts no blocks on a Mac or under Windows', () => {
    expect(isOnlineOnly('darwin', { size: 50_000_000, blocks: 0 })).toBe(true);
    expect(isOnlineOnly('win32', { size: 50_000_000, blocks: 0 })).toBe(true);
  });

  it('is not a small file that lies in the tables of the file system, nor a file of zeros on Linux', () => {
    expect(isOnlineOnly('win32', { size: 600, blocks: 0 })).toBe(false);
    expect(isOnlineOnly('linux', { size: 50_000_000, blocks: 0 })).toBe(false);
  });
});

describe('tags', () => {
  it('that stand in front of an MP3 give it a title and a tempo', async () => {
    const text = (id: string, value: string) => bytes(ascii(id), be32(value.length + 1), zeros(3), ascii(value));
    const frames = bytes(text('TIT2', 'Night Drive'), text('TBPM', '92'));
    const tag = bytes(ascii('ID3'), Uint8Array.of(3, 0, 0, 0, 0, 0, frames.length), frames);
    const { header, tags } = await readFileFacts(put('Front.mp3', bytes(tag, MP3)), 'Front.mp3');
    expect(header).toMatchObject({ container: 'mp3', tempo: 92 });
    expect(tags).toEqual({ title: 'Night Drive', bpm: 92 });
  });

  it('that stand behind an MP3 are found, too', async () => {
    const tag = bytes(ascii('TAG'), ascii('Night Drive'.padEnd(30, '\0')), zeros(95));
    expect((await readFileFacts(put('Behind.mp3', bytes(MP3, tag)), 'Behind.mp3')).tags).toEqual({
      title: 'Night Drive',
    });
  });

  it('that are not there leave the file as it is', async () => {
    const { header, tags, faults } = await readFileFacts(put('Plain.mp3', MP3), 'Plain.mp3');
    expect([header?.container, tags, faults]).toEqual(['mp3', undefined, []]);
  });
});

function put(name: string, content: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function open(path: string) {
  const opened = openPath(path);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
