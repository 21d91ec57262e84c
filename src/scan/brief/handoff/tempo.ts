import type { Tempo } from '../../../model/brief.js';
import { tempoMap } from './schema.js';
import { isUnclear, type Unclear, unclear } from './unclear.js';

// Slower than a funeral march at half time and faster than speedcore is a slip of the keyboard.
const SLOWEST_BPM = 10;
const FASTEST_BPM = 999;
const RANGE = `a number of beats per minute from ${SLOWEST_BPM} to ${FASTEST_BPM}`;

const SPOKEN =
  /^(?<about>(?:about|approximately|approx\.?|around|roughly|circa|ca\.?|~|≈)\s*)?(?<bpm>\d{1,4}(?:[.,]\d{1,4})?)(?:\s*bpm)?(?<rest>[\s,;(].*)?$/i;

/** Reads "92", "84 bpm", "about 84", "140 bpm, half-time", or a map with its changes. */
export function readTempo(value: unknown): Tempo | Unclear {
  if (typeof value === 'string') return spokenTempo(value.trim());
  const parsed = tempoMap.safeParse(value);
  if (!parsed.success) return unclear({ path: parsed.error.issues[0]?.path ?? [] });
  const bpm = bpmOf(parsed.data.bpm);
  if (bpm === null) return unclear({ path: ['bpm'], expects: RANGE });
  const changes: { bpm: number; at?: string; bar?: number }[] = [];
  for (const [index, change] of (parsed.data.changes ?? []).entries()) {
    const changed = bpmOf(change.bpm);
    if (changed === null) return unclear({ path: ['changes', index, 'bpm'], expects: RANGE });
    const bar = change.bar === undefined ? undefined : Number(change.bar);
    if (bar !== undefined && !(Number.isInteger(bar) && bar >= 1 && bar < 100_000)) {
      return unclear({ path: ['changes', index, 'bar'], expects: 'a list of changes whose bars count from 1' });
    }
    changes.push({
      bpm: changed,
      ...(bar === undefined ? {} : { bar }),
      ...(change.at === undefined ? {} : { at: String(change.at) }),
    });
  }
  const approx = String(parsed.data.approx ?? 'false') === 'true';
  return {
    bpm,
    ...(approx ? { approx } : {}),
    ...(parsed.data.feel === undefined ? {} : { feel: parsed.data.feel }),
    ...(changes.length === 0 ? {} : { changes }),
  };
}

function spokenTempo(words: string): Tempo | Unclear {
  if (/^(?:played )?free(?:ly)?$|^(?:no|without) (?:click|tempo|grid)$|^rubato$/i.test(words)) {
    return unclear({ instead: `"none: ${words.toLowerCase()}"` });
  }
  const said = SPOKEN.exec(words)?.groups;
  if (said === undefined) return unclear();
  const bpm = bpmOf(said.bpm ?? '');
  if (bpm === null) return unclear({ expects: RANGE });
  const feel = feelOf(said.rest ?? '');
  if (isUnclear(feel)) return feel;
  return { bpm, ...(said.about === undefined ? {} : { approx: true }), ...(feel === null ? {} : { feel }) };
}

function feelOf(rest: string): NonNullable<Tempo['feel']> | null | Unclear {
  // "92, then 96" or "92 - 96": two tempos need their map, and one of them must not be dropped in silence.
  const second = /\b\d{2,3}\b/.exec(rest)?.[0];
  if (second !== undefined) return unclear({ expects: 'one tempo, or {bpm: 92, changes: [{bar: 33, bpm: 96}]}' });
  if (/\bhalf[ -]?time\b/i.test(rest)) return 'half-time';
  if (/\bdouble[ -]?time\b/i.test(rest)) return 'double-time';
  if (/\bshuffle/i.test(rest)) return 'shuffle';
  return /\bsw[iu]ng/i.test(rest) ? 'swing' : null;
}

function bpmOf(value: string | number): number | null {
  const text = String(value).trim().replace(',', '.').replace(/bpm$/i, '').trim();
  const bpm = /^\d{1,4}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  return bpm >= SLOWEST_BPM && bpm <= FASTEST_BPM ? bpm : null;
}
