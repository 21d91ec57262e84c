import {
  addDays,
  addMonths,
  day,
  dayInYear,
  isIsoDate,
  isSameWeek,
  lastDayOf,
  nextDayOfMonth,
  nextWeekday,
  weekdayOf,
} from './calendar.js';
import type { Language } from './lexicon/index.js';
import { SMALL_NUMBERS } from './lexicon/numbers.js';

/** A day in a text: where it stands, its ISO date, or null where the words do not fix one day. */
export type FoundDate = {
  readonly date: string | null;
  readonly at: number;
  readonly end: number;
  readonly quote: string;
};

const MONTHS: Readonly<Record<string, number>> = monthTable([
  'january janvier januar jaenner janner enero janeiro gennaio jan gen ene',
  'february fevrier februar febrero fevereiro febbraio feb fev fevr',
  'march mars marz maerz marzo marco mar mrz',
  'april avril abril aprile apr avr abr',
  'may mai mayo maio maggio mag',
  'june juin juni junio junho giugno jun giu',
  'july juillet juli julio julho luglio jul lug juil',
  'august aout agosto aug ago',
  'september septembre septiembre setembro settembre sept sep set setiembre',
  'october octobre oktober octubre outubro ottobre oct okt out ott',
  'november novembre noviembre novembro nov',
  'december decembre dezember diciembre dezembro dicembre dec dez dic',
]);
const WEEKDAYS: Readonly<Record<string, number>> = dayTable([
  'sunday sun sonntag dimanche domingo domenica',
  'monday mon montag lundi lunes segunda lunedi',
  'tuesday tue tues dienstag mardi martes terca martedi',
  'wednesday wed mittwoch mercredi miercoles quarta mercoledi',
  'thursday thu thur thurs donnerstag jeudi jueves quinta giovedi',
  'friday fri freitag vendredi viernes sexta venerdi',
  'saturday sat samstag sonnabend samedi sabado sabato',
]);
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const WEEKDAY = Object.keys(WEEKDAYS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const COUNTS: Readonly<Record<string, number>> = { ...SMALL_NUMBERS, couple: 2, 'a couple of': 2 };
const COUNT = Object.keys(COUNTS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const UNIT_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:hours?|hrs?|h|stunden|heures?|horas?|ore)$/, 1 / 24],
  [/^(?:days?|tage?n?|jours?|dias?|giorn[io])$/, 1],
  [/^(?:weeks?|wochen?|semaines?|semanas?|settiman[ae])$/, 7],
  [/^(?:months?|monate?n?|mois|mes|meses|mesi?)$/, 30],
];
const UNIT =
  'hours?|hrs?|stunden|heures?|horas?|ore|days?|tage?n?|jours?|dias?|giorn[io]|weeks?|wochen?|semaines?|semanas?|settiman[ae]|months?|monate?n?|mois|meses|mes|mesi';

type Reader = (folded: string, context: Context) => FoundDate | null;
type Context = { readonly today: string | null; readonly language: Language | null };

/** The first day that a folded text names; null where it names none. */
export function findDate(folded: string, today: string | null, language: Language | null): FoundDate | null {
  const context = { today: isIsoDate(today) ? today : null, language };
  const found = READERS.map((read) => read(folded, context)).filter((date) => date !== null);
  // A full date beats the weekday beside it, whichever stands first.
  return found[0] ?? null;
}

const READERS: readonly Reader[] = [
  isoDate,
  monthDate,
  dottedDate,
  slashedDate,
  ordinalDay,
  monthEnd,
  relativeDay,
  inSpan,
  weekday,
  dayOfMonth,
];

const ISO = /(?<!\d)(20\d\d)[-/.](0?[1-9]|1[0-2])[-/.](3[01]|[12]\d|0?[1-9])(?!\d)/;
function isoDate(folded: string): FoundDate | null {
  const match = ISO.exec(folded);
  return match === null ? null : found(match, day(Number(match[1]), Number(match[2]), Number(match[3])));
}

