/**
 * Lower case without accents, of the same length, so that a place in one is a place in the other.
 *
 * @param text in NFC
 * @returns as many UTF-16 units as `text` has
 */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) folded += foldUnit(text.charAt(at));
  return folded;
}

function foldUnit(unit: string): string {
  if (unit < '\u0080') return unit.toLowerCase();
  if (unit === '\u2019' || unit === '\u2018' || unit === '\u00B4') return "'";
  if (unit === '\u00A0' || unit === '\u202F' || unit === '\u2009') return ' ';
  if (unit === '\u2013' || unit === '\u2014' || unit === '\u2011') return '-';
  return unit.normalize('NFD').charAt(0).toLowerCase().charAt(0) || unit;
}
