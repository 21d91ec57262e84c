import { describe, expect, it } from 'vitest';
import type { DeliveredFile } from '../../../src/model/delivery.js';
import { NO_LABEL } from '../../../src/model/label.js';
import { readManifests } from '../../../src/scan/archives/manifests.js';
import { cpuMilliseconds } from '../../cpu-milliseconds.js';

// Sums of "abc" from FIPS 180-4's examples and RFC 1321's test suite; of "123456789" from the CRC catalogue.
const ABC_SHA256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const ABC_SHA1 = 'a9993e364706816aba3e25717850c26c9cd0d89d';
const ABC_MD5 = '900150983cd24fb0d6963f7d28e17f72';
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const DIGITS_CRC32 = 'cbf43926';

/** What the only manifest of these files says of them, as "path is". */
async function results(contents: Readonly<Record<string, string>>, quick = false): Promise<string[]> {
  const { manifests } = await read(contents, quick);
  return manifests.flatMap((one) =>
    one.results.map(({ path, is, now }) => `${path} ${is}${now === undefined ? '' : ` → ${now}`}`),
  );
}

function read(contents: Readonly<Record<string, string>>, quick = false) {
  return readManifests(Object.keys(contents).map(fileOf), {
    piecesOf: async function* (path) {
      for (const letter of contents[path] ?? '') yield new TextEncoder().encode(letter);
    },
    unopened: new Set(),
    quick,
  });
}

function fileOf(path: string): DeliveredFile {
  const kind = /sums?|\.(?:md5|sha1|sfv|mhl)$|^manifest/i.test(path)
    ? 'manifest'
    : path.startsWith('._')
      ? 'junk'
      : 'stem';
  return { path, bytes: 3, kind, kindBecause: 'test', label: NO_LABEL, faults: [] };
}

