import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../../src/scan/brief/notes/index.js';

const TUESDAY = '2026-03-10';
const factsOf = (text: string, today: string | null = TUESDAY) =>
  readNotes(text, today === null ? {} : { today })
    .facts.filter(({ field }) => field !== 'lang')
    .map(({ field, value, line }) => ({ field, value, line }));
const valuesOf = (text: string, field: string, today: string | null = TUESDAY) =>
  factsOf(text, today)
    .filter((fact) => fact.field === field)
    .map(({ value }) => value);

describe('a page of notes', () => {
  const notes = [
    '# Slow Harbour, for the mix', // 1
    '',
    '| BPM | 92.5 |', // 3
    '| Key | E flat minor |',
    '',
    'The structure is locked. Lead is comped.', // 6
    'Vocals come dry and wet, and the tape delay on the bridge is printed on purpose.',
    '',
    '## References', // 9
    '- Kate Example - Low Water: how close the voice is',
    '- "Salt" by The Examples',
    '',
    '## What it should feel like', // 13
    'coming home too late',
    '',
    'Due: Friday, 20 March 2026, 6pm', // 16
    'Please send main, instrumental and a cappella.',
    'Could you tune the harmonies, and the snare could be a bit brighter?',
  ].join('\n');

  it('is read field by field, each with its line', () => {
    expect(factsOf(notes)).toEqual([
      { field: 'tempo', value: { bpm: 92.5 }, line: 3 },
      { field: 'key', value: { tonic: 'Eb', mode: 'minor' }, line: 4 },
      { field: 'arrangement', value: 'final', line: 6 },
      { field: 'takes', value: 'chosen', line: 6 },
      { field: 'effects', value: 'keep', line: 7 },
      { field: 'dryWet', value: 'both', line: 7 },
      {
        field: 'references',
        value: { artist: 'Kate Example', title: 'Low Water', comment: 'how close the voice is' },
        line: 10,
      },
      { field: 'references', value: { artist: 'The Examples', title: 'Salt' }, line: 11 },
      { field: 'target', value: 'coming home too late', line: 14 },
      { field: 'deadline', value: { date: '2026-03-20', time: '18:00' }, line: 16 },
      { field: 'deliverables', value: 'main', line: 17 },
      { field: 'deliverables', value: 'instrumental', line: 17 },
      { field: 'deliverables', value: 'acapella', line: 17 },
      {
        field: 'scope',
        value: expect.objectContaining({ quote: 'Could you tune the harmonies', stage: 'editing' }),
        line: 18,
      },
      {
        field: 'scope',
        value: expect.objectContaining({ quote: 'the snare could be a bit brighter', stage: 'mixing' }),
        line: 18,
      },
    ]);
  });

  it('names what it states twice with different values, and keeps both', () => {
    const { facts, contradictions } = readNotes('Tempo 96\nKey: C major\n(the session runs at 98 bpm)\nKey: C major');
    expect(contradictions).toEqual(['tempo']);
    expect(facts.filter(({ field }) => field === 'tempo').map(({ line }) => line)).toEqual([1, 3]);
  });

  it('says who approves, how the song is called and which files it names, beside the facts', () => {
    const { facts, asides } = readNotes('Song: Low Water\nApproval: Kate\nRough mix: LW_rough_v3.wav\nFiles: Bell.wav');
    expect(facts.filter(({ field }) => field !== 'lang')).toEqual([]);
    expect(asides.map(({ field, value, line }) => [field, value, line])).toEqual([
      ['song', 'Low Water', 1],
      ['approver', 'Kate', 2],
      ['roughMix', 'LW_rough_v3.wav', 3],
      ['promised', { what: 'Bell.wav', file: 'Bell.wav' }, 4],
    ]);
  });

  it('promises nothing of a file that it calls missing', () => {
    expect(readNotes('Bell.wav is missing, I will send it tonight').asides).toEqual([]);
  });
});

