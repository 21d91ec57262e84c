import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../../src/scan/brief/notes/index.js';

// 10 March 2026 is a Tuesday.
const TODAY = '2026-03-10';
const deadlineOf = (text: string, today?: string) =>
  readNotes(text, today === undefined ? {} : { today }).facts.find(({ field }) => field === 'deadline')?.value;

describe('a deadline in words', () => {
  it.each([
    ['We need it by Friday', '2026-03-13'],
    ['by Tuesday please', '2026-03-17'], // not today
    ['Due tomorrow', '2026-03-11'],
    ['bis übermorgen bitte', '2026-03-12'],
    ['within ten days please', '2026-03-20'],
    ['in two weeks would be fine', '2026-03-24'],
    ['by the end of the month', '2026-03-31'],
    ['bis Ende Februar', '2027-02-28'], // this February lies behind
    ['by the 5th', '2026-04-05'], // the next fifth
    ['deadline: 3/28', '2026-03-28'], // there is no 28th month
    ['Abgabe am 20.03.', '2026-03-20'],
    ['Deadline 7 January', '2027-01-07'],
    ['à rendre avant jeudi', '2026-03-12'],
    ['lo necesitamos para mañana', '2026-03-11'],
    ['preciso até sexta-feira', '2026-03-13'],
    ['entro lunedì', '2026-03-16'],
    ['by the end of next week', '2026-03-20'],
    ['Release is 29 May 2026, we need the mix two weeks before', '2026-05-15'],
  ])('%s → %s', (text, date) => {
    expect(deadlineOf(text, TODAY)).toEqual({ date });
  });

  it.each([
    ['Deadline: 14 March 2026, noon', { date: '2026-03-14', time: '12:00' }],
    ['due 2026-04-02 at 6:30 pm', { date: '2026-04-02', time: '18:30' }],
    ['Abgabe am 20.03.2026 um 9 Uhr', { date: '2026-03-20', time: '09:00' }],
  ])('%s has its hour', (text, deadline) => {
    expect(deadlineOf(text, TODAY)).toEqual(deadline);
  });

  it('stays in its words where no day is known to count from', () => {
    expect(deadlineOf('We need it by Friday')).toEqual({ vague: 'We need it by Friday' });
  });
  it('stays in its words where the day could be two', () => {
    expect(deadlineOf('deadline: 4/5/2026', TODAY)).toEqual({ vague: 'deadline: 4/5/2026' });
  });
  it.each(['no rush', 'as soon as possible', 'Eilt nicht', 'pas pressé', 'sin prisa', 'sem pressa', 'senza fretta'])(
    '"%s" fixes no day',
    (text) => {
      expect(deadlineOf(text, TODAY)).toEqual({ vague: expect.any(String) });
    },
  );

  it.each([
    'The session was on Friday',
    'She sings the harmonies next Tuesday',
    'I will rename them tomorrow',
    'We started in February',
    'The single comes out in autumn',
    'Meter 4/4, two bars of 2/4 before the chorus',
    'there is no 31 February to wait for',
  ])('"%s" sets none', (text) => {
    expect(deadlineOf(text, TODAY)).toBeUndefined();
  });
});
