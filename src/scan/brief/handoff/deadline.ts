import type { Deadline } from '../../../model/brief.js';
import { type Unclear, unclear } from './unclear.js';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(.*)$/;
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)(.*)$/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?!\d)(.*)$/i;
const MONTH_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(.*)$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads a date with its year, and the time behind it as written; anything else in words is kept as words. */
export function readDeadline(value: unknown): Deadline | Unclear {
  if (typeof value !== 'string') return unclear();
  const words = value.trim();
  const iso = ISO.exec(words);
  if (iso !== null) return dated(iso[1], iso[2], iso[3], iso[4]);
  const dotted = DOTTED.exec(words);
  if (dotted !== null) return dated(dotted[3], dotted[2], dotted[1], dotted[4]);
  const dayMonth = DAY_MONTH.exec(words);
  const monthDay = MONTH_DAY.exec(words);
  const month = monthOf(dayMonth?.[2] ?? monthDay?.[1] ?? '');
  if (month > 0 && dayMonth !== null) return dated(dayMonth[3], String(month), dayMonth[1], dayMonth[4]);
  if (month > 0 && monthDay !== null) return dated(monthDay[3], String(month), monthDay[2], monthDay[4]);
  // A bare number is neither a day nor a word.
  if (!/\p{L}|\d[/.-]\d/u.test(words)) return unclear();
  return { vague: words };
}

function dated(year = '', month = '', day = '', rest = ''): Deadline | Unclear {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  // JavaScript counts 31 February on into March.
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) {
    return unclear({ expects: 'a day of the calendar such as 2026-12-18, or words such as "no rush"' });
  }
  const time = rest.replace(/^[\sT,]+(?:at\s)?/, '').trim();
  return /\d/.test(time) ? { date, time } : { date };
}

function monthOf(word: string): number {
  const short = word.slice(0, 3).toLowerCase();
  return MONTHS.indexOf(short) + 1;
}
