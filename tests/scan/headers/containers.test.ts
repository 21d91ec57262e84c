import { describe, expect, it } from 'vitest';
import {
  ascii,
  be16,
  be32,
  chunk,
  faultIds,
  fmt,
  form,
  formChunk,
  join,
  le16,
  le32,
  RATE_48K,
  read,
  riff,
  zeros,
} from './builders.js';

const comm = (frames: number, bits = 16) => formChunk('COMM', join(be16(2), be32(frames), be16(bits), RATE_48K));
const ssnd = (bytes: number) => formChunk('SSND', zeros(8 + bytes));

describe('an AIFF file', () => {
  it('says its rate as an 80-bit number, and its length', () => {
    expect(read(form('AIFF', comm(10), ssnd(40)), 'Bass.aif')).toMatchObject({
      header: { container: 'aiff', codec: 'pcm_s16', sampleRate: 48_000, channels: 2, frames: 10, endian: 'be' },
      faults: [],
    });
  });

  it('may put its sound in front of its format', () => {
    expect(faultIds(form('AIFF', ssnd(40), comm(10)), 'Bass.aif')).toEqual([]);
  });

  it('that counts more samples than it holds is in doubt, and what it holds counts', () => {
    const { header, faults } = read(form('AIFF', comm(12), ssnd(40)), 'Bass.aif');
    expect([header?.frames, header?.framesDeclared]).toEqual([10, 12]);
    expect(faults.map(({ id }) => id)).toEqual(['length-disagrees']);
  });

  it('of type AIFC with little-endian samples says so', () => {
    const aifc = formChunk('COMM', join(be16(2), be32(10), be16(16), RATE_48K, ascii('sowt\0\0')));
    expect(read(form('AIFC', aifc, ssnd(40)), 'Bass.aif').header).toMatchObject({ container: 'aifc', endian: 'le' });
  });
});

describe('a CAF file', () => {
  const float64 = (value: number) => new Uint8Array(new Float64Array([value]).buffer).reverse();
  const desc = join(ascii('desc'), be32(0, 32), float64(48_000), ascii('lpcm'), be32(2, 6, 1, 2, 24));

  it('whose sound has no stated end goes on to the end of the file', () => {
    const bytes = join(ascii('caff'), be16(1, 0), desc, ascii('data'), be32(-1, -1, 0), zeros(60));
    expect(read(bytes, 'Bass.caf')).toMatchObject({
      header: { container: 'caf', codec: 'pcm_s24', bitDepth: 24, frames: 10, endian: 'le' },
      faults: [],
    });
  });
});

describe('a FLAC file', () => {
  // One frame of 192 samples of silence, made by the reference encoder's layout: constant subframes, mono, 16 bit.
  const streamInfo = (total: number) =>
    join(
      be16(192, 192),
      zeros(6),
      be32(((48_000 << 12) | (0 << 9) | (15 << 4)) >>> 0, total),
      zeros(15),
      Uint8Array.of(1),
    );
  const file = (total: number, ...frames: readonly Uint8Array[]) =>
    join(ascii('fLaC'), be32(0x80000022), streamInfo(total), ...frames);
  const frame = (number: number) =>
    withChecksums(Uint8Array.of(0xff, 0xf8, 0x1a, 0x08, number), Uint8Array.of(0, 0, 0));

  it('is whole where its last frame ends at its stated length', () => {
    expect(read(file(384, frame(0), frame(1)), 'Bass.flac')).toMatchObject({
      header: { container: 'flac', sampleRate: 48_000, channels: 1, bitDepth: 16, frames: 384 },
      faults: [],
    });
  });

  it('that lost its last frames is cut, and counts what is there', () => {
    const { header, faults } = read(file(48_000, frame(0), frame(1)), 'Bass.flac');
    expect([header?.frames, header?.framesDeclared]).toEqual([384, 48_000]);
    expect(faults.map(({ id }) => id)).toEqual(['truncated']);
  });

  it('may have a tag of old players behind its end', () => {
    const id3v1 = join(ascii('TAG'), zeros(125));
    expect(faultIds(file(384, frame(0), frame(1), id3v1), 'Bass.flac')).toEqual([]);
  });

  it('whose last frame lost a byte is named', () => {
    const whole = file(384, frame(0), frame(1));
    expect(faultIds(whole.subarray(0, whole.length - 1), 'Bass.flac')).toEqual(['last-frame-cut']);
  });
});

