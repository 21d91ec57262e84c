import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { resolveProfile } from '../../src/check/profiles/index.js';
import type { Delivery } from '../../src/model/delivery.js';
import type { Report } from '../../src/model/report.js';
import { scan } from '../../src/scan/scan.js';
import { deliver, emptyFolder } from './program.js';

const judge = (delivery: Delivery): Report =>
  check(delivery, { profile: resolveProfile('standard'), waivers: true, version: '0' });
const facts = ({ findings, handoff, verdict, song }: Report) => ({ findings, handoff, verdict, song });
const hasZip = spawnSync('zip', ['-v']).status === 0;

/** Packs a folder with Info-ZIP, as `how` says, from inside it or from above. */
function zipOf(folder: string, from: 'inside' | 'above', ...how: readonly string[]): string {
  const archive = join(emptyFolder(), `${basename(folder)}.zip`);
  const [cwd, what] = from === 'inside' ? [folder, '.'] : [dirname(folder), basename(folder)];
  execFileSync('zip', ['-q', '-r', ...how, archive, what], { cwd });
  return archive;
}

describe.skipIf(!hasZip)('a delivery in a zip (needs zip on PATH)', () => {
  it.each([
    ['packed from inside the folder', 'inside', []],
    ['packed from above it', 'above', []],
    ['stored without packing', 'above', ['-0']],
    ['with the larger headers of zip64', 'inside', ['-fz']],
  ] as const)('%s, has the same findings as the folder', async (_, from, how) => {
    const folder = deliver('paper-lanterns', 'Paper Lanterns');
    const archive = zipOf(folder, from, ...how);
    const before = readFileSync(archive);
    const [asFolder, asZip] = [judge(await scan(folder)), judge(await scan(archive))];
    expect(facts(asZip)).toEqual(facts(asFolder));
    expect(asZip.files.map(({ path, measured }) => [path, measured?.pcmHash])).toEqual(
      asFolder.files.map(({ path, measured }) => [path, measured?.pcmHash]),
    );
    expect(asZip.relations).toEqual(asFolder.relations);
    expect(readFileSync(archive).equals(before)).toBe(true);
  });
});

type Entry = {
  readonly name: string | Uint8Array;
  readonly content?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly mode?: number;
  readonly bytes?: number;
  /** where the directory says that it lies, if not where it does */
  readonly at?: number;
};

