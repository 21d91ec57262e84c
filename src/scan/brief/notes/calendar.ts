/** A day of a year that may be left out: then the next one from today. Null where there is no such day, or no year is known. */
export function dayInYear(
  year: string | undefined,
  month: number | undefined,
  monthDay: number,
  today: string | null,
): string | null {
  if (month === undefined) return null;
  if (year !== undefined) return day(Number(year.length === 2 ? `20${year}` : year), month, monthDay);
  if (today === null) return null;
  const thisYear = day(Number(today.slice(0, 4)), month, monthDay);
  // A day that lies behind is next year's.
  return thisYear !== null && thisYear < today ? day(Number(today.slice(0, 4)) + 1, month, monthDay) : thisYear;
}

/** The next day with this number, today included; null without a today. */
export function nextDayOfMonth(monthDay: number, today: string | null): string | null {
  if (today === null) return null;
  for (let ahead = 0; ahead < 12; ahead++) {
    const month = addMonths(`${today.slice(0, 7)}-01`, ahead);
    const date = day(Number(month.slice(0, 4)), Number(month.slice(5, 7)), monthDay);
    if (date !== null && date >= today) return date;
  }
  return null;
}

/** The last day of a month (1 to 12), of this year or of the next where it lies behind; null without a today. */
export function lastDayOf(month: number, today: string | null): string | null {
  if (today === null) return null;
  const year = Number(today.slice(0, 4)) + (month < Number(today.slice(5, 7)) ? 1 : 0);
  return toIso(new Date(Date.UTC(year, month, 0)));
}

/** The next day of the week (0 is Sunday) after today, or today itself where that counts. */
export function nextWeekday(target: number, today: string, sameDayCounts: boolean): string {
  const ahead = (target - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 && !sameDayCounts ? 7 : ahead);
}

/** Whether two days lie in one week from Monday to Sunday. */
export function isSameWeek(a: string, b: string): boolean {
  const monday = (iso: string): string => addDays(iso, -((weekdayOf(iso) + 6) % 7));
  return monday(a) === monday(b);
}

/** 0 is Sunday. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay();
}

/** A date moved by whole days. */
export function addDays(iso: string, days: number): string {
  const moved = new Date(`${iso}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return toIso(moved);
}

/** A date moved by whole months; the last day of a month stays within it. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, monthDay = 1] = iso.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return toIso(new Date(Date.UTC(year, month - 1 + months, Math.min(monthDay, lastDay))));
}

/** ISO form of a day; null where the calendar has no such day. */
export function day(year: number, month: number, monthDay: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, monthDay));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === monthDay ? toIso(date) : null;
}

function toIso(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Whether a text is a date in ISO form that exists. */
export function isIsoDate(text: string | null): text is string {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
