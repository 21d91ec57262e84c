import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { als, meta, midi, mmpz, recipe, zipped } from '../../../fixtures/sessions/pack.js';
import { readSession } from '../../../src/scan/sessions/index.js';
import { cpuMilliseconds } from '../../cpu-milliseconds.js';

const text = (words: string) => new TextEncoder().encode(words);

describe('a Reaper project', () => {
  it('gives tempo, meter, rate, tracks, media and markers', async () => {
    expect(await readSession(text(recipe('steady.rpp')), 'Song.rpp')).toEqual({
      path: 'Song.rpp',
      program: 'Reaper',
      read: true,
      tempo: 92.5,
      tempoChanges: [],
      meter: '4/4',
      meterChanges: [],
      key: null,
      sampleRate: 48_000,
      tracks: [
        { name: 'Kick', muted: false },
        { name: 'Lead Vox \\ old', muted: true },
      ],
      media: ['Audio/Kick in.wav', 'Audio/vox.wav'],
      markers: [
        { seconds: 0, beat: null, name: 'Intro' },
        { seconds: 10.378378, beat: null, name: 'Verse 1' },
        { seconds: 20, beat: null, name: 'Chorus' },
      ],
      faults: [],
    });
  });

  it('counts its tempo map in beats: 8 s at 120 are 16 beats, 4 s from 98.5 to 110 are 6.95', async () => {
    const session = await readSession(text(recipe('tempo-map.rpp')), 'Song.rpp');
    expect(session.tempo).toBe(120);
    expect(session.tempoChanges).toEqual([
      { atBeat: 16, bpm: 98.5 },
      { atBeat: 32.95, bpm: 110 },
    ]);
    expect(session.meterChanges).toEqual([{ atBeat: 26, meter: '7/8' }]);
    expect(session.sampleRate).toBeNull();
    expect(session.tracks).toEqual([{ name: 'Bass "DI"', muted: false }]);
  });

  it('keeps hundredths of a tempo', async () => {
    const session = await readSession(text(recipe('plain.rpp')), 'Song.RPP');
    expect(session).toMatchObject({ tempo: 171.33, meter: '6/8', tracks: [{ name: '', muted: false }] });
  });
});

describe('a Live set', () => {
  it('gives what Live 11 writes; a clip has its own meter and scale, which are not the song’s', async () => {
    expect(await readSession(als(recipe('live11.als.xml')), 'Song.als')).toMatchObject({
      program: 'Ableton Live 11.2.5',
      read: true,
      tempo: 92.35,
      tempoChanges: [],
      meter: '4/4',
      key: null,
      tracks: [
        { name: 'Lead Vox', muted: false },
        { name: '2-Operator', muted: true },
        { name: 'A-Reverb', muted: false },
      ],
      media: ['Samples/Recorded/Lead Vox 0001.wav'],
      markers: [
        { seconds: null, beat: 16, name: 'Verse' },
        { seconds: null, beat: 48.5, name: 'Chorus' },
      ],
    });
  });

  it('gives the map and the key of a Live 12 set, not the knob’s last place', async () => {
    expect(await readSession(als(recipe('live12-map.als.xml')), 'Song.als')).toMatchObject({
      tempo: 84,
      tempoChanges: [{ atBeat: 64, bpm: 88.25 }],
      meter: '6/8',
      meterChanges: [{ atBeat: 32, meter: '4/4' }],
      key: 'F# minor',
      tracks: [{ name: 'Drums', muted: false }],
    });
  });

  it('reads the older form of tempo and paths', async () => {
    expect(await readSession(als(recipe('live9.als.xml')), 'Song.als')).toMatchObject({
      tempo: 127.99,
      meter: null,
      media: ['Samples/Imported/loop.aif'],
    });
  });
});

