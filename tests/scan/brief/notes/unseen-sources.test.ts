import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../../src/scan/brief/notes/index.js';

const TUESDAY = '2026-03-10';
const said = (text: string) =>
  readNotes(text, { today: TUESDAY }).facts.flatMap(({ field, value, line }) =>
    field === 'lang' ? [] : [[field, value, line]],
  );

describe('a form that asks and answers in one line', () => {
  it('gives the tempo behind the question', () => {
    expect(said('What is the tempo of your song? 107')).toEqual([['tempo', { bpm: 107 }, 1]]);
  });
  it('gives the day behind the question', () => {
    expect(said('When do you need it? 27 March 2026')).toEqual([['deadline', { date: '2026-03-27' }, 1]]);
  });
  it('says nothing where the number answers another question', () => {
    expect(said('How many people are in the band? 107')).toEqual([]);
  });
});

describe('a mail that wraps its lines', () => {
  it('is read over the end of the line', () => {
    const mail = 'Everything is on the link. I have left the\nfilter on the bass because it is part of the sound.\n';
    expect(said(mail).map(([field, value]) => [field, value])).toEqual([['effects', 'keep']]);
  });
  it('keeps a list of short lines apart', () => {
    expect(said('92 bpm\na minor\nno rush').map(([field, , line]) => [field, line])).toEqual([
      ['tempo', 1],
      ['key', 2],
      ['deadline', 3],
    ]);
  });
  it('counts its days from its own date', () => {
    const mail = 'Date: Mon, 1 Jun 2026 18:22:10 +0200\n\nWe need it by Friday.\n';
    expect(said(mail)).toEqual([['deadline', { date: '2026-06-05' }, 3]]);
  });
});

describe('what is to stay, and what is too weak', () => {
  it.each(['Do not remove the tape delay on the guitar', 'Never touch the printed phaser'])('%s: keep', (text) => {
    expect(said(text)).toEqual([['effects', 'keep', 1]]);
  });
  it('a weak kick is for the mix, a weak hook for the producer', () => {
    const owners = ['The kick is too weak', 'The hook is too weak'].flatMap((text) =>
      readNotes(text).facts.flatMap((fact) => (fact.field === 'scope' ? [fact.value.owner] : [])),
    );
    expect(owners).toEqual(['mixing-engineer', 'producer']);
  });
  it('a day that is over sets no deadline', () => {
    expect(said('I had the files ready on Sunday')).toEqual([]);
  });
  it('stems that start together are no fault', () => {
    expect(said('All stems start at the same point, from zero')).toEqual([]);
  });
});

describe('the song by a first line or a subject', () => {
  const song = (text: string) =>
    readNotes(text).asides.flatMap(({ field, value }) => (field === 'song' ? [value] : []));
  it.each([
    ['Paper Lanterns, notes for the mix', 'Paper Lanterns'],
    ['Subject: Stems "Low Tide"\n\nHi Sam,', 'Low Tide'],
    ['# Mischung „Kreide“', 'Kreide'],
  ])('%s', (text, name) => {
    expect(song(text)).toEqual([name]);
  });
  it.each(['Notes for the mix', 'Drums - mix notes', 'Revision notes, mix 1', 'Hi Sam, here are the files'])(
    '%s names none',
    (text) => {
      expect(song(text)).toEqual([]);
    },
  );
});
