import type { Fact, NoteField } from './fact.js';
import { fold } from './fold.js';

const SINGLE: readonly NoteField[] = [
  'tempo',
  'key',
  'meter',
  'deadline',
  'arrangement',
  'takes',
  'effects',
  'dryWet',
  'target',
];
const CONTRADICTING: readonly NoteField[] = ['tempo', 'key', 'meter', 'arrangement', 'takes', 'deadline'];
const AT_PLACE =
  /^\W{0,3}(?:from |at |ab |a partir de |da )?(bar|bars|takt|mesure|compas|compasso|battuta|measure|verse|chorus|bridge|intro|outro|hook|strophe|refrain|couplet|pont|estrofa|estribillo|puente|refrao|ponte|ritornello)\b[ ]?(\d{1,4})?/i;

/**
 * Joins what the sentences say: the same thing said twice counts once, a tempo at a later bar is a change of the
 * first, and two values of one field stay side by side and are named.
 */
export function settle(said: readonly Fact[]): { facts: Fact[]; contradictions: string[] } {
  const facts: Fact[] = [];
  for (const fact of said) {
    const before = facts.at(-1);
    if (before !== undefined && goesOn(before, fact)) {
      facts[facts.length - 1] = joined(before, fact);
      continue;
    }
    const same = facts.find((earlier) => earlier.field === fact.field && isSame(earlier, fact));
    if (same !== undefined) continue;
    const other = facts.findIndex((earlier) => isOtherHalf(earlier, fact));
    if (other >= 0) {
      facts[other] = { ...fact, field: 'dryWet', value: 'both' };
      continue;
    }
    const first = facts.findIndex((earlier) => earlier.field === 'tempo');
    const changed = fact.field === 'tempo' && first >= 0 ? withChange(facts[first], fact) : null;
    if (changed !== null) facts[first] = changed;
    else facts.push(fact);
  }
  return { facts, contradictions: CONTRADICTING.filter((field) => isContradicted(facts, field)) };
}

// "Lead: dry. Wet print in a folder of its own.": one line names both.
function isOtherHalf(earlier: Fact, fact: Fact): boolean {
  return (
    earlier.field === 'dryWet' && fact.field === 'dryWet' && earlier.line === fact.line && earlier.value !== fact.value
  );
}

// "Does the second half drag? Should we shorten it?" is one question.
function goesOn(before: Fact, fact: Fact): boolean {
  if (before.field !== 'scope' || fact.field !== 'scope' || before.line !== fact.line) return false;
  return (
    before.value.stage === fact.value.stage &&
    before.value.owner === fact.value.owner &&
    REFERS_BACK.test(fold(fact.value.quote))
  );
}
const REFERS_BACK = /\b(?:it|them|that|this one|es|sie|das|le|la|les|lo|los|ela|ele|isso|lo|li)\b/;

function joined(before: Fact, fact: Fact): Fact {
  if (before.field !== 'scope' || fact.field !== 'scope') return before;
  return { ...before, value: { ...before.value, quote: `${before.value.quote}? ${fact.value.quote}` } };
}

function isSame(a: Fact, b: Fact): boolean {
  if (a.field === 'tempo' && b.field === 'tempo') return a.value.bpm === b.value.bpm;
  if (a.field === 'key' && b.field === 'key')
    return a.value.tonic === b.value.tonic && (b.value.mode === undefined || a.value.mode === b.value.mode);
  if (a.field === 'deadline' && b.field === 'deadline')
    return a.value.date !== undefined && a.value.date === b.value.date;
  if (a.field === 'target' || a.field === 'scope')
    return a.field === b.field && a.line === b.line && JSON.stringify(a.value) === JSON.stringify(b.value);
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

function withChange(first: Fact | undefined, fact: Fact): Fact | null {
  const place = AT_PLACE.exec(fact.quote);
  if (first?.field !== 'tempo' || fact.field !== 'tempo' || place === null) return null;
  const change = {
    bpm: fact.value.bpm,
    at: place[0].trim(),
    ...(place[2] === undefined ? {} : { bar: Number(place[2]) }),
  };
  return { ...first, value: { ...first.value, changes: [...(first.value.changes ?? []), change] } };
}

function isContradicted(facts: readonly Fact[], field: NoteField): boolean {
  const values = facts.filter(
    (fact) => fact.field === field && !(fact.field === 'deadline' && fact.value.date === undefined),
  );
  return SINGLE.includes(field) && values.length > 1;
}