const DAY_MONTH = new RegExp(
  `(?<![\\d.:])(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|\\.|er|º|°|ª)?(?: of| de| do| di)?[ -](${MONTH})\\b\\.?(?:,? (?:de |del |do |di )?(20\\d\\d))?`,
);
const MONTH_DAY = new RegExp(
  `\\b(${MONTH})\\b\\.? (?:the )?(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?\\b(?!:)(?:,? (20\\d\\d))?`,
);
function monthDate(folded: string, { today }: Context): FoundDate | null {
  const dayFirst = DAY_MONTH.exec(folded);
  if (dayFirst !== null)
    return found(dayFirst, dayInYear(dayFirst[3], MONTHS[dayFirst[2] ?? ''], Number(dayFirst[1]), today));
  const monthFirst = MONTH_DAY.exec(folded);
  return monthFirst === null
    ? null
    : found(monthFirst, dayInYear(monthFirst[3], MONTHS[monthFirst[1] ?? ''], Number(monthFirst[2]), today));
}

const DOTTED = /(?<![\d.])(3[01]|[12]\d|0?[1-9])\. ?(1[0-2]|0?[1-9])\.(?: ?(20\d\d|\d\d)(?![\d.]))?/;
function dottedDate(folded: string, { today }: Context): FoundDate | null {
  const match = DOTTED.exec(folded);
  return match === null ? null : found(match, dayInYear(match[3], Number(match[2]), Number(match[1]), today));
}

const SLASHED = /(?<![\d/])(\d{1,2})([/-])(\d{1,2})(?:[/-](20\d\d|\d\d))?(?![\d/])/;
function slashedDate(folded: string, { today, language }: Context): FoundDate | null {
  const match = SLASHED.exec(folded);
  if (match === null || (match[2] === '-' && match[4] === undefined)) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const order =
    first > 12
      ? 'day first'
      : second > 12
        ? 'month first'
        : first === second || (language !== null && language !== 'en')
          ? 'day first'
          : null;
  if (order === null) return found(match, null); // both orders are possible, and nothing tells which is meant
  const [month, monthDay] = order === 'day first' ? [second, first] : [first, second];
  return found(match, dayInYear(match[4], month, monthDay, today));
}