/** A ZIP written by hand, so that it may lie. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16 */
function craftedZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const content = Buffer.from(entry.content ?? '');
    const method = entry.method ?? 0;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(entry.flags ?? 0, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(entry.crc ?? crcOf(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(entry.bytes ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(entry.at ?? at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, rest, name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    locals.push(local);
    at += local.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, records, end]);
}

/** CRC-32 bit by bit, the formula of the standard. */
function crcOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

async function scanned(...entries: readonly Entry[]): Promise<Delivery> {
  const archive = join(emptyFolder(), 'Night Drive.zip');
  writeFileSync(archive, craftedZip([{ name: 'notes.txt', content: 'Tempo: 92 BPM\n' }, ...entries]));
  return scan(archive);
}
const faultIds = ({ archives }: Delivery) => archives.flatMap(({ faults }) => faults.map(({ id }) => id));
const paths = ({ files }: Delivery) => files.map(({ path }) => path);

describe('what a zip may not do', () => {
  it.each([
    ['a path that leads out', { name: '../../evil.sh' }, 'zip-path-outside'],
    ['a path from the root', { name: '/etc/passwd' }, 'zip-path-outside'],
    ['a path of a Windows drive', { name: 'C:\\Windows\\evil.dll' }, 'zip-path-outside'],
    ['a password', { name: 'Kick.wav', content: 'x'.repeat(20), flags: 1 }, 'zip-encrypted'],
    ['another way of packing', { name: 'Kick.wav', content: 'x', method: 14 }, 'zip-method'],
    ['a sum that does not fit', { name: 'lyrics.txt', content: 'la la la', crc: 1 }, 'zip-damaged'],
    [
      'packed bytes that do not fit the sum',
      { name: 'lyrics.txt', content: 'la la la', method: 8, crc: 1 },
      'zip-damaged',
    ],
    [
      'more bytes than its packed ones can give',
      { name: 'Kick.wav', content: 'x', method: 8, bytes: 10 ** 9 },
      'zip-size',
    ],
    ['the bytes of another file', { name: 'copy.txt', content: 'Tempo: 92 BPM\n', at: 0 }, 'zip-overlap'],
    ['a place behind the end', { name: 'Kick.wav', content: 'x', at: 10 ** 8 }, 'zip-entry-lost'],
    ['a name that is there already', { name: 'notes.txt', content: 'Tempo: 120 BPM\n' }, 'zip-name-twice'],
  ])('%s is refused by name, and archive-sound says so', async (_, entry, id) => {
    const delivery = await scanned(entry);
    expect(faultIds(delivery)).toEqual([id]);
    expect(judge(delivery).findings.map(({ rule }) => rule)).toContain('archive-sound');
  });

  it('a whole one accuses nobody', async () => {
    const delivery = await scanned({ name: 'lyrics.txt', content: 'la la la', method: 8 });
    expect(faultIds(delivery)).toEqual([]);
    expect(paths(delivery)).toEqual(['lyrics.txt', 'notes.txt']);
  });

  it('a link in it is named and not followed, as in a folder', async () => {
    const delivery = await scanned({ name: 'Kick.wav', content: '/etc/passwd', mode: 0o120777 });
    expect(delivery.coverage.specials).toEqual([{ path: 'Kick.wav', is: 'link' }]);
    expect(paths(delivery)).toEqual(['notes.txt']);
  });

  it.each([
    ['a pipe', 0o010644, 'fifo'],
    ['a socket', 0o140755, 'socket'],
    ['a device', 0o060660, 'device'],
  ])('%s in it is named and takes the place of no file', async (_, mode, is) => {
    const delivery = await scanned({ name: 'Kick.wav', mode });
    expect(delivery.coverage.specials).toEqual([{ path: 'Kick.wav', is }]);
    expect(paths(delivery)).toEqual(['notes.txt']);
  });

  it('one that unpacks to more than any drive holds is not read at all', async () => {
    const archive = join(emptyFolder(), 'bomb.zip');
    writeFileSync(archive, '');
    // Forty files of 1.85 GB, each packed as small as the format can; the bytes themselves are a hole in the file.
    const packedBytes = 1_800_000;
    const one = craftedZip([{ name: 'silence.wav', method: 8 }]);
    const directoryAt = one.indexOf('PK\x01\x02');
    const recordBytes = one.length - 22 - directoryAt;
    const records = Array.from({ length: 40 }, (_, i) => {
      const record = Buffer.from(one.subarray(directoryAt, directoryAt + recordBytes));
      record.writeUInt32LE(packedBytes, 20);
      record.writeUInt32LE(1_850_000_000, 24);
      record.writeUInt32LE(i * (packedBytes + 100), 42);
      record.write(String(10 + i), 46);
      return record;
    });
    const file = openSync(archive, 'r+');
    for (let i = 0; i < 40; i++) writeSync(file, one.subarray(0, directoryAt), 0, null, i * (packedBytes + 100));
    const end = Buffer.from(one.subarray(one.length - 22));
    const startOfDirectory = 40 * (packedBytes + 100);
    end.writeUInt16LE(40, 8);
    end.writeUInt16LE(40, 10);
    end.writeUInt32LE(40 * recordBytes, 12);
    end.writeUInt32LE(startOfDirectory, 16);
    writeSync(file, Buffer.concat([...records, end]), 0, null, startOfDirectory);
    closeSync(file);
    const delivery = await scan(archive);
    expect(faultIds(delivery)).toEqual(['zip-bomb']);
    expect(delivery.files).toEqual([]);
  });

  it('one that was cut off is a report, not a crash', async () => {
    const archive = join(emptyFolder(), 'Night Drive.zip');
    writeFileSync(archive, craftedZip([{ name: 'notes.txt', content: 'Tempo: 92 BPM\n' }]).subarray(0, 40));
    const delivery = await scan(archive);
    expect(faultIds(delivery)).toEqual(['zip-broken']);
    expect(judge(delivery).verdict).toBe('not-ready');
  });
});

it('a zip is read anew where another archive took its place since the last time', async () => {
  const archive = join(emptyFolder(), 'Night Drive.zip');
  writeFileSync(archive, craftedZip([{ name: 'notes.txt', content: 'Tempo: 92 BPM\n' }]));
  expect((await scan(archive)).brief.tempo[0]?.value).toEqual({ bpm: 92 });
  writeFileSync(archive, craftedZip([{ name: 'the notes.txt', content: 'Tempo: 120 BPM\n' }]));
  const delivery = await scan(archive);
  expect(paths(delivery)).toEqual(['the notes.txt']);
  expect(delivery.brief.tempo[0]?.value).toEqual({ bpm: 120 });
});

describe('names in a zip', () => {
  it('are UTF-8 where they are, whether the archive says so or not, and else CP437', async () => {
    const utf8 = Buffer.from('Mélodie.txt');
    const cp437 = Buffer.from([0x4d, 0x82, 0x6c, 0x6f, 0x2e, 0x74, 0x78, 0x74]); // "Mélo.txt"
    const delivery = await scanned(
      { name: utf8, content: 'a' },
      { name: Buffer.from('Grüße.txt'), content: 'b', flags: 0x800 },
      { name: cp437, content: 'c' },
    );
    expect(paths(delivery)).toEqual(['Grüße.txt', 'Mélo.txt', 'Mélodie.txt', 'notes.txt']);
  });

  it('of the leftovers of macOS are junk', async () => {
    const delivery = await scanned({ name: '__MACOSX/._notes.txt', content: 'x' });
    expect(delivery.files.map(({ path, kind }) => [path, kind])).toContainEqual(['__MACOSX/._notes.txt', 'junk']);
  });
});

describe('an archive inside a delivered folder', () => {
  it('says how much sound it hides', async () => {
    const folder = join(emptyFolder(), 'Night Drive');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'more stems.zip'),
      craftedZip([{ name: 'Pad.wav', content: 'x' }, { name: 'lyrics.txt' }]),
    );
    writeFileSync(join(folder, 'rest.rar'), 'Rar!\x1a\x07\x00');
    const { archives } = await scan(folder);
    expect(archives).toEqual([
      { path: 'more stems.zip', format: 'zip', entries: 2, audioEntries: 1, faults: [] },
      { path: 'rest.rar', format: 'rar', entries: null, audioEntries: null, faults: [] },
    ]);
  });
});
