import { describe, expect, it } from 'vitest';
import { formOfName, sniff } from '../../src/scan/sniff.js';
import { ascii, be32, chunk, fmt, join, read, riff, zeros } from './headers/builders.js';

const UTF16_NOTES = Uint8Array.from([0xff, 0xfe, ...[...'Hi, mix'].flatMap((letter) => [letter.charCodeAt(0), 0])]);

describe('a file by its bytes', () => {
  it.each([
    ['Notes.txt', ascii('Tempo is 92 bpm.\r\n'), 'text', 'text'],
    ['Notes.txt', UTF16_NOTES, 'text', 'text'],
    [
      'Notizen.txt',
      Uint8Array.from([...ascii('F'), 0xfc, ...ascii('r den Mix: alles trocken, bitte laut.')]),
      'text',
      'text',
    ],
    ['Song.mid', join(ascii('MThd'), be32(6), zeros(6)), 'midi', 'a MIDI file'],
    ['Stems.zip', join(ascii('PK\x03\x04'), zeros(26)), 'archive', 'a ZIP archive'],
    ['Notes.docx', join(ascii('PK\x03\x04'), zeros(26)), 'document', 'a Word document'],
    ['Cover.png', join(ascii('\x89PNG\r\n\x1a\n'), zeros(20)), 'image', 'a PNG picture'],
    ['Brief.pdf', ascii('%PDF-1.7\n'), 'document', 'a PDF document'],
    ['Song.als', join(ascii('\x1f\x8b\x08'), zeros(20)), 'session', 'a session of Ableton Live'],
    ['Song.rpp', ascii('<REAPER_PROJECT 0.1 "7.0"\n'), 'session', 'a session of Reaper'],
    ['Bass.wav', riff(fmt(), chunk('data', zeros(60))), 'audio', 'a WAV file'],
    ['Bass', riff(fmt(), chunk('data', zeros(60))), 'audio', 'a WAV file'],
    ['Empty.txt', zeros(0), 'empty', 'empty'],
  ])('%s is told apart (%#)', (path, bytes, is, name) => {
    expect(formOf(bytes, path)).toMatchObject({ is, name });
  });

  it('names the program of a session', () => {
    expect(formOf(zeros(64), 'Song.ptx')).toMatchObject({ is: 'session', program: 'Pro Tools' });
  });

  it('is not taken for notes when text has the name of a sound file', () => {
    const { form, faults } = read(ascii('This is where the bass should be.'), 'Bass.wav');
    expect(form.is).toBe('other');
    expect(faults.map(({ id, looksLike }) => [id, looksLike])).toEqual([['not-audio', 'text']]);
  });

  it.each([
    ['an empty file', zeros(0)],
    ['zeros only', zeros(4096)],
    ['a ZIP archive', join(ascii('PK\x03\x04'), zeros(400))],
    [
      'a Git LFS pointer, not the file itself',
      ascii('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n'),
    ],
    ['an AppleDouble side file of macOS', join(be32(0x00051607, 0x00020000), zeros(80))],
    ['a PDF document', ascii('%PDF-1.7\n%\xe2\xe3')],
  ])('that should be sound and is %s is named for what it looks like', (looksLike, bytes) => {
    const { header, faults } = read(bytes, 'Bass.wav');
    expect(header).toBeUndefined();
    expect(faults.map((fault) => [fault.is, fault.looksLike])).toEqual([['wrong', looksLike]]);
  });
});

describe('a file by its name alone', () => {
  it.each([
    ['.DS_Store', 'junk'],
    ['Stems/._Kick.wav', 'junk'],
    ['__MACOSX/Stems/Kick.wav', 'junk'],
    ['Thumbs.db', 'junk'],
    ['Icon\r', 'junk'],
    ['Kick.wav.asd', 'junk'],
    ['Kick.wav.reapeaks', 'junk'],
    ['~$Notes.docx', 'junk'],
    ['.Kick.wav.icloud', 'placeholder'],
    ['References.gdoc', 'placeholder'],
    ['Kick.wav.part', 'unfinished'],
    ['Kick.wav.crdownload', 'unfinished'],
    ['Kick.wav.aria2', 'unfinished'],
  ])('%j is %s', (path, is) => {
    expect(formOfName(path)?.is).toBe(is);
  });

  it.each(['Kick.wav', 'Part 2.wav', 'Notes.txt', '.hidden.wav', 'Icon.wav', 'constructor', 'Vox.toString', 'Ref.url'])(
    '%s says nothing yet',
    (path) => {
      expect(formOfName(path)).toBeNull();
    },
  );
});

function formOf(bytes: Uint8Array, path: string) {
  return sniff(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes.length, path).form;
}
