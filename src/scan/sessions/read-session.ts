import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Fault, SessionFacts } from '../../model/delivery.js';
import type { Result } from '../../model/result.js';
import { sessionName } from '../../model/session-bundle.js';
import { SESSION_PROGRAMS } from '../headers/form-names.js';
import { MOST_SESSION_BYTES } from './inflate.js';
import { noFacts, type SessionResult, tooLargeSession } from './no-facts.js';

type Reader = (bytes: Uint8Array) => SessionResult | Promise<SessionResult>;
// Each reader is loaded when its kind of session is met.
const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  als: async () => (await import('./live.js')).readLiveSet,
  dawproject: async () => (await import('./dawproject.js')).readDawProject,
  mid: async () => (await import('./midi.js')).readMidi,
  midi: async () => (await import('./midi.js')).readMidi,
  smf: async () => (await import('./midi.js')).readMidi,
  mmp: async () => (await import('./lmms.js')).readLmms,
  mmpz: async () => (await import('./lmms.js')).readLmms,
  rpp: async () => {
    const { readReaper } = await import('./reaper.js');
    return (bytes) => readReaper(new TextDecoder('utf-8').decode(bytes));
  },
};

/**
 * What a DAW's session or a MIDI file says about the song.
 *
 * @param source the file's absolute path, or its bytes
 * @param path the path within the delivery; its ending says which program wrote it
 * @returns its facts with `read: true`; of a kind that is not read, or that could not be, the program alone with
 *          `read: false`, and in the second case a fault. Never throws for what the file holds
 */
export async function readSession(source: string | Uint8Array, path: string): Promise<SessionFacts> {
  const named = sessionName(path);
  const ending = named.slice(named.lastIndexOf('.') + 1).toLowerCase();
  const program = programOf(ending);
  const loadReader = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
  if (loadReader === undefined) return { ...noFacts(program), path, read: false, faults: [] };
  const bytes = typeof source === 'string' ? sessionBytes(source) : bounded(source);
  if (!bytes.ok) return { ...noFacts(program), path, read: false, faults: [bytes.error] };
  const read = await loadReader();
  const facts = await read(bytes.value);
  return facts.ok
    ? { ...facts.value, path, read: true, faults: [] }
    : { ...noFacts(program), path, read: false, faults: [facts.error] };
}

function programOf(ending: string): string {
  if (Object.hasOwn(SESSION_PROGRAMS, ending)) return SESSION_PROGRAMS[ending] ?? 'another program';
  return /^(?:midi?|smf|kar)$/.test(ending) ? 'MIDI' : 'another program';
}

function bounded(bytes: Uint8Array): Result<Uint8Array, Fault> {
  return bytes.length > MOST_SESSION_BYTES
    ? tooLargeSession(`The session is larger than ${MOST_SESSION_BYTES >> 20} MB.`)
    : { ok: true, value: bytes };
}

function sessionBytes(absolutePath: string): Result<Uint8Array, Fault> {
  let handle: number | null = null;
  try {
    handle = openSync(absolutePath, 'r');
    const { size } = fstatSync(handle);
    // A DAWproject holds its audio as well, and only its XML is unpacked; but all of it would have to be in memory.
    if (size > MOST_SESSION_BYTES) return tooLargeSession(`The session is larger than ${MOST_SESSION_BYTES >> 20} MB.`);
    const bytes = new Uint8Array(size);
    const read = readSync(handle, bytes, 0, size, 0);
    return { ok: true, value: bytes.subarray(0, read) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const message = `The session could not be read (${code}).`;
    return {
      ok: false,
      error: { id: code === 'ENOENT' ? 'vanished' : 'disk-error', is: 'unavailable', atByte: 0, message },
    };
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
