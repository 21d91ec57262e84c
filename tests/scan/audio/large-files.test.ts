import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../../../src/scan/scan.js';

const folder = mkdtempSync(join(tmpdir(), 'stemcheck-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RATE = 192_000;
const FRAME_BYTES = 8; // two channels of 32-bit float
const FRAMES = 560_000_000; // 4.17 GiB, of which only two frames lie on the disk
const LAST = FRAMES - 1000;
const DATA_BYTES = FRAMES * FRAME_BYTES;

// Only where a hole in a file takes no room on the disk.
describe.skipIf(process.platform === 'win32')('a file beyond 4 GiB', () => {
  it.each([
    ['RF64', 'Long.wav', rf64()],
    ['W64', 'Long.w64', w64()],
  ])(
    'is measured to its last frame: %s',
    async (_, name, head) => {
      const path = join(folder, name);
      const file = openSync(path, 'w');
      writeSync(file, head);
      ftruncateSync(file, head.length + DATA_BYTES);
      for (const frame of [1000, LAST])
        writeSync(file, floats(0.5, -0.25), 0, FRAME_BYTES, head.length + frame * FRAME_BYTES);
      closeSync(file);
      const delivery = await scan(folder, { rough: false });
      rmSync(path);
      const { header, measured } = delivery.files.find((each) => each.path === name)!;
      expect(header).toMatchObject({ sampleRate: RATE, channels: 2, float: true, frames: FRAMES });
      expect(measured).toMatchObject({
        frames: FRAMES,
        firstSoundFrame: 1000,
        lastSoundFrame: LAST,
        peakAtFrame: 1000,
        badSamples: { nan: 0, infinite: 0, huge: 0, denormal: 0, overs: 0 },
      });
      expect(measured?.channelPeaksDbfs.map((level) => level?.toFixed(2))).toEqual(['-6.02', '-12.04']);
    },
    120_000,
  );
});

function floats(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeFloatLE(value, 4 * i);
  });
  return bytes;
}

function fmt(): Buffer {
  const body = Buffer.alloc(16);
  body.writeUInt16LE(3, 0);
  body.writeUInt16LE(2, 2);
  body.writeUInt32LE(RATE, 4);
  body.writeUInt32LE(RATE * FRAME_BYTES, 8);
  body.writeUInt16LE(FRAME_BYTES, 12);
  body.writeUInt16LE(32, 14);
  return body;
}

/** EBU Tech 3306: sizes of 0xFFFFFFFF, whose true values stand in the ds64 chunk. */
function rf64(): Buffer {
  const ds64 = Buffer.alloc(8 + 28);
  ds64.write('ds64', 0);
  ds64.writeUInt32LE(28, 4);
  ds64.writeBigUInt64LE(BigInt(4 + 36 + 24 + 8 + DATA_BYTES), 8);
  ds64.writeBigUInt64LE(BigInt(DATA_BYTES), 16);
  ds64.writeBigUInt64LE(BigInt(FRAMES), 24);
  const open = Buffer.from([255, 255, 255, 255]);
  const sized = Buffer.from([16, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('RF64'),
    open,
    Buffer.from('WAVE'),
    ds64,
    Buffer.from('fmt '),
    sized,
    fmt(),
    Buffer.from('data'),
    open,
  ]);
}

/** Sony Wave64: names of 16 bytes, sizes of 8 that count name and size in. */
function w64(): Buffer {
  const RIFF = Buffer.from('726966662e91cf11a5d628db04c10000', 'hex');
  const name = (text: string): Buffer =>
    Buffer.concat([Buffer.from(text), Buffer.from('f3acd3118cd100c04f8edb8a', 'hex')]);
  const size = (bytes: number): Buffer => {
    const field = Buffer.alloc(8);
    field.writeBigUInt64LE(BigInt(bytes));
    return field;
  };
  const format = Buffer.concat([name('fmt '), size(24 + 16), fmt()]);
  const data = Buffer.concat([name('data'), size(24 + DATA_BYTES)]);
  return Buffer.concat([RIFF, size(40 + format.length + data.length + DATA_BYTES), name('wave'), format, data]);
}
