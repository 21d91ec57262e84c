/** Text of at most `most` characters (UTF-16), cut before an ellipsis and never inside a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const first = text.charCodeAt(end - 1);
  // The first half of a pair may not stand alone.
  return `${text.slice(0, first >= 0xd800 && first <= 0xdbff ? end - 1 : end)}…`;
}