describe('a manifest', () => {
  it.each([
    ['sha256sum', 'SHA256SUMS', `${ABC_SHA256}  Kick.wav\n`],
    ['sha256sum in binary mode on Windows', 'sha256sums.txt', `${ABC_SHA256.toUpperCase()} *Kick.wav\r\n`],
    ['md5sum', 'md5sums.txt', `${ABC_MD5}  ./Kick.wav\n`],
    ['md5 on macOS', 'sums.md5', `MD5 (Kick.wav) = ${ABC_MD5}\n`],
    ['openssl', 'sums.sha1', `SHA1(Kick.wav)= ${ABC_SHA1}\n`],
    ['sha1sum with a remark in front', 'sums.sha1', `# sent on Monday\n\n${ABC_SHA1}  Kick.wav\n`],
    [
      'a media hash list',
      'Night Drive.mhl',
      `<?xml version="1.0"?><hashlist version="1.1"><hash><file>Kick.wav</file><size>3</size><md5>${ABC_MD5}</md5></hash></hashlist>`,
    ],
  ])('of %s finds its file unchanged', async (_, name, text) => {
    expect(await results({ 'Kick.wav': 'abc', [name]: text })).toEqual(['Kick.wav same']);
  });

  it('of SFV finds its file unchanged', async () => {
    const text = `; made by a program\nLead Vox.wav ${DIGITS_CRC32.toUpperCase()}\n`;
    expect(await results({ 'Lead Vox.wav': '123456789', 'Night Drive.sfv': text })).toEqual(['Lead Vox.wav same']);
  });

  it('of BagIt finds what lies under data, with its escaped names', async () => {
    const files = { 'data/100% Vox.wav': 'abc', 'manifest-sha256.txt': `${ABC_SHA256}   data/100%25 Vox.wav\n` };
    expect(await results(files)).toEqual(['data/100% Vox.wav same']);
  });

  it('that was written one folder above, or with absolute paths, means the same files', async () => {
    const above = `${ABC_SHA256}  Night Drive/Stems/Kick.wav\n`;
    const absolute = `${ABC_SHA256} *C:\\Users\\kim\\Night Drive\\Stems\\Kick.wav\r\n`;
    for (const text of [above, absolute])
      expect(await results({ 'Stems/Kick.wav': 'abc', 'sha256sums.txt': text })).toEqual(['Stems/Kick.wav same']);
  });

  it('finds a name that is composed in another way', async () => {
    const files = { 'Me\u0301lodie.wav': 'abc', SHA256SUMS: `${ABC_SHA256}  M\u00e9lodie.wav\n` };
    expect(await results(files)).toEqual(['Me\u0301lodie.wav same']);
  });

  it('tells changed, missing, extra and renamed apart by content', async () => {
    const files = {
      'BD.wav': 'abc',
      'Bass.wav': 'abd',
      'New.wav': 'new',
      'Keys.wav': '',
      SHA256SUMS: [
        `${ABC_SHA256}  Kick.wav`,
        `${ABC_SHA256.replace('ba', 'bb')}  Bass.wav`,
        `${ABC_SHA256.replace('ba', 'bc')}  Pad.wav`,
        `${EMPTY_SHA256}  Keys.wav`,
      ].join('\n'),
    };
    expect(await results(files)).toEqual([
      'Kick.wav renamed → BD.wav',
      'Bass.wav changed',
      'Pad.wav missing',
      'Keys.wav same',
      'New.wav extra',
    ]);
  });

  it('names two files that swapped their names', async () => {
    const files = {
      'Kick.wav': '',
      'Snare.wav': 'abc',
      SHA256SUMS: `${ABC_SHA256}  Kick.wav\n${EMPTY_SHA256}  Snare.wav\n`,
    };
    expect(await results(files)).toEqual(['Kick.wav renamed → Snare.wav', 'Snare.wav renamed → Kick.wav']);
  });

  it('calls a file changed whose old content was kept under another name', async () => {
    const files = { 'Vox.wav': 'new', 'Vox old.wav': 'abc', SHA256SUMS: `${ABC_SHA256}  Vox.wav\n` };
    expect(await results(files)).toContain('Vox.wav changed');
  });

  it('says nothing of its own line, of leftovers of the system, and of files beside a sum for one file', async () => {
    const own = `${EMPTY_SHA256}  SHA256SUMS\n${EMPTY_SHA256}  ._Kick.wav\n${ABC_SHA256}  Kick.wav\n`;
    expect(await results({ 'Kick.wav': 'abc', '._Kick.wav': 'x', SHA256SUMS: own })).toEqual(['Kick.wav same']);
    const beside = { 'Kick.wav': 'abc', 'Kick.wav.md5': `${ABC_MD5}  Kick.wav\n`, 'Snare.wav': '' };
    expect(await results(beside)).toEqual(['Kick.wav same']);
  });

  it('that lies absurdly deep costs no more than another one', async () => {
    const lines = Array.from({ length: 200 }, (_, i) => `${ABC_SHA256}  x/${i}.wav\n`).join('');
    const deep = `${'a/'.repeat(1_500)}sha256sums.txt`;
    const started = cpuMilliseconds();
    await read({ [deep]: lines });
    expect(cpuMilliseconds() - started).toBeLessThan(2_000);
  });

  it('never leads out of the delivery', async () => {
    const text = `${ABC_SHA256}  ../../etc/passwd\n${ABC_SHA256}  Kick.wav\n`;
    expect(await results({ 'Kick.wav': 'abc', SHA256SUMS: text })).toEqual([
      '../../etc/passwd missing',
      'Kick.wav same',
    ]);
  });

  it('whose sums are of another algorithm of the same length accuses nobody', async () => {
    const stranger = (path: string) => `${ABC_SHA256.replace('ba', 'bb')}  ${path}\n`;
    const { manifests, unread } = await read({
      'A.wav': 'abc',
      'B.wav': '',
      checksums: stranger('A.wav') + stranger('B.wav'),
    });
    expect(manifests).toEqual([]);
    expect(unread.map(({ path, because }) => ({ path, because }))).toEqual([
      { path: 'checksums', because: 'not-checked' },
    ]);
  });

  it('without a sum in it is listed as not compared', async () => {
    const { manifests, unread } = await read({ 'A.wav': 'abc', 'sums.md5': '<html>404</html>' });
    expect(manifests).toEqual([]);
    expect(unread[0]?.message).toContain('states no sum');
  });

  it('is read and not compared in a quick look', async () => {
    const { manifests } = await read({ 'Kick.wav': 'abd', SHA256SUMS: `${ABC_SHA256}  Kick.wav\n` }, true);
    expect(manifests[0]?.entries).toEqual([{ path: 'Kick.wav', digest: ABC_SHA256, line: 1 }]);
    expect(manifests[0]?.results).toEqual([]);
  });
});
