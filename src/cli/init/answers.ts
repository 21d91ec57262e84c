import { stringify } from 'yaml';
import { isKnownName } from '../../scan/brief/handoff/choices.js';
import { type LineName, lineNamed, nearestLine } from '../../scan/brief/handoff/line-names.js';
import { readHandoff } from '../../scan/brief/handoff/read-handoff.js';

/** What a line of handoff.yaml is to hold, as plain data. */
export type AnswerValue = string | number | readonly AnswerValue[] | { readonly [key: string]: AnswerValue };
/** Values by line; `because` says in a comment where a found one stands. */
export type Answers = Partial<Record<LineName, { readonly value: AnswerValue; readonly because?: string }>>;
export type Read = { readonly value: AnswerValue } | { readonly problem: string };

const LISTS: readonly LineName[] = ['effects', 'dryVocals', 'deliverables', 'scope'];

/**
 * Reads what a person typed for a line of handoff.yaml.
 *
 * @param typed one line of text, not empty
 * @param today days and weeks are counted from here
 * @returns the value to write, or in a sentence why it cannot be read: the reader of handoff.yaml decides
 */
export async function typedAnswer(name: LineName, typed: string, today: Date): Promise<Read> {
  const words = typed.trim();
  if (/^none\W*$/i.test(words) && name !== 'effects')
    return { problem: `Say in a few words why there is none. For example:  none: ${REASONS[name] ?? 'on purpose'}` };
  const value = name === 'deadline' ? await dayOf(words, today) : formed(name, words);
  const { brief, faults } = readHandoff(`${name}: ${yamlValue(value)}`, 'handoff.yaml');
  if (faults[0] !== undefined) return { problem: faults[0].message };
  // "inst" is written as "instrumental", so that whoever reads the file need not know our abbreviations.
  const named = name === 'deliverables' ? brief.deliverables : name === 'scope' ? brief.job : undefined;
  const known = named?.flatMap(({ value: one }) => (typeof one === 'string' ? [one] : []));
  if (known !== undefined && known.length > 0 && !known.some(isKnownName)) {
    return {
      problem: `${name === 'scope' ? 'The parts of a job' : 'The versions'} are named like this:  ${NAMED[name]}`,
    };
  }
  return { value: known !== undefined && known.length > 0 ? known : value };
}

const NAMED: Partial<Record<LineName, string>> = {
  deliverables: 'main, instrumental, clean, acapella, performance',
  scope: 'mix, master, editing, tuning, comping, sample-replacement, production',
};
const REASONS: Partial<Record<LineName, string>> = {
  tempo: 'played free',
  key: 'no tonal centre',
  references: 'the rough mix is the reference',
  roughMix: 'the stems at zero are the balance',
  dryVocals: 'printed through the amp, on purpose',
  deadline: 'whenever it is right',
};

function formed(name: LineName, words: string): AnswerValue {
  if (name === 'effects' && /^(?:none|no|\[\])\W*$/i.test(words)) return [];
  if (/^none\b/i.test(words)) return words;
  if (name === 'tempo' && /^\d{1,4}(?:\.\d{1,4})?$/.test(words)) return Number(words);
  if (LISTS.includes(name)) return split(words.replace(/^\[|\]$/g, ''), ',');
  if (name === 'references') return split(words, ';').map(referenceOf);
  return words;
}

function split(words: string, at: string): string[] {
  return words
    .split(at)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** "Artist - Song: the low end" with its note apart, so that nobody has to know how YAML takes a colon. */
function referenceOf(words: string): AnswerValue {
  const said = readHandoff(`references: [${JSON.stringify(words)}]`, 'handoff.yaml').brief.references?.[0]?.value;
  if (said === undefined || 'none' in said) return words;
  const { comment, ...named } = said;
  return { ...named, ...(comment === undefined ? {} : { note: comment }) };
}

/** A day as YYYY-MM-DD where the words name one, in the reader's own time zone; else the words. */
async function dayOf(words: string, today: Date): Promise<string> {
  if (/^none\b/i.test(words) || /^\d{4}-\d/.test(words)) return words;
  const { parse } = await import('chrono-node');
  const [found] = parse(words, today, { forwardDate: true });
  // "end of May" or "Friday or so": only words that are a day and no more become one.
  if (found === undefined || found.text.length < words.replace(/^(?:by|on|in|until|before)\s/i, '').length)
    return words;
  if (!found.start.isCertain('day') && !found.start.isCertain('weekday')) return words;
  const day = found.start.date();
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** "Tuesday, 15 December 2026" from an ISO date; null for anything else. */
export function dayInWords(value: AnswerValue): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(`${value}T00:00:00Z`)).replace(/^(\w+) /, '$1, ');
}

/** A value as it stands behind its colon, on one line. */
export function yamlValue(value: AnswerValue): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
}

/** The line that a key on the command line names, or the nearest one. */
export function lineOfKey(key: string): { readonly name: LineName } | { readonly near: LineName | null } {
  const name = lineNamed(key);
  return name === null || name === 'meant' ? { near: nearestLine(key) } : { name };
}
