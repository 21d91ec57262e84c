import { describe, expect, it } from 'vitest';
import { ascii, chunk, faultIds, fmt, join, le16, le32, read, readCounted, riff, zeros } from './builders.js';

const SIXTY_BYTES = zeros(60); // ten frames of stereo at 24 bit

describe('a WAV file', () => {
  it('says its rate, width, channels and length, and where its samples lie', () => {
    expect(read(riff(fmt(), chunk('data', SIXTY_BYTES)))).toMatchObject({
      form: { is: 'audio', name: 'a WAV file' },
      header: {
        container: 'wav',
        codec: 'pcm_s24',
        sampleRate: 48_000,
        channels: 2,
        bitDepth: 24,
        float: false,
        endian: 'le',
        frames: 10,
        seconds: 10 / 48_000,
        lossy: false,
        data: { atByte: 44, bytes: 60, containerBits: 24 },
      },
      faults: [],
    });
  });

  it('keeps 20 valid bits in a container of 24', () => {
    const guid = join(le16(1), ascii('\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71'));
    const body = join(le16(0xfffe, 2), le32(48_000, 288_000), le16(6, 24, 22, 20), le32(3), guid);
    const { header, faults } = read(riff(chunk('fmt ', body), chunk('data', SIXTY_BYTES)));
    expect([header?.bitDepth, header?.codec, header?.frames]).toEqual([20, 'pcm_s24', 10]);
    expect(faults).toEqual([]);
  });

  it('tells how much is missing when the copy broke off', () => {
    const whole = riff(fmt(), chunk('data', SIXTY_BYTES));
    const { header, faults } = read(whole.subarray(0, whole.length - 32));
    expect([header?.frames, header?.framesDeclared]).toEqual([4, 10]);
    expect(faults.map(({ id, message }) => [id, message])).toEqual([
      ['truncated', 'The file ends too early: its header says 60 bytes of sound, and 28 are there.'],
    ]);
  });

  it('is not called broken for an odd chunk in front of its sound', () => {
    expect(faultIds(riff(fmt(), chunk('LIST', ascii('INFO\0')), chunk('data', SIXTY_BYTES)))).toEqual([]);
  });

  it('is read on behind a chunk that lacks its filling byte', () => {
    const noPad = join(ascii('junk'), le32(3), ascii('abc'));
    const { header, faults } = read(riff(fmt(), noPad, chunk('data', SIXTY_BYTES)));
    expect(header?.frames).toBe(10);
    expect(faults.map(({ id }) => id)).toEqual(['pad-missing']);
  });

  it('of a recorder that never wrote its length holds all the sound behind its header', () => {
    const open = join(ascii('RIFF'), le32(0), ascii('WAVE'), fmt(), ascii('data'), le32(0), zeros(6000).fill(200));
    const { header, faults } = read(open);
    expect(header?.frames).toBe(1000);
    expect(faults.map(({ id }) => id)).toEqual(['length-unknown']);
  });

  it('with a data chunk of 0 bytes and another chunk behind it holds no sound', () => {
    const { header, faults } = read(riff(fmt(), chunk('data', zeros(0)), chunk('LIST', ascii('INFO'))));
    expect(header).toBeUndefined();
    expect(faults.map(({ id, is }) => [id, is])).toEqual([['sound-missing', 'wrong']]);
  });

  it.each([
    ['no channels', fmt({ channels: 0 })],
    ['a rate of 0 Hz', fmt({ rate: 0 })],
    ['samples of 0 bits', fmt({ bits: 0, block: 4 })],
  ])('with %s cannot be played', (_, format) => {
    const { header, faults } = read(riff(format, chunk('data', SIXTY_BYTES)));
    expect(header).toBeUndefined();
    expect(faults.map(({ id }) => id)).toEqual(['format-impossible']);
  });

  it('whose frame size contradicts its channels is in doubt', () => {
    expect(read(riff(fmt({ block: 5 }), chunk('data', SIXTY_BYTES))).faults[0]).toMatchObject({
      id: 'frame-size-wrong',
      is: 'doubt',
      message: 'The header gives frames of 5 bytes where 2 × 24 bits need 6.',
    });
  });

  it('lasts as long as its fact chunk counts where the sound is packed', () => {
    const mp3 = chunk('fmt ', join(le16(85, 2), le32(48_000, 16_000), le16(1, 0)));
    const { header } = read(riff(mp3, chunk('fact', le32(96_000)), chunk('data', SIXTY_BYTES)));
    expect(header).toMatchObject({ codec: 'mp3', lossy: true, bitDepth: null, frames: null, seconds: 2 });
  });

  it('beyond 4 GiB is measured by its ds64 chunk', () => {
    const ds64 = chunk('ds64', join(le32(0, 0), le32(60, 0), le32(10, 0), le32(0)));
    const bytes = join(ascii('RF64'), le32(-1), ascii('WAVE'), ds64, fmt(), ascii('data'), le32(-1), SIXTY_BYTES);
    new DataView(bytes.buffer).setUint32(20, bytes.length - 8, true);
    expect(read(bytes)).toMatchObject({ header: { container: 'rf64', frames: 10 }, faults: [] });
  });

  it('with 200,000 empty chunks is read in few steps', () => {
    const many = new Uint8Array(1_600_000);
    for (let at = 0; at < many.length; at += 8) many.set(ascii('junk'), at);
    const head = join(ascii('RIFF'), le32(4 + 24 + many.length + 68), ascii('WAVE'), fmt());
    const bytes = new Uint8Array(head.length + many.length + 68);
    bytes.set(head);
    bytes.set(many, head.length);
    bytes.set(chunk('data', SIXTY_BYTES), head.length + many.length);
    const { facts, asks, asked } = readCounted(bytes);
    expect(facts.header?.frames).toBe(10);
    expect(asks).toBeLessThan(40);
    expect(asked).toBeLessThan(bytes.length + 65_536 * 2);
  });

  it('whose chunk claims 4 GB is not read for it', () => {
    const list = join(ascii('LIST'), le32(0xfffffff0), ascii('INFO'));
    const { facts, asked } = readCounted(riff(fmt(), list, chunk('data', SIXTY_BYTES)));
    expect(facts.header).toBeUndefined();
    expect(asked).toBeLessThan(65_536);
  });
});