// "Tuesday the 17th", "by the 20th", "le 20", "am 20.", "el dia 20": the next such day.
const ORDINAL = /(?<![\d.])(3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b/;
function ordinalDay(folded: string, { today }: Context): FoundDate | null {
  const match = ORDINAL.exec(folded);
  return match === null ? null : found(match, nextDayOfMonth(Number(match[1]), today));
}

const DAY_OF_MONTH =
  /\b(?:am|bis zum|zum|den|vor dem|le|avant le|pour le|el|el dia|para el|antes del|dia|ate o dia|ate dia|il|entro il|per il|per l'|prima del) (3[01]|[12]\d|[1-9])(?:\.|er)?(?![\d.,:/]|h| uhr| bpm| euro| db| stems| tracks| files)/;
function dayOfMonth(folded: string, { today }: Context): FoundDate | null {
  const match = DAY_OF_MONTH.exec(folded);
  return match === null ? null : found(match, nextDayOfMonth(Number(match[1]), today));
}

const MONTH_END = new RegExp(
  `\\b(?:end of(?: the)?|ende|fin(?: de)?(?: du)?|a fin de|finales de|final de|final do|fim de|fim do|fine|la fine di|fine del) ?(?:the |des |der |de |del |do |di |le |el |o |il )?(this month|month|monats?|mois|mes|mese|week|this week|next week|woche|dieser woche|nachster woche|la semaine|semaine|semana|la semana|settimana|year|${MONTH})\\b`,
);
function monthEnd(folded: string, { today }: Context): FoundDate | null {
  const match = MONTH_END.exec(folded);
  if (match === null) return null;
  const word = match[1] ?? '';
  const month = MONTHS[word];
  if (month !== undefined) return found(match, lastDayOf(month, today));
  if (today === null || word === 'year') return found(match, null);
  if (/month|monat|mois|mes/.test(word)) return found(match, lastDayOf(Number(today.slice(5, 7)), today));
  const friday = nextWeekday(5, today, true);
  return found(
    match,
    /next|nachst/.test(word) ? addDays(friday, weekdayOf(today) <= 5 && weekdayOf(today) > 0 ? 7 : 0) : friday,
  );
}

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:the day after tomorrow|day after tomorrow|ubermorgen|apres-demain|apres demain|pasado manana|depois de amanha|dopodomani)\b/,
    2,
  ],
  [/\b(?:tomorrow|morgen(?! fruh)|demain|manana|amanha|domani)\b/, 1],
  [/\b(?:today|tonight|heute|aujourd'hui|ce soir|hoy|esta noche|hoje|oggi|stasera|end of day|eod)\b/, 0],
];
function relativeDay(folded: string, { today }: Context): FoundDate | null {
  for (const [pattern, days] of RELATIVE) {
    const match = pattern.exec(folded);
    // "por la mañana" and "Montag morgen" are times of the day.
    if (
      match === null ||
      /\b(?:la|por la|de la|de|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag) $/.test(
        folded.slice(0, match.index),
      )
    )
      continue;
    return found(match, today === null ? null : addDays(today, days));
  }
  return null;
}

const IN_SPAN = new RegExp(
  `\\b(?:in|within|innerhalb von|binnen|dans|d'ici|sous|en|dentro de|em|daqui a|tra|fra|entro) (?:the next |about |etwa |circa |unos |uns |les |los |os |i |le )?(\\d{1,3}|${COUNT}|half a)[ -](${UNIT})(?:'?s? time)?\\b`,
);
const SPAN_FROM_NOW = new RegExp(
  `\\b(\\d{1,3}|${COUNT}) (${UNIT}) (?:from (?:now|today)|at most|at the latest|max)\\b`,
);
const A_SPAN_LEFT =
  /\b(?:a week|one week|eine woche|une semaine|una semana|uma semana|una settimana) from (?:now|today)\b/;
function inSpan(folded: string, { today }: Context): FoundDate | null {
  const match = IN_SPAN.exec(folded) ?? SPAN_FROM_NOW.exec(folded) ?? A_SPAN_LEFT.exec(folded);
  if (match === null) return null;
  const count = match[1] === undefined ? 7 : (COUNTS[match[1]] ?? Number(match[1]));
  const days = match[1] === undefined ? 1 : (UNIT_DAYS.find(([unit]) => unit.test(match[2] ?? ''))?.[1] ?? Number.NaN);
  if (today === null || !Number.isFinite(count * days)) return found(match, null);
  if (days === 30) return found(match, addMonths(today, count));
  return found(match, addDays(today, Math.round(count * days)));
}

const WEEKDAY_NAMED = new RegExp(
  `\\b(next|this|coming|nachsten?|kommenden?|diesen|proximo|proxima|prossimo|prossima)? ?(${WEEKDAY})(?:-feira)?\\b(?: ?(prochain|que viene|que vem|prossimo|next week|der nachsten woche|nachste woche|week))?`,
);
function weekday(folded: string, { today }: Context): FoundDate | null {
  const match = WEEKDAY_NAMED.exec(folded);
  if (match === null) return null;
  const named = match[2] ?? '';
  // "sun", "mar", "set" and the like are words of their own in some language.
  if (/^(?:sun|mon|sat|wed|segunda|terca|quarta|quinta|sexta)$/.test(named) && !isWeekdayHere(folded, match))
    return null;
  const target = WEEKDAYS[named];
  if (today === null || target === undefined) return found(match, null);
  const next = nextWeekday(target, today, false);
  const isNextWeek =
    /next week|nachsten? woche/.test(match[3] ?? '') ||
    /next week|nachste woche|semaine prochaine|semana que viene|semana que vem|proxima semana|settimana prossima|prossima settimana/.test(
      folded,
    );
  return found(match, isNextWeek && isSameWeek(today, next) ? addDays(next, 7) : next);
}

function isWeekdayHere(folded: string, match: RegExpExecArray): boolean {
  if (/-feira/.test(match[0])) return true;
  const before = folded.slice(
    Math.max(0, match.index - 12),
    match.index + (match[0].length - match[0].trimStart().length),
  );
  return (
    /\b(?:by|on|until|before|next|this|ate|para|na|proxima|nesta)\s?$/.test(before) || /^(?:next|this) /.test(match[0])
  );
}

function found(match: RegExpExecArray, date: string | null): FoundDate {
  return { date, at: match.index, end: match.index + match[0].length, quote: match[0] };
}

function monthTable(rows: readonly string[]): Record<string, number> {
  return Object.fromEntries(rows.flatMap((row, index) => row.split(' ').map((name) => [name, index + 1])));
}
function dayTable(rows: readonly string[]): Record<string, number> {
  return Object.fromEntries(rows.flatMap((row, index) => row.split(' ').map((name) => [name, index])));
}
