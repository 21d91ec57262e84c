import { fold } from './fold.js';

/** Longest line that any pattern sees, in characters; the rest of a longer one is left out. */
const MAX_LINE_CHARACTERS = 2_000;
// Notes of a song fill a page or two. Thirty times that is read, and nothing beyond, so that time stays bounded.
const MAX_CHARACTERS = 120_000;
const MAX_LINES = 5_000;

export type Line = {
  /** from 1, blank lines included */
  readonly number: number;
  /** as it stands, cut at MAX_LINE_CHARACTERS */
  readonly raw: string;
  /** without bullet, emphasis, table bars, quote signs, chat stamp and speaker */
  readonly text: string;
  /** folded words of the heading above, or '' */
  readonly heading: string;
  readonly isHeading: boolean;
  readonly isBullet: boolean;
  readonly speaker: string | null;
  /** ISO date of the message that the line belongs to, where messages or mails carry one */
  readonly saidOn: string | null;
};
export type Lines = { readonly lines: readonly Line[]; readonly cut: boolean };

const BULLET = /^(?:[-*•·–+>#]{1,6}|\[[ xX]?\]|\d{1,2}[.)](?!\d))[ \t]+/;
const HEADING = /^#{1,6} /;
// "[10/03/2026, 12:30] Mia: text" and "10.03.26, 12:30 - Mia: text": what messengers export.
const STAMP =
  /^\[?(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4}),? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\]?(?: -)? ([^:]{1,40}): /i;
const MAIL_HEADER =
  /^(?:from|to|cc|bcc|date|sent|reply-to|message-id|mime-version|content-[a-z-]{1,30}|von|an|gesendet|datum): /i;

/**
 * Splits a text into lines as readers want them.
 *
 * @param text any text, any length
 * @returns lines without the marks of lists, tables and messengers; `cut` where the text or a line is longer than what
 *          is read
 */
export function readLines(text: string): Lines {
  const { rawLines, wasCut } = splitLines(text);
  const lines: Line[] = [];
  let above: Above = NOTHING_ABOVE;
  let saidOn: string | null = null;
  for (const [index, raw] of rawLines.entries()) {
    const stamp = STAMP.exec(raw);
    saidOn = (stamp === null ? dateOfMail(raw) : dateOfStamp(stamp)) ?? saidOn;
    const isHeading = HEADING.test(raw);
    const text = cleanLine(stamp === null ? raw : raw.slice(stamp[0].length));
    const isBullet = BULLET.test(raw.trimStart()) && !isHeading;
    above = headingFor(above, text, isHeading, isBullet);
    lines.push({
      number: index + 1,
      raw,
      text,
      heading: isHeading || above.isNew ? '' : above.heading,
      isHeading,
      isBullet,
      speaker: stamp?.[4] ?? null,
      saidOn,
    });
  }
  return { lines, cut: wasCut };
}

// Line by line with an end in sight: what is cut from one line does not take the next one with it.
function splitLines(text: string): { rawLines: string[]; wasCut: boolean } {
  const rawLines: string[] = [];
  let wasCut = false;
  let budget = MAX_CHARACTERS;
  let returnAt = text.indexOf('\r');
  for (let at = 0; at <= text.length; ) {
    if (rawLines.length === MAX_LINES || budget <= 0) return { rawLines, wasCut: true };
    if (returnAt >= 0 && returnAt < at) returnAt = text.indexOf('\r', at);
    const feedAt = text.indexOf('\n', at);
    const ends = [feedAt, returnAt].filter((end) => end >= 0);
    const end = ends.length === 0 ? text.length : Math.min(...ends);
    const length = Math.min(end - at, MAX_LINE_CHARACTERS, budget);
    wasCut ||= length < end - at;
    budget -= length;
    rawLines.push(text.slice(at, at + length));
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return { rawLines, wasCut };
}

type Above = {
  readonly heading: string;
  /** this very line is the heading */
  readonly isNew: boolean;
  readonly under: 'nothing' | 'bullets' | 'labels' | 'paragraph' | 'after the paragraph';
};
const NOTHING_ABOVE: Above = { heading: '', isNew: false, under: 'nothing' };
const SHORT_HEADING = /^\p{L}[\p{L} /&-]{2,40}$/u;
/** "Tempo: 102": a word processor sets such lines, and a heading behind them, without a blank line between. */
const LABELLED = /^\p{L}[\p{L} ]{1,30}: ?\S/u;

// A heading speaks for the list or the paragraph that follows it, and for nothing behind that.
function headingFor(above: Above, text: string, isHeading: boolean, isBullet: boolean): Above {
  if (text === '')
    return above.under === 'paragraph' || above.under === 'labels'
      ? { ...above, isNew: false, under: 'after the paragraph' }
      : { ...above, isNew: false };
  const announces = isHeading || (!isBullet && text.length <= 60 && text.length > 2 && text.endsWith(':'));
  if (announces) return { heading: fold(text), isNew: true, under: 'nothing' };
  if (isBullet) return { ...above, isNew: false, under: 'bullets' };
  const isOver = above.under === 'bullets' || above.under === 'after the paragraph';
  const isShort =
    SHORT_HEADING.test(text) &&
    text.split(' ').length <= 4 &&
    (above.heading === '' || isOver || above.under === 'labels' || text === text.toUpperCase());
  if (isShort) return { heading: fold(text), isNew: true, under: 'nothing' };
  if (isOver) return NOTHING_ABOVE;
  return { ...above, isNew: false, under: LABELLED.test(text) ? 'labels' : 'paragraph' };
}

function cleanLine(raw: string): string {
  let text = raw
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .trim();
  if (MAIL_HEADER.test(text)) return '';
  for (let depth = 0; depth < 3; depth++) text = text.replace(BULLET, '');
  if (text.startsWith('|')) text = rowText(text);
  return text.replaceAll('**', '').replaceAll('__', '').replaceAll('`', '').trim();
}

// A table row with two cells is a label and its value.
function rowText(row: string): string {
  const cells = row
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !/^:?-+:?$/.test(cell));
  return cells.length === 2 ? `${cells[0]}: ${cells[1]}` : cells.join(', ');
}

const MAIL_DATE =
  /^(?:date|sent|gesendet|datum): (?:\p{L}{2,12}\.?,? ){0,2}(\d{1,2})\.? (\p{L}{3})\p{L}{0,10}\.?,? (20\d\d)\b/iu;
const MAIL_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OTHER_MONTHS: Readonly<Record<string, string>> = { mrz: 'mar', mai: 'may', okt: 'oct', dez: 'dec' };

// "Date: Mon, 9 Mar 2026 18:22:10 +0100" (RFC 5322, section 3.3), and what mail programs print of it.
function dateOfMail(raw: string): string | null {
  const match = MAIL_DATE.exec(raw.slice(0, 80));
  const name = fold(match?.[2] ?? '');
  const month = MAIL_MONTHS.indexOf(OTHER_MONTHS[name] ?? name) + 1;
  const day = Number(match?.[1]);
  if (match === null || month === 0 || day < 1 || day > 31) return null;
  return `${match[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dateOfStamp(stamp: RegExpExecArray): string | null {
  const [, first = '', second = '', third = ''] = stamp;
  const [year, month, day] = first.length === 4 ? [first, second, third] : [third, second, first];
  // Day before month, as messengers of most countries write; the other order only where this one is impossible.
  const [monthNumber, dayNumber] = Number(month) > 12 ? [Number(day), Number(month)] : [Number(month), Number(day)];
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) return null;
  const fullYear = year.length === 2 ? `20${year}` : year;
  if (fullYear.length !== 4) return null;
  return `${fullYear}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
}