describe('what a WAV file says beside its sound', () => {
  const bext = (low: number, high: number): Uint8Array => {
    const body = new Uint8Array(602);
    body.set(ascii('Verse take'), 0);
    body.set(ascii('Pro Tools'), 256);
    body.set(le32(low, high), 338);
    return chunk('bext', body);
  };

  it('is where it starts, who wrote it and what it is', () => {
    // One hour after midnight at 48 kHz.
    expect(read(riff(bext(172_800_000, 0), fmt(), chunk('data', SIXTY_BYTES))).header).toMatchObject({
      originFrame: 172_800_000,
      description: 'Verse take',
      software: 'Pro Tools',
    });
  });

  it('is left out where the start lies beyond all numbers', () => {
    const { header, faults } = read(riff(bext(0, 0xffffffff), fmt(), chunk('data', SIXTY_BYTES)));
    expect(header?.originFrame).toBeUndefined();
    expect(faults.map(({ id }) => id)).toEqual(['bext-time-absurd']);
  });

  it('is the tempo of a loop, and not that of a one-shot', () => {
    const acid = (flags: number) =>
      chunk('acid', join(le32(flags), zeros(16), new Uint8Array(new Float32Array([128.5]).buffer)));
    const tempoOf = (flags: number) => read(riff(fmt(), acid(flags), chunk('data', SIXTY_BYTES))).header?.tempo;
    expect([tempoOf(0), tempoOf(1)]).toEqual([128.5, undefined]);
  });

  it('is its markers with their names, in the order of time', () => {
    const cue = chunk(
      'cue ',
      join(
        le32(2),
        ...[[1, 96_000] as const, [2, 48_000] as const].map(([id, at]) =>
          join(le32(id, at), ascii('data'), le32(0, 0, at)),
        ),
      ),
    );
    const labels = chunk(
      'LIST',
      join(
        ascii('adtl'),
        chunk('labl', join(le32(1), ascii('Chorus\0'))),
        chunk('labl', join(le32(2), ascii('Verse\0'))),
      ),
    );
    expect(read(riff(fmt(), chunk('data', SIXTY_BYTES), cue, labels)).header?.markers).toEqual([
      { frame: 48_000, name: 'Verse' },
      { frame: 96_000, name: 'Chorus' },
    ]);
  });
});
