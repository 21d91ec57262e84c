import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../../src/scan/brief/notes/index.js';

const promised = (text: string) =>
  readNotes(text).asides.flatMap((aside) => (aside.field === 'promised' ? [aside.value] : []));

describe('parts that the notes say are there', () => {
  it('are those that stand before "are included"', () => {
    expect(promised('A tenor sax and strings are included.')).toEqual([
      { what: 'tenor sax', role: 'saxophone' },
      { what: 'strings', role: 'strings' },
    ]);
  });

  it('are those behind "you will find" and in a list of stems', () => {
    expect(promised('You will find a separate tambourine track in the folder')).toEqual([
      { what: 'tambourine', role: 'tambourine' },
    ]);
    expect(promised('Stems: drums, bass, two guitars').map(({ role }) => role)).toEqual(['drums', 'bass', 'guitar']);
    expect(promised('Die Streicher und ein Saxophon liegen dabei').map(({ role }) => role)).toEqual([
      'strings',
      'saxophone',
    ]);
  });

  it.each([
    'Please include an instrumental and acapella',
    'The sax will follow tomorrow',
    'No strings are included',
    'Are the strings included?',
    'Dry and wet versions are both included',
    'The vocal delay is included',
    'Maybe the sax is included later',
  ])('are none in "%s"', (text) => {
    expect(promised(text)).toEqual([]);
  });
});
