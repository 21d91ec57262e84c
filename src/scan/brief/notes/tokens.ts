export type Token = { readonly text: string; readonly at: number; readonly end: number };

/** Words, numbers and musical notes of a folded text; signs between them are left out. */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < folded.length) {
    const end = tokenEnd(folded, at);
    if (end > at) tokens.push({ text: spelledOut(folded.slice(at, end)), at, end });
    at = Math.max(end, at + 1);
  }
  return tokens;
}

/** Letters that stand for two, which `fold` leaves as they are so that places stay. */
function spelledOut(word: string): string {
  return /[ßœæ]/.test(word) ? word.replaceAll('ß', 'ss').replaceAll('œ', 'oe').replaceAll('æ', 'ae') : word;
}

function tokenEnd(folded: string, from: number): number {
  const isNumber = isDigit(folded, from);
  if (!isNumber && !isLetter(folded, from)) return from;
  let at = from + 1;
  if (isNumber) {
    while (isDigit(folded, at) || (isDigit(folded, at + 1) && ".,:/'".includes(folded.charAt(at)))) at++;
    return at;
  }
  while (isLetter(folded, at) || isDigit(folded, at)) at++;
  // n't belongs to its verb: "don't" is one word of refusal.
  if (folded.startsWith("'t", at) && !isLetter(folded, at + 2) && folded.charAt(at - 1) === 'n') return at + 2;
  if (at === from + 1 && '#♯♭'.includes(folded.charAt(at)) && folded.charAt(at) !== '') return at + 1;
  return at;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
}
function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 && !(unit >= 0x2000 && unit <= 0x2bff);
}
