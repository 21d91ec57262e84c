/** Counts from one to ten, and fifteen for the French fortnight, as people write them; folded words of six languages. */
export const SMALL_NUMBERS: Readonly<Record<string, number>> = numberTable([
  [1, 'a an one ein eine einer einem un une una um uma uno'],
  [2, 'two zwei deux dos dois duas due'],
  [3, 'three drei trois tres tre'],
  [4, 'four vier quatre cuatro quatro quattro'],
  [5, 'five funf cinq cinco cinque'],
  [6, 'six sechs seis sei'],
  [7, 'seven sieben siete sete sette'],
  [8, 'eight acht huit ocho oito otto'],
  [9, 'nine'],
  [10, 'ten zehn dix diez dez dieci'],
  [15, 'quinze'],
]);

export const ENGLISH_TENS: Readonly<Record<string, number>> = numberTable([
  [10, 'ten'],
  [20, 'twenty'],
  [30, 'thirty'],
  [40, 'forty'],
  [50, 'fifty'],
  [60, 'sixty'],
  [70, 'seventy'],
  [80, 'eighty'],
  [90, 'ninety'],
]);

function numberTable(rows: readonly (readonly [number, string])[]): Record<string, number> {
  return Object.fromEntries(rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, value])));
}