describe('a DAWproject', () => {
  const packed = (name: string) => zipped({ 'metadata.xml': '<MetaData/>', 'project.xml': recipe(name) });

  it('gives tempo, meter, tracks without the master, media and markers', async () => {
    expect(await readSession(await packed('bitwig.dawproject.xml'), 'Song.dawproject')).toMatchObject({
      program: 'Bitwig Studio',
      tempo: 149,
      meter: '4/4',
      tracks: [
        { name: 'Bass', muted: false },
        { name: 'Lead Vox', muted: true },
      ],
      media: ['audio/Lead Vox.wav'],
      markers: [{ seconds: null, beat: 16, name: 'Verse' }],
    });
  });

  it('gives its tempo and meter maps', async () => {
    expect(await readSession(await packed('map.dawproject.xml'), 'Song.dawproject')).toMatchObject({
      program: 'Studio One',
      tempo: 100.5,
      tempoChanges: [{ atBeat: 96, bpm: 104.25 }],
      meter: '6/8',
      meterChanges: [{ atBeat: 48, meter: '9/8' }],
    });
  });

  it('states no tempo where it has none, and keeps markers in seconds', async () => {
    expect(await readSession(await packed('bare.dawproject.xml'), 'Song.dawproject')).toMatchObject({
      read: true,
      tempo: null,
      meter: null,
      markers: [{ seconds: 12.5, beat: null, name: 'Drop' }],
    });
  });
});

describe('an LMMS project', () => {
  it.each([
    ['plain', (xml: string) => text(xml), 'a.mmp'],
    ['packed', mmpz, 'a.mmpz'],
  ])('gives the same, %s', async (_, pack, path) => {
    expect(await readSession(pack(recipe('steady.mmp')), path)).toMatchObject({
      read: true,
      tempo: 87,
      meter: '7/8',
      tracks: [
        { name: 'Kicker', muted: false },
        { name: 'Vox take', muted: true },
      ],
      media: ['vox.wav'],
    });
  });

  it('follows the automation of the tempo, and no other', async () => {
    const session = await readSession(mmpz(recipe('automated.mmp')), 'a.mmpz');
    expect(session).toMatchObject({ tempo: 140, tempoChanges: [{ atBeat: 4, bpm: 151 }], tracks: [] });
  });

  it('reads the beat patterns of old projects', async () => {
    const session = await readSession(text(recipe('pattern.mmp')), 'a.mmp');
    expect(session.tempo).toBe(123);
    expect(session.tracks.map(({ name }) => name)).toEqual(['Beat 1', 'Snare']);
  });

  const real = new URL('../../../../shared/data/deliveries/sources/reggaetry/CapDan-ReggaeTry.mmpz', import.meta.url);
  it.skipIf(!existsSync(real))('of a released song has the tempo that LMMS shows (needs ../shared)', async () => {
    expect(await readSession(readFileSync(real), 'a.mmpz')).toMatchObject({ read: true, tempo: 180, meter: '4/4' });
  });
});

describe('a MIDI file', () => {
  const note = [0x90, 60, 100];
  it('gives tempo map, meter, key, tracks with notes, and markers', async () => {
    const bytes = midi(
      480,
      [
        [0, ...meta(0x03, 'Night Drive')],
        [0, ...meta(0x51, [0x09, 0xf3, 0x8e])], // 652,174 µs a beat
        [0, ...meta(0x58, [6, 3, 24, 8])],
        [0, ...meta(0x59, [3, 1])],
        [1920, ...meta(0x06, 'Chorus')],
        [0, ...meta(0x51, [0x07, 0xa1, 0x20])], // 500,000 µs
      ],
      [
        [0, ...meta(0x03, 'Bass')],
        [0, ...note],
        [480, 60, 0],
      ],
    );
    expect(await readSession(bytes, 'Song.mid')).toMatchObject({
      program: 'MIDI',
      read: true,
      tempo: 92,
      tempoChanges: [{ atBeat: 4, bpm: 120 }],
      meter: '6/8',
      key: 'F# minor',
      tracks: [{ name: 'Bass', muted: false }],
      markers: [{ seconds: null, beat: 4, name: 'Chorus' }],
    });
  });

  it('without a tempo states none', async () => {
    expect(await readSession(midi(96, [[0, ...note]]), 'a.mid')).toMatchObject({
      read: true,
      tempo: null,
      meter: null,
    });
  });

  it('keeps what stands before the place where it breaks off', async () => {
    const bytes = midi(480, [
      [0, ...meta(0x51, [0x07, 0xa1, 0x20])],
      [0, ...note],
    ]);
    expect(await readSession(bytes.subarray(0, bytes.length - 6), 'a.mid')).toMatchObject({ read: true, tempo: 120 });
  });
});

