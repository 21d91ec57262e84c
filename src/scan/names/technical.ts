import type { Label } from '../../model/label.js';

type InName = { -readonly [Field in keyof Label['inName']]: Label['inName'][Field] };

/** A name without what programs and people add around the words: counters, dates, rate, tempo, key, track index. */
export type BareName = {
  readonly words: string;
  readonly order: number | null;
  readonly inName: Label['inName'];
};

const RATES_HZ = new Set([8000, 11025, 16000, 22050, 32000, 44100, 48000, 88200, 96000, 176400, 192000]);
const DATES = [
  /\[?(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?:[ _T-]\d{4,6})?(?!\d)\]?/g, // [2024-12-21 121900]
  /(?<!\d)\d{6}_\d{4}(?!\d)(?:-\d{1,3}(?!\d))?/g, // 130624_1035
  /(?<!\d)20\d{6}(?!\d)/g, // 20240311
];
const BITS = /(?<!\d)(8|16|20|24|32)[ _-]?bits?(?![a-z])/i;
const BITS_AND_RATE = /(?<![\d.])(16|24|32)[-_/](44\.1|44|48|88\.2|88|96|192)(?:k(?:hz)?)?(?![\d.a-z])/i;
const KILOHERTZ = /(?<![\d.])(\d{1,3}(?:[.,]\d{1,3})?) ?k(?:hz)?(?![\p{L}\d])/iu;
const HERTZ = /(?<!\d)(44100|48000|88200|96000|176400|192000)(?: ?hz)?(?![\p{L}\d])/iu;
const BPM = /(?<!\d)(\d{2,3}(?:[.,]\d{1,3})?)[ _-]?bpm(?![a-z])|(?<![a-z])bpm[ _-]?(\d{2,3}(?:[.,]\d{1,3})?)(?!\d)/i;
const KEY =
  /(?<![\p{L}\d])([A-Ga-g])(#|♯|b|♭|[ _-]?sharp|[ _-]?flat)?[ _-]?(major|minor|maj|min|dur|moll)(?![\p{L}\d])/u;
// "Am" is a word of many titles: without a sharp or flat it is a key only where a separator or the end follows.
const SHORT_KEY = /(?<![\p{L}\d])([A-G])(?:(#|♯|b|♭)m(?![\p{L}\d])|m(?=[_\-\])]|\s{0,3}(?:-|$)))/u;
// What sequencers append when they duplicate, consolidate, freeze, glue or render.
const MADE_BY_PROGRAM = /(?:[_.](?:bip|cm\d*|dup\d+|cons)|-glued|-render)(?:[_-]\d{1,3})?(?=[._]|$)/gi;
// "_01", "_02-03" behind a name: the recorder's own count of clips.
const COUNTER = /(?<=[\p{L}\d)\]. ])_\d\d(?:-\d{2,3})?(?=(?:[._][LR])?$)/u;
const ORDER = /^(\d{1,3})(?:[.)]|[ _-])[ _-]{0,4}(?=[^\d\s])/;
const COUNTED =
  /^(?:(?:6|7|10|12)[ -]strings?|(?:2|4|8|16|24)[ -](?:tracks?|trk)|\d{1,3}[ -](?:bars?|inch))(?!\p{L})/iu;
const MOST_TRACKS = 200; // above this a number in front is a machine's name (808, 909)

/**
 * Takes off what is not a word: the track index in front, recorder counters, dates, rate, width, tempo and key.
 *
 * @param base a file name without folders and extension
 * @returns the words that are left (perhaps none) and what was read on the way
 */
export function bareName(base: string): BareName {
  const inName: InName = {};
  let words = base.replace(MADE_BY_PROGRAM, '');
  const hasDigits = /\d/.test(words);
  if (hasDigits) {
    for (const date of DATES) words = words.replace(date, ' ');
    words = readTempo(readFormat(words, inName), inName);
  }
  words = withoutEnd(readKey(words, inName));
  if (!hasDigits) return { words, order: null, inName };
  const order = orderOf(words);
  if (order !== null) words = words.slice(order.length);
  return { words: words.replace(COUNTER, ''), order: order?.value ?? null, inName };
}

/** The track index in front of a name and the length of what it takes up; null where there is none. */
export function orderOf(words: string): { value: number; length: number } | null {
  const match = ORDER.exec(words);
  if (match === null) return null;
  const digits = match[1] ?? '';
  if (Number(digits) >= MOST_TRACKS || COUNTED.test(words)) return null;
  return { value: Number(digits), length: match[0].length };
}

function readFormat(words: string, inName: InName): string {
  const both = BITS_AND_RATE.exec(words);
  if (both !== null) {
    inName.bitDepth = Number(both[1]);
    inName.sampleRate = nearestRate(Number(both[2]) * 1000);
    return cut(words, both);
  }
  let rest = words;
  const bits = BITS.exec(rest);
  if (bits !== null) {
    inName.bitDepth = Number(bits[1]);
    rest = cut(rest, bits);
  }
  const rate = KILOHERTZ.exec(rest) ?? HERTZ.exec(rest);
  if (rate === null) return rest;
  const value = Number((rate[1] ?? '').replace(',', '.'));
  const hz = nearestRate(value >= 1000 ? value : value * 1000);
  if (!RATES_HZ.has(hz)) return rest;
  inName.sampleRate = hz;
  return cut(rest, rate);
}

/** "44k" and "88k" are how people write 44.1 and 88.2 kHz. */
function nearestRate(hz: number): number {
  const spoken = Math.round(hz);
  return spoken === 44000 ? 44100 : spoken === 88000 ? 88200 : spoken;
}

function readTempo(words: string, inName: InName): string {
  const match = BPM.exec(words);
  if (match === null) return words;
  inName.bpm = Number((match[1] ?? match[2] ?? '').replace(',', '.'));
  return cut(words, match);
}

function readKey(words: string, inName: InName): string {
  const match = KEY.exec(words) ?? SHORT_KEY.exec(words);
  if (match === null) return words;
  const tonic = (match[1] ?? '').toUpperCase();
  const sign = match[2] ?? '';
  const accidental = /#|♯|sharp/.test(sign) ? '#' : sign === '' ? '' : 'b';
  const isMinor = match[3] === undefined || /^(?:min|moll)/.test(match[3]);
  inName.key = `${tonic}${accidental} ${isMinor ? 'minor' : 'major'}`;
  return cut(words, match);
}

function withoutEnd(words: string): string {
  let end = words.length;
  while (end > 0 && ' _.-\t'.includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}

function cut(words: string, match: RegExpExecArray): string {
  return `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`;
}