describe('a chat', () => {
  const chat = [
    '[09/03/2026, 18:02] Ana: stems are in the folder',
    '[09/03/2026, 18:03] Ben: tempo?',
    '[09/03/2026, 18:05] Ana: 143',
    '[09/03/2026, 18:06] Ben: and when do you need it',
    '[09/03/2026, 18:20] Ana: thursday would be great',
  ].join('\n');

  it('answers its own questions, and its clock is no tempo', () => {
    expect(valuesOf(chat, 'tempo')).toEqual([{ bpm: 143 }]);
  });
  it('counts a weekday from the day on which it was written, where no other day is given', () => {
    expect(valuesOf(chat, 'deadline', null)).toEqual([{ date: '2026-03-12' }]);
  });
});

describe('a key', () => {
  it.each([
    ['Tonart: h-Moll', { tonic: 'B', mode: 'minor' }], // German H is B natural
    ['in B-Dur', { tonic: 'Bb', mode: 'major' }], // German B is B flat
    ['As-Dur', { tonic: 'Ab', mode: 'major' }],
    ['sol dièse mineur', { tonic: 'G#', mode: 'minor' }],
    ['Tonalidad: Mi bemol mayor', { tonic: 'Eb', mode: 'major' }],
    ['Camelot 1A', { tonic: 'Ab', mode: 'minor' }], // the wheel starts at A flat minor
    ['Camelot 12B', { tonic: 'E', mode: 'major' }],
    ['key of F sharp', { tonic: 'F#' }],
    ['Key: D, capo 2 so he plays C shapes', { tonic: 'D' }],
  ])('%s', (text, key) => {
    expect(valuesOf(text, 'key')).toEqual([key]);
  });

  it.each(['the key is patience', 'a minor detail', 'She lives in C', 'I am in a hurry', 'from A to G'])(
    'stays silent on "%s"',
    (text) => {
      expect(valuesOf(text, 'key')).toEqual([]);
    },
  );
});

describe('an emotional target', () => {
  it("is read in the words of the mixer's own question", () => {
    const answer = 'The listener should feel a bit lost at first and then carried away in the second chorus.';
    expect(valuesOf(answer, 'target')).toEqual([answer]);
    expect(valuesOf('The listener should hear the fill', 'target')).toEqual([]);
  });
});

describe('a line that ends on a verb', () => {
  it('ends there where it says how something is, and goes on where it says what something is', () => {
    const notes = (first: string) => `${first}\nThe arrangement is final.`;
    expect(valuesOf(notes('Reference: Artist - Song, for how close the voice is'), 'arrangement')).toEqual(['final']);
    expect(valuesOf(notes('Referenz: Artist - Song, weil die Stimme so nah ist'), 'arrangement')).toEqual(['final']);
    expect(valuesOf('The tempo of the whole song is\n92 bpm', 'tempo')).toEqual([{ bpm: 92 }]);
  });
});

describe('a tempo', () => {
  it.each([
    ['roughly 77, no click', { bpm: 77, approx: true }],
    ['was 120, now 118 bpm', { bpm: 118 }],
    ['bpm 150, half-time', { bpm: 150, feel: 'half-time' }],
    ['Bar 1: 70 bpm\nBar 33: 75 bpm', { bpm: 70, changes: [{ bpm: 75, at: 'Bar 33', bar: 33 }] }],
    ['97,5 BPM', { bpm: 97.5 }],
  ])('%s', (text, tempo) => {
    expect(valuesOf(text, 'tempo')).toEqual([tempo]);
  });

  it.each([
    'Meet me at 12:45',
    'It cost 180 euros',
    'Room 101',
    'v120 of the file',
    'The synth preset is called 100 BPM Bells',
    '120 stems',
    'Mixdown at 44.1, the project was 48',
    'recorded at 96 kHz, 24 bit',
    '+49 30 120 140',
  ])('is not read from "%s"', (text) => {
    expect(valuesOf(text, 'tempo')).toEqual([]);
  });
});