describe('a session that is not read', () => {
  it.each([
    ['Song.ptx', 'Pro Tools'],
    ['Song.logicx', 'Logic Pro'],
    ['Song.logicx/Alternatives/000/ProjectData', 'Logic Pro'],
    ['Song.cpr', 'Cubase'],
    ['Song.flp', 'FL Studio'],
    ['Song.song', 'Studio One'],
    ['Song.ardour', 'Ardour'],
  ])('%s is named, and nothing is claimed of it', async (path, program) => {
    expect(await readSession(text('anything'), path)).toMatchObject({ program, read: false, tempo: null, faults: [] });
  });
});

describe('a hostile session', () => {
  const zeros = Buffer.alloc(300 << 20);
  const deep = `<Ableton>${'<a>'.repeat(100_000)}`;
  const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Ableton>&b;</Ableton>';
  const outside = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><Ableton>&a;</Ableton>';
  it.each([
    ['a gzip bomb', gzipSync(zeros), 'a.als', 'session-too-large'],
    ['100,000 nested elements', gzipSync(deep), 'a.als', 'session-broken'],
    ['entities that repeat each other', gzipSync(laughs), 'a.als', 'session-broken'],
    ['an entity from outside', gzipSync(outside), 'a.als', 'session-broken'],
    ['half a set', als(recipe('live11.als.xml')).subarray(0, 500), 'a.als', 'session-broken'],
    ['text as a Live set', text('hello'), 'a.als', 'session-broken'],
    ['text as a project archive', text('hello'), 'a.dawproject', 'session-broken'],
    ['text as MIDI', text('hello'), 'a.mid', 'session-broken'],
    ['text as Reaper', text('hello'), 'a.rpp', 'session-broken'],
    ['nothing', new Uint8Array(0), 'a.mmpz', 'session-broken'],
  ])('%s is a fault in under a second', async (_, bytes, path, id) => {
    const start = cpuMilliseconds();
    const session = await readSession(bytes, path);
    expect(session).toMatchObject({ read: false, tempo: null, faults: [{ id }] });
    expect(cpuMilliseconds() - start).toBeLessThan(1_000);
  });

  it('a bomb in a project archive is a fault', async () => {
    const bytes = await zipped({ 'project.xml': `<Project>${' '.repeat(60 << 20)}</Project>` });
    expect(await readSession(bytes, 'a.dawproject')).toMatchObject({
      read: false,
      faults: [{ id: 'session-too-large' }],
    });
  });

  it('any bytes give facts or a fault, never a throw', async () => {
    const good = [
      midi(480, [
        [0, ...meta(0x51, [7, 161, 32])],
        [0, 0x90, 60, 1],
      ]),
      text(recipe('steady.rpp')),
      mmpz(recipe('steady.mmp')),
    ];
    const endings = ['mid', 'rpp', 'mmpz', 'als', 'dawproject'];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.tuple(fc.constantFrom(...good), fc.nat(), fc.nat(255)).map(([bytes, at, value]) => {
            const changed = Uint8Array.from(bytes);
            changed[at % changed.length] = value;
            return changed;
          }),
        ),
        fc.constantFrom(...endings),
        async (bytes, ending) => {
          const session = await readSession(bytes, `a.${ending}`);
          expect(session.read).toBe(session.faults.length === 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