describe('an MP3 file', () => {
  // MPEG 1 layer III, 128 kbit/s, 44.1 kHz, stereo: 417 bytes, 1152 samples. Source: ISO/IEC 11172-3, 2.4.2.3
  const frame = join(Uint8Array.of(0xff, 0xfb, 0x90, 0x00), zeros(413));
  const frames = (count: number) => join(...Array.from({ length: count }, () => frame));

  it('lasts as long as its frames', () => {
    const { header, faults } = read(frames(50), 'Rough.mp3');
    expect(header).toMatchObject({ container: 'mp3', codec: 'mp3', sampleRate: 44_100, channels: 2, lossy: true });
    expect(header?.seconds).toBeCloseTo((50 * 1152) / 44_100, 9);
    expect(faults).toEqual([]);
  });

  it('whose encoder counted more frames than are there is cut', () => {
    const info = frame.slice();
    info.set(join(ascii('Info'), be32(3, 5000, 5001 * 417)), 36);
    expect(faultIds(join(info, frames(50)), 'Rough.mp3')).toEqual(['truncated']);
  });

  it('is found under the name of a WAV file', () => {
    expect(read(frames(5), 'Rough.wav').header?.container).toBe('mp3');
  });
});

describe('a tag in front of a header that knows none', () => {
  const tag = join(ascii('ID3'), Uint8Array.of(4, 0, 0, 0, 0, 0, 10), zeros(10));
  it('is named, and the sound behind it is read', () => {
    const { header, faults } = read(join(tag, riff(fmt(), chunk('data', zeros(60)))));
    expect(header?.frames).toBe(10);
    expect(faults.map(({ id }) => id)).toEqual(['tag-in-front']);
  });
});

describe('a Wave64 file', () => {
  it('counts its own headers in its sizes', () => {
    const guid = (name: string) =>
      join(ascii(name), Uint8Array.of(0xf3, 0xac, 0xd3, 0x11, 0x8c, 0xd1, 0, 0xc0, 0x4f, 0x8e, 0xdb, 0x8a));
    const riffGuid = join(ascii('riff'), Uint8Array.of(0x2e, 0x91, 0xcf, 0x11, 0xa5, 0xd6, 0x28, 0xdb, 4, 0xc1, 0, 0));
    const format = join(guid('fmt '), le32(40, 0), le16(1, 2), le32(48_000, 288_000), le16(6, 24));
    const bytes = join(
      riffGuid,
      le32(24 + 16 + 40 + 84, 0),
      guid('wave'),
      format,
      guid('data'),
      le32(84, 0),
      zeros(60),
    );
    expect(read(bytes, 'Bass.w64')).toMatchObject({
      header: { container: 'w64', bitDepth: 24, frames: 10 },
      faults: [],
    });
  });
});

/** Adds the checksums of RFC 9639, sections 9.1.8 and 9.3, bit by bit: the plain twin of the reader's tables. */
function withChecksums(head: Uint8Array, body: Uint8Array): Uint8Array {
  const all = join(head, Uint8Array.of(crc(head, 8, 0x07)), body);
  return join(all, be16(crc(all, 16, 0x8005)));
}
function crc(bytes: Uint8Array, width: number, polynomial: number): number {
  let value = 0;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const carry = ((value >> (width - 1)) ^ (byte >> bit)) & 1;
      value = ((value << 1) & (2 ** width - 1)) ^ (carry ? polynomial : 0);
    }
  }
  return value;
}
