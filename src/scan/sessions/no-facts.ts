import type { Fault, SessionFacts } from '../../model/delivery.js';
import { fault, type Result } from '../../model/result.js';

/** What one reader of a session gives; the path and the word that it was read are added outside. */
export type SessionWords = Omit<SessionFacts, 'path' | 'read' | 'faults'>;
export type SessionResult = Result<SessionWords, Fault>;
export type TempoChange = SessionFacts['tempoChanges'][number];
export type MeterChange = SessionFacts['meterChanges'][number];

/** A session of which nothing is known but the program. */
export function noFacts(program: string): SessionWords {
  return {
    program,
    tempo: null,
    tempoChanges: [],
    meter: null,
    meterChanges: [],
    key: null,
    sampleRate: null,
    tracks: [],
    media: [],
    markers: [],
  };
}

/** A session that breaks its format: nothing of it is believed. */
export function brokenSession(atByte: number, message: string) {
  return fault('session-broken', atByte, message);
}

/** A session that is larger than any that people make. */
export function tooLargeSession(message: string) {
  return fault('session-too-large', 0, message, 'unsupported');
}

/** A tempo in BPM as a session states it, to a thousandth; null for what no song has. */
export function tempoOrNull(bpm: number): number | null {
  return bpm >= 5 && bpm <= 2_000 ? Math.round(bpm * 1_000) / 1_000 : null;
}

/** "7/8"; null for what is no meter. */
export function meterOrNull(numerator: number, denominator: number): string | null {
  const isMeter =
    Number.isInteger(numerator) && numerator >= 1 && numerator <= 99 && [1, 2, 4, 8, 16, 32].includes(denominator);
  return isMeter ? `${numerator}/${denominator}` : null;
}

/** The first entry as the start, and what differs from the entry before it as changes. Entries are sorted by beat. */
export function startAndChanges<T extends { readonly atBeat: number }, V>(
  entries: readonly T[],
  valueIn: (entry: T) => V,
): { start: V | null; changes: T[] } {
  const [first] = entries;
  if (first === undefined) return { start: null, changes: [] };
  const changes = entries.filter((entry, index) => {
    const before = entries[index - 1];
    return before !== undefined && entry.atBeat > 0 && valueIn(entry) !== valueIn(before);
  });
  // Of several entries at the start the last one holds.
  const atStart = entries.filter((entry) => entry.atBeat <= 0).at(-1) ?? first;
  return { start: valueIn(atStart), changes };
}
