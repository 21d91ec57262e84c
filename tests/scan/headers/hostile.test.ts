import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../src/scan/headers/read-header.js';
import { HEAD_BYTES, runLater, runNow } from '../../../src/scan/headers/reading.js';
import { ascii, be16, be32, chunk, fmt, form, formChunk, join, le32, RATE_48K, riff, zeros } from './builders.js';

const MAGICS = [
  'RIFF\0\0\0\0WAVEfmt ',
  'RF64\xff\xff\xff\xffWAVEds64',
  'FORM\0\0\0\0AIFFCOMM',
  'FORM\0\0\0\0AIFCCOMM',
  'caff\0\x01\0\0desc',
  'fLaC\0\0\0\x22',
  'OggS\0\x02',
  'wvpk',
  'DSD ',
  '\0\0\0\x20ftypM4A ',
  'ID3\x04\0\0\0\0\x7f\x7f',
  '\xff\xfb\x90\0',
  '.snd',
  'riff\x2e\x91\xcf\x11',
];
const SEEDS: readonly Uint8Array[] = [
  riff(fmt(), chunk('LIST', join(ascii('INFO'), chunk('ICMT', ascii('take 4')))), chunk('data', zeros(600))),
  form('AIFF', formChunk('COMM', join(be16(2), be32(10), be16(16), RATE_48K)), formChunk('SSND', zeros(48))),
  ...MAGICS.map((magic) => join(ascii(magic), zeros(200))),
];
const damaged = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(260), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
    fc.nat(700),
  )
  .map(([seed, changes, length]) => {
    const bytes = seed.slice();
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    return bytes.subarray(0, Math.min(bytes.length, length + 1));
  });
const anything = fc.oneof(damaged, fc.uint8Array({ maxLength: 300 }));

describe('whatever the bytes are', () => {
  it('a reader ends, and invents no number', () => {
    fc.assert(
      fc.property(anything, (bytes) => {
        const { header, faults, form } = readNow(bytes);
        if (form.is === 'audio' && header === undefined) expect(faults.length).toBeGreaterThan(0);
        for (const value of Object.values(header ?? {})) {
          if (typeof value === 'number') expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
        if (header?.data) expect(header.data.atByte + header.data.bytes).toBeLessThanOrEqual(bytes.length);
        for (const { message } of faults) expect(message).not.toMatch(/NaN|undefined|∞/);
      }),
      { numRuns: 2000 },
    );
  });

  it('a reader that waits for its bytes finds what one that does not wait finds', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        const later = await runLater(
          readHeader(bytes.length, bytes.subarray(0, HEAD_BYTES), 'Bass.wav'),
          async (at, count) => bytes.slice(at, at + count),
        );
        expect(later).toEqual(readNow(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('a list in a list in a list, three thousand deep, is passed over', () => {
    let nested = ascii('INFO');
    for (let depth = 0; depth < 3000; depth++)
      nested = join(ascii('LIST'), le32(nested.length), nested.subarray(0, 60));
    expect(readNow(riff(fmt(), chunk('LIST', nested), chunk('data', zeros(60)))).header?.frames).toBe(10);
  });
});

function readNow(bytes: Uint8Array) {
  return runNow(readHeader(bytes.length, bytes.subarray(0, HEAD_BYTES), 'Bass.wav'), (at, count) =>
    bytes.subarray(at, at + count),
  );
}
