// Letters that Unicode does not take apart into a base and an accent.
const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const GRAND_PIANO = /^flügel$/i;
const WHOLE = /[łøđßæœı]/g;

/** Lower case without accents, whatever the Unicode form: "Chœurs" and "CHOEURS" are one word. */
export function fold(text: string): string {
  // Plain ASCII is by far the most common and needs none of this.
  if (isAscii(text)) return text.toLowerCase();
  // A grand piano in German; without its dots it is a flugelhorn.
  if (GRAND_PIANO.test(text.normalize('NFC'))) return 'fluegel';
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return bare.replace(WHOLE, (letter) => LETTERS[letter] ?? letter);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