describe('what is wanted back', () => {
  it('is asked for', () => {
    expect(valuesOf('Bitte auch ein Instrumental und eine Radioversion', 'deliverables')).toEqual([
      'instrumental',
      'radio-edit',
    ]);
  });
  it.each(['The instrumental is attached', 'no acapella needed', 'instrumental break after the bridge', 'a clean DI'])(
    'is not what lies in the folder or in the song: "%s"',
    (text) => {
      expect(valuesOf(text, 'deliverables')).toEqual([]);
    },
  );
});

describe('a reference', () => {
  it('is taken apart into artist and title, in a list too', () => {
    expect(valuesOf('Refs: Ana Example – Roof; The Bens - Three, Two, One (drums)', 'references')).toEqual([
      { artist: 'Ana Example', title: 'Roof' },
      { artist: 'The Bens', title: 'Three, Two, One', comment: 'drums' },
    ]);
  });
  it.each([
    'No references, trust your ears',
    'not a reference, just a song we like: Ana Example - Roof',
    'the rough mix is the reference',
    'Invoice reference number 2026-11',
    'anything but Ana Example please, do not make it sound like her',
  ])('is not made of "%s"', (text) => {
    expect(valuesOf(text, 'references')).toEqual([]);
  });
});

describe('takes, arrangement and effects', () => {
  it.each([
    ['takes', 'The lead is comped', 'chosen'],
    ['takes', 'Six lead takes are in there, use what you like best', 'open'],
    ['arrangement', 'Das Arrangement ist fertig', 'final'],
    ['arrangement', 'We might still lose the intro', 'open'],
    ['effects', 'The phaser on the keys is printed, please leave it', 'keep'],
    ['effects', 'Reverb is up to you', 'free'],
    ['effects', 'my delay is only there as a guide', 'guide'],
    ['dryWet', 'Les voix sont sèches', 'dry'],
  ])('%s: %s', (field, text, value) => {
    expect(valuesOf(text, field)).toEqual([value]);
  });

  it.each([
    ['takes', 'hot take: the intro is the best part'],
    ['takes', 'Take your time'],
    ['effects', 'less delay on the snare'],
    ['dryWet', 'Make the vocal drier'],
    ['dryWet', '05 Lead Vox (dry)'],
    ['arrangement', 'The final chorus is the loudest part'],
  ])('%s stays silent on "%s"', (field, text) => {
    expect(valuesOf(text, field)).toEqual([]);
  });
});

describe('a sentence of several clauses', () => {
  it('keeps a "no" to its own clause', () => {
    expect(valuesOf('Arrangement locked, final takes only, no comping needed.', 'arrangement')).toEqual(['final']);
    expect(valuesOf('The arrangement is not final, the takes are.', 'arrangement')).toEqual(['open']);
  });
});

describe('a quoted title', () => {
  it('comes with what it is a reference for, where the words behind it say so', () => {
    expect(valuesOf('Reference: Kate Example "Low Water" for the low end.', 'references')).toEqual([
      { artist: 'Kate Example', title: 'Low Water', comment: 'for the low end' },
    ]);
    expect(valuesOf('References: "Salt" by The Examples, and nothing else.', 'references')).toEqual([
      { artist: 'The Examples', title: 'Salt' },
    ]);
  });
});

describe('notes out of a word processor, without a blank line', () => {
  const notes = [
    'Night Drive', // 1
    'Tempo: 102 BPM',
    'Key: C minor',
    'References', // 4
    'Some Artist – First Song (bass)',
    'Another Artist – Second Song (guitars)',
    'I’ll send the vocal next week, still recording it', // 7
  ].join('\n');

  it('have their list of references', () => {
    expect(valuesOf(notes, 'references')).toEqual([
      { artist: 'Some Artist', title: 'First Song', comment: 'bass' },
      { artist: 'Another Artist', title: 'Second Song', comment: 'guitars' },
    ]);
  });

  it('say behind that list what is still to come', () => {
    expect(factsOf(notes).filter(({ field }) => field === 'scope')).toMatchObject([
      { line: 7, value: { stage: 'recording' } },
    ]);
  });
});
